import { type CalendarDate, dateInWords, isCalendarDate } from '../../libraries/calendar/index.ts'
import { cents, formatCents } from '../../libraries/money/index.ts'
import type { QueueRow, Queues } from '../contract.ts'

/** One queue as its page shows it: which columns, and each row's cells in words. */
export type QueueShown = { name: string; count: number; columns: Column[]; rows: QueueRow[] }
export type Column = { key: string; name: string; money: boolean }

/** The queues in the order of the answer; what says nothing to a person is no column. */
export function readQueues(queues: Queues): QueueShown[] {
  return Object.entries(queues).map(([name, { count, rows }]) => {
    const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(saysSomething)
    const columns = keys.map((key) => ({ key, name: inWords(key.replace(/Cents$/, '')), money: key.endsWith('Cents') }))
    return { name: inWords(name), count, columns, rows }
  })
}

// Ids of other pages, and codes whose words stand in another column.
function saysSomething(key: string): boolean {
  return !/(?:^id|Id)$/.test(key) && key !== 'because'
}

/** "deniedClaims" -> "Denied claims". */
function inWords(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function isDay(value: QueueRow[string] | undefined): value is CalendarDate {
  return typeof value === 'string' && isCalendarDate(value)
}

/** A cell in words: money with its cents, days by their names, nothing as a dash. */
export function sayCell({ key, money }: Column, row: QueueRow): string {
  const value = row[key]
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number') return money ? formatCents(cents(value)) : String(value)
  return isDay(value) ? dateInWords(value) : value
}
