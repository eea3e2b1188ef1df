import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { dayNumber, never } from './compiled-tables.ts'

test('days as numbers are read as they are written', () => {
  const days = ['2026-04-08', '2020-01-01', '2025-12-31', '2000-10-10', '9999-12-31']
  expect(days.map(dayNumber)).toEqual([20260408, 20200101, 20251231, 20001010, 99991231])
})

test('days as numbers come in the order of the days, and none after never', () => {
  const first = calendarDate('1999-12-30')
  const day = fc.nat({ max: 20_000 }).map((days) => addDays(first, days))
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(Math.sign(dayNumber(one) - dayNumber(other))).toBe(one === other ? 0 : one < other ? -1 : 1)
      expect(dayNumber(one)).toBeLessThan(never)
    }),
  )
})
