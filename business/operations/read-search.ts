import { type CalendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, parseDecimal } from '../../libraries/money/index.ts'

/** One word of the search box: a day of service, an amount charged, or a text to be found somewhere. */
export type SearchTerm =
  | { kind: 'day'; day: CalendarDate }
  | { kind: 'amount'; cents: Cents }
  | { kind: 'text'; text: string }

/** Reads what somebody typed into the one box: "fenwick 4/8/2026 $150.00". At most eight words count. */
export function readSearch(typed: string): SearchTerm[] {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.slice(0, 8).map((word) => readDay(word) ?? readAmount(word) ?? { kind: 'text', text: word })
}

function readDay(word: string): SearchTerm | null {
  if (isCalendarDate(word)) return { kind: 'day', day: word }
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(word) ?? []
  const written = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(written) ? { kind: 'day', day: written } : null
}

// Without a dollar sign or cents a number may be a member id.
function readAmount(word: string): SearchTerm | null {
  if (!/^\$?[\d,]+(?:\.\d{2})?$/.test(word) || !(word.startsWith('$') || /\.\d{2}$/.test(word))) return null
  const amount = parseDecimal(word.replace(/[$,]/g, ''))
  return amount === null ? null : { kind: 'amount', cents: amount }
}
