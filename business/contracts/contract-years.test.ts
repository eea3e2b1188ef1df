import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, type Period } from '../../libraries/calendar/index.ts'
import { contractYears } from './contract-years.ts'

const day = calendarDate

// biome-ignore format: a table, one situation a line
test.each([
  ['before it begins',                '2025-06-30', null,         []],
  ['on its first day',                '2025-07-01', null,         ['2025-07-01/2026-07-01']],
  ['on the last day of a year',       '2026-06-30', null,         ['2025-07-01/2026-07-01']],
  ['on its anniversary',              '2026-07-01', null,         ['2025-07-01/2026-07-01', '2026-07-01/2027-07-01']],
  ['when it ends within a year',      '2027-01-01', '2026-10-01', ['2025-07-01/2026-07-01', '2026-07-01/2026-10-01']],
  ['when it ends on an anniversary',  '2027-01-01', '2026-07-01', ['2025-07-01/2026-07-01']],
] as const)('the years of a contract %s', (_, on, until, expected) => {
  const during = { from: day('2025-07-01'), until: until === null ? null : day(until) }
  expect(contractYears(during, day(on)).map(({ from, until: end }) => `${from}/${end}`)).toEqual(expected)
})

test('every day of a contract that has come lies in exactly one of its years', () => {
  const begins = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2016-02-29'), days))
  fc.assert(
    fc.property(begins, fc.option(fc.integer({ min: 1, max: 3000 })), fc.nat(3000), (from, length, after) => {
      const during: Period = { from, until: length === null ? null : addDays(from, length) }
      const on = addDays(from, after)
      const isInForce = during.until === null || on < during.until
      const holding = contractYears(during, on).filter((year) => year.from <= on && on < year.until)
      expect(holding).toHaveLength(isInForce ? 1 : 0)
    }),
  )
})
