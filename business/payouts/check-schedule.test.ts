import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, daysBetween } from '../../libraries/calendar/index.ts'
import { checkSchedule } from './check-schedule.ts'
import { type PaySchedule, paymentWindow } from './payment-window.ts'
import { sendsOn } from './sends-on.ts'

const from = calendarDate('2026-01-01')
const anchor = calendarDate('2026-01-09')
const halves = (cutOffDay: number, firstHalfPaidOn: number | 'last_day_of_month', second: number): PaySchedule => ({
  kind: 'semi_monthly',
  cutOffDay,
  firstHalfPaidOn,
  secondHalfPaidOnDay: second,
})
const fridays = (cutOffDaysBefore: number): PaySchedule => ({ kind: 'every_second_friday', anchor, cutOffDaysBefore })

test.each([
  ['the promise', halves(15, 'last_day_of_month', 15)],
  ['every second Friday, cut off the Saturday before', fridays(6)],
  ['a cut-off nine days before the second payday', halves(15, 28, 15)],
] as const)('a schedule is accepted: %s', (_, schedule) => {
  expect(checkSchedule(schedule, from)).toEqual({ accepted: true })
})

test.each([
  ['cut off the day before payday', fridays(1)],
  ['three days before payday is two before the file', fridays(3)],
  ['in some years a holiday brings the file forward', fridays(4)],
  ['the second half paid on the first of the month', halves(15, 'last_day_of_month', 1)],
  ['the cut-off the day before the payday', halves(15, 16, 15)],
] as const)('a schedule that cuts off too late is refused: %s', (_, schedule) => {
  expect(checkSchedule(schedule, from)).toMatchObject({ accepted: false, because: 'cuts_off_too_late' })
})

test.each([
  ['a cut-off day that February lacks', halves(30, 'last_day_of_month', 15), 'cutOffDay'],
  ['a payday that is no day', halves(15, 0, 15), 'firstHalfPaidOn'],
  ['a payday on the 31st', halves(15, 'last_day_of_month', 31), 'secondHalfPaidOnDay'],
  ['a first payday that is a Thursday', { ...fridays(6), anchor: calendarDate('2026-01-08') }, 'anchor'],
  ['half a day', fridays(5.5), 'cutOffDaysBefore'],
  ['a window that ends after its payday', fridays(-1), 'cutOffDaysBefore'],
] as const)('what is no schedule is refused by its field: %s', (_, schedule, field) => {
  expect(checkSchedule(schedule, from)).toMatchObject({ accepted: false, because: 'not_a_schedule', field })
})

test('an accepted schedule never sends a file before the corrections of its last session have ended', () => {
  const schedules = fc.oneof(
    fc.integer({ min: 0, max: 13 }).map(fridays),
    fc
      .record({
        cutOff: fc.integer({ min: 1, max: 27 }),
        first: fc.integer({ min: 1, max: 28 }),
        second: fc.integer({ min: 1, max: 28 }),
      })
      .map(({ cutOff, first, second }) => halves(cutOff, first, second)),
  )
  fc.assert(
    fc.property(schedules, fc.integer({ min: 0, max: 10_000 }), (schedule, days) => {
      if (!checkSchedule(schedule, from).accepted) return
      const window = paymentWindow(addDays(from, days), schedule)
      expect(daysBetween(window.lastDay, sendsOn(window.payDate))).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: 60 },
  )
})
