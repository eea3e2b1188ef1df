import { sayDate, sayShortDate } from '../../business/visits/say-date.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Language } from './messages.ts'

/** A day of this year without its year, another with it. */
export function sayDayNear(language: Language, today: CalendarDate, day: CalendarDate): string {
  return today.slice(0, 4) === day.slice(0, 4) ? sayShortDate(language, day) : sayDate(language, day)
}
