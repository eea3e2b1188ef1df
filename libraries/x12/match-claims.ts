import type { AcknowledgedClaim, SetAcknowledgement } from './model-acknowledgement.ts'
import type { Claim, ClaimLine } from './model-claim.ts'
import type { StatusClaim } from './model-claim-status.ts'
import type { ClaimPayment, ServicePayment } from './model-remittance.ts'
import type { Transaction } from './transaction.ts'

/** A claim that was sent, and everything that came back about it, each in the order it was given. */
export type ClaimTrail = {
  claim: Claim
  batchReference: string
  groupControlNumber: string
  transactionControlNumber: string
  /** From a 999, by AK102 and AK202. */
  syntax: SetAcknowledgement[]
  /** From a 277CA, by BHT03 and CLM01, or REF D9. */
  acknowledged: AcknowledgedClaim[]
  /** From a 277, by REF EJ or the payer's number. */
  statuses: StatusClaim[]
  /** From an 835, by CLP01, or the payer's number. Reversals come before their correction. */
  payments: ClaimPayment[]
}

/** Brings together the claims that were sent and the answers to them; answers that fit no claim are handed back. */
export function matchClaims(
  sent: Transaction[],
  answers: Transaction[],
): {
  trails: ClaimTrail[]
  unmatched: { acknowledged: AcknowledgedClaim[]; statuses: StatusClaim[]; payments: ClaimPayment[] }
} {
  const trails = sent.flatMap(trailsOf)
  const index = new Index(trails)
  const unmatched = {
    acknowledged: [] as AcknowledgedClaim[],
    statuses: [] as StatusClaim[],
    payments: [] as ClaimPayment[],
  }
  for (const answer of answers) {
    if (answer.set === '999') {
      const { groupControlNumber, transactions } = answer.acknowledgement
      for (const set of transactions) for (const trail of index.ofSet(groupControlNumber, set)) trail.syntax.push(set)
    } else if (answer.set === '277CA') {
      for (const claim of answer.acknowledgement.providers.flatMap((provider) => provider.claims)) {
        const trail = index.acknowledged(answer.acknowledgement.batchReference, claim)
        if (trail === undefined) unmatched.acknowledged.push(claim)
        else {
          trail.acknowledged.push(claim)
          index.learn(claim.payerClaimControlNumber, trail)
        }
      }
    } else if (answer.set === '277') {
      const subscribers = answer.claimStatus.providers.flatMap((provider) => provider.subscribers)
      for (const claim of subscribers.flatMap((each) => [each, ...each.dependents]).flatMap((each) => each.claims)) {
        const trail = index.claim(claim.claimControlNumber, claim.payerClaimControlNumber)
        if (trail === undefined) unmatched.statuses.push(claim)
        else trail.statuses.push(claim)
      }
    } else if (answer.set === '835') {
      for (const claim of answer.remittance.claims) {
        const trail = index.claim(claim.claimControlNumber, claim.payerClaimControlNumber)
        if (trail === undefined) unmatched.payments.push(claim)
        else {
          trail.payments.push(claim)
          index.learn(claim.payerClaimControlNumber, trail)
        }
      }
    }
  }
  return { trails, unmatched }
}

function trailsOf(transaction: Transaction): ClaimTrail[] {
  if (transaction.set !== '837P') return []
  const { batch, envelope } = transaction
  const { groupControlNumber, transactionControlNumber } = envelope
  const subscribers = batch.billingProviders.flatMap((provider) => provider.subscribers)
  const claims = subscribers.flatMap((each) => [
    ...each.claims,
    ...each.dependents.flatMap((dependent) => dependent.claims),
  ])
  return claims.map((claim) => ({
    ...{ claim, batchReference: batch.batchReference, groupControlNumber, transactionControlNumber },
    ...{ syntax: [], acknowledged: [], statuses: [], payments: [] },
  }))
}

class Index {
  #sets = new Map<string, ClaimTrail[]>()
  #batches = new Map<string, ClaimTrail>()
  #controls = new Map<string, ClaimTrail>()
  #traces = new Map<string, ClaimTrail>()
  #payerNumbers = new Map<string, ClaimTrail>()

  constructor(trails: ClaimTrail[]) {
    for (const trail of trails) {
      const set = `${trail.groupControlNumber}/${trail.transactionControlNumber}`
      this.#sets.set(set, [...(this.#sets.get(set) ?? []), trail])
      this.#batches.set(`${trail.batchReference}/${trail.claim.claimControlNumber}`, trail)
      this.#controls.set(trail.claim.claimControlNumber, trail)
      if (trail.claim.clearinghouseTrace !== undefined) this.#traces.set(trail.claim.clearinghouseTrace, trail)
    }
  }

  ofSet(groupControlNumber: string, set: SetAcknowledgement): ClaimTrail[] {
    return this.#sets.get(`${groupControlNumber}/${set.transactionControlNumber}`) ?? []
  }

  acknowledged(batchReference: string, claim: AcknowledgedClaim): ClaimTrail | undefined {
    return (
      this.#batches.get(`${batchReference}/${claim.claimControlNumber}`) ??
      this.#traces.get(claim.clearinghouseTrace ?? '') ??
      this.#controls.get(claim.claimControlNumber)
    )
  }

  claim(controlNumber: string | undefined, payerNumber: string | undefined): ClaimTrail | undefined {
    return this.#controls.get(controlNumber ?? '') ?? this.#payerNumbers.get(payerNumber ?? '')
  }

  learn(payerNumber: string | undefined, trail: ClaimTrail): void {
    if (payerNumber !== undefined && payerNumber !== '') this.#payerNumbers.set(payerNumber, trail)
  }
}

/** The lines of a payment beside the lines that were sent: by REF 6R, else by procedure, modifiers, day and charge. */
export function matchLines(claim: Claim, payment: ClaimPayment): { line: ClaimLine | null; paid: ServicePayment }[] {
  const left = new Set(claim.lines)
  const take = (wanted: (line: ClaimLine) => boolean): ClaimLine | null => {
    for (const line of left) {
      if (!wanted(line)) continue
      left.delete(line)
      return line
    }
    return null
  }
  const byControl = payment.lines.map((paid) =>
    paid.lineControlNumber === undefined ? null : take((line) => line.lineControlNumber === paid.lineControlNumber),
  )
  return payment.lines.map((paid, index) => ({
    paid,
    line: byControl[index] ?? take((line) => isSameService(line, paid)),
  }))
}

function isSameService(line: ClaimLine, paid: ServicePayment): boolean {
  const { procedure, modifiers } = paid.submitted ?? paid
  return (
    line.procedure === procedure &&
    line.modifiers.join() === modifiers.join() &&
    (paid.serviceDate === undefined || line.serviceDate === paid.serviceDate) &&
    Math.abs(paid.chargeCents) === line.chargeCents
  )
}
