import { paymentWindow, paySchedules } from '../../business/payouts/payment-window.ts'
import { scheduleOn } from '../../business/payouts/schedule-on.ts'
import { settlesOn } from '../../business/payouts/settles-on.ts'
import { addDays, type CalendarDate } from '../../libraries/calendar/index.ts'

export type PayWindow = { lastDay: CalendarDate; arrivesOn: CalendarDate }

/** The window of a confirmation made today, and the one after it; null where no schedule is in force. */
export function payWindows(today: CalendarDate): { now: PayWindow; later: PayWindow | null } | null {
  const now = windowOn(today)
  return now && { now, later: windowOn(addDays(now.lastDay, 1)) }
}

function windowOn(day: CalendarDate): PayWindow | null {
  const found = scheduleOn(paySchedules, day)
  if (!found) return null
  const window = paymentWindow(day, found.schedule)
  return { lastDay: window.lastDay, arrivesOn: settlesOn(window.payDate) }
}
