import { addMonths, type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, sum } from '../../libraries/money/index.ts'
import type { Payout } from '../contract.ts'

/** What arrived in a month; `month` is its first day. */
export type MonthOfPay = { month: CalendarDate; cents: Cents; payouts: number }

/**
 * The pay of the last months by the day on which it arrived, months without any in between; a payout that came back is left
 * out, since it is paid again.
 */
export function payByMonth(past: readonly Payout[], today: CalendarDate, months = 12): MonthOfPay[] {
  const paid = past.filter(({ state, settlesOn }) => state !== 'returned' && settlesOn <= today)
  const first = paid.map(({ settlesOn }) => monthOf(settlesOn)).sort()[0]
  if (first === undefined) return []
  const all = Array.from({ length: months }, (_, back) => addMonths(monthOf(today), back - months + 1))
  return all
    .filter((month) => month >= first)
    .map((month) => {
      const own = paid.filter(({ settlesOn }) => monthOf(settlesOn) === month)
      return { month, cents: sum(own.map(({ cents }) => cents)), payouts: own.length }
    })
}

function monthOf(day: CalendarDate): CalendarDate {
  return calendarDate(`${day.slice(0, 7)}-01`)
}
