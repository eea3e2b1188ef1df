import { type CalendarDate, daysBetween } from '../../libraries/calendar/index.ts'
import { type Cents, plus, zero } from '../../libraries/money/index.ts'

export const ages = ['0 to 30', '31 to 60', '61 to 90', '91 to 120', 'over 120'] as const

export type Age = (typeof ages)[number]

/** How old money is that somebody owes, in the steps in which offices look at it. */
export function ageOf(since: CalendarDate, on: CalendarDate): Age {
  const days = daysBetween(since, on)
  if (days <= 30) return '0 to 30'
  if (days <= 60) return '31 to 60'
  if (days <= 90) return '61 to 90'
  return days <= 120 ? '91 to 120' : 'over 120'
}

/** What each payer owes, by age; every payer adds up to what its receivables stand at. */
export function ageReceivables(
  receivables: readonly { subject: string; cents: Cents; since: CalendarDate }[],
  on: CalendarDate,
): { payerId: string; cents: Cents; byAge: Record<Age, Cents> }[] {
  const byPayer = Map.groupBy(receivables, ({ subject }) => subject.slice(subject.indexOf('/') + 1))
  const payers = [...byPayer].map(([payerId, owed]) => {
    const byAge: Record<Age, Cents> = {
      '0 to 30': zero,
      '31 to 60': zero,
      '61 to 90': zero,
      '91 to 120': zero,
      'over 120': zero,
    }
    let whole = zero
    for (const { cents, since } of owed) {
      const age = ageOf(since, on)
      byAge[age] = plus(byAge[age], cents)
      whole = plus(whole, cents)
    }
    return { payerId, cents: whole, byAge }
  })
  return payers.toSorted((a, b) => b.cents - a.cents)
}
