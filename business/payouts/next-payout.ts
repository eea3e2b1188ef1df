import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { PayoutState } from './pay-standing.ts'

type Dated = { payOn: CalendarDate; settlesOn: CalendarDate; cents: Cents; lines: number }

/** The money that comes next: a payout that is on its way, else the first that will be made. */
export function nextPayout(
  { upcoming, past }: { upcoming: readonly Dated[]; past: readonly (Dated & { state: PayoutState })[] },
  today: CalendarDate,
): Dated | null {
  const onItsWay = past.findLast(({ state, settlesOn }) => state === 'sent' && settlesOn >= today)
  const next = onItsWay ?? upcoming[0]
  if (next === undefined) return null
  return { payOn: next.payOn, settlesOn: next.settlesOn, cents: next.cents, lines: next.lines }
}
