import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dayOfMonth,
  daysBetween,
  federalReserveHolidays,
  isBankingDay,
  lastDayOfMonth,
  weekday,
} from '../../libraries/calendar/index.ts'
import { payDate } from './pay-date.ts'
import { type PaySchedule, paymentWindow, paySchedules } from './payment-window.ts'
import { scheduleOn } from './schedule-on.ts'
import { sendsOn } from './sends-on.ts'
import { settlesOn } from './settles-on.ts'

const promise: PaySchedule = {
  kind: 'semi_monthly',
  cutOffDay: 15,
  firstHalfPaidOn: 'last_day_of_month',
  secondHalfPaidOnDay: 15,
}
const fridays: PaySchedule = {
  kind: 'every_second_friday',
  anchor: calendarDate('2026-01-09'),
  cutOffDaysBefore: 6,
}

test.each([
  // situation                                          confirmed     paid          settles       sent
  ['the story: 8 April is paid on 30 April', '2026-04-08', '2026-04-30', '2026-04-30', '2026-04-29'],
  ['the first of a month', '2026-04-01', '2026-04-30', '2026-04-30', '2026-04-29'],
  ['15 January: a Saturday payday settles on Friday', '2026-01-15', '2026-01-31', '2026-01-30', '2026-01-29'],
  ['16 January: a Sunday payday settles on Friday', '2026-01-16', '2026-02-15', '2026-02-13', '2026-02-12'],
  ['31 January belongs to the second half', '2026-01-31', '2026-02-15', '2026-02-13', '2026-02-12'],
  ['10 February of a common year', '2026-02-10', '2026-02-28', '2026-02-27', '2026-02-26'],
  ['10 February of a leap year', '2028-02-10', '2028-02-29', '2028-02-29', '2028-02-28'],
  ['28 February of a common year', '2026-02-28', '2026-03-15', '2026-03-13', '2026-03-12'],
  ['28 February of a leap year', '2028-02-28', '2028-03-15', '2028-03-15', '2028-03-14'],
  ['29 February', '2028-02-29', '2028-03-15', '2028-03-15', '2028-03-14'],
  ['15 February of a century that leaps', '2000-02-15', '2000-02-29', '2000-02-29', '2000-02-28'],
  ['15 December: New Year’s Eve is a banking day', '2026-12-15', '2026-12-31', '2026-12-31', '2026-12-30'],
  ['31 December is paid next year', '2026-12-31', '2027-01-15', '2027-01-15', '2027-01-14'],
  ['16 December is paid next year', '2026-12-16', '2027-01-15', '2027-01-15', '2027-01-14'],
  ['a Memorial Day payday settles on the Friday', '2027-05-03', '2027-05-31', '2027-05-28', '2027-05-27'],
  ['the file steps over a holiday: MLK Day on 15 Jan', '2023-12-20', '2024-01-15', '2024-01-12', '2024-01-11'],
  ['the file steps over a weekend', '2026-05-20', '2026-06-15', '2026-06-15', '2026-06-12'],
  ['the file steps over Presidents’ Day', '2027-01-20', '2027-02-15', '2027-02-12', '2027-02-11'],
  ['Veterans Day before the payday', '2025-10-20', '2025-11-15', '2025-11-14', '2025-11-13'],
  ['a Saturday holiday does not shift: 4 July 2026', '2026-06-30', '2026-07-15', '2026-07-15', '2026-07-14'],
] as const)('%s', (_, confirmed, paid, settled, sent) => {
  const due = payDate(calendarDate(confirmed), promise)
  expect([due, settlesOn(due), sendsOn(due)]).toEqual([paid, settled, sent])
})

test('a holiday on a Saturday leaves the Friday before it a banking day', () => {
  expect(settlesOn(calendarDate('2026-07-04'))).toBe('2026-07-03')
  expect(sendsOn(calendarDate('2026-07-04'))).toBe('2026-07-02')
  expect(settlesOn(calendarDate('2027-12-25'))).toBe('2027-12-24')
})

test.each([
  ['on the last day of a window', '2026-01-03', '2026-01-09'],
  ['a day too late for it', '2026-01-04', '2026-01-23'],
  ['on the payday itself', '2026-01-09', '2026-01-23'],
  ['before the anchor', '2025-12-20', '2025-12-26'],
] as const)('every second Friday: confirmed %s', (_, confirmed, paid) => {
  expect(payDate(calendarDate(confirmed), fridays)).toBe(paid)
})

const day = fc
  .integer({ min: 0, max: daysBetween(calendarDate('2020-01-01'), calendarDate('2060-12-31')) })
  .map((days) => addDays(calendarDate('2020-01-01'), days))
const schedule = fc.constantFrom(promise, fridays)

test('a session confirmed later is never paid earlier', () => {
  fc.assert(
    fc.property(day, day, schedule, (one, other, schedule) => {
      const [first, second] = one < other ? [one, other] : [other, one]
      expect(payDate(first, schedule) <= payDate(second, schedule)).toBe(true)
    }),
  )
})

test('a session is paid after its window ends, and within thirty-one days of confirmation', () => {
  fc.assert(
    fc.property(day, schedule, (confirmedOn, schedule) => {
      const { firstDay, lastDay, payDate } = paymentWindow(confirmedOn, schedule)
      expect(firstDay <= confirmedOn && confirmedOn <= lastDay && lastDay < payDate).toBe(true)
      expect(daysBetween(confirmedOn, payDate)).toBeLessThanOrEqual(31)
    }),
  )
})

test('windows meet without gap or overlap', () => {
  fc.assert(
    fc.property(day, schedule, (confirmedOn, schedule) => {
      const window = paymentWindow(confirmedOn, schedule)
      expect(paymentWindow(window.firstDay, schedule)).toEqual(window)
      expect(paymentWindow(window.lastDay, schedule)).toEqual(window)
      expect(paymentWindow(addDays(window.lastDay, 1), schedule).firstDay).toBe(addDays(window.lastDay, 1))
    }),
  )
})

test('the promise, said a second way: up to the 15th the last of the month, later the 15th of the next', () => {
  fc.assert(
    fc.property(day, (confirmedOn) => {
      const expected: CalendarDate =
        dayOfMonth(confirmedOn) <= 15
          ? lastDayOfMonth(confirmedOn)
          : calendarDate(`${addMonths(confirmedOn, 1).slice(0, 8)}15`)
      expect(payDate(confirmedOn, promise)).toBe(expected)
    }),
  )
})

test('money arrives on a banking day, never after the payday, with no banking day between', () => {
  fc.assert(
    fc.property(day, schedule, (confirmedOn, schedule) => {
      const due = payDate(confirmedOn, schedule)
      const settled = settlesOn(due)
      const sent = sendsOn(due)
      expect(isBankingDay(settled) && isBankingDay(sent)).toBe(true)
      expect(sent < settled && settled <= due).toBe(true)
      for (const between of daysAfter(settled, due)) expect(isBankingDay(between)).toBe(false)
      for (const between of daysAfter(sent, addDays(settled, -1))) expect(isBankingDay(between)).toBe(false)
    }),
  )
})

test('no payment settles on a holiday of the Federal Reserve or at a weekend, in forty years', () => {
  for (let year = 2020; year <= 2060; year += 1) {
    const holidays = new Set<string>([...federalReserveHolidays(year), ...federalReserveHolidays(year - 1)])
    for (let month = 1; month <= 12; month += 1) {
      for (const half of ['01', '16']) {
        const confirmed = calendarDate(`${year}-${String(month).padStart(2, '0')}-${half}`)
        const settled = settlesOn(payDate(confirmed, promise))
        expect(weekday(settled)).toBeLessThanOrEqual(5)
        expect(holidays.has(settled)).toBe(false)
      }
    }
  }
})

test('the operator’s own schedule is the promise, and is in force for the years of its contracts', () => {
  expect(scheduleOn(paySchedules, calendarDate('2026-04-08'))?.schedule).toEqual(promise)
  expect(scheduleOn(paySchedules, calendarDate('2019-12-31'))).toBeNull()
})

function daysAfter(from: CalendarDate, until: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) days.push(day)
  return days
}
