import { addDays, addMonths, type CalendarDate, dayOfMonth } from './calendar-date.ts'

/**
 * The first day on which somebody is so many years old. Who was born on February 29 is a year older on March 1 where there
 * is no such day: the year of life that began on March 1 is whole only when February 28 has passed.
 */
export function birthday(dateOfBirth: CalendarDate, years: number): CalendarDate {
  const sameDay = addMonths(dateOfBirth, years * 12)
  return dayOfMonth(sameDay) === dayOfMonth(dateOfBirth) ? sameDay : addDays(sameDay, 1)
}
