import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, birthday, type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { adultOn, type MajorityAge } from './adult-on.ts'

const age = (state: string, years: number, from = '2000-01-01', until: string | null = null): MajorityAge => ({
  state,
  years,
  during: { from: calendarDate(from), until: until === null ? null : calendarDate(until) },
})
const ages = [age('NY', 18), age('AL', 19), age('NE', 19), age('MS', 21)]
const lowered = [age('NY', 18), age('MS', 21, '2000-01-01', '2027-07-01'), age('MS', 18, '2027-07-01')]

test.each([
  // situation                                        born          state  ages     of age on
  ['eighteen in New York', '2008-04-08', 'NY', ages, '2026-04-08'],
  ['nineteen in Alabama', '2008-04-08', 'AL', ages, '2027-04-08'],
  ['nineteen in Nebraska', '2008-04-08', 'NE', ages, '2027-04-08'],
  ['twenty-one in Mississippi', '2008-04-08', 'MS', ages, '2029-04-08'],
  ['born on February 29, New York', '2008-02-29', 'NY', ages, '2026-03-01'],
  ['born on February 29, Alabama', '2008-02-29', 'AL', ages, '2027-03-01'],
  ['born on February 29, Mississippi', '2008-02-29', 'MS', ages, '2029-03-01'],
  ['of no known state: the earliest of any', '2008-04-08', null, ages, '2026-04-08'],
  ['of a state without a rule: the earliest of any', '2008-04-08', 'GU', ages, '2026-04-08'],
  ['of age before the law was lowered', '2006-01-15', 'MS', lowered, '2027-01-15'],
  ['of age on the day of the lower law', '2008-04-08', 'MS', lowered, '2027-07-01'],
  ['of age after the law was lowered', '2010-04-08', 'MS', lowered, '2028-04-08'],
] as const)('%s', (_, born, state, known, expected) => {
  expect(adultOn(calendarDate(born), state, known)).toBe(expected)
})

const born = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(calendarDate('1980-01-01'), days))
const change = fc.record({
  day: born,
  before: fc.integer({ min: 18, max: 21 }),
  after: fc.integer({ min: 18, max: 21 }),
})

test('everybody is of age one day, on or after the youngest age of the law and never after its oldest', () => {
  fc.assert(
    fc.property(born, change, (dateOfBirth: CalendarDate, { day, before, after }) => {
      const law = [age('NY', before, '1950-01-01', day), age('NY', after, day)]
      const on = adultOn(dateOfBirth, 'NY', law)
      expect(on >= birthday(dateOfBirth, Math.min(before, after))).toBe(true)
      expect(on <= birthday(dateOfBirth, Math.max(before, after))).toBe(true)
    }),
  )
})

test('who is younger is never of age sooner, and an unknown state is never later than any state', () => {
  fc.assert(
    fc.property(born, born, fc.constantFrom('NY', 'AL', 'NE', 'MS'), (a, b, state) => {
      const [elder, younger] = a <= b ? [a, b] : [b, a]
      expect(adultOn(elder, state, ages) <= adultOn(younger, state, ages)).toBe(true)
      expect(adultOn(a, null, ages) <= adultOn(a, state, ages)).toBe(true)
    }),
  )
})
