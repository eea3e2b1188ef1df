import { addDays, bankingDayAfter, type CalendarDate } from '../../libraries/calendar/index.ts'

/** What is known of a provider who is to be removed for good; `on` is the day on the operator's wall. */
export type RemovalFacts = {
  on: CalendarDate
  /** Sessions that have not taken place, and those that took place and can still be confirmed, each by its last day. */
  planned: { confirmBy: CalendarDate | null }[]
  toConfirm: { confirmBy: CalendarDate | null }[]
  /** Each line of pay: of no payout yet, or of one that is on its way, has settled or came back. */
  pay: { state: 'to_come' | 'sent' | 'settled' | 'returned'; settlesOn: CalendarDate }[]
  /** Claims of theirs that are followed up, and reviews that are not decided. */
  openCases: number
  /** For how many banking days after it settled a payout can still come back. */
  returnBankingDays: number
}

export type RemovalReason =
  | 'sessions_planned'
  | 'sessions_to_confirm'
  | 'pay_to_come'
  | 'payout_on_its_way'
  | 'payout_can_return'
  | 'payout_returned'
  | 'case_open'

/** Why not yet: how many, and the first day on which it stands in the way no more; null where no day is known. */
export type Barrier = { reason: RemovalReason; count: number; until: CalendarDate | null }

export type Removal =
  | { outcome: 'possible' }
  | { outcome: 'not_yet'; because: Barrier[]; possibleOn: CalendarDate | null }

/**
 * Whether a provider may be removed for good: not while a session of theirs can still be confirmed, a line of their pay
 * is in no payout that settled and can no longer be returned, or a case is open (reference/headway.md 1.15, our days).
 */
export function decideRemoval(facts: RemovalFacts): Removal {
  const { on, returnBankingDays: days } = facts
  const afterLastDay = ({ confirmBy }: { confirmBy: CalendarDate | null }) =>
    confirmBy === null ? null : addDays(confirmBy, 1)
  const afterReturns = ({ settlesOn }: { settlesOn: CalendarDate }) => bankingDaysAfter(settlesOn, days)
  const payIn = (state: RemovalFacts['pay'][number]['state']) => facts.pay.filter((line) => line.state === state)
  const because = [
    ...barrier('sessions_planned', facts.planned.map(afterLastDay)),
    ...barrier('sessions_to_confirm', facts.toConfirm.map(afterLastDay)),
    ...barrier('pay_to_come', payIn('to_come').map(afterReturns)),
    ...barrier('payout_on_its_way', payIn('sent').map(afterReturns)),
    ...barrier(
      'payout_can_return',
      payIn('settled')
        .map(afterReturns)
        .filter((day) => day > on),
    ),
    ...barrier(
      'payout_returned',
      payIn('returned').map(() => null),
    ),
    ...barrier(
      'case_open',
      Array.from({ length: facts.openCases }, () => null),
    ),
  ]
  if (because.length === 0) return { outcome: 'possible' }
  return { outcome: 'not_yet', because, possibleOn: latestOf(because.map(({ until }) => until)) }
}

function barrier(reason: RemovalReason, until: readonly (CalendarDate | null)[]): Barrier[] {
  return until.length === 0 ? [] : [{ reason, count: until.length, until: latestOf(until) }]
}

/** Null where one of the days is not known. */
function latestOf(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  let latest: CalendarDate | null = null
  for (const day of days) {
    if (day === null) return null
    if (latest === null || day > latest) latest = day
  }
  return latest
}

function bankingDaysAfter(day: CalendarDate, count: number): CalendarDate {
  let after = day
  for (let passed = 0; passed < count; passed++) after = bankingDayAfter(after)
  return after
}
