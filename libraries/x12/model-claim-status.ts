import type { ClaimStatus } from './model-acknowledgement.ts'
import type { EnvelopeInput } from './model-envelope.ts'
import type { Contact, Name, OtherSegment, Reference } from './model-party.ts'

/** Claim status inquiries (276) or answers (277), 005010X212. */
export type ClaimStatusFile = { envelope: EnvelopeInput; transactions: ClaimStatusMessage[] }

/** One 276 or 277. An inquiry has no statuses; an answer has them at the level it answers. */
export type ClaimStatusMessage = {
  transactionControlNumber: string
  reference: string
  createdOn: string
  createdAt: string
  payer: { name: string; idQualifier: string; id: string; contacts?: Contact[] | undefined }
  receiver: StatusLevel & { name: Name; idQualifier: string; id: string }
  providers: StatusProvider[]
  other?: OtherSegment[] | undefined
}

/** The trace and statuses an answer may give for a receiver or provider as a whole. */
export type StatusLevel = { trace?: string | undefined; statuses: ClaimStatus[]; other?: OtherSegment[] | undefined }

export type StatusProvider = StatusLevel & { name: Name; idQualifier: string; id: string; subscribers: StatusMember[] }

/** A subscriber, or below it a dependent. */
export type StatusMember = {
  name: Name
  memberIdQualifier?: string | undefined
  memberId?: string | undefined
  dateOfBirth?: string | undefined
  sex?: string | undefined
  claims: StatusClaim[]
  dependents: StatusMember[]
  other?: OtherSegment[] | undefined
}

export type StatusClaim = {
  /** TRN02: an answer repeats the inquiry's. */
  trace: string
  statuses: ClaimStatus[]
  /** REF 1K */
  payerClaimControlNumber?: string | undefined
  /** REF EJ: the CLM01 that was sent. */
  claimControlNumber?: string | undefined
  references?: Reference[] | undefined
  /** AMT T3 */
  chargeCents?: number | undefined
  serviceDate?: string | undefined
  serviceDateEnd?: string | undefined
  lines: StatusLine[]
  other?: OtherSegment[] | undefined
}

export type StatusLine = {
  procedureQualifier?: string | undefined
  procedure: string
  modifiers: string[]
  chargeCents: number
  paidCents?: number | undefined
  units?: number | undefined
  /** REF FJ */
  lineControlNumber?: string | undefined
  serviceDate?: string | undefined
  serviceDateEnd?: string | undefined
  statuses: ClaimStatus[]
  other?: OtherSegment[] | undefined
}
