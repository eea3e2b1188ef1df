import type { Instant } from '../../libraries/calendar/index.ts'

/** What the operator's routes answer and no rule describes. */

export type Standing = {
  booksBalance: boolean
  nobodyUnpaid: boolean
  nothingLost: boolean
  faults: { invariant: number; words: string; where: string }[]
  postings: number
  checkedAt: Instant
}

export type StaffMember = { memberId: string; name: string }

export type LetterState = 'waits' | 'sent' | 'kept' | 'refused' | 'failed'

export type Letters = {
  count: number
  page: number
  pages: number
  byState: Record<string, number>
  letters: {
    id: string
    practiceId: string
    practiceName: string
    to: string
    subject: string
    body: string
    about: string | null
    recordedAt: Instant
    state: LetterState
    detail: string | null
    triedAt: Instant | null
    attempts: number
  }[]
}
