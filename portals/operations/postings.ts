import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

type Side = { kind: string; name: string; subject: string }

/** The transfers behind a figure, a page of them, and what all of them come to. */
export type Postings = {
  count: number
  page: number
  pages: number
  effect: Cents
  name: string
  transfers: {
    practiceId: string
    book: string
    postingId: string
    kind: string
    cause: string
    subject: string
    effectiveOn: CalendarDate
    recordedAt: Instant
    debit: Side
    credit: Side
    cents: Cents
    effect: Cents
  }[]
}
