import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Transfer } from './transfer.ts'

/** A posting as the book holds it. */
export type PostedPosting = {
  id: string
  key: string
  contentHash: string
  kind: string
  cause: string
  subject: string
  effectiveOn: CalendarDate
  payOn: CalendarDate | null
  recordedAt: Instant
  recordedBy: string
  transfers: (Transfer & { line: number })[]
}
