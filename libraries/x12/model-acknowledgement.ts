import type { EnvelopeInput } from './model-envelope.ts'
import type { Name, OtherSegment, ReadFrom } from './model-party.ts'

/** Functional acknowledgements, 005010X231A1: one transaction set answers one functional group. */
export type AcknowledgementFile = { envelope: EnvelopeInput; transactions: GroupAcknowledgement[] }

/** A 999: what became of one functional group. */
export type GroupAcknowledgement = {
  transactionControlNumber: string
  /** AK101, such as 'HC', and AK102 and AK103 of the group that is answered. */
  functionalCode: string
  groupControlNumber: string
  version?: string | undefined
  transactions: SetAcknowledgement[]
  /** AK901: A accepted, E accepted with errors, P partly, R rejected. */
  status: string
  /** AK905…: why the group itself fails. */
  codes?: string[] | undefined
  /** AK902 to AK904; computed by the writer when absent. */
  counts?: { included: number; received: number; accepted: number } | undefined
  other?: OtherSegment[] | undefined
}

export type SetAcknowledgement = {
  /** AK201 such as '837', AK202 the ST02 that is answered. */
  set: string
  transactionControlNumber: string
  version?: string | undefined
  errors: SegmentError[]
  /** IK501: A, E, M, R, W, X. */
  status: string
  /** IK502…: why the set fails. */
  codes?: string[] | undefined
}

/** IK3 and its CTX and IK4. */
export type SegmentError = {
  segment: string
  /** IK302: counted from ST as 1. */
  position: number
  loop?: string | undefined
  /** IK304: 1 to 8, I4, I6 to I9. */
  code: string
  /** CTX CLM01: which claim. */
  claim?: string | undefined
  elements: ElementError[]
  other?: OtherSegment[] | undefined
}

export type ElementError = {
  element: number
  component?: number | undefined
  repetition?: number | undefined
  dataElement?: string | undefined
  /** IK403 */
  code: string
  /** IK404: the bad value. */
  value?: string | undefined
  other?: OtherSegment[] | undefined
}

/** TA1: what became of one interchange. */
export type InterchangeAcknowledgement = {
  interchangeControlNumber: string
  /** Date and time of the interchange that is answered. */
  createdOn: string
  createdAt: string
  /** TA104: A, E, R. */
  status: string
  /** TA105: 000 when nothing is wrong. */
  note: string
}

/** An interchange that carries nothing but TA1. */
export type InterchangeAcknowledgementFile = {
  envelope: EnvelopeInput
  acknowledgements: InterchangeAcknowledgement[]
}

/** Claim acknowledgements, 005010X214. */
export type ClaimAcknowledgementFile = { envelope: EnvelopeInput; transactions: ClaimAcknowledgement[] }

/** A 277CA: what became of each claim of one batch before adjudication. */
export type ClaimAcknowledgement = {
  transactionControlNumber: string
  /** BHT03 of this answer. */
  reference: string
  createdOn: string
  createdAt: string
  /** Who answers: kind 'payer' (PR) or 'clearinghouse' (AY). */
  source: { kind: 'payer' | 'clearinghouse'; name: string; idQualifier?: string | undefined; id: string }
  /** TRN02 of the source; the answer's own trace. */
  sourceTrace: string
  receivedOn: string
  processedOn: string
  /** The submitter of the batch. */
  receiver: { name: Name; id: string }
  /** TRN02 of the receiver: the BHT03 of the 837 that is answered. */
  batchReference: string
  statuses: ClaimStatus[]
  /** Of the whole batch; computed from the claims by the writer when absent. */
  totals?: AcknowledgedTotals | undefined
  providers: AcknowledgedProvider[]
  other?: OtherSegment[] | undefined
}

export type AcknowledgedTotals = {
  acceptedClaims: number
  rejectedClaims: number
  acceptedCents: number
  rejectedCents: number
}

export type AcknowledgedProvider = {
  name: Name
  /** NM108: 'XX' for an NPI, 'FI' for a tax number. */
  idQualifier: string
  id: string
  trace?: string | undefined
  statuses?: ClaimStatus[] | undefined
  totals?: AcknowledgedTotals | undefined
  claims: AcknowledgedClaim[]
  other?: OtherSegment[] | undefined
}

export type AcknowledgedClaim = {
  patient: Name
  memberId?: string | undefined
  /** TRN02: the CLM01 that was sent. */
  claimControlNumber: string
  statuses: ClaimStatus[]
  /** REF 1K: the payer's number for the claim. */
  payerClaimControlNumber?: string | undefined
  /** REF D9 */
  clearinghouseTrace?: string | undefined
  /** DTP 472 */
  serviceDate?: string | undefined
  serviceDateEnd?: string | undefined
  lines: AcknowledgedLine[]
  other?: OtherSegment[] | undefined
  readFrom?: ReadFrom | undefined
}

export type AcknowledgedLine = {
  procedure: string
  modifiers: string[]
  chargeCents: number
  units?: number | undefined
  /** REF FJ: the 6R that was sent. */
  lineControlNumber?: string | undefined
  serviceDate?: string | undefined
  statuses: ClaimStatus[]
  other?: OtherSegment[] | undefined
}

/** STC: one status. A0, A1, A2 and A5 accept; A3, A4, A6, A7 and A8 reject. */
export type ClaimStatus = {
  /** Category, status and entity codes; two more triples may follow. */
  codes: { category: string; status: string; entity?: string | undefined; list?: string | undefined }[]
  effectiveOn: string
  /** STC03: 'WQ' accepted, 'U' rejected; '' in the answers to status inquiries. */
  action: string
  chargeCents?: number | undefined
  /** STC05 to STC09 of the answers to status inquiries. */
  paidCents?: number | undefined
  paidOn?: string | undefined
  checkDate?: string | undefined
  checkNumber?: string | undefined
  message?: string | undefined
}
