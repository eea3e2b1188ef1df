import { type Cents, cents, minus, plus } from '../../libraries/money/index.ts'

/** A transfer of a session as the client may read it: an account that is neither theirs nor the plan's is the house. */
export type Movement = { debit: string; credit: string; cents: Cents }

export type VisitMoney = {
  /** What the visit costs the client, as it stands: what they paid and owe, less what comes back. */
  costs: Cents
  /** What they paid, less what was refunded. */
  paid: Cents
  owes: Cents
  comesBack: Cents
  planPaid: Cents
}

const client = ['client_receivable', 'client_refunds_due']
const plan = ['payer_receivable', 'payer_overpaid']

/** What one visit cost whom, from what moved in the books. */
export function visitMoney(movements: readonly Movement[]): VisitMoney {
  const owes = balance(movements, 'client_receivable')
  const comesBack = minus(cents(0), balance(movements, 'client_refunds_due'))
  const paid = received(movements, client)
  return {
    costs: minus(plus(paid, owes), comesBack),
    paid,
    owes,
    comesBack,
    planPaid: received(movements, plan),
  }
}

function balance(movements: readonly Movement[], kind: string): Cents {
  return cents(
    movements.reduce(
      (total, { debit, credit, cents: amount }) =>
        total + (debit === kind ? amount : 0) - (credit === kind ? amount : 0),
      0,
    ),
  )
}

function received(movements: readonly Movement[], from: readonly string[]): Cents {
  let total = 0
  for (const { debit, credit, cents: amount } of movements) {
    if (debit === 'treasury' && from.includes(credit)) total += amount
    if (credit === 'treasury' && from.includes(debit)) total -= amount
  }
  return cents(total)
}
