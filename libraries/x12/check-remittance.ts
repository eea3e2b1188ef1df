import { centsToText } from './cents-to-text.ts'
import type { ClaimSums } from './claim-sums.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { Adjustment } from './model-party.ts'
import type { ClaimPayment, Remittance } from './model-remittance.ts'

export type ClaimPaymentPlaces = { claim: Place; lines: Place[] }

/** A payment has some hundred claims; beyond this their order is not followed, so that memory stays flat. */
const mostRemembered = 20_000

/** What the claims of one payment add up to, kept while they stream by. */
export class RemittanceTotals {
  paidCents = 0
  interestCents = 0
  /** Reversals that still wait for their correction, and whether the claim was paid before them in this payment. */
  reversals = new Map<string, { place: Place; paidBefore: boolean }>()
  #paid: string[] = []
  /** The same as a set, as far as a reversal has asked: few payments have any. */
  #known = new Set<string>()
  #asked = 0

  add(claim: ClaimPayment, place: Place): void {
    this.paidCents += claim.paidCents
    for (const amount of claim.amounts ?? []) if (amount.qualifier === 'I') this.interestCents += amount.cents
    this.#follow(claim.claimControlNumber, claim.status === '22', place)
  }

  addSums(sums: ClaimSums, place: Place): void {
    this.paidCents += sums.paid
    this.interestCents += sums.interest
    this.#follow(sums.name, sums.isReversal, place)
  }

  #follow(name: string, isReversal: boolean, place: Place): void {
    if (isReversal) this.reversals.set(name, { place, paidBefore: this.#wasPaid(name) })
    else {
      if (this.reversals.size > 0) this.reversals.delete(name)
      if (this.#paid.length < mostRemembered) this.#paid.push(name)
    }
  }

  #wasPaid(name: string): boolean {
    for (; this.#asked < this.#paid.length; this.#asked++) this.#known.add(this.#paid[this.#asked] as string)
    return this.#known.has(name)
  }
}

/** Balances one claim: each line, the claim, its lines against it, and what the patient owes. */
export function checkClaimPayment(log: FindingLog, claim: ClaimPayment, places: ClaimPaymentPlaces): void {
  let adjusted = total(claim.adjustments)
  let charged = 0
  let paid = 0
  claim.lines.forEach((line, index) => {
    const lineAdjusted = total(line.adjustments)
    const place = places.lines[index]
    balance(log, 'line_balance', place, line.paidCents, line.chargeCents - lineAdjusted)
    adjusted += lineAdjusted
    charged += line.chargeCents
    paid += line.paidCents
  })
  balance(log, 'claim_balance', places.claim, claim.paidCents, claim.chargeCents - adjusted, 4)
  if (claim.lines.length > 0) {
    balance(log, 'claim_lines', places.claim, claim.chargeCents, charged)
    balance(log, 'claim_lines', places.claim, claim.paidCents, paid - total(claim.adjustments), 4)
  }
  checkPatientResponsibility(log, claim, places.claim)
  if (claim.status === '22' && (claim.chargeCents > 0 || claim.paidCents > 0)) {
    const element = claim.chargeCents > 0 ? 3 : 4
    const cents = claim.chargeCents > 0 ? claim.chargeCents : claim.paidCents
    log.place('reversal_sign', places.claim, { element, value: centsToText(cents), expected: centsToText(-cents) })
  }
}

function checkPatientResponsibility(log: FindingLog, claim: ClaimPayment, place: Place): void {
  if (claim.status === '22') return
  let owed = 0
  for (const each of claim.adjustments) if (each.group === 'PR') owed += each.cents
  for (const line of claim.lines) for (const each of line.adjustments) if (each.group === 'PR') owed += each.cents
  const said = claim.patientResponsibilityCents
  const difference = (said ?? 0) - owed
  if (Number.isNaN(difference) || difference === 0) return
  log.place('patient_responsibility', place, {
    element: 5,
    value: said === undefined ? '' : centsToText(said),
    expected: centsToText(owed),
    difference,
    severity: said === undefined ? 'warning' : 'error',
  })
}

/** Balances the payment against its claims and provider adjustments, and checks how it is made. */
export function checkPayment(
  log: FindingLog,
  remittance: Remittance,
  totals: RemittanceTotals,
  at: Place | null,
  tracedAt: Place | null,
): void {
  if (at === null) return
  const { payment, providerAdjustments, trace } = remittance
  let withheld = 0
  let interest = 0
  for (const each of providerAdjustments) {
    withheld += each.cents
    if (each.reason === 'L6') interest -= each.cents
  }
  balance(log, 'payment_balance', at, payment.cents, totals.paidCents - withheld, 2)
  if (totals.interestCents !== 0) balance(log, 'interest', at, interest, totals.interestCents, 2)
  for (const { place, paidBefore } of totals.reversals.values()) {
    log.place(paidBefore ? 'reversal_order' : 'reversal_unpaired', place, { element: 1, value: place.claim })
  }
  if (payment.cents < 0)
    log.place('negative_payment', at, { element: 2, value: centsToText(payment.cents), expected: '0' })
  checkMethod(log, remittance, at)
  const originator = payment.originator
  if (originator !== undefined && trace.originator !== '' && originator !== trace.originator && tracedAt !== null) {
    log.place('payer_identifier', tracedAt, { element: 3, value: trace.originator, expected: originator })
  }
}

function checkMethod(log: FindingLog, { payment }: Remittance, at: Place): void {
  if (payment.cents === 0) {
    if (payment.method !== 'NON') {
      log.place('payment_handling', at, { element: 4, value: payment.method, expected: 'NON' })
    }
    if (payment.handling !== 'H') {
      log.place('payment_handling', at, { element: 1, value: payment.handling, expected: 'H', severity: 'warning' })
    }
  } else if (payment.cents > 0) {
    if (payment.method === 'NON') {
      log.place('payment_handling', at, { element: 4, value: 'NON', expected: 'ACH, BOP, CHK, FWT' })
    }
    if (payment.handling === 'H') {
      log.place('payment_handling', at, { element: 1, value: 'H', expected: 'I', severity: 'warning' })
    }
  }
  if (payment.method !== 'ACH') return
  const { format, sender, receiver, originator } = payment
  const needed: [number, string | undefined][] = [
    [5, format],
    [6, sender?.routingQualifier],
    [7, sender?.routing],
    [8, sender?.accountQualifier],
    [9, sender?.account],
    [10, originator],
    [12, receiver?.routingQualifier],
    [13, receiver?.routing],
    [14, receiver?.accountQualifier],
    [15, receiver?.account],
  ]
  for (const [element, value] of needed) {
    if (value === undefined || value === '') log.place('payment_accounts', at, { element })
  }
}

function total(adjustments: Adjustment[]): number {
  let cents = 0
  for (const each of adjustments) cents += each.cents
  return cents
}

/** Says how many cents are too many or too few, when both sides can be read. */
function balance(
  log: FindingLog,
  code: 'line_balance' | 'claim_balance' | 'claim_lines' | 'payment_balance' | 'interest',
  at: Place | undefined,
  is: number,
  should: number,
  element = 3,
): void {
  const difference = is - should
  if (at === undefined || difference === 0 || Number.isNaN(difference)) return
  log.place(code, at, { element, value: centsToText(is), expected: centsToText(should), difference })
}
