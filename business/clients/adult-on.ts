import { addMonths, type CalendarDate } from '../../libraries/calendar/index.ts'

/**
 * The first day on which somebody decides for themselves: their eighteenth birthday (the age of majority of every state
 * of the network but Alabama and Nebraska, where it is 19, and Mississippi, 21; read 2026-04-01 in each state's code).
 * The earliest is taken: whoever may decide for themselves in most places is not opened to another without being asked.
 */
export function adultOn(dateOfBirth: CalendarDate): CalendarDate {
  return addMonths(dateOfBirth, 18 * 12)
}
