import { type Cents, negate, zero } from '../../libraries/money/index.ts'
import type { Account } from './accounts.ts'

/** Debits one account and credits another by a positive number of cents, so it balances by construction. */
export type Transfer = { debit: Account; credit: Account; cents: Cents }

/** The transfer of an amount that may be zero (nothing) or negative (the other way round). */
export function transfer(debit: Account, credit: Account, cents: Cents): Transfer[] {
  if (cents === zero) return []
  return cents > 0 ? [{ debit, credit, cents }] : [{ debit: credit, credit: debit, cents: negate(cents) }]
}

/** The same transfers the other way round: together with them nothing has happened. */
export function opposite(transfers: readonly Transfer[]): Transfer[] {
  return transfers.map(({ debit, credit, cents }) => ({ debit: credit, credit: debit, cents }))
}

/** What these transfers do to one account: debits minus credits. */
export function effectOn(transfers: readonly Transfer[], { kind, subject }: Account): Cents {
  let effect = 0
  for (const { debit, credit, cents } of transfers) {
    if (debit.kind === kind && debit.subject === subject) effect += cents
    if (credit.kind === kind && credit.subject === subject) effect -= cents
  }
  return effect as Cents
}
