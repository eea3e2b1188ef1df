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
 * Remittance advice, 005010X221A1. Money is whole cents; dates are 'YYYY-MM-DD'. When read from a file, an amount
 * that could not be read is NaN (never a guess) and text that is missing is ''.
 */
export type RemittanceFile = { envelope: EnvelopeInput; transactions: Remittance[] }

/** One payment and what it pays: one 835 transaction set. */
export type Remittance = {
  /** ST02: four to nine letters or digits, unique in the group. */
  transactionControlNumber: string
  payment: Payment
  trace: {
    /** TRN02: the number of the transfer or check. */
    number: string
    /** TRN03: '1' and the payer's tax number. */
    originator: string
    /** TRN04 */
    supplement?: string | undefined
  }
  /** DTM 405 */
  producedOn?: string | undefined
  payer: RemittancePayer
  payee: Payee
  claims: ClaimPayment[]
  /** The header numbers (LX) the claims stand under, when there is more to them than one LX*1. */
  headers?: RemittanceHeader[] | undefined
  providerAdjustments: ProviderAdjustment[]
  /** REF EV and F2 of the header. */
  references?: Reference[] | undefined
  other?: OtherSegment[] | undefined
}

/** LX with its summary (TS3, TS2): `firstClaim` is the index of the first claim under it. */
export type RemittanceHeader = { number: number; firstClaim: number; other?: OtherSegment[] | undefined }

export type Payment = {
  /** BPR01: 'I' with this advice, 'H' for information only (a payment of nothing). */
  handling: string
  /** BPR02: must be the claims' paid amounts less the provider adjustments. */
  cents: number
  /** BPR03: 'C' or 'D'. */
  creditDebit: string
  /** BPR04: 'ACH', 'CHK', 'NON', 'FWT', 'BOP'. */
  method: string
  /** BPR05: 'CCP' or 'CTX' for ACH. */
  format?: string | undefined
  sender?: BankAccount | undefined
  receiver?: BankAccount | undefined
  /** BPR10: '1' and the payer's tax number. */
  originator?: string | undefined
  /** BPR11 */
  originatorSupplement?: string | undefined
  /** BPR16: the day the money arrives, or the check is dated. */
  date: string
}

export type BankAccount = {
  /** '01' a routing number of nine digits. */
  routingQualifier: string
  routing: string
  /** 'DA' demand deposit, 'SG' savings. */
  accountQualifier: string
  account: string
}

export type RemittancePayer = {
  name: string
  /** N104 with qualifier XV: the national plan id. */
  planId?: string | undefined
  address: Address
  references?: Reference[] | undefined
  /** PER CX */
  businessContact?: Contact | undefined
  /** PER BL: required at least once. */
  technicalContacts: Contact[]
  /** PER IC */
  website?: string | undefined
}

export type Payee = {
  name: string
  /** N103: 'XX' an NPI, 'FI' a tax number, 'XV' a plan id. */
  idQualifier: string
  id: string
  address?: Address | undefined
  /** REF, such as TJ (tax number), PQ, 0B. */
  references?: Reference[] | undefined
}

/** What became of one claim (2100). */
export type ClaimPayment = {
  /** CLP01: the CLM01 that was sent. */
  claimControlNumber: string
  /** CLP02: 1, 2, 3 processed as primary, secondary, tertiary; 4 denied; 22 reversal; … */
  status: string
  chargeCents: number
  paidCents: number
  /** CLP05: absent on reversals, and when nothing. */
  patientResponsibilityCents?: number | undefined
  /** CLP06, such as '12', 'MC'. */
  filingCode: string
  /** CLP07: what a replacement or void must repeat. */
  payerClaimControlNumber: string
  placeOfService?: string | undefined
  frequency?: string | undefined
  patient: Name
  memberIdQualifier?: string | undefined
  memberId?: string | undefined
  insured?: { name: Name; idQualifier: string; id: string } | undefined
  /** NM1 74: what the payer has instead. */
  correctedInsured?: { name: Name; id?: string | undefined } | undefined
  renderingProvider?: { name?: Name | undefined; idQualifier: string; id: string } | undefined
  /** NM1 TT: to whom the claim was handed on. */
  crossoverPayer?: { name: string; idQualifier: string; id: string } | undefined
  /** NM1 PR: who should have been asked first. */
  correctedPriorityPayer?: { name: string; idQualifier: string; id: string } | undefined
  adjustments: Adjustment[]
  /** MOA remark codes. */
  remarks?: string[] | undefined
  references?: Reference[] | undefined
  /** DTM 232, 233, 036, 050 */
  dates?: QualifiedDate[] | undefined
  contacts?: Contact[] | undefined
  amounts?: Amount[] | undefined
  lines: ServicePayment[]
  other?: OtherSegment[] | undefined
  /** Present when read from a file. */
  readFrom?: ReadFrom | undefined
}

/** What became of one service line (2110). */
export type ServicePayment = {
  /** SVC01-1: 'HC' when absent. */
  procedureQualifier?: string | undefined
  procedure: string
  modifiers: string[]
  chargeCents: number
  paidCents: number
  /** SVC05: 1 when absent. */
  units: number
  /** SVC06: what was submitted, when another procedure was paid. */
  submitted?: { procedure: string; modifiers: string[]; units?: number | undefined } | undefined
  /** REF 6R of the claim that was sent. */
  lineControlNumber?: string | undefined
  serviceDate?: string | undefined
  serviceDateEnd?: string | undefined
  adjustments: Adjustment[]
  references?: Reference[] | undefined
  /** AMT, such as B6 the allowed amount. */
  amounts?: Amount[] | undefined
  /** LQ HE: remark codes. */
  remarks?: string[] | undefined
  other?: OtherSegment[] | undefined
}

/** Money that moves outside any claim (PLB). Positive cents reduce the payment. */
export type ProviderAdjustment = {
  providerId: string
  /** PLB02: the last day of the provider's fiscal year. */
  fiscalDate: string
  /** PLB03-1, such as WO, L6, FB, 72, CS. */
  reason: string
  reference?: string | undefined
  cents: number
}
