import { dateInWords, isCalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import type { Queue } from '../contract.ts'

const names: Record<string, string> = {
  heldClaims: 'Held claims',
  rejectedClaims: 'Rejected claims',
  deniedClaims: 'Denied claims',
  silentClaims: 'Silent claims',
  quarantinedRemittances: 'Quarantined remittances',
  unmatchedRemittances: 'Unmatched remittances',
  payoutReturns: 'Payout returns',
  troubles: 'Troubles',
}

/** The queues in the order of the answer, whatever is in them: a queue that is new here is shown under its own name. */
export function readQueues(answer: unknown): Queue[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([name, held]) => {
    const rows = rowsOf(held)
    if (rows === null) return []
    return [{ name, words: names[name] ?? inWords(name), count: countOf(held) ?? rows.length, rows }]
  })
}

function rowsOf(held: unknown): Record<string, unknown>[] | null {
  if (Array.isArray(held)) return held as Record<string, unknown>[]
  if (typeof held !== 'object' || held === null) return null
  const { rows } = held as { rows?: unknown }
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : null
}

function countOf(held: unknown): number | null {
  const count = typeof held === 'object' && held !== null ? (held as { count?: unknown }).count : null
  return typeof count === 'number' ? count : null
}

/** "deniedOn" -> "Denied on", "chargeCents" -> "Charge". */
export function inWords(key: string): string {
  const words = key
    .replace(/Cents$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A cell in words: money with its cents, days by their names, nothing as a dash. */
export function cellInWords(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number' && /cents$/i.test(key)) return formatCents(value as Cents)
  if (typeof value === 'string' && isCalendarDate(value)) return dateInWords(value)
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
