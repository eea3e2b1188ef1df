import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  bankingDayAfter,
  bankingDayBefore,
  bankingDayOnOrAfter,
  bankingDayOnOrBefore,
  type CalendarDate,
  calendarDate,
  dateIn,
  dateInWords,
  dayOfMonth,
  daysBetween,
  earliest,
  federalReserveHolidays,
  holds,
  instant,
  instantAt,
  isBankingDay,
  isCalendarDate,
  lastDayOfMonth,
  latest,
  minutesBetween,
  timeIn,
  weekday,
} from './index.ts'

const newYork = 'America/New_York'
const day = (text: string) => calendarDate(text)
const anyDate = fc
  .record({ year: fc.integer({ min: 2, max: 9997 }), of: fc.nat({ max: 364 }) })
  .map(({ year, of }) => addDays(day(`${String(year).padStart(4, '0')}-01-01`), of))
const moment = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => instant(date.toISOString()))

test.each([
  '2026-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '0000-01-01',
  '2026-04-08T00',
  '',
  '2026-04-08\n',
])('%j is no day', (text) => {
  expect(isCalendarDate(text)).toBe(false)
  expect(() => calendarDate(text)).toThrow(new RangeError(`not a calendar date: ${text}`))
})

test.each(['2024-02-29', '2000-02-29', '9999-12-31', '0001-01-01'])('%s is a day', (text) => {
  expect(isCalendarDate(text)).toBe(true)
})

test('day arithmetic agrees with Temporal over the whole calendar', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, by) => {
      const plain = Temporal.PlainDate.from(date)
      expect(addDays(date, by)).toBe(plain.add({ days: by }).toString())
      expect(addMonths(date, Math.trunc(by / 30))).toBe(plain.add({ months: Math.trunc(by / 30) }).toString())
      expect(weekday(date)).toBe(plain.dayOfWeek)
      expect(dayOfMonth(date)).toBe(plain.day)
      expect(dayOfMonth(lastDayOfMonth(date))).toBe(plain.daysInMonth)
      expect(daysBetween(date, addDays(date, by))).toBe(by)
    }),
    { numRuns: 300 },
  )
})

test('every day from 1999 to 2101 follows the day before', () => {
  let before = Temporal.PlainDate.from('1999-01-01')
  for (let date = day('1999-01-01'); date < '2101-01-01'; date = addDays(date, 1)) {
    expect(date).toBe(before.toString())
    before = before.add({ days: 1 })
  }
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-15', -13, '2024-12-15'],
])('%s and %i months is %s', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected)
})

test('the calendar ends instead of wrapping around', () => {
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError)
  expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(RangeError)
})

// frbservices.org, "Federal Reserve Bank Holiday Schedule"
test.each([
  [
    2022,
    '2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 2022-12-26',
  ],
  [
    2023,
    '2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 2023-11-23 2023-12-25',
  ],
  [
    2026,
    '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
  ],
  [2027, '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25'],
])('the Federal Reserve of %i is closed on %s', (year, expected) => {
  expect(federalReserveHolidays(year).join(' ')).toBe(expected)
})

test('a Saturday holiday does not close the Friday before: Friday, July 3, 2026 settles', () => {
  expect(isBankingDay(day('2026-07-03'))).toBe(true)
  expect(isBankingDay(day('2026-06-19'))).toBe(false)
  expect(isBankingDay(day('2021-06-18'))).toBe(true)
})

test('from 2020 to 2060 banking days come and go as they should', () => {
  let before: CalendarDate | undefined
  for (let date = day('2020-01-01'); date < '2061-01-01'; date = addDays(date, 1)) {
    const open = isBankingDay(date)
    expect(bankingDayOnOrAfter(date) === date).toBe(open)
    expect(bankingDayOnOrBefore(date) === date).toBe(open)
    expect(open && weekday(date) > 5).toBe(false)
    if (!open) continue
    if (before !== undefined) {
      expect(bankingDayBefore(date)).toBe(before)
      expect(bankingDayAfter(before)).toBe(date)
      expect(daysBetween(before, date)).toBeLessThanOrEqual(4)
    }
    before = date
  }
})

test('every year from 2022 to 2060 has eight to eleven closed weekdays', () => {
  for (let year = 2022; year <= 2060; year += 1) {
    const closed = federalReserveHolidays(year)
    expect(closed.length).toBeGreaterThanOrEqual(8)
    expect(closed.length).toBeLessThanOrEqual(11)
    expect(closed).toEqual(closed.toSorted())
    expect(closed.every((date) => weekday(date) <= 5 && date.startsWith(String(year)))).toBe(true)
  }
})

test.each([
  ['2026-04-08T18:00:00-04:00', '2026-04-08T22:00:00.000Z'],
  ['2026-04-08T22:00Z', '2026-04-08T22:00:00.000Z'],
  ['2026-04-08T22:00:00.123456Z', '2026-04-08T22:00:00.123Z'],
])('%s is the moment %s', (text, expected) => {
  expect(instant(text)).toBe(expected)
})

test.each(['', '2026-04-08', '2026-04-08T22:00:00', '2026-02-30T00:00Z', 'now'])('%j is no moment', (text) => {
  expect(() => instant(text)).toThrow(new RangeError(`not a moment: ${text}`))
})

test.each([
  // wall clock in New York                        moment
  ['2026-04-08', '18:00', '2026-04-08T22:00:00.000Z'],
  ['2026-01-08', '18:00', '2026-01-08T23:00:00.000Z'],
  ['2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'], // skipped by the spring change: 03:30
  ['2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
  ['2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'], // twice in autumn: the first
  ['2026-11-01', '23:30', '2026-11-02T04:30:00.000Z'],
])('%s %s in New York is %s', (date, time, expected) => {
  expect(instantAt(day(date), time, newYork)).toBe(expected)
})

test('a time of day that does not exist is refused', () => {
  expect(() => instantAt(day('2026-04-08'), '24:00', newYork)).toThrow(RangeError)
  expect(() => instantAt(day('2026-04-08'), '9:00', newYork)).toThrow(RangeError)
})

test('the wall clock shows what a moment was made of, except where the clock was changed', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(newYork, 'Pacific/Honolulu', 'Asia/Kolkata', 'UTC'), (at, zone) => {
      const back = instantAt(dateIn(at, zone), timeIn(at, zone), zone)
      const lost = minutesBetween(back, at)
      expect((lost >= 0 && lost < 1) || (lost >= 60 && lost < 61)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('hours and minutes are real time, across the change of clocks too', () => {
  const before = instantAt(day('2026-03-07'), '18:00', newYork)
  expect(timeIn(addHours(before, 24), newYork)).toBe('19:00')
  expect(addMinutes(before, 90)).toBe(addHours(before, 1.5))
  fc.assert(
    fc.property(moment, fc.integer({ min: -100_000, max: 100_000 }), (at, by) => {
      expect(minutesBetween(at, addMinutes(at, by))).toBe(by)
    }),
  )
})

test('the order of the texts is the order of time', () => {
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      expect(a < b).toBe(Date.parse(a) < Date.parse(b))
      expect(earliest(a, b) <= latest(a, b)).toBe(true)
    }),
  )
})

test('a period holds from its first day until, and not on, its end', () => {
  const half = { from: day('2026-01-01'), until: day('2026-07-01') }
  expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => holds(half, day(on)))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(holds({ from: day('2026-01-01'), until: null }, day('9999-12-31'))).toBe(true)
})

test('pages name a day with its weekday', () => {
  expect(dateInWords(day('2026-04-30'))).toBe('Thu, Apr 30, 2026')
  expect(dateInWords(day('2026-11-01'))).toBe('Sun, Nov 1, 2026')
})
