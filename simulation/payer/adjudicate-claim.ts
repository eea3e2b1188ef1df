import { type Cents, least, minus, negate, portion, sum, zero } from '../../libraries/money/index.ts'
import type { ClaimLine, ReceivedClaim } from './received-claim.ts'

/** One CAS triplet: positive cents reduce the payment. */
export type Adjustment = { group: 'CO' | 'PR'; reason: string; amount: Cents }

export type LineDecision = {
  line: ClaimLine
  charge: Cents
  paid: Cents
  adjustments: Adjustment[]
  /** Remark codes (RARC). */
  remarks: string[]
}

/** One CLP of an 835: status 1 processed as primary, 4 denied, 22 reversal of an earlier payment. */
export type ClaimDecision = {
  status: '1' | '4' | '22'
  charge: Cents
  paid: Cents
  patientShare: Cents
  lines: LineDecision[]
}

/** Why the payer pays nothing: everything is the provider's (CO), nothing the patient's. */
export type Denial = { reason: string; remarks: string[] }

/** Authorization absent, with "information is inconsistent with what was authorized". */
export const notAuthorized: Denial = { reason: '197', remarks: ['N54'] }
/** Not deemed a medical necessity, found when the payment was reviewed. */
export const notNecessary: Denial = { reason: '50', remarks: [] }
/** Provider was not eligible to be paid for this service on this date: the contract has no rate for it. */
export const notContracted: Denial = { reason: 'B7', remarks: [] }

export type Terms = {
  rateOf: (line: ClaimLine) => Cents | null
  copay: Cents
  /** What this payer allows less than its contract, over the whole claim. */
  less: Cents
}

/** Prices a claim; the contract's amount never exceeds the charge, the client's share never what is allowed. */
export function adjudicateClaim(claim: ReceivedClaim, terms: Terms): ClaimDecision {
  const rates = claim.lines.map((line) => terms.rateOf(line))
  if (rates.some((rate) => rate === null)) return denyClaim(claim, notContracted)

  let less = terms.less
  let copay = terms.copay
  const lines = claim.lines.map((line, index) => {
    const contracted = least(times(rates[index] ?? zero, line.units), line.charge)
    const reduction = least(less, contracted)
    const allowed = minus(contracted, reduction)
    const share = least(copay, allowed)
    less = minus(less, reduction)
    copay = minus(copay, share)
    return decideLine(line, { allowed, share })
  })
  return claimDecision('1', lines)
}

/** Denied whole: the payer has no liability for anything, and the money is the provider's to lose. */
export function denyClaim(claim: ReceivedClaim, denial: Denial): ClaimDecision {
  const lines = claim.lines.map((line) => ({
    line,
    charge: line.charge,
    paid: zero,
    adjustments: adjustments([{ group: 'CO', reason: denial.reason, amount: line.charge }]),
    remarks: denial.remarks,
  }))
  return claimDecision('4', lines)
}

/**
 * The opposite of an earlier decision, with every amount and every original adjustment negated
 * under its original group code (reference: 005010X221A1, section 1.10.2.8).
 */
export function reverseDecision(original: ClaimDecision): ClaimDecision {
  const lines = original.lines.map((line) => ({
    line: line.line,
    charge: negate(line.charge),
    paid: negate(line.paid),
    adjustments: line.adjustments.map((adjustment) => ({ ...adjustment, amount: negate(adjustment.amount) })),
    remarks: [],
  }))
  return claimDecision('22', lines)
}

function decideLine(line: ClaimLine, { allowed, share }: { allowed: Cents; share: Cents }): LineDecision {
  return {
    line,
    charge: line.charge,
    paid: minus(allowed, share),
    adjustments: adjustments([
      { group: 'CO', reason: '45', amount: minus(line.charge, allowed) },
      { group: 'PR', reason: '3', amount: share },
    ]),
    remarks: [],
  }
}

function claimDecision(status: ClaimDecision['status'], lines: LineDecision[]): ClaimDecision {
  const shares = lines.flatMap((line) => line.adjustments.filter(({ group }) => group === 'PR'))
  return {
    status,
    charge: sum(lines.map((line) => line.charge)),
    paid: sum(lines.map((line) => line.paid)),
    patientShare: sum(shares.map(({ amount }) => amount)),
    lines,
  }
}

function adjustments(list: Adjustment[]): Adjustment[] {
  return list.filter(({ amount }) => amount !== zero)
}

function times(amount: Cents, units: number): Cents {
  return portion(amount, Math.round(units * 10_000))
}
