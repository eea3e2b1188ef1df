import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, negate, sum } from '../../libraries/money/index.ts'
import { resultKinds } from '../ledger/accounts.ts'
import { type KindBalance, kindBalances } from '../ledger/index.ts'
import type { Db, World } from '../world.ts'

/** The books by kind of account, balances being debits minus credits, and what they come to. */
export type Books = {
  asOf: Instant
  accounts: KindBalance[]
  /** What the operator has earned; negative: what it has put in. */
  operatorResultCents: Cents
  owedToPracticesCents: Cents
  bankCents: Cents
}

export async function books(db: Db, world: World): Promise<Books> {
  const accounts = await kindBalances(db, world.operator)
  const total = (kinds: readonly string[]) =>
    sum(accounts.filter(({ kind }) => kinds.includes(kind)).map(({ cents }) => cents))
  return {
    asOf: world.clock.now(),
    accounts,
    operatorResultCents: negate(total(resultKinds)),
    owedToPracticesCents: negate(total(['practice_payable'])),
    bankCents: total(['bank']),
  }
}
