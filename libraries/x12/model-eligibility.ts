import type { EnvelopeInput } from './model-envelope.ts'
import type { Address, Contact, Name, OtherSegment, QualifiedDate, Reference } from './model-party.ts'

/** Eligibility inquiries (270) or answers (271), 005010X279A1. Money is whole cents; dates are 'YYYY-MM-DD'. */
export type EligibilityFile = { envelope: EnvelopeInput; transactions: EligibilityMessage[] }

/** One 270 or 271: who is asked, who asks, and about whom. A 270 has `inquiries`, a 271 `benefits` and `rejections`. */
export type EligibilityMessage = {
  transactionControlNumber: string
  /** BHT02: '13' a request, '11' an answer. */
  purpose: string
  /** BHT03: an answer repeats the inquiry's. */
  reference: string
  createdOn: string
  createdAt: string
  payers: EligibilityPayer[]
  other?: OtherSegment[] | undefined
}

export type EligibilityPayer = EligibilityParty & { contacts?: Contact[] | undefined; providers: EligibilityProvider[] }

export type EligibilityProvider = EligibilityParty & {
  taxonomy?: string | undefined
  references?: Reference[] | undefined
  subscribers: EligibilityMember[]
}

/** A payer ('PR') or provider ('1P') with its identifier. */
export type EligibilityParty = {
  entity: string
  name: Name
  idQualifier: string
  id: string
  rejections: Rejection[]
  other?: OtherSegment[] | undefined
}

/** A subscriber, or below it a dependent, and what is asked or answered about them. */
export type EligibilityMember = {
  /** TRN: '1' given by who asks, '2' repeated by who answers. */
  traces: { kind: string; number: string; originator: string; supplement?: string | undefined }[]
  name: Name
  memberIdQualifier?: string | undefined
  memberId?: string | undefined
  references?: Reference[] | undefined
  address?: Address | undefined
  dateOfBirth?: string | undefined
  sex?: string | undefined
  /** INS02 */
  relationship?: string | undefined
  /** DTP, such as 291 plan, 346 plan begin, 307 eligibility. */
  dates?: QualifiedDate[] | undefined
  inquiries: Inquiry[]
  benefits: Benefit[]
  rejections: Rejection[]
  dependents: EligibilityMember[]
  other?: OtherSegment[] | undefined
}

/** EQ: which kinds of service are asked about, such as MH mental health, 30 the plan as a whole. */
export type Inquiry = {
  serviceTypes: string[]
  procedure?: string | undefined
  modifiers?: string[] | undefined
  coverageLevel?: string | undefined
  other?: OtherSegment[] | undefined
}

/** EB: one thing the plan says. */
export type Benefit = {
  /** EB01: '1' active, '6' inactive, 'A' coinsurance, 'B' copay, 'C' deductible, 'F' limit, 'G' out of pocket, … */
  information: string
  /** EB02: 'IND' individual, 'FAM' family. */
  coverageLevel?: string | undefined
  serviceTypes: string[]
  insuranceType?: string | undefined
  plan?: string | undefined
  /** EB06: '23' year, '27' visit, '29' remaining, … */
  period?: string | undefined
  cents?: number | undefined
  /** EB08 in basis points: 0.2 is 2000. */
  basisPoints?: number | undefined
  quantityQualifier?: string | undefined
  quantity?: number | undefined
  /** EB11: whether authorization is needed; EB12: whether in network. 'Y', 'N', 'U', 'W'. */
  authorization?: string | undefined
  inNetwork?: string | undefined
  procedure?: string | undefined
  modifiers?: string[] | undefined
  dates?: QualifiedDate[] | undefined
  references?: Reference[] | undefined
  messages?: string[] | undefined
  rejections?: Rejection[] | undefined
  /** HSD, III, LS and the parties inside, in their order. */
  other?: OtherSegment[] | undefined
}

/** AAA: why an inquiry was not answered: 72 invalid member id, 75 not found, 42 unable to respond, … */
export type Rejection = { valid: string; reason: string; followUp: string }
