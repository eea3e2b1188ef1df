import {
  addDays,
  addMonths,
  type CalendarDate,
  dateInWords,
  daysBetween,
  weekday,
} from '../../libraries/calendar/index.ts'
import { type PaymentWindow, type PaySchedule, paymentWindow } from './payment-window.ts'
import { sendsOn } from './sends-on.ts'

export type ScheduleCheck =
  | { accepted: true }
  | { accepted: false; because: 'not_a_schedule'; field: string; words: string }
  | { accepted: false; because: 'cuts_off_too_late'; window: PaymentWindow; words: string }

// A session confirmed in the last minute of a window may be corrected for 48 hours: the file is made after that.
const daysForCorrections = 3
// Week days, month lengths and leap years come round again after 28 years.
const monthsLookedAt = 28 * 12

/**
 * Whether a schedule keeps its promise on every payday from a day on: a window must be over at least three days before
 * the file goes to the bank, so that the 48 hours for corrections end first.
 */
export function checkSchedule(schedule: PaySchedule, from: CalendarDate): ScheduleCheck {
  const flaw = findFlaw(schedule)
  if (flaw !== null) return { accepted: false, because: 'not_a_schedule', ...flaw }

  const until = addMonths(from, monthsLookedAt)
  let day = from
  while (day < until) {
    const window = paymentWindow(day, schedule)
    if (daysBetween(window.lastDay, sendsOn(window.payDate)) < daysForCorrections) return tooLate(window)
    day = addDays(window.lastDay, 1)
  }
  return { accepted: true }
}

function tooLate(window: PaymentWindow): ScheduleCheck {
  const words =
    `Sessions confirmed until ${dateInWords(window.lastDay)} would be paid on ${dateInWords(window.payDate)}, ` +
    `but that file goes to the bank on ${dateInWords(sendsOn(window.payDate))}: ` +
    `leave at least ${daysForCorrections} days, so that the 48 hours for corrections end first.`
  return { accepted: false, because: 'cuts_off_too_late', window, words }
}

function findFlaw(schedule: PaySchedule): { field: string; words: string } | null {
  switch (schedule.kind) {
    case 'semi_monthly': {
      const { cutOffDay, firstHalfPaidOn, secondHalfPaidOnDay } = schedule
      if (!isDay(cutOffDay, 27)) return { field: 'cutOffDay', words: 'The cut-off day must be from 1 to 27.' }
      if (firstHalfPaidOn !== 'last_day_of_month' && !isDay(firstHalfPaidOn, 28)) {
        return {
          field: 'firstHalfPaidOn',
          words: 'The first payday must be from 1 to 28, or the last day of the month.',
        }
      }
      if (!isDay(secondHalfPaidOnDay, 28)) {
        return { field: 'secondHalfPaidOnDay', words: 'The second payday must be from 1 to 28.' }
      }
      return null
    }
    case 'every_second_friday':
      if (weekday(schedule.anchor) !== 5) return { field: 'anchor', words: 'The first payday must be a Friday.' }
      if (!Number.isSafeInteger(schedule.cutOffDaysBefore) || schedule.cutOffDaysBefore < 0) {
        return { field: 'cutOffDaysBefore', words: 'The days between cut-off and payday must be a whole number.' }
      }
      return null
  }
}

function isDay(day: number, most: number): boolean {
  return Number.isSafeInteger(day) && day >= 1 && day <= most
}
