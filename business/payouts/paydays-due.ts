import { addDays, type CalendarDate } from '../../libraries/calendar/index.ts'
import { type DatedPaySchedule, paymentWindow } from './payment-window.ts'
import { scheduleOn } from './schedule-on.ts'
import { sendsOn } from './sends-on.ts'

/**
 * The paydays whose file is due at the bank on or before `on`, of those that pay confirmations from `confirmedFrom`
 * onwards; in order, each once. Days without a schedule have no payday.
 */
export function paydaysDue(
  schedules: readonly DatedPaySchedule[],
  { confirmedFrom, on }: { confirmedFrom: CalendarDate; on: CalendarDate },
): CalendarDate[] {
  const due = new Set<CalendarDate>()
  let day = confirmedFrom
  while (day <= on) {
    const dated = scheduleOn(schedules, day)
    if (dated === null) {
      day = addDays(day, 1)
      continue
    }
    const { lastDay, payDate } = paymentWindow(day, dated.schedule)
    if (sendsOn(payDate) <= on) due.add(payDate)
    day = addDays(lastDay, 1)
    if (dated.until !== null && dated.until < day) day = dated.until
  }
  return [...due].sort()
}
