import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import type { SessionMoney } from '../payouts/where-the-money-goes.ts'
import type { EvidenceFile } from './claim-page.ts'

export type Side = { kind: AccountKind; name: string; subject: string }

/** A session as the operator sees it: without the care, with every posting of both books and every file. */
export type SessionSide = {
  practiceId: string
  practice: string
  sessionId: string
  personId: string
  client: string
  clinician: string
  startsAt: Instant
  serviceOn: CalendarDate
  state: string
  timeline: { kind: string; state: string; on: CalendarDate | null; words: string }[]
  promised: { payerCents: Cents; clientCents: Cents; providerCents: Cents; payOn: CalendarDate } | null
  money: SessionMoney | null
  claims: { claimId: string; controlNumber: string }[]
  postings: {
    postingId: string
    book: string
    isOperators: boolean
    kind: string
    cause: string
    effectiveOn: CalendarDate
    recordedAt: Instant
    transfers: { debit: Side; credit: Side; cents: Cents }[]
  }[]
  payouts: { payoutId: string; payOn: CalendarDate; cents: Cents; file: EvidenceFile }[]
  files: (EvidenceFile & { what: string })[]
}
