import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'
import type { AnswerKind } from '../remittances/classify-answer.ts'
import type { WorkDeed } from './work-standing.ts'

export type EvidenceFile = { id: string; name: string; sha256: string }
export type CodeInWords = { code: string; words: string }

/** A deed on the thing of a page, with who did it. */
export type WorkDone = {
  deed: WorkDeed
  words: string | null
  until: CalendarDate | null
  owner: string | null
  by: string
  at: Instant
}

/** Everything that the operator's page of one claim shows; what is the client's own stands under `record`. */
export type ClaimPage = {
  practiceId: string
  practice: string
  claimId: string
  sessionId: string
  controlNumber: string
  payer: string
  status: ClaimStatus
  reason: string
  code: string | null
  charge: Cents
  serviceOn: CalendarDate
  heldUntil: CalendarDate | null
  deadlines: { kind: string; on: CalendarDate }[]
  client: { personId: string; name: string }
  /** Null until whoever asks has said today why they open the client's record. */
  record: ClaimRecord | null
  events: {
    kind: string
    on: CalendarDate
    at: Instant
    words: string
    codes: CodeInWords[]
    file: EvidenceFile | null
  }[]
  submissions: {
    attempt: number
    file: EvidenceFile
    recordedAt: Instant
    frequency: '1' | '7' | '8'
    because: string | null
    segments: string | null
  }[]
  answers: {
    transactionId: string
    kind: AnswerKind
    on: CalendarDate
    charge: Cents
    paid: Cents
    clientShare: Cents
    payerNumber: string | null
    adjustments: (CodeInWords & { cents: Cents })[]
  }[]
  money: {
    payerPaidCents: Cents
    clientPaidCents: Cents
    paidToYouCents: Cents
    operatorKeptCents: Cents
    absorbedCents: Cents
    owedCents: Cents
  }
  resubmission: { may: true; frequency: '1' | '7' } | { may: false; words: string }
  payerNumber: string | null
  item: string
  work: WorkDone[]
}

export type ClaimRecord = {
  name: string
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  sex: string
  memberId: string
  groupNumber: string | null
  address: string
  clinician: string
  diagnoses: string[]
  lines: { code: string; modifiers: string[]; units: number; charge: Cents }[]
}
