import { type Cents, cents, least, negate, plus, zero } from '../../libraries/money/index.ts'
import type { Account } from './accounts.ts'
import { effectOn, type Transfer, transfer } from './transfer.ts'

/** A receivable and the account that holds what was paid beyond it, with their balances before the posting. */
export type Pair = { receivable: Account; receivableBalance: Cents; excess: Account; excessBalance: Cents }

/**
 * No receivable ends a posting below zero: what was paid beyond it moves to the account of the excess (a refund due, an
 * overpayment), and comes back from there first when the receivable rises again. Returns the transfers to add.
 */
export function levelReceivable(pair: Pair, transfers: readonly Transfer[]): Transfer[] {
  const receivable = plus(pair.receivableBalance, effectOn(transfers, pair.receivable))
  const excess = plus(pair.excessBalance, effectOn(transfers, pair.excess))
  if (receivable < 0) return transfer(pair.receivable, pair.excess, negate(receivable))
  const comesBack = least(receivable, excess < 0 ? negate(excess) : zero)
  return transfer(pair.excess, pair.receivable, cents(Math.max(comesBack, 0)))
}
