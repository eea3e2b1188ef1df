import { type Cents, cents, minus, negate, plus } from '../../libraries/money/index.ts'
import { type Account, absorbedKinds } from '../ledger/accounts.ts'
import type { Transfer } from '../ledger/transfer.ts'

/** Where the money of one session came from and went, from the transfers that its book holds. */
export type SessionMoney = {
  payerPaidCents: Cents
  /** Net of what was refunded. */
  clientPaidCents: Cents
  paidToYouCents: Cents
  /** What the operator keeps, after what it absorbed; negative: what it adds. */
  operatorKeptCents: Cents
  absorbedCents: Cents
  /** What payer and client still owe, less what they are owed back. */
  owedCents: Cents
}

/**
 * Every cent once: payer paid + client paid + still owed = the practice's pay + what the operator keeps. `paidToYou` is
 * the part of the pay that has arrived.
 */
export function whereTheMoneyGoes(transfers: readonly Transfer[], paidToYou: Cents): SessionMoney {
  const balance = (isOurs: (account: Account) => boolean): Cents =>
    cents(
      transfers.reduce(
        (total, { debit, credit, cents: amount }) =>
          total + (isOurs(debit) ? amount : 0) - (isOurs(credit) ? amount : 0),
        0,
      ),
    )
  const of = (...kinds: string[]) => balance(({ kind }) => kinds.includes(kind))
  const absorbed = of(...absorbedKinds)
  const result = of('operator_share', 'operator_subsidy')
  return {
    payerPaidCents: received(transfers, ['payer_receivable', 'payer_overpaid']),
    clientPaidCents: received(transfers, ['client_receivable', 'client_refunds_due']),
    paidToYouCents: paidToYou,
    operatorKeptCents: minus(negate(result), absorbed),
    absorbedCents: absorbed,
    owedCents: plus(of('payer_receivable', 'payer_overpaid'), of('client_receivable', 'client_refunds_due')),
  }
}

// What came into the till from these accounts, less what went back out.
function received(transfers: readonly Transfer[], from: readonly string[]): Cents {
  let total = 0
  for (const { debit, credit, cents: amount } of transfers) {
    if (debit.kind === 'treasury' && from.includes(credit.kind)) total += amount
    if (credit.kind === 'treasury' && from.includes(debit.kind)) total -= amount
  }
  return cents(total)
}
