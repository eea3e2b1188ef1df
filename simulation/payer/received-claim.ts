import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

/** Who is paid: the billing provider of the claim. */
export type Payee = { name: string; npi: string; taxId: string }

/** Where answers go: the sender of the claim file, with the file's usage mark (production or test). */
export type Submitter = { qualifier: string; id: string; usage: 'P' | 'T' }

export type ClaimLine = {
  /** REF*6R of the claim, given back on the line of the 835. */
  controlNumber: string | null
  code: string
  modifiers: string[]
  charge: Cents
  units: number
  servedOn: CalendarDate
}

/** What the payer keeps of a claim that it took in for adjudication. */
export type ReceivedClaim = {
  claimControlNumber: string
  payerClaimNumber: string
  submitter: Submitter
  receivedOn: CalendarDate
  memberId: string
  patient: { lastName: string; firstName: string | null }
  payee: Payee
  rendering: { npi: string; lastName: string; firstName: string | null } | null
  /** Of the rendering provider, or of the billing provider where it renders itself. */
  taxonomy: string | null
  /** Where the client was: the subscriber's state, or the service facility's where the claim names one. */
  state: string | null
  filingCode: string
  placeOfService: string
  charge: Cents
  lines: ClaimLine[]
}
