import { bankingDayBefore, type CalendarDate } from '../../libraries/calendar/index.ts'
import { settlesOn } from './settles-on.ts'

/** The day the payment file goes to the bank: one banking day before the money settles. */
export function sendsOn(payDate: CalendarDate): CalendarDate {
  return bankingDayBefore(settlesOn(payDate))
}
