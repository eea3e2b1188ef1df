import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type PaySchedule, paymentWindow } from './payment-window.ts'

/** The day on which a session confirmed that day (in the operator's zone) is paid. */
export function payDate(confirmedOn: CalendarDate, schedule: PaySchedule): CalendarDate {
  return paymentWindow(confirmedOn, schedule).payDate
}
