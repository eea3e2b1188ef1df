import { dateIn } from '../../libraries/calendar/index.ts'
import { capital, sayDay, sayShortDay, sayTime } from '../design/say-day.ts'
import type { BlockedTime, CalendarSession } from './calendar-queries.ts'

type Times = Pick<BlockedTime, 'startsAt' | 'endsAt'>

/** "10:00 to 10:55 AM" on a wall in the zone. */
export function sayTimes({ startsAt, endsAt }: Times, zone: string): string {
  const [start, end] = [sayTime(startsAt, zone), sayTime(endsAt, zone)]
  return start.slice(-2) === end.slice(-2) ? `${start.slice(0, -3)} to ${end}` : `${start} to ${end}`
}

/** "Tue, Apr 14, 2026, 10:00 to 10:55 AM", or from one day to another. */
export function sayWhen(times: Times, zone: string): string {
  const [first, last] = [dateIn(times.startsAt, zone), dateIn(times.endsAt, zone)]
  if (first === last) return `${sayDay(first)}, ${sayTimes(times, zone)}`
  return `${sayShortDay(first)}, ${sayTime(times.startsAt, zone)} to ${sayDay(last)}, ${sayTime(times.endsAt, zone)}`
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export function sayWeekday(weekday: number): string {
  return days[weekday - 1] ?? ''
}

/** "Every second week on Tuesday": how a session repeats. */
export function sayRepeat({ everyWeeks, weekdays, lastOn }: NonNullable<CalendarSession['series']>): string {
  const rhythm = everyWeeks === 1 ? 'every week' : everyWeeks === 2 ? 'every second week' : `every ${everyWeeks} weeks`
  const until = lastOn === null ? '' : `, until ${sayDay(lastOn)}`
  return `${capital(rhythm)} on ${weekdays.map(sayWeekday).join(' and ')}${until}`
}

/** The state of a session in one or two words, beside its colour. */
export function sayMark({ state }: Pick<CalendarSession, 'state'>): string {
  switch (state) {
    case 'upcoming':
      return 'Planned'
    case 'to_confirm':
      return 'To confirm'
    case 'confirmed':
    case 'locked':
      return 'Confirmed'
    case 'lapsed':
      return 'Too late to confirm'
    case 'voided':
      return 'Voided'
    case 'cancelled':
      return 'Cancelled'
    case 'no_show':
      return 'Did not come'
  }
}
