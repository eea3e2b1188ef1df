import { addDays, type CalendarDate, calendarDate, weekday } from './calendar-date.ts'

type Holiday = { name: string; from: number; on: (year: number) => CalendarDate }

/**
 * The Federal Reserve Banks' standing holidays, each from the first year they kept it
 * (frbservices.org "Holiday Schedules": a Sunday holiday is kept on Monday, a Saturday one is not moved).
 */
const holidays: Holiday[] = [
  { name: "New Year's Day", from: 1914, on: fixed('01-01') },
  { name: 'Martin Luther King Jr. Day', from: 1986, on: nth(3, 1, '01') },
  { name: "Presidents' Day", from: 1971, on: nth(3, 1, '02') },
  { name: 'Memorial Day', from: 1971, on: lastMondayOfMay },
  { name: 'Juneteenth', from: 2022, on: fixed('06-19') },
  { name: 'Independence Day', from: 1914, on: fixed('07-04') },
  { name: 'Labor Day', from: 1914, on: nth(1, 1, '09') },
  { name: 'Columbus Day', from: 1971, on: nth(2, 1, '10') },
  { name: 'Veterans Day', from: 1978, on: fixed('11-11') },
  { name: 'Thanksgiving Day', from: 1942, on: nth(4, 4, '11') },
  { name: 'Christmas Day', from: 1914, on: fixed('12-25') },
]

/** The weekdays of a year on which the Federal Reserve Banks are closed, in order. Trustworthy from 1986 on. */
export function federalReserveHolidays(year: number): CalendarDate[] {
  return holidays
    .filter((holiday) => year >= holiday.from)
    .map((holiday) => holiday.on(year))
    .filter((date) => weekday(date) !== 6)
    .map((date) => (weekday(date) === 7 ? addDays(date, 1) : date))
}

function fixed(monthAndDay: string): Holiday['on'] {
  return (year) => calendarDate(`${fourDigits(year)}-${monthAndDay}`)
}

function nth(count: number, day: number, month: string): Holiday['on'] {
  return (year) => {
    const first = calendarDate(`${fourDigits(year)}-${month}-01`)
    return addDays(first, ((day - weekday(first) + 7) % 7) + (count - 1) * 7)
  }
}

function lastMondayOfMay(year: number): CalendarDate {
  const last = calendarDate(`${fourDigits(year)}-05-31`)
  return addDays(last, 1 - weekday(last))
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0')
}
