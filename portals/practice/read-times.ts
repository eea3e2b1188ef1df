import { addDays, type Instant, instantAt, isCalendarDate } from '../../libraries/calendar/index.ts'

/** What stands in the fields: a day and two times of the practice's wall clock. */
export type PlannedTimes = { day: string; start: string; end: string }

export type TimesRead = { startsAt: Instant; endsAt: Instant } | { field: 'day' | 'start' | 'end'; trouble: string }

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** The two moments, or what stands in the way. `overnight` when the end is meant to lie on the next day. */
export function readTimes({ day, start, end }: PlannedTimes, zone: string, overnight = false): TimesRead {
  if (!isCalendarDate(day)) return { field: 'day', trouble: 'There is no such day. Choose one from the calendar.' }
  if (!clockTime.test(start)) return { field: 'start', trouble: 'Say when it started, as 4:00 PM.' }
  if (!clockTime.test(end)) return { field: 'end', trouble: 'Say when it ended, as 4:54 PM.' }
  if (end <= start && !overnight)
    return { field: 'end', trouble: 'The end lies before the start. Correct one of them.' }
  return {
    startsAt: instantAt(day, start, zone),
    endsAt: instantAt(overnight ? addDays(day, 1) : day, end, zone),
  }
}

/** "16:00" -> "17:00"; null when that would be another day. */
export function hourAfter(time: string): string | null {
  if (!clockTime.test(time)) return null
  const hour = Number(time.slice(0, 2)) + 1
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}${time.slice(2)}`
}
