import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import type { PaySchedule } from '../payouts/payment-window.ts'
import type { SettingValue } from './dated-setting.ts'

/** A value in words: "48 hours", "at most 3 times, 48 hours apart", "twice a month: …". */
export function saySetting(setting: SettingValue): string {
  switch (setting.kind) {
    case 'count':
      return `${setting.value} ${setting.value === 1 ? setting.unit.slice(0, -1) : setting.unit}`
    case 'retry':
      return setting.attemptsAtMost === 1
        ? 'tried once'
        : `at most ${setting.attemptsAtMost} times, ${setting.hoursBetween} hours apart`
    case 'schedule':
      return saySchedule(setting.schedule)
  }
}

function saySchedule(schedule: PaySchedule): string {
  switch (schedule.kind) {
    case 'semi_monthly': {
      const { cutOffDay, firstHalfPaidOn, secondHalfPaidOnDay } = schedule
      const first = firstHalfPaidOn === 'last_day_of_month' ? 'the last day of the month' : `day ${firstHalfPaidOn}`
      return `twice a month: what is confirmed up to day ${cutOffDay} on ${first}, the rest on day ${secondHalfPaidOnDay} of the next`
    }
    case 'every_second_friday':
      return `every second Friday from ${dateInWords(schedule.anchor as CalendarDate)}, ${schedule.cutOffDaysBefore} days after the cut-off`
  }
}
