import { addMinutes, type CalendarDate, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import type { Series } from './series.ts'

/**
 * When a series meets on one of its dates: its wall time there, whatever the clock does that night (a time that is skipped
 * moves forward by the gap, of a doubled one the first is meant), for its number of minutes that pass.
 */
export function meetingOn(
  { wallTime, zone, minutes }: Pick<Series, 'wallTime' | 'zone' | 'minutes'>,
  date: CalendarDate,
): { startsAt: Instant; endsAt: Instant } {
  const startsAt = instantAt(date, wallTime, zone)
  return { startsAt, endsAt: addMinutes(startsAt, minutes) }
}
