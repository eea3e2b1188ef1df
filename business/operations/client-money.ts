import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { Side } from './session-side.ts'

/** What a deed would post in one book, before it is done. */
export type PlannedPosting = {
  book: string
  isOperators: boolean
  transfers: { debit: Side; credit: Side; cents: Cents }[]
}

/** What a deed on a client's money would do, told before: in words, in both books; or why it may not be. */
export type MoneyPreview = { words: string[]; refusal: string | null; postings: PlannedPosting[] }

/** What a client was asked for one session, and everything that became of it. */
export type ClientMoney = {
  kind: 'share' | 'fee' | 'nothing'
  /** What they owe today; what they paid, less what went back; what comes back to them; what was forgiven. */
  owed: Cents
  paid: Cents
  comesBack: Cents
  forgiven: Cents
  /** Why what is owed may not be forgiven; null: it may. */
  refusal: string | null
  payments: {
    chargeId: string
    what: 'session_share' | 'share_increased' | 'cancellation_fee'
    on: CalendarDate
    captured: Cents
    refunded: Cents
    takenBack: Cents
    /** What the client's bank could still take back. */
    most: Cents
  }[]
  /** What people did to it, in order. */
  deeds: {
    kind: 'forgiven' | 'given_up' | 'taken_back'
    cents: Cents
    on: CalendarDate
    by: string
    words: string
  }[]
}

/** A session of which a client owes something, as a list shows it. */
export type OwedRow = {
  practiceId: string
  practice: string
  sessionId: string
  client: string
  serviceOn: CalendarDate
  kind: 'share' | 'fee'
  owed: Cents
  /** Why it is open, in words. */
  because: string
  since: CalendarDate
  ageDays: number
}

export type OwedList = { count: number; owedCents: Cents; comesBackCents: Cents; rows: OwedRow[] }
