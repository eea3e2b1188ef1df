import { bankingDayOnOrBefore, type CalendarDate } from '../../libraries/calendar/index.ts'

/** The day the money arrives: the pay date or, where banks are closed then, the banking day before. */
export function settlesOn(payDate: CalendarDate): CalendarDate {
  return bankingDayOnOrBefore(payDate)
}
