declare const kind: unique symbol

/** A day on the calendar, 'YYYY-MM-DD', years 0001 to 9999: the order of the texts is the order of the days. */
export type CalendarDate = string & { readonly [kind]: 'calendar date' }

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Takes 'YYYY-MM-DD'; throws RangeError naming the value when there is no such day. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`)
  return text
}

export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = numbersOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(date) + days)
}

/** Days from a to b; negative when b is the earlier one. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(b) - dayNumber(a)
}

/** 1 = Monday to 7 = Sunday. */
export function weekday(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8))
}

export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const [year, month] = numbersOf(date)
  return textOf(year, month, lengthOfMonth(year, month))
}

/** The same day some months later, or the last day of that month where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = numbersOf(date)
  const index = year * 12 + (month - 1) + months
  const inYear = Math.floor(index / 12)
  const inMonth = index - inYear * 12 + 1
  return textOf(inYear, inMonth, Math.min(day, lengthOfMonth(inYear, inMonth)))
}

/** Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil). */
function dayNumber(date: CalendarDate): number {
  const [year, month, day] = numbersOf(date)
  const fromMarch = month > 2 ? year : year - 1
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The opposite of dayNumber (civil_from_days). */
function dateOf(dayNumber: number): CalendarDate {
  if (!Number.isSafeInteger(dayNumber)) throw new RangeError(`not a whole number of days: ${dayNumber}`)
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return textOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

function numbersOf(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))]
}

function textOf(year: number, month: number, day: number): CalendarDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`outside the years 0001 to 9999: ${year}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false)) return 29
  return monthLengths[month - 1] ?? 0
}
