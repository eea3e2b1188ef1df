import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { QuarantineReason } from '../remittances/quarantine-reason.ts'
import type { CodeInWords, WorkDone } from './claim-page.ts'

export type RemittanceState = 'posted' | 'quarantined' | 'set_aside' | 'taken_in'

export type RemittanceRow = {
  id: string
  trace: string
  payer: string
  paidOn: CalendarDate | null
  paid: Cents
  state: RemittanceState
  reason: string | null
  /** What its deposit still lacks: zero when the bank has it, or when nothing was paid. */
  openCents: Cents
  unmatched: number
  fileName: string
  recordedAt: Instant
}

export type RemittanceLine = {
  procedure: string
  modifiers: string[]
  charge: Cents
  paid: Cents
  adjustments: (CodeInWords & { cents: Cents })[]
  remarks: CodeInWords[]
  addsUp: boolean
}

export type RemittanceClaim = {
  position: number
  claimControlNumber: string
  payerNumber: string
  status: CodeInWords
  charge: Cents
  paid: Cents
  clientShare: Cents
  adjustments: (CodeInWords & { cents: Cents })[]
  remarks: CodeInWords[]
  lines: RemittanceLine[]
  addsUp: boolean
  /** Our claim that it answers, once it is matched. */
  ours: { practiceId: string; claimId: string; sessionId: string; practice: string } | null
  unmatchedId: string | null
  became: 'posted' | 'unmatched' | 'matched' | 'owed_back' | 'nothing'
  because: string | null
}

/** A payment of an 835 as it adds up: claims less provider adjustments, and the deposit that brings it. */
export type RemittancePage = RemittanceRow & {
  payee: string
  entity: string | null
  method: string
  file: { id: string; name: string; sha256: string }
  because: QuarantineReason | null
  difference: Cents | null
  findings: string[]
  claims: RemittanceClaim[]
  outside: { reason: string; words: string; reference: string; cents: Cents }[]
  claimsCents: Cents
  outsideCents: Cents
  /** The payment less its claims, plus its adjustments: zero when it adds up. */
  restCents: Cents
  /** What was over when it was taken in, and waits for a person. */
  over: { unmatchedId: string; cents: Cents; became: 'unmatched' | 'owed_back' } | null
  deposits: { on: CalendarDate; cents: Cents }[]
  judgement: {
    verdict: 'taken_in' | 'set_aside'
    reason: string
    at: Instant
    by: string
    entity: string | null
  } | null
  mayBeTakenIn: boolean
  entities: { id: string; name: string }[]
  item: string
  work: WorkDone[]
}
