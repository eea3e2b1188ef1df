import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

export const queueNames = [
  'heldClaims',
  'rejectedClaims',
  'deniedClaims',
  'underpaidClaims',
  'silentClaims',
  'deadlineNearClaims',
  'filingLimitClaims',
  'quarantinedRemittances',
  'unmatchedRemittances',
  'heldPayouts',
  'payoutReturns',
  'declinedCards',
  'coverageChecks',
  'credentialRequests',
  'joining',
  'adminRequests',
  'providerRemovals',
  'deletionRequests',
  'documents',
  'pendingCredentials',
  'expirables',
  'complianceReviews',
  'refusedMail',
  'troubles',
] as const

export type QueueName = (typeof queueNames)[number]

/** Something that waits, before anybody worked on it. */
export type Waiting = {
  /** What it is, as its kind and its id: work is recorded under it. */
  item: string
  /** Why it waits, in words, and the code that they stand for. */
  reason: string
  code: string | null
  /** What it is about, as short as a list may say it, and one line more. */
  name: string
  detail: string
  payer: string | null
  cents: Cents | null
  since: CalendarDate | null
  /** The moment of the last news: what was resolved before it stands here again. */
  movedAt: Instant
  deadline: CalendarDate | null
  deadlineKind: string | null
  next: string | null
  /** Where it is looked at: a claim of a practice, a remittance, a session, a clinician. */
  page: {
    kind:
      | 'claim'
      | 'remittance'
      | 'session'
      | 'unmatched'
      | 'clinician'
      | 'application'
      | 'admin_request'
      | 'removal'
      | 'deletion'
      | 'document'
    practiceId: string | null
    id: string
  } | null
}

/** The same as a row of its queue: with its age, and what was done about it. */
export type QueueRow = Omit<Waiting, 'movedAt'> & {
  ageDays: number | null
  owner: { memberId: string; name: string } | null
  /** It waits for somebody else until this day. */
  waitsUntil: CalendarDate | null
  lastWords: string | null
}

/** A queue as a list of queues shows it. */
export type QueueSummary = {
  name: QueueName
  count: number
  cents: Cents
  unowned: number
  nearestOn: CalendarDate | null
}
