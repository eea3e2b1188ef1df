import { bankingDayAfter, type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, sum, zero } from '../../libraries/money/index.ts'
import { type PayLine, sendMoment } from './plan-payout.ts'
import { sendsOn } from './sends-on.ts'
import { settlesOn } from './settles-on.ts'

/** A payout to come, as the lines stand now; `hold` says in words what it waits for. */
export type UpcomingPayout = {
  payOn: CalendarDate
  sendsOn: CalendarDate
  settlesOn: CalendarDate
  cents: Cents
  lines: number
  hold: string | null
}

const setOff = 'There is nothing to pay out here yet: it is set off against your next pay.'

/**
 * The payouts that a practice's open lines will make. What is overdue (a hold, a payout that came back) goes out on the
 * next banking day once nothing holds it; what sums to nothing or less is carried into the next payday.
 */
export function upcomingPayouts(
  lines: readonly PayLine[],
  { now, zone, hold }: { now: Instant; zone: string; hold: string | null },
): UpcomingPayout[] {
  const overdue = lines.filter(({ payOn }) => sendMoment(payOn, zone) <= now)
  const coming = lines.filter(({ payOn }) => sendMoment(payOn, zone) > now)
  const goesOut = bankingDayAfter(dateIn(now, zone))
  const arrives = bankingDayAfter(goesOut)
  const groups = [
    ...(overdue.length === 0 ? [] : [{ payOn: arrives, sendsOn: goesOut, settlesOn: arrives, lines: overdue }]),
    ...paydaysOf(coming),
  ]
  return carryForward(groups, hold)
}

type Group = Pick<UpcomingPayout, 'payOn' | 'sendsOn' | 'settlesOn'> & { lines: readonly PayLine[] }

function paydaysOf(lines: readonly PayLine[]): Group[] {
  const byPayday = Map.groupBy(lines, ({ payOn }) => payOn)
  return [...byPayday.keys()].sort().map((payOn) => ({
    payOn,
    sendsOn: sendsOn(payOn),
    settlesOn: settlesOn(payOn),
    lines: byPayday.get(payOn) ?? [],
  }))
}

function carryForward(groups: readonly Group[], hold: string | null): UpcomingPayout[] {
  const payouts: UpcomingPayout[] = []
  let carried: readonly PayLine[] = []
  for (const [index, group] of groups.entries()) {
    const lines = [...carried, ...group.lines]
    const cents = sum(lines.map((line) => line.cents))
    carried = cents <= zero ? lines : []
    const isLast = index === groups.length - 1
    if (cents <= zero && !isLast) continue
    payouts.push({ ...group, cents, lines: lines.length, hold: cents <= zero ? setOff : hold })
  }
  return payouts
}
