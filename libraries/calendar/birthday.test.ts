import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthday } from './birthday.ts'
import { addDays, calendarDate } from './calendar-date.ts'

test.each([
  // born          years  is so old from
  ['2008-04-08', 18, '2026-04-08'],
  ['2008-02-29', 18, '2026-03-01'],
  ['2008-02-29', 20, '2028-02-29'],
  ['2008-02-28', 18, '2026-02-28'],
  ['2007-12-31', 21, '2028-12-31'],
  ['1999-02-28', 1, '2000-02-28'],
] as const)('who was born on %s is %i years old from %s on', (born, years, from) => {
  expect(birthday(calendarDate(born), years)).toBe(from)
})

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(calendarDate('1900-01-01'), days))

test('nobody grows older by a year sooner than another who was born later, and each year of life comes after the last', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 120 }), (a, b, years) => {
      const [elder, younger] = a <= b ? [a, b] : [b, a]
      expect(birthday(elder, years) <= birthday(younger, years)).toBe(true)
      expect(birthday(a, years) < birthday(a, years + 1)).toBe(true)
    }),
  )
})
