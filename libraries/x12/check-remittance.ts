import { centsToText } from './cents-to-text.ts'
import type { ClaimSums } from './claim-sums.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { Adjustment } from './model-party.ts'
import type { ClaimPayment, Remittance, ServicePayment } from './model-remittance.ts'

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
    if (claim.status === '22' && place !== undefined) checkSign(log, place, line, 2)
    checkServiceDates(log, claim, line, place)
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
  if (claim.status === '22') checkSign(log, places.claim, claim, 3)
  checkStatus(log, claim, places.claim)
}

/** A reversal takes back: nothing in it is above nothing. */
function checkSign(log: FindingLog, at: Place, of: { chargeCents: number; paidCents: number }, element: number): void {
  const [value, place] = of.chargeCents > 0 ? [of.chargeCents, element] : [of.paidCents, element + 1]
  if (value > 0)
    log.place('reversal_sign', at, { element: place, value: centsToText(value), expected: centsToText(-value) })
}

/** DTM 472, or 150 and 151; none only where the claim has dates (TR3 2110 DTM, 2100 DTM 232). */
function checkServiceDates(log: FindingLog, claim: ClaimPayment, line: ServicePayment, at: Place | undefined): void {
  if (line.serviceDate !== undefined || at === undefined) return
  if (line.serviceDateEnd !== undefined) {
    log.place('service_dates', at, { segment: 'DTM', element: 1, value: '151', expected: '150 before 151' })
  } else if (!(claim.dates ?? []).some(({ qualifier }) => qualifier === '232' || qualifier === '233')) {
    log.place('missing_segment', at, { segment: 'DTM', expected: 'Service Date' })
  }
}

/** What a claim status promises: 4 is denied and not paid, 19 to 21 are handed on to somebody. */
function checkStatus(log: FindingLog, claim: ClaimPayment, at: Place): void {
  if (claim.status === '4' && claim.paidCents !== 0 && !Number.isNaN(claim.paidCents)) {
    log.place('denied_but_paid', at, { element: 4, value: centsToText(claim.paidCents), expected: '0' })
  }
  if (['19', '20', '21'].includes(claim.status) && claim.crossoverPayer === undefined) {
    log.place('crossover_payer', at, { segment: 'NM1', element: 1, expected: 'TT' })
  }
}

function checkPatientResponsibility(log: FindingLog, claim: ClaimPayment, place: Place): void {
  const stated = claim.patientResponsibilityCents
  if (claim.status === '22' || (stated === 0 && owedBy(claim) === 0)) {
    if (stated === undefined || Number.isNaN(stated)) return
    const value = centsToText(stated)
    log.place('patient_responsibility', place, { element: 5, value, expected: 'nothing', severity: 'warning' })
    return
  }
  const owed = owedBy(claim)
  const difference = (stated ?? 0) - owed
  if (Number.isNaN(difference) || difference === 0) return
  log.place('patient_responsibility', place, {
    element: 5,
    value: stated === undefined ? '' : centsToText(stated),
    expected: centsToText(owed),
    difference,
    severity: stated === undefined ? 'warning' : 'error',
  })
}

function owedBy(claim: ClaimPayment): number {
  let owed = 0
  for (const each of claim.adjustments) if (each.group === 'PR') owed += each.cents
  for (const line of claim.lines) for (const each of line.adjustments) if (each.group === 'PR') owed += each.cents
  return owed
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
  if (tracedAt !== null && trace.originator !== '' && !/^[1-9]\d{9}$/.test(trace.originator)) {
    log.place('payer_identifier', tracedAt, { element: 3, value: trace.originator, expected: '1 and the tax number' })
  }
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
  if (!['ACH', 'BOP', 'FWT'].includes(payment.method)) return
  const { format, sender, receiver, originator } = payment
  const needed: [number, string | undefined][] = [
    [5, payment.method === 'ACH' ? format : 'CCP'],
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
