import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, calendarDate, instant } from '../libraries/calendar/index.ts'
import { rangeText, readColumn } from './read-column.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

const read = async (expression: string) => {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.owner)
  return rows[0]?.value
}

test.each([
  ["date '2026-04-08'", '2026-04-08'],
  ["timestamptz '2026-04-08 18:00 America/New_York'", '2026-04-08T22:00:00.000Z'],
  ["timestamptz '2026-04-08 22:00:00.1239+00'", '2026-04-08T22:00:00.123Z'],
  ['12345678901::bigint', 12_345_678_901],
  ['count(*)', 1],
  ['12.50::numeric', '12.50'],
  ["daterange('2026-01-01', '2026-07-01')", { from: '2026-01-01', until: '2026-07-01' }],
  ["daterange('2026-01-01', null)", { from: '2026-01-01', until: null }],
  ["daterange('2026-01-01', '2026-06-30', '[]')", { from: '2026-01-01', until: '2026-07-01' }],
  ["array[date '2026-04-08', null]", ['2026-04-08', null]],
  ["array[timestamptz '2026-04-08 22:00+00']", ['2026-04-08T22:00:00.000Z']],
  ["array[daterange('2026-01-01', null)]", [{ from: '2026-01-01', until: null }]],
  ['array[1, 2]::bigint[]', [1, 2]],
  ['null::date', null],
])('%s is read as %j', async (expression, value) => {
  expect(await read(expression)).toEqual(value)
})

test.each([
  ["'9007199254740993'::bigint", /beyond the safe integers/],
  ["daterange(null, '2026-01-01')", /without a first day/],
  ["daterange('2026-01-01', '2026-01-01')", /without a first day/],
  ["date 'infinity'", /infinity/],
])('%s is refused rather than guessed', async (expression, message) => {
  await expect(read(expression)).rejects.toThrow(message)
})

test('a moment is read the same whatever zone the connection is in', async () => {
  const moments = await database.owner.connection().execute(async (db) => {
    await sql`set time zone 'Asia/Kolkata'`.execute(db)
    return (await sql<{ at: string }>`select timestamptz '2026-04-08 22:00+00' as at`.execute(db)).rows
  })
  expect(moments).toEqual([{ at: '2026-04-08T22:00:00.000Z' }])
})

test('every period and every moment comes back as it was written', () => {
  const readerOf = (type: number) => readColumn(type)
  const readRange = readerOf(3912)
  const readMoment = readerOf(1184)
  const someDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(calendarDate('1990-01-01'), n))
  fc.assert(
    fc.property(someDay, fc.option(fc.integer({ min: 1, max: 4000 })), (from, days) => {
      const period = { from, until: days === null ? null : addDays(from, days) }
      expect(readRange(rangeText(period))).toEqual(period)
    }),
  )
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const written = date
        .toISOString()
        .replace('T', ' ')
        .replace('Z', '')
        .replace(/\.?0+$/, '')
      expect(readMoment(`${written}+00`)).toBe(instant(date.toISOString()))
    }),
  )
})
