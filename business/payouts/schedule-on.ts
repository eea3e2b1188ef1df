import { type CalendarDate, holds } from '../../libraries/calendar/index.ts'
import type { DatedPaySchedule } from './payment-window.ts'

/** The schedule in force on a day of confirmation, or null where none is: a gap for the operator to close. */
export function scheduleOn(schedules: readonly DatedPaySchedule[], confirmedOn: CalendarDate): DatedPaySchedule | null {
  return schedules.find((dated) => holds(dated, confirmedOn)) ?? null
}
