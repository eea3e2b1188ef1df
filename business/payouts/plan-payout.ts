import {
  bankingDayAfter,
  type CalendarDate,
  dateIn,
  type Instant,
  instantAt,
  isBankingDay,
} from '../../libraries/calendar/index.ts'
import { type Cents, sum, zero } from '../../libraries/money/index.ts'
import { sendsOn } from './sends-on.ts'
import { settlesOn } from './settles-on.ts'

/** A line of pay that no payout has taken; `payOn` is the pay date of its window. */
export type PayLine = { postingId: string; line: number; payOn: CalendarDate; cents: Cents }

export type PlannedPayout = {
  payOn: CalendarDate
  sendsOn: CalendarDate
  settlesOn: CalendarDate
  cents: Cents
  lines: readonly PayLine[]
}

const fileTime = '09:00'

/** The moment at which the file of a pay date is made. */
export function sendMoment(payOn: CalendarDate, zone: string): Instant {
  return instantAt(sendsOn(payOn), fileTime, zone)
}

/**
 * The payout that a practice's lines make now: all lines whose file moment has come. On the send day itself it settles as
 * promised; later (a hold was lifted, an entry came back) it goes out today and settles the next banking day. Null when
 * nothing is due, or the lines sum to nothing or less and wait, or no bank is open today. What is late never goes before
 * the day's file moment, nor a second time for one pay date: it would take the place of pay that is due there as promised.
 */
export function planPayout(
  lines: readonly PayLine[],
  { now, zone, taken }: { now: Instant; zone: string; taken: ReadonlySet<CalendarDate> },
): PlannedPayout | null {
  const due = lines.filter(({ payOn }) => sendMoment(payOn, zone) <= now)
  const cents = sum(due.map((line) => line.cents))
  const latest = due
    .map(({ payOn }) => payOn)
    .sort()
    .at(-1)
  if (latest === undefined || cents <= zero) return null
  const today = dateIn(now, zone)
  if (sendsOn(latest) === today && !taken.has(latest)) {
    return { payOn: latest, sendsOn: today, settlesOn: settlesOn(latest), cents, lines: due }
  }
  if (!isBankingDay(today) || now < instantAt(today, fileTime, zone)) return null
  const settles = bankingDayAfter(today)
  if (taken.has(settles)) return null
  return { payOn: settles, sendsOn: today, settlesOn: settles, cents, lines: due }
}

/** The next moment at which a practice's lines make a payout, if nothing else changes. */
export function nextPayoutMoment(
  lines: readonly PayLine[],
  { now, zone }: { now: Instant; zone: string },
): Instant | null {
  const moments = [...new Set(lines.map(({ payOn }) => payOn))].map((payOn) => sendMoment(payOn, zone))
  const coming = moments.filter((moment) => moment > now).sort()[0]
  const overdue = moments.some((moment) => moment <= now) && sum(lines.map(({ cents }) => cents)) > zero
  if (!overdue) return coming ?? null
  const today = dateIn(now, zone)
  const stillToday = isBankingDay(today) && now < instantAt(today, fileTime, zone)
  const nextBankingMorning = instantAt(stillToday ? today : bankingDayAfter(today), fileTime, zone)
  return coming !== undefined && coming < nextBankingMorning ? coming : nextBankingMorning
}
