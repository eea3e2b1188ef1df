import { addDays, type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'

/** A further rate that somebody wants to set, with what is known around it. */
export type RateChange = {
  side: 'payer' | 'provider'
  cents: Cents
  from: CalendarDate
  today: CalendarDate
  /** The rate in force on that day; null: there is none. */
  before: Cents | null
  /** The rate of the other side on that day. */
  other: Cents | null
  noticeDays: number
  /** Sessions planned from that day on that may be billed under it. */
  sessions: number
}

/**
 * Whether a rate may be set, and what it changes. No rate begins before tomorrow, so no past date of service changes; a
 * provider rate that falls is told the contract's days of notice ahead.
 */
export function weighRateChange(change: RateChange): {
  words: string[]
  refusal: string | null
  noticeOn: CalendarDate
} {
  const { side, cents, from, today, before, noticeDays } = change
  const noticeOn = addDays(from, -noticeDays)
  const refuse = (refusal: string) => ({ words: [], refusal, noticeOn })
  if (from <= today) return refuse('A rate begins tomorrow or later: for days that have been nothing changes.')
  if (before === cents) return refuse('That is the rate already.')
  if (side === 'provider' && before !== null && cents < before && noticeOn < today) {
    const first = dateInWords(addDays(today, noticeDays))
    return refuse(`A provider rate falls with ${noticeDays} days of notice: not before ${first}.`)
  }
  return { words: sayChange(change, noticeOn), refusal: null, noticeOn }
}

function sayChange({ side, cents, from, before, other, sessions }: RateChange, noticeOn: CalendarDate): string[] {
  const who = side === 'payer' ? 'The payer pays' : 'Practices are paid'
  const [payer, provider] = side === 'payer' ? [cents, other] : [other, cents]
  const words = [
    `From ${dateInWords(from)}: ${who} ${formatCents(cents)}${before === null ? '' : `, instead of ${formatCents(before)}`}.`,
  ]
  if (payer !== null && provider !== null) {
    const margin = (payer - provider) as Cents
    words.push(
      margin < 0 ? `We add ${formatCents(-margin as Cents)} to each.` : `We keep ${formatCents(margin)} of each.`,
    )
  } else {
    words.push('There is no rate of the other side on that day: a confirmation would wait until there is.')
  }
  if (side === 'provider') words.push(`The practices must know by ${dateInWords(noticeOn)}.`)
  words.push(
    sessions === 0
      ? 'No session is planned yet that it would touch.'
      : `${sessions === 1 ? 'One session is' : `${sessions} sessions are`} planned from then on that may be billed under it${sayTotal(before, cents, sessions)}.`,
  )
  return words
}

function sayTotal(before: Cents | null, cents: Cents, sessions: number): string {
  if (before === null) return ''
  const all = ((cents - before) * sessions) as Cents
  return `: ${all < 0 ? 'less' : 'more'} by ${formatCents(Math.abs(all) as Cents)} if each is`
}
