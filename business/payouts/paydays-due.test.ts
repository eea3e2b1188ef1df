import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { payDate } from './pay-date.ts'
import { paydaysDue } from './paydays-due.ts'
import { type DatedPaySchedule, paySchedules } from './payment-window.ts'
import { scheduleOn } from './schedule-on.ts'
import { sendsOn } from './sends-on.ts'

const since = (confirmedFrom: string, on: string, schedules = paySchedules) =>
  paydaysDue(schedules, { confirmedFrom: calendarDate(confirmedFrom), on: calendarDate(on) })

test.each([
  ['the file of 30 April is not due on 28 April', '2026-04-08', '2026-04-28', []],
  ['it is due on 29 April', '2026-04-08', '2026-04-29', ['2026-04-30']],
  ['and on every later day', '2026-04-08', '2026-05-13', ['2026-04-30']],
  [
    'the next one is due one banking day before Friday 15 May',
    '2026-04-08',
    '2026-05-14',
    ['2026-04-30', '2026-05-15'],
  ],
  ['nothing before anything was confirmed', '2026-04-08', '2026-04-07', []],
] as const)('%s', (_, confirmedFrom, on, paydays) => {
  expect(since(confirmedFrom, on)).toEqual(paydays)
})

const changing: DatedPaySchedule[] = [
  ...paySchedules.map((dated) => ({ ...dated, until: calendarDate('2026-06-08') })),
  {
    from: calendarDate('2026-06-08'),
    until: null,
    source: 'test',
    schedule: { kind: 'every_second_friday', anchor: calendarDate('2026-06-26'), cutOffDaysBefore: 6 },
  },
]

test('a changed schedule pays what was confirmed before the change by the old one', () => {
  expect(since('2026-06-01', '2026-06-30', changing)).toEqual(['2026-06-26', '2026-06-30'])
})

test('days without a schedule have no payday', () => {
  expect(since('2019-11-01', '2019-12-31')).toEqual([])
  expect(since('2019-12-20', '2020-02-01')).toEqual(['2020-01-31'])
})

test('exactly the paydays of some confirmation so far whose send day has come', () => {
  const start = calendarDate('2026-01-01')
  fc.assert(
    fc.property(fc.nat({ max: 700 }), fc.nat({ max: 200 }), (offset, length) => {
      const confirmedFrom = addDays(start, offset)
      const on = addDays(confirmedFrom, length)
      const expected = new Set<string>()
      for (let day = confirmedFrom; day <= on; day = addDays(day, 1)) {
        const dated = scheduleOn(changing, day)
        if (dated === null) continue
        const payday = payDate(day, dated.schedule)
        if (sendsOn(payday) <= on) expected.add(payday)
      }
      expect(paydaysDue(changing, { confirmedFrom, on })).toEqual([...expected].sort())
    }),
  )
})
