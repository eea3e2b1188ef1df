import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, zero } from '../../libraries/money/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'
import type { Card, ChargeStanding } from './charge-standing.ts'
import type { VisitMoney } from './visit-money.ts'
import type { DecisionVisited, RefundVisited } from './visit-store.ts'

export const storyKinds = [
  'planned',
  'seen',
  'cancelled_by_you',
  'cancelled_by_practice',
  'missed',
  'did_not_take_place',
  'clinician_confirms',
  'you_paid',
  'you_paid_fee',
  'card_refused',
  'no_card',
  'you_will_pay',
  'you_will_pay_fee',
  'claim_waits',
  'claim_goes_out',
  'claim_sent',
  'plan_has_it',
  'plan_confirms_receipt',
  'plan_sent_it_back',
  'plan_decides',
  'plan_is_late',
  'plan_paid',
  'plan_refused',
  'plan_took_back',
  'refusal_becomes_final',
  'refund_on_its_way',
  'refunded',
  'price_expected',
  'price_final',
] as const

export type StoryKind = (typeof storyKinds)[number]

/**
 * One step of what happened to a visit's claim, for the client. The pages have the words: who acts, what it means, what
 * comes next; `cents`, `card` and `again` are what the words name. `late` is late by others, never by the client.
 */
export type StoryStep = {
  kind: StoryKind
  state: 'done' | 'now' | 'late' | 'expected'
  on: CalendarDate | null
  cents?: Cents
  card?: Card | null
  /** When a refused card is asked again; null: not any more by itself. */
  again?: CalendarDate | null
}

/** What a story says first: whether there is something to do. */
export type StoryHead =
  | 'nothing_to_do'
  | 'card_needs_you'
  | 'refund_comes'
  | 'you_owe_nothing'
  | 'all_settled'
  | 'called_off'

export type VisitLife = {
  today: CalendarDate
  now: Instant
  /** The operator's zone: charges, claims and answers are days on its wall. */
  zone: string
  plannedOn: CalendarDate
  startsAt: Instant
  cancelled: { kind: 'cancelled' | 'no_show'; initiator: 'client' | 'practice'; on: CalendarDate } | null
  voidedOn: CalendarDate | null
  confirmation: { serviceOn: CalendarDate; share: Cents; locksOn: CalendarDate | null } | null
  claim: {
    status: ClaimStatus
    charge: Cents
    heldUntil: CalendarDate | null
    events: readonly { kind: string; on: CalendarDate }[]
  } | null
  decisions: readonly Pick<DecisionVisited, 'kind' | 'paid' | 'share' | 'on'>[]
  charges: readonly { because: 'session_share' | 'share_increased' | 'cancellation_fee'; standing: ChargeStanding }[]
  refunds: readonly Pick<RefundVisited, 'cents' | 'orderedAt' | 'refundedAt'>[]
  money: VisitMoney
  expected: { acknowledgement: CalendarDate | null; answer: CalendarDate | null; absorption: CalendarDate | null }
}

export type Story = { head: StoryHead; steps: StoryStep[] }

/** What happened to a visit and its claim, in the order of the days; what is expected has its day where one is known. */
export function claimStory(life: VisitLife): Story {
  const steps = inOrderOfDays(stepsOf(life))
  return { head: headOf(life, steps), steps }
}

function stepsOf(life: VisitLife): StoryStep[] {
  const { cancelled, voidedOn, confirmation, plannedOn } = life
  if (cancelled !== null) {
    const kind =
      cancelled.kind === 'no_show'
        ? 'missed'
        : cancelled.initiator === 'client'
          ? 'cancelled_by_you'
          : 'cancelled_by_practice'
    return [
      { kind: 'planned', state: 'done', on: plannedOn },
      { kind, state: 'done', on: cancelled.on },
      ...paid(life),
      ...refunded(life),
    ]
  }
  if (voidedOn !== null) {
    return [
      { kind: 'planned', state: 'done', on: plannedOn },
      { kind: 'did_not_take_place', state: 'done', on: voidedOn },
      ...refunded(life),
    ]
  }
  if (confirmation === null) {
    const isAhead = life.startsAt > life.now
    return [
      { kind: isAhead ? 'planned' : 'seen', state: isAhead ? 'expected' : 'done', on: plannedOn },
      { kind: 'clinician_confirms', state: isAhead ? 'expected' : 'now', on: null },
    ]
  }
  return [
    { kind: 'seen', state: 'done', on: confirmation.serviceOn },
    ...paid(life),
    ...sent(life),
    ...answered(life),
    ...refunded(life),
    ...price(life, confirmation.share),
  ]
}

function paid({ charges, confirmation, money, zone, today }: VisitLife): StoryStep[] {
  const steps = charges.flatMap((charge) => chargeStep(charge, { zone, today }))
  // Until the lock there is no charge yet, and what will be asked is what the books expect.
  if (charges.length > 0 || confirmation === null || money.owes <= zero) return steps
  const on = confirmation.locksOn === null ? null : later(confirmation.locksOn, today)
  return [{ kind: 'you_will_pay', state: 'expected', on, cents: money.owes }]
}

function chargeStep(
  { because, standing }: VisitLife['charges'][number],
  { zone, today }: Pick<VisitLife, 'zone' | 'today'>,
): StoryStep[] {
  const isFee = because === 'cancellation_fee'
  switch (standing.kind) {
    case 'paid': {
      const { cents, card, at } = standing
      return [{ kind: isFee ? 'you_paid_fee' : 'you_paid', state: 'done', on: dateIn(at, zone), cents, card }]
    }
    case 'due': {
      const on = later(dateIn(standing.at, zone), today)
      return [{ kind: isFee ? 'you_will_pay_fee' : 'you_will_pay', state: 'expected', on, cents: standing.cents }]
    }
    case 'failed': {
      const { cents, card, againAt, at } = standing
      const again = againAt === null ? null : later(dateIn(againAt, zone), today)
      const kind = standing.because === 'no_card' ? 'no_card' : 'card_refused'
      return [{ kind, state: 'now', on: dateIn(at, zone), cents, card, again }]
    }
    case 'not_owed':
      return []
  }
}

function sent({ claim, confirmation, expected, today, decisions }: VisitLife): StoryStep[] {
  const events = claim?.events ?? []
  const went = events.findLast(({ kind }) => kind === 'sent')
  if (claim === null || went === undefined) {
    if (claim?.status === 'held') return [{ kind: 'claim_waits', state: 'expected', on: claim.heldUntil }]
    const on = confirmation?.locksOn ?? null
    return [{ kind: 'claim_goes_out', state: 'expected', on: on === null ? null : later(on, today) }]
  }
  const step: StoryStep = { kind: 'claim_sent', state: 'done', on: went.on, cents: claim.charge }
  if (claim.status === 'rejected' || claim.status === 'file_rejected') {
    const back = events.findLast(({ kind }) => kind === 'rejected' || kind === 'file_rejected')
    return [step, { kind: 'plan_sent_it_back', state: 'late', on: back?.on ?? null }]
  }
  const has = events.findLast(({ kind }) => kind === 'accepted' || kind === 'forwarded')
  const isAnswered = decisions.some(({ kind }) => kind !== 'information')
  const isOverdue = expected.answer !== null && today > expected.answer
  if (has !== undefined)
    return [step, { kind: 'plan_has_it', state: isAnswered || isOverdue ? 'done' : 'now', on: has.on }]
  if (isAnswered) return [step]
  const isLate = expected.acknowledgement !== null && today > expected.acknowledgement
  return [step, { kind: 'plan_confirms_receipt', state: isLate ? 'late' : 'expected', on: expected.acknowledgement }]
}

function answered({ decisions, claim, expected, today }: VisitLife): StoryStep[] {
  const answers = decisions.filter(({ kind }) => kind !== 'information')
  const steps = answers.map(({ kind, paid: cents, on }): StoryStep => {
    switch (kind) {
      case 'denial':
        return { kind: 'plan_refused', state: 'done', on }
      case 'reversal':
        return { kind: 'plan_took_back', state: 'done', on, cents: -cents as Cents }
      default:
        return { kind: 'plan_paid', state: 'done', on, cents }
    }
  })
  const last = answers.at(-1)
  if (last === undefined) {
    if (claim?.status === 'absorbed') return []
    const isLate = expected.answer !== null && today > expected.answer
    return [
      { kind: isLate ? 'plan_is_late' : 'plan_decides', state: isLate ? 'late' : 'expected', on: expected.answer },
    ]
  }
  if (last.kind === 'answer' || claim?.status === 'absorbed') return steps
  return [...steps, { kind: 'refusal_becomes_final', state: 'expected', on: expected.absorption }]
}

function refunded({ refunds, money, zone }: VisitLife): StoryStep[] {
  const made = refunds.map(({ cents, orderedAt, refundedAt }): StoryStep => {
    const isBack = refundedAt !== null
    return {
      kind: isBack ? 'refunded' : 'refund_on_its_way',
      state: isBack ? 'done' : 'now',
      on: dateIn(refundedAt ?? orderedAt, zone),
      cents,
    }
  })
  const isOrdered = made.some(({ kind }) => kind === 'refund_on_its_way')
  if (money.comesBack <= zero || isOrdered) return made
  return [...made, { kind: 'refund_on_its_way', state: 'now', on: null, cents: money.comesBack }]
}

function price({ decisions, claim, money }: VisitLife, share: Cents): StoryStep[] {
  const last = decisions.findLast(({ kind }) => kind !== 'information')
  const isFinal = last?.kind === 'answer' || claim?.status === 'absorbed'
  if (isFinal) return [{ kind: 'price_final', state: 'done', on: null, cents: money.costs }]
  // What a plan refuses is not the client's; unless it says otherwise in the end, they owe what it called theirs.
  if (last !== undefined) return []
  return [{ kind: 'price_expected', state: 'expected', on: null, cents: share }]
}

function headOf(
  { cancelled, voidedOn, money, decisions, claim, charges }: VisitLife,
  steps: readonly StoryStep[],
): StoryHead {
  if (steps.some(({ kind }) => kind === 'card_refused' || kind === 'no_card')) return 'card_needs_you'
  if (steps.some(({ kind }) => kind === 'refund_on_its_way')) return 'refund_comes'
  if (cancelled !== null || voidedOn !== null) return 'called_off'
  const last = decisions.findLast(({ kind }) => kind !== 'information')
  const isOpen = charges.some(({ standing }) => standing.kind === 'due') || money.owes > zero
  if (last !== undefined && last.kind !== 'answer' && last.share === zero && !isOpen) return 'you_owe_nothing'
  const isFinal = last?.kind === 'answer' || claim?.status === 'absorbed'
  return isFinal && !isOpen ? 'all_settled' : 'nothing_to_do'
}

function later(day: CalendarDate, today: CalendarDate): CalendarDate {
  return day > today ? day : today
}

// Days that are open come last; on one day things stay in the order in which they happen.
function inOrderOfDays(steps: readonly StoryStep[]): StoryStep[] {
  const dayOf = ({ on, kind }: StoryStep) => (kind.startsWith('price_') ? '9999-12-31' : (on ?? '9999-12-30'))
  return steps.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}
