import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'
import type { CrisisRecord } from '../sessions/check-crisis-record.ts'
import { type BillingDecision, describeDecision } from '../sessions/describe-decision.ts'
import type { SessionRow } from '../sessions/describe-session-row.ts'
import type { Confirmation, Note } from '../sessions/index.ts'
import type { TimelineStep } from './session-timeline.ts'
import { settlesOn } from './settles-on.ts'
import type { SessionMoney } from './where-the-money-goes.ts'

export type PolicySeen = { planName: string; payerName: string; memberId: string; copayCents: Cents }

/** How the compliance review of a crisis exception stands, where there is one. Pay never waits for it. */
export type ReviewSeen = {
  standing: 'open' | 'in_order' | 'follow_up'
  openedAt: Instant
  decidedAt: Instant | null
  words: string | null
}

type Place = {
  id: string
  label: string
  street: string | null
  city: string | null
  state: string
  zip: string | null
  countyFips: string | null
}

export type ConfirmationSeen = {
  version: number
  codes: { code: string; modifiers: string[]; units: number }[]
  diagnoses: string[]
  startedAt: Instant
  stoppedAt: Instant
  modality: Confirmation['modality']
  location: Place
  /** Null to whoever sees no money. */
  payerCents: Cents | null
  providerCents: Cents | null
  clientCents: Cents | null
  payOn: CalendarDate
  settlesOn: CalendarDate
  confirmedAt: Instant
  editableUntil: Instant
  held: boolean
  heldUntil: CalendarDate | null
  decision: BillingDecision
}

type Signed = { body: string; signedAt: Instant; signedBy: string }

export type SessionPage = SessionRow & {
  client: { personId: string; name: string; locations: Place[] }
  policy: PolicySeen | null
  confirmation: ConfirmationSeen | null
  note: (Signed & { addenda: Signed[] }) | null
  /** What was written down of a crisis, for whoever may read notes. */
  crisis: CrisisRecord | null
  review: ReviewSeen | null
  /** How its claim stands; null before there is one. */
  claimStatus: ClaimStatus | null
  timeline: TimelineStep[]
  money: SessionMoney | null
  lastDiagnoses: string[]
  /** What the client's last session with this clinician was confirmed as. */
  lastTime: {
    serviceOn: CalendarDate
    codes: string[]
    diagnoses: string[]
    modality: Confirmation['modality']
    locationId: string | null
  } | null
}

/** A confirmation as its page shows it; without a limit in force nothing may be corrected. */
export function describeConfirmation(confirmation: Confirmation, editableUntil: Instant | null): ConfirmationSeen {
  const { version, diagnoses, startedAt, stoppedAt, location, payOn, confirmedAt, held, heldUntil } = confirmation
  return {
    version,
    codes: confirmation.codes.map(({ code, modifiers, units }) => ({ code, modifiers, units })),
    diagnoses,
    startedAt,
    stoppedAt,
    modality: confirmation.modality,
    location,
    payerCents: confirmation.payer,
    providerCents: confirmation.provider,
    clientCents: confirmation.client,
    payOn,
    settlesOn: settlesOn(payOn),
    confirmedAt,
    editableUntil: editableUntil ?? confirmedAt,
    held,
    heldUntil,
    decision: describeDecision(confirmation.answer),
  }
}

/** The signed note with its addenda, each under the name of who signed it. */
export function describeNote(notes: readonly Note[], names: ReadonlyMap<string, string>): SessionPage['note'] {
  const signed = ({ body, signedAt, signedBy }: Note): Signed => ({
    body,
    signedAt,
    signedBy: names.get(signedBy) ?? 'a former member',
  })
  const note = notes.find(({ kind }) => kind === 'note')
  if (note === undefined) return null
  return { ...signed(note), addenda: notes.filter(({ kind }) => kind === 'addendum').map(signed) }
}
