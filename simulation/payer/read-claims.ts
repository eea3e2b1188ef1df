import { type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { isNpi } from '../../libraries/npi/index.ts'
import type { BillingProvider, Claim, ClaimTransaction, Dependent, Subscriber } from '../../libraries/x12/index.ts'
import type { ReceivedClaim, Submitter } from './received-claim.ts'

/** One claim as it stands in a batch, with those above it. */
export type SubmittedClaim = {
  provider: BillingProvider
  subscriber: Subscriber
  dependent: Dependent | null
  claim: Claim
}

/** Claim status category and code (X12 external code lists 507 and 508) of a claim that is not taken in. */
export type Rejection = { category: 'A3' | 'A7'; status: string; message: string }

export type Intake =
  | { submitted: SubmittedClaim; outcome: 'accepted'; claim: ReceivedClaim }
  | { submitted: SubmittedClaim; outcome: 'rejected'; because: Rejection }

export type IntakeRules = {
  payerId: string
  receivedOn: CalendarDate
  submitter: Submitter
  rejectsMember: (claim: {
    claimControlNumber: string
    memberId: string
    lines: readonly { servedOn: CalendarDate }[]
  }) => boolean
  isKnown: (claimControlNumber: string) => boolean
  /** Whether a number is this payer's own number of a claim that it took and has not paid. */
  isReplaceable: (payerClaimNumber: string) => boolean
  /** Makes the payer's claim number of the n-th claim accepted here, counted from 0. */
  payerClaimNumber: (index: number) => string
}

/** Takes the claims of one 837P batch in, or says why not, each for itself. */
export function readClaims(batch: ClaimTransaction, rules: IntakeRules): Intake[] {
  const seen = new Set<string>()
  let accepted = 0
  return submittedClaims(batch).map((submitted) => {
    const because = rejection(submitted, rules, seen)
    if (because) return { submitted, outcome: 'rejected', because }
    seen.add(submitted.claim.claimControlNumber)
    const claim = receivedClaim(submitted, rules, rules.payerClaimNumber(accepted))
    accepted += 1
    return { submitted, outcome: 'accepted', claim }
  })
}

function submittedClaims(batch: ClaimTransaction): SubmittedClaim[] {
  return batch.billingProviders.flatMap((provider) =>
    provider.subscribers.flatMap((subscriber) => [
      ...subscriber.claims.map((claim) => ({ provider, subscriber, dependent: null, claim })),
      ...subscriber.dependents.flatMap((dependent) =>
        dependent.claims.map((claim) => ({ provider, subscriber, dependent, claim })),
      ),
    ]),
  )
}

function rejection(
  { provider, subscriber, claim }: SubmittedClaim,
  rules: IntakeRules,
  seen: ReadonlySet<string>,
): Rejection | null {
  if (subscriber.payer.id !== rules.payerId) {
    return { category: 'A3', status: '116', message: 'Claim submitted to incorrect payer' }
  }
  if (!isNpi(provider.npi ?? '')) {
    return { category: 'A7', status: '562', message: 'National provider identifier of the billing provider' }
  }
  const lines = claim.lines.map(({ serviceDate }) => ({ servedOn: calendarDate(serviceDate) }))
  const { claimControlNumber } = claim
  if (rules.rejectsMember({ claimControlNumber, memberId: subscriber.memberId, lines })) {
    return { category: 'A3', status: '33', message: 'Subscriber and subscriber id not found' }
  }
  if (claim.frequency === '7') {
    if (rules.isReplaceable(claim.originalReference ?? '')) return null
    return { category: 'A7', status: '464', message: 'Payer assigned claim control number: no unpaid claim to replace' }
  }
  if (rules.isKnown(claim.claimControlNumber) || seen.has(claim.claimControlNumber)) {
    return { category: 'A3', status: '54', message: 'Duplicate of a previously processed claim' }
  }
  if (claim.frequency !== '1') {
    return { category: 'A7', status: '535', message: 'Claim frequency code: this payer takes no voids' }
  }
  return null
}

function receivedClaim(
  { provider, subscriber, dependent, claim }: SubmittedClaim,
  rules: IntakeRules,
  payerClaimNumber: string,
): ReceivedClaim {
  const patient = dependent?.name ?? subscriber.name
  const rendering = claim.renderingProvider
  return {
    claimControlNumber: claim.claimControlNumber,
    payerClaimNumber,
    submitter: rules.submitter,
    receivedOn: rules.receivedOn,
    memberId: subscriber.memberId,
    patient: { lastName: patient.last, firstName: patient.first ?? null },
    payee: { name: provider.name.last, npi: provider.npi ?? '', taxId: provider.taxIdentification.number },
    rendering: rendering?.npi
      ? { npi: rendering.npi, lastName: rendering.name.last, firstName: rendering.name.first ?? null }
      : null,
    taxonomy: rendering?.taxonomy ?? provider.taxonomy ?? null,
    state: claim.serviceFacility?.address.state ?? dependent?.address.state ?? subscriber.address?.state ?? null,
    filingCode: subscriber.filingCode,
    placeOfService: claim.placeOfService,
    charge: cents(claim.chargeCents),
    lines: claim.lines.map((line) => ({
      controlNumber: line.lineControlNumber ?? null,
      code: line.procedure,
      modifiers: line.modifiers,
      charge: cents(line.chargeCents),
      units: line.units,
      servedOn: calendarDate(line.serviceDate),
    })),
  }
}
