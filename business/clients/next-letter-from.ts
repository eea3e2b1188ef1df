import { addHours, type Instant } from '../../libraries/calendar/index.ts'

/** How long to wait between two letters of an invitation, and how many there may be, the first one counted. */
export type LetterRule = { waitHours: number; most: number }

/** From when on another letter may go: at once, at a moment, or never. `sent` are the moments of those that went. */
export function nextLetterFrom(sent: readonly Instant[], rule: LetterRule | null): Instant | 'now' | 'never' {
  if (rule === null || sent.length >= rule.most) return 'never'
  const last = sent.toSorted().at(-1)
  return last === undefined ? 'now' : addHours(last, rule.waitHours)
}
