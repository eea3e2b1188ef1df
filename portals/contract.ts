import type { Readiness } from '../business/charges/describe-client.ts'
import type { ClaimStatus } from '../business/claims/claim-status.ts'
import type { Method, Outcome, Remedy } from '../business/coverage/answer.ts'
import type { ReviewSeen } from '../business/payouts/describe-session-page.ts'
import type { Abilities, PracticeRole } from '../business/practices/abilities-of.ts'
import type { CrisisRecord } from '../business/sessions/check-crisis-record.ts'
import type { CalendarDate, Instant } from '../libraries/calendar/index.ts'
import type { Cents } from '../libraries/money/index.ts'
import type { WayIn } from './design/say-way-in.ts'

/**
 * An answer as it comes over the wire: days and moments are texts, cents are numbers, roles and remedies are described
 * loosely. The pages' types put the brands on; whatever else differs from the server's description does not compile.
 */
export type Plain<Answer> = Answer extends Instant | CalendarDate | Role | Membership['kind']
  ? string
  : Answer extends Remedy
    ? { kind: string }
    : Answer extends Cents
      ? number
      : Answer extends object
        ? { [Key in keyof Answer]: Plain<Answer[Key]> }
        : Answer

/** What the server answers, as the pages read it. Money in whole cents, days 'YYYY-MM-DD', moments as `Instant`. */

export type House = { mode: 'demonstration' | 'production'; now: Instant; zone: string; version: string }

export type Role = PracticeRole | 'operator_staff'

export type Membership = {
  practiceId: string
  practiceName: string
  /** The zone of the practice's wall: its sessions are written and read in it. */
  zone: string
  kind: 'operator' | 'solo' | 'group'
  memberId: string
  /** The first of their roles; what they may do stands in `may`. */
  role: Role
  roles: PracticeRole[]
  standing: 'active' | 'archived'
  clinician: boolean
  may: Abilities
}

export type Me = {
  user: { id: string; name: string; email: string }
  /** needed: they work somewhere, and see no record before a second factor is set up, or used. */
  twoFactors: 'on' | 'needed' | 'not_needed'
  /** How this session came to be; null where that was not kept. */
  signedInBy: WayIn | null
  /** What they have besides a password; of passkeys those that open something. */
  factors: { app: boolean; passkeys: number }
  memberships: Membership[]
  /** The clients for whom this login acts: oneself, or the members of a household. */
  people: { personId: string; name: string; language: 'en' | 'es' | null }[]
}

export type Persona = {
  id: string
  name: string
  role: string
  /** What they are, where their role says less: 'Biller'. */
  title?: string
  what: string
  practiceName: string
  /** The page on which they begin, where it is another than their door's first. */
  landing?: string
}

export type StoryClock = {
  now: Instant
  zone: string
  /** Where the clock is on its way, and whither; null while it stands. */
  moving: { from: Instant; until: Instant | null; at: Instant; did: number } | null
  progress?: string
}

export type Modality = 'telehealth' | 'in_person'

export type SessionState =
  | 'upcoming'
  | 'to_confirm'
  | 'confirmed'
  | 'locked'
  | 'lapsed'
  | 'voided'
  | 'cancelled'
  | 'no_show'

export type SessionRow = {
  id: string
  personId: string
  clientName: string
  clinicianName: string
  memberId: string
  startsAt: Instant
  endsAt: Instant
  modality: Modality
  state: SessionState
  confirmedAt?: Instant | null
  payOn?: CalendarDate | null
  providerCents?: Cents | null
  /** Of the plan: whoever moves or cancels the session names the version that they saw. */
  version: number
  cancellation: { kind: 'cancelled' | 'no_show'; initiator: 'client' | 'practice'; reason: string; at: Instant } | null
}

export type Location = {
  id: string
  label: string
  street: string | null
  city: string | null
  state: string
  zip: string | null
  countyFips: string | null
}

export type Client = {
  personId: string
  name: string
  planName: string | null
  memberId: string | null
  readiness: Readiness
  locations: Location[]
  standing: 'active' | 'prospect' | 'archived'
  /** On whose list. */
  clinicians: { memberId: string; name: string }[]
  lastAt: Instant | null
  nextAt: Instant | null
}

export type ServiceCode = {
  code: string
  label: string
  category: string
  minutesMin: number | null
  minutesMax: number | null
  minutesTypical: number | null
  common: boolean
}

export type DiagnosisCode = { code: string; label: string }

export type BilledCode = { code: string; modifiers: string[]; units: number }

export type ConfirmationDraft = {
  startedAt: Instant
  stoppedAt: Instant
  modality: Modality
  locationId: string | null
  codes: BilledCode[]
  diagnoses: string[]
  crisis: CrisisRecord | null
}

export type Objection = { code: string; field?: string | null; words: string }

export type CodeVerdict = {
  code: string
  verdict: 'ok' | 'warned' | 'blocked'
  words: string
  suggestion: string | null
}

export type BillingDecision = {
  outcome: Outcome
  method: Method | null
  claimTo: string | null
  because: string[]
  words: string
  remedies: Remedy[]
  missing: string[]
  trace: TraceStep[]
}

/** One rule of a decision: what it asked, what it found, on whose word. */
export type TraceStep = { rule: string; asked: string; found: string; source: string }

/** Who works in a practice. */
export type Member = {
  memberId: string
  name: string
  role: Role
  roles: PracticeRole[]
  standing: 'active' | 'archived' | 'removed'
  clinician: boolean
}

/** Where a practice sees clients in person. */
export type Office = { id: string; label: string; street: string; city: string; state: string; zip: string }

export type Preview = {
  ok: boolean
  refusals: Objection[]
  codes: CodeVerdict[]
  decision: BillingDecision | null
  money: { payerCents: Cents; clientCents: Cents; providerCents: Cents } | null
  payOn: CalendarDate
  settlesOn: CalendarDate
  timeZone: string
}

export type Confirmation = {
  version: number
  codes: BilledCode[]
  diagnoses: string[]
  startedAt: Instant
  stoppedAt: Instant
  modality: Modality
  location: Location
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

export type Signed = { body: string; signedAt: Instant; signedBy: string }

export type TimelineStep = {
  kind: string
  state: 'done' | 'now' | 'expected' | 'late'
  on: CalendarDate | null
  at?: Instant
  words: string
  evidence?: { file?: { name: string; sha256: string }; text?: string }
}

export type SessionMoney = {
  payerPaidCents: Cents
  clientPaidCents: Cents
  paidToYouCents: Cents
  /** After what it absorbed; negative: what the operator adds. */
  operatorKeptCents: Cents
  absorbedCents: Cents
  /** What payer and client still owe, less what they are owed back. */
  owedCents: Cents
}

export type SessionPage = SessionRow & {
  client: { personId: string; name: string; locations: Location[] }
  policy: { planName: string; payerName: string; memberId: string; copayCents: Cents } | null
  confirmation: Confirmation | null
  note: (Signed & { addenda: Signed[] }) | null
  crisis: CrisisRecord | null
  review: ReviewSeen | null
  claimStatus: ClaimStatus | null
  timeline: TimelineStep[]
  money: SessionMoney | null
  lastDiagnoses: string[]
  /** What the client's last session with this clinician was confirmed as. */
  lastTime: {
    serviceOn: CalendarDate
    codes: string[]
    diagnoses: string[]
    modality: Modality
    locationId: string | null
  } | null
}

export type Payments = {
  upcoming: {
    payOn: CalendarDate
    sendsOn: CalendarDate
    settlesOn: CalendarDate
    cents: Cents
    lines: number
    hold: string | null
  }[]
  past: Payout[]
}

export type Payout = {
  payoutId: string
  payOn: CalendarDate
  settlesOn: CalendarDate
  cents: Cents
  state: 'sent' | 'settled' | 'returned'
  lines: PayoutLine[]
}

export type PayoutLine = {
  sessionId: string | null
  clientName: string | null
  serviceOn: CalendarDate | null
  words: string
  cents: Cents
}

export type NewSession = { personId: string; memberId: string; startsAt: Instant; endsAt: Instant; modality: Modality }

/** The note is signed by this act; a correction brings none. */
export type NewConfirmation = ConfirmationDraft & { note: { body: string } | null }
