import type { EnvelopeInput } from './model-envelope.ts'
import type {
  Address,
  Adjustment,
  Amount,
  Contact,
  Name,
  OtherSegment,
  QualifiedDate,
  ReadFrom,
  Reference,
} from './model-party.ts'

/**
 * Professional claims, 005010X222A1. Money is whole cents; dates are 'YYYY-MM-DD'. When read from a file, an amount
 * that could not be read is NaN (never a guess) and text that is missing is ''.
 */
export type ClaimFile = { envelope: EnvelopeInput; transactions: ClaimTransaction[] }

/** One 837P transaction set: at most 5,000 claims, as the guide advises. */
export type ClaimTransaction = {
  /** ST02: four to nine letters or digits, unique in the group. */
  transactionControlNumber: string
  /** BHT02: '00' original (when absent), '18' sent again. */
  purpose?: string | undefined
  /** BHT03: what a 277CA repeats to say which batch it answers. */
  batchReference: string
  createdOn: string
  createdAt: string
  /** BHT06: 'CH' chargeable claims (when absent), 'RP' encounters. */
  kind?: string | undefined
  submitter: { name: Name; id: string; contacts: Contact[] }
  receiver: { name: string; id: string }
  billingProviders: BillingProvider[]
  other?: OtherSegment[] | undefined
}

export type BillingProvider = {
  name: Name
  npi?: string | undefined
  taxIdentification: { kind: 'employer' | 'social_security'; number: string }
  taxonomy?: string | undefined
  address: Address
  contacts?: Contact[] | undefined
  payTo?: { address: Address } | undefined
  references?: Reference[] | undefined
  subscribers: Subscriber[]
  other?: OtherSegment[] | undefined
}

export type Subscriber = {
  /** SBR01: 'P' this payer pays first, 'S' second, 'T' third. */
  responsibility: string
  /** SBR02: '18' when the subscriber is the patient; absent when the patients are `dependents`. */
  relationship?: string | undefined
  groupNumber?: string | undefined
  groupName?: string | undefined
  medicareSecondaryReason?: string | undefined
  /** SBR09, such as 'CI', 'BL', 'MC'. */
  filingCode: string
  name: Name
  /** NM108: 'MI' when absent. */
  memberIdQualifier?: string | undefined
  memberId: string
  /** Required when the subscriber is the patient. */
  address?: Address | undefined
  dateOfBirth?: string | undefined
  sex?: string | undefined
  references?: Reference[] | undefined
  payer: {
    name: string
    /** NM108: 'PI' when absent. */
    idQualifier?: string | undefined
    id: string
    address?: Address | undefined
    references?: Reference[] | undefined
  }
  claims: Claim[]
  dependents: Dependent[]
  other?: OtherSegment[] | undefined
}

/** A patient who is not the subscriber. */
export type Dependent = {
  /** PAT01: '01' spouse, '19' child, … */
  relationship: string
  name: Name
  address: Address
  dateOfBirth: string
  sex: string
  references?: Reference[] | undefined
  claims: Claim[]
  other?: OtherSegment[] | undefined
}

export type Claim = {
  /** CLM01: comes back in the 277CA and as CLP01 in the 835. */
  claimControlNumber: string
  /** CLM02: must be the sum of the lines. */
  chargeCents: number
  placeOfService: string
  /** CLM05-3: '1' original, '7' replacement, '8' void. */
  frequency: string
  /** REF F8: the payer's number of the claim that is replaced or voided. */
  originalReference?: string | undefined
  /** CLM06 to CLM09; Y, A, Y, Y when absent. */
  providerSignature?: string | undefined
  assignment?: string | undefined
  benefitsAssigned?: string | undefined
  releaseOfInformation?: string | undefined
  /** ICD-10 codes without the point, the principal first. */
  diagnoses: string[]
  /** 'icd9' in claims from before October 2015 (HI with BK and BF). */
  diagnosisRevision?: 'icd9' | undefined
  priorAuthorization?: string | undefined
  referralNumber?: string | undefined
  medicalRecordNumber?: string | undefined
  /** REF D9: the clearinghouse's own number. */
  clearinghouseTrace?: string | undefined
  patientPaidCents?: number | undefined
  note?: string | undefined
  referringProvider?: Provider | undefined
  renderingProvider?: Provider | undefined
  serviceFacility?: (Provider & { address: Address }) | undefined
  supervisingProvider?: Provider | undefined
  otherPayers?: OtherPayer[] | undefined
  lines: ClaimLine[]
  dates?: QualifiedDate[] | undefined
  references?: Reference[] | undefined
  other?: OtherSegment[] | undefined
  /** Present when read from a file. */
  readFrom?: ReadFrom | undefined
}

export type Provider = {
  name: Name
  npi?: string | undefined
  taxonomy?: string | undefined
  references?: Reference[] | undefined
}

export type ClaimLine = {
  /** REF 6R: unique in the claim; comes back in the 835. */
  lineControlNumber?: string | undefined
  /** SV101-1: 'HC' when absent. */
  procedureQualifier?: string | undefined
  procedure: string
  modifiers: string[]
  description?: string | undefined
  chargeCents: number
  /** SV103: 'UN' when absent, 'MJ' for minutes. */
  unit?: string | undefined
  units: number
  /** Only when it differs from the claim's. */
  placeOfService?: string | undefined
  /** One to four; 1 is the claim's first diagnosis. */
  diagnosisPointers: number[]
  serviceDate: string
  /** The last day, when the line spans several. */
  serviceDateEnd?: string | undefined
  priorAuthorization?: string | undefined
  note?: string | undefined
  renderingProvider?: Provider | undefined
  supervisingProvider?: Provider | undefined
  adjudications?: LineAdjudication[] | undefined
  references?: Reference[] | undefined
  other?: OtherSegment[] | undefined
}

/** Another payer of the same claim (2320), with what it did when it has already answered. */
export type OtherPayer = {
  responsibility: string
  relationship: string
  groupNumber?: string | undefined
  groupName?: string | undefined
  medicareSecondaryReason?: string | undefined
  filingCode: string
  adjustments: Adjustment[]
  /** AMT D */
  paidCents?: number | undefined
  /** AMT EAF */
  remainingPatientLiabilityCents?: number | undefined
  /** AMT A8 */
  nonCoveredCents?: number | undefined
  /** OI03 and OI06; Y and Y when absent. */
  benefitsAssigned?: string | undefined
  releaseOfInformation?: string | undefined
  subscriber: {
    name: Name
    memberIdQualifier?: string | undefined
    memberId: string
    address?: Address | undefined
  }
  payer: {
    name: string
    idQualifier?: string | undefined
    id: string
    paidOn?: string | undefined
    claimControlNumber?: string | undefined
  }
  other?: OtherSegment[] | undefined
}

/** What another payer did with one line (2430). */
export type LineAdjudication = {
  payerId: string
  paidCents: number
  procedureQualifier?: string | undefined
  procedure: string
  modifiers: string[]
  units: number
  bundledInto?: number | undefined
  adjustments: Adjustment[]
  paidOn: string
  remainingPatientLiability?: Amount | undefined
  other?: OtherSegment[] | undefined
}
