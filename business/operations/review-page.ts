import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { CrisisRecord } from '../sessions/check-crisis-record.ts'
import type { ReviewFinding } from '../sessions/index.ts'

/** What a reviewer of a crisis exception reads, with what was found before. */
export type ReviewPage = {
  practiceId: string
  practice: string
  reviewId: string
  sessionId: string
  client: string
  clinician: string
  serviceOn: CalendarDate
  startsAt: Instant
  stoppedAt: Instant
  stateName: string
  address: string | null
  codes: string[]
  openedAt: Instant
  record: CrisisRecord | null
  note: string | null
  decisions: { finding: ReviewFinding; words: string | null; at: Instant; by: string }[]
}
