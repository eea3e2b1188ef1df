import { type Cents, cents, minus, zero } from '../../libraries/money/index.ts'
import type { Fault } from '../ledger/fault.ts'

/** One posted payment with what the books hold of it. */
export type PostedPayment = {
  id: string
  trace: string
  originator: string
  paid: Cents
  /** What was posted to practices' books and to unmatched, together. */
  toClaims: Cents
  /** The sum of its adjustments outside claims (PLB); positive reduces the payment. */
  outsideClaims: Cents
}

/**
 * Invariant 4: a payment is what it pays for claims less what it adjusts outside them, and once its deposit is there (or
 * it pays nothing) its clearing stands at zero.
 */
export function checkRemittances(
  book: string,
  payments: readonly PostedPayment[],
  clearing: { balanceOf: (trace: string) => Cents; hasDeposit: (trace: string) => boolean },
): Fault[] {
  const faults: Fault[] = []
  for (const payment of payments) {
    const where = `payment ${payment.trace} (${payment.id})`
    const expected = minus(payment.toClaims, payment.outsideClaims)
    if (expected !== payment.paid) {
      const words = 'the payment is not what was posted for its claims less its adjustments'
      faults.push({ invariant: 4, book, where, words, difference: cents(payment.paid - expected) })
    }
    const trace = `${payment.originator}/${payment.trace}`
    const left = clearing.balanceOf(trace)
    if ((clearing.hasDeposit(trace) || payment.paid === zero) && left !== zero) {
      const words = 'the deposit is there and its clearing is not at zero'
      faults.push({ invariant: 4, book, where, words, difference: left })
    }
  }
  return faults
}
