import pg from 'pg'
import { type CalendarDate, calendarDate, type Instant, instant, type Period } from '../libraries/calendar/index.ts'

type Reader = (text: string) => unknown

const textArray: number = 1009

const readers = new Map<number, Reader>([
  [20, wholeNumber],
  [1016, eachOf(wholeNumber)],
  [1082, calendarDate],
  [1182, eachOf(calendarDate)],
  [1184, moment],
  [1185, eachOf(moment)],
  [3912, period],
  [3913, eachOf(period)],
])

/** How a column's text becomes a value, by the type's number in pg_type; what is not named here is read as pg does. */
export const readColumn: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  readers.get(type) ?? pg.types.getTypeParser(type, format as 'text')

/** A period as PostgreSQL writes a daterange, for inserting: '[2026-01-01,2026-07-01)', '[2026-01-01,)'. */
export function rangeText(period: Period): string {
  return `[${period.from},${period.until ?? ''})`
}

/** Ids as PostgreSQL writes a uuid[]: thousands of them are sent so in a tenth of the time that an array takes. */
export function idList(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`a bigint beyond the safe integers: ${text}`)
  return number
}

function moment(text: string): Instant {
  const utc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (utc === null) return instant(text)
  const [, day, time, fraction = ''] = utc
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z` as Instant
}

function period(text: string): Period {
  const bounds = /^\[([^,]+),([^)]*)\)$/.exec(text)
  if (bounds === null) throw new RangeError(`a date range without a first day: ${text}`)
  const [, from = '', until = ''] = bounds
  return { from: day(from), until: until === '' || until === 'infinity' ? null : day(until) }
}

function day(text: string): CalendarDate {
  return calendarDate(text)
}

function eachOf(read: Reader): Reader {
  const readTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray)
  return (text) => readTexts(text).map((entry) => (entry === null ? null : read(entry)))
}
