import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'
import type { ClaimEvent } from '../claims/index.ts'
import { claimSteps } from './claim-steps.ts'
import type { PayStanding } from './pay-standing.ts'

/** One step of a session's life: what, how it stands, on which day, and what proves it. */
export type TimelineStep = {
  kind: StepKind
  state: 'done' | 'now' | 'expected' | 'late'
  on: CalendarDate | null
  at?: Instant
  words: string
  evidence?: { file?: { name: string; sha256: string }; text?: string }
}

export type StepKind =
  | 'seen'
  | 'voided'
  | 'cancelled'
  | 'confirmed'
  | 'client_charged'
  | 'claim_sent'
  | 'accepted'
  | 'paid_to_you'
  | 'payer_answered'
  | 'absorbed'
  | 'settled'

/** What is known of a session, from every room; `today` is the day on the operator's wall. */
export type SessionLife = {
  today: CalendarDate
  now: Instant
  zone: string
  practiceZone: string
  startsAt: Instant
  confirmBy: CalendarDate | null
  voided: { at: Instant; reason: string } | null
  cancelled: { kind: 'cancelled' | 'no_show'; initiator: 'client' | 'practice'; at: Instant; reason: string } | null
  confirmation: {
    firstAt: Instant
    versions: number
    startedAt: Instant
    client: Cents
    provider: Cents
    payerName: string
    clientName: string
    held: boolean
    heldUntil: CalendarDate | null
    editableUntil: Instant | null
  } | null
  charge: { owed: Cents; paidOn: CalendarDate | null; declined: boolean }
  claim: { status: ClaimStatus; events: readonly ClaimEvent[] } | null
  /** By when the payer should have acknowledged and answered, and when what is missing becomes the operator's. */
  expected: { acknowledgement: CalendarDate | null; answer: CalendarDate | null; absorption: CalendarDate | null }
  pay: PayStanding & { settlesOn: CalendarDate | null; hold: string | null }
  owed: { payer: Cents; client: Cents }
  lastPostedOn: CalendarDate | null
}

/** The life of a session: what has happened with its proof, and what is expected with its day. In order of the days. */
export function sessionTimeline(life: SessionLife): TimelineStep[] {
  if (life.cancelled !== null) return [seen(life), cancelled(life.cancelled, life.practiceZone)]
  if (life.voided !== null) return [seen(life), voided(life.voided, life.practiceZone)]
  if (life.confirmation === null) return [seen(life), toConfirm(life)]
  const confirmed = { ...life, confirmation: life.confirmation }
  const steps = [
    seen(life),
    confirmedStep(confirmed),
    ...charged(confirmed),
    ...claimSteps(confirmed),
    paidToYou(confirmed),
    settled(confirmed),
  ]
  return inOrderOfDays(steps)
}

export type ConfirmedLife = SessionLife & { confirmation: NonNullable<SessionLife['confirmation']> }

function seen({ startsAt, now, practiceZone, confirmation, voided }: SessionLife): TimelineStep {
  const at = confirmation?.startedAt ?? startsAt
  const on = dateIn(at, practiceZone)
  if (confirmation !== null && voided === null) return { kind: 'seen', state: 'done', on, at, words: 'You met' }
  const isAhead = at > now
  return {
    kind: 'seen',
    state: isAhead ? 'expected' : 'done',
    on,
    at,
    words: isAhead ? 'You meet' : 'Planned for then',
  }
}

function voided({ at, reason }: { at: Instant; reason: string }, zone: string): TimelineStep {
  const words = 'You said that it did not take place: nothing is billed or paid'
  return { kind: 'voided', state: 'done', on: dateIn(at, zone), at, words, evidence: { text: reason } }
}

function cancelled({ kind, initiator, at, reason }: NonNullable<SessionLife['cancelled']>, zone: string): TimelineStep {
  const who = initiator === 'client' ? 'The client cancelled it' : 'Your practice cancelled it'
  const words = kind === 'no_show' ? 'The client did not come' : who
  return { kind: 'cancelled', state: 'done', on: dateIn(at, zone), at, words, evidence: { text: reason } }
}

function toConfirm({ startsAt, now, today, confirmBy }: SessionLife): TimelineStep {
  const step = { kind: 'confirmed' as const, on: confirmBy }
  if (startsAt > now) return { ...step, state: 'expected', words: 'You confirm it afterwards' }
  if (confirmBy !== null && today > confirmBy) {
    return { ...step, state: 'late', words: 'It was not confirmed in time and cannot be billed any more' }
  }
  return {
    ...step,
    state: 'now',
    words: confirmBy === null ? 'Waits for a rate, then for you' : 'Confirm it to be paid',
  }
}

function confirmedStep({ confirmation, practiceZone }: ConfirmedLife): TimelineStep {
  const { firstAt, versions } = confirmation
  const words = versions === 1 ? 'You confirmed it' : 'You confirmed it, and corrected it since'
  return { kind: 'confirmed', state: 'done', on: dateIn(firstAt, practiceZone), at: firstAt, words }
}

function charged({ confirmation, charge, zone, today }: ConfirmedLife): TimelineStep[] {
  const { client, clientName, editableUntil } = confirmation
  const kind = 'client_charged' as const
  if (charge.paidOn !== null && charge.owed <= zero) {
    return [{ kind, state: 'done', on: charge.paidOn, words: `${clientName} paid their share` }]
  }
  if (charge.declined && charge.owed > zero) {
    const words = `${clientName}’s card was declined; asking again is ours to do`
    return [{ kind, state: 'late', on: today, words, evidence: { text: 'Your pay does not depend on it.' } }]
  }
  if (client === zero || charge.owed <= zero) return []
  const locks = editableUntil === null ? null : dateIn(editableUntil, zone)
  const on = locks !== null && locks > today ? locks : today
  return [{ kind, state: 'expected', on, words: `${clientName} is charged ${formatCents(charge.owed)}` }]
}

function paidToYou({ pay, confirmation, today }: ConfirmedLife): TimelineStep {
  const on = pay.payout?.settlesOn ?? pay.settlesOn
  const amount = formatCents(confirmation.provider)
  const file =
    pay.payout === null ? {} : { evidence: { file: { name: pay.payout.fileName, sha256: pay.payout.fileSha256 } } }
  const kind = 'paid_to_you' as const
  switch (pay.state) {
    case 'settled':
      return { kind, state: 'done', on, words: `You were paid ${amount}`, ...file }
    case 'sent':
      return { kind, state: 'now', on, words: `${amount} is on its way to your bank`, ...file }
    case 'returned':
      return { kind, state: 'late', on: pay.toldOn ?? on, words: pay.hold ?? 'Your bank sent the money back', ...file }
    case 'planned': {
      const waits = pay.hold === null ? {} : { evidence: { text: pay.hold } }
      if (on === null || on >= today) return { kind, state: 'expected', on, words: `You are paid ${amount}`, ...waits }
      return { kind, state: 'late', on, words: pay.hold ?? `${amount} goes out on the next banking day` }
    }
  }
}

function settled({ owed, pay, claim, confirmation, expected, lastPostedOn }: ConfirmedLife): TimelineStep {
  const isClosed = owed.payer === zero && owed.client === zero && pay.state === 'settled' && claim !== null
  if (isClosed) return { kind: 'settled', state: 'done', on: lastPostedOn, words: 'All is settled' }
  if (owed.payer === zero && owed.client === zero) {
    return { kind: 'settled', state: 'expected', on: pay.settlesOn, words: 'Settled once you are paid' }
  }
  const both = `${confirmation.payerName} and ${confirmation.clientName} have paid`
  // The day is the operator's own patience: nobody expects the money as late as that.
  const words =
    expected.absorption === null
      ? `Settled as soon as ${both}, or the rest is our loss`
      : `Settled as soon as ${both}; on this day at the latest, when the rest becomes our loss`
  return { kind: 'settled', state: 'expected', on: expected.absorption, words }
}

// Days that are open come last; on one day things stay in the order in which they happen.
function inOrderOfDays(steps: readonly TimelineStep[]): TimelineStep[] {
  const dayOf = ({ on }: TimelineStep) => on ?? '9999-12-31'
  return steps.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}
