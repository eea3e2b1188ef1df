import { addDays, type CalendarDate, weekday } from './calendar-date.ts'
import { federalReserveHolidays } from './federal-reserve-holidays.ts'

const closedIn = new Map<number, Set<CalendarDate>>()

/** Whether the Federal Reserve settles on this day: no Saturday, Sunday or holiday of its calendar. */
export function isBankingDay(date: CalendarDate): boolean {
  if (weekday(date) > 5) return false
  const year = Number(date.slice(0, 4))
  let closed = closedIn.get(year)
  if (closed === undefined) {
    closed = new Set(federalReserveHolidays(year))
    closedIn.set(year, closed)
  }
  return !closed.has(date)
}

export function bankingDayOnOrAfter(date: CalendarDate): CalendarDate {
  let day = date
  while (!isBankingDay(day)) day = addDays(day, 1)
  return day
}

export function bankingDayOnOrBefore(date: CalendarDate): CalendarDate {
  let day = date
  while (!isBankingDay(day)) day = addDays(day, -1)
  return day
}

/** The last banking day strictly before. */
export function bankingDayBefore(date: CalendarDate): CalendarDate {
  return bankingDayOnOrBefore(addDays(date, -1))
}

/** The first banking day strictly after. */
export function bankingDayAfter(date: CalendarDate): CalendarDate {
  return bankingDayOnOrAfter(addDays(date, 1))
}
