import type { CalendarDate } from './calendar-date.ts'

/** The days from `from` until, and not on, `until`; null means without end. */
export type Period = { from: CalendarDate; until: CalendarDate | null }

export function holds(period: Period, on: CalendarDate): boolean {
  return period.from <= on && (period.until === null || on < period.until)
}

/** The first of some days, or of some moments. */
export function earliest<T extends string>(first: T, ...others: T[]): T {
  let least = first
  for (const other of others) if (other < least) least = other
  return least
}

/** The last of some days, or of some moments. */
export function latest<T extends string>(first: T, ...others: T[]): T {
  let most = first
  for (const other of others) if (other > most) most = other
  return most
}
