import { type Cents, cents, minus, most, plus, zero } from '../../libraries/money/index.ts'

/** What decides whether the bank account carries the next payday; all in cents. */
export type MoneyAhead = {
  /** Pay that is due by then and in no payout yet. */
  payable: Cents
  /** Payouts that are with the bank and have not left the account. */
  inTransit: Cents
  bank: Cents
  /** Payments that payers have announced and the bank has not received, and what the card processor holds for us. */
  expected: Cents
}

/** How much of its own money the operator must add by the next payday; zero when the account carries it. */
export function ownMoneyNeeded({ payable, inTransit, bank, expected }: MoneyAhead): Cents {
  const out = plus(payable, inTransit)
  return cents(most(minus(out, plus(bank, expected)), zero))
}
