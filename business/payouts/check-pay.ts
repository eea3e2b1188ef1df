import { type Cents, cents, formatCents, zero } from '../../libraries/money/index.ts'
import type { Fault } from '../ledger/fault.ts'

/** What a practice is owed and was paid, as the rows and the books hold it. */
export type PayStands = {
  book: string
  /** The balance of practice_payable: debits minus credits, so what is owed is negative. */
  payable: Cents
  openLines: readonly { cents: Cents }[]
  /** Due lines that no payout has taken although nothing holds them. */
  overdue: readonly { where: string; cents: Cents }[]
  payouts: readonly { id: string; cents: Cents; items: Cents; entry: Cents | null }[]
}

/** Invariant 3: what is owed is the lines in no payout; a payout is its lines and its entry at the bank; nothing due waits unheld. */
export function checkPay(stands: PayStands): Fault[] {
  const { book } = stands
  const faults: Fault[] = []
  const open = stands.openLines.reduce((total, line) => total + line.cents, 0)
  if (-stands.payable !== open) {
    const words = 'what the practice is owed is not the sum of its lines in no payout'
    faults.push({ invariant: 3, book, where: 'practice_payable', words, difference: cents(-stands.payable - open) })
  }
  for (const payout of stands.payouts) {
    const where = `payout ${payout.id}`
    if (payout.items !== payout.cents) {
      const words = 'the payout is not the sum of its lines'
      faults.push({ invariant: 3, book, where, words, difference: cents(payout.cents - payout.items) })
    }
    if (payout.entry !== payout.cents) {
      const words = payout.entry === null ? 'the bank file has no such entry' : 'its entry in the bank file differs'
      faults.push({ invariant: 3, book, where, words, difference: cents(payout.cents - (payout.entry ?? zero)) })
    }
  }
  for (const { where, cents: amount } of stands.overdue) {
    const words = `${formatCents(amount)} is due, nothing holds it, and it is in no payout`
    faults.push({ invariant: 3, book, where, words, difference: amount })
  }
  return faults
}
