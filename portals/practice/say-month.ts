import type { CalendarDate } from '../../libraries/calendar/index.ts'

/** "Apr 2026", of any day in it. */
export function sayMonth(day: CalendarDate): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', year: 'numeric' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
