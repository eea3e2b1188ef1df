import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dayOfMonth,
  daysBetween,
  lastDayOfMonth,
  type Period,
} from '../../libraries/calendar/index.ts'
import scheduleData from './data/pay-schedules.json' with { type: 'json' }

/**
 * When confirmed sessions are paid. Semi-monthly: confirmed up to the cut-off day, paid that month; later, paid in the
 * next. Every second Friday: the anchor is one of the paydays, and a window ends some days before its payday.
 */
export type PaySchedule =
  | {
      kind: 'semi_monthly'
      cutOffDay: number
      firstHalfPaidOn: number | 'last_day_of_month'
      secondHalfPaidOnDay: number
    }
  | { kind: 'every_second_friday'; anchor: CalendarDate; cutOffDaysBefore: number }

/** A schedule in force for sessions confirmed in its period. */
export type DatedPaySchedule = Period & { schedule: PaySchedule; source: string }

/** The operator's own schedules, from its dated data. */
export const paySchedules = scheduleData.schedules as unknown as readonly DatedPaySchedule[]

/** The days of confirmation, first and last included, that one payday pays. */
export type PaymentWindow = { firstDay: CalendarDate; lastDay: CalendarDate; payDate: CalendarDate }

/** The window that a day of confirmation falls in; days are those of the operator's zone. */
export function paymentWindow(confirmedOn: CalendarDate, schedule: PaySchedule): PaymentWindow {
  switch (schedule.kind) {
    case 'semi_monthly':
      return semiMonthlyWindow(confirmedOn, schedule)
    case 'every_second_friday':
      return secondFridayWindow(confirmedOn, schedule)
  }
}

function semiMonthlyWindow(
  confirmedOn: CalendarDate,
  schedule: Extract<PaySchedule, { kind: 'semi_monthly' }>,
): PaymentWindow {
  const { cutOffDay, firstHalfPaidOn, secondHalfPaidOnDay } = schedule
  const monthEnd = lastDayOfMonth(confirmedOn)
  if (dayOfMonth(confirmedOn) > cutOffDay) {
    const payDate = dayIn(addMonths(firstDayOfMonth(confirmedOn), 1), secondHalfPaidOnDay)
    return { firstDay: addDays(dayIn(confirmedOn, cutOffDay), 1), lastDay: monthEnd, payDate }
  }
  const payDate = firstHalfPaidOn === 'last_day_of_month' ? monthEnd : dayIn(confirmedOn, firstHalfPaidOn)
  return { firstDay: firstDayOfMonth(confirmedOn), lastDay: dayIn(confirmedOn, cutOffDay), payDate }
}

function secondFridayWindow(
  confirmedOn: CalendarDate,
  { anchor, cutOffDaysBefore }: Extract<PaySchedule, { kind: 'every_second_friday' }>,
): PaymentWindow {
  const anchorLastDay = addDays(anchor, -cutOffDaysBefore)
  const fortnights = Math.ceil(daysBetween(anchorLastDay, confirmedOn) / 14)
  const lastDay = addDays(anchorLastDay, fortnights * 14)
  return { firstDay: addDays(lastDay, -13), lastDay, payDate: addDays(lastDay, cutOffDaysBefore) }
}

function firstDayOfMonth(date: CalendarDate): CalendarDate {
  return calendarDate(`${date.slice(0, 8)}01`)
}

function dayIn(month: CalendarDate, day: number): CalendarDate {
  return calendarDate(`${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
}
