import { type Cents, cents, zero } from '../../libraries/money/index.ts'
import { type AccountKind, resultKinds } from '../ledger/accounts.ts'
import type { Fault } from '../ledger/fault.ts'
import type { PostedPosting } from '../ledger/posted-posting.ts'

const open: readonly AccountKind[] = ['payer_receivable', 'client_receivable', 'client_refunds_due', 'payer_overpaid']
const money: readonly AccountKind[] = ['treasury', 'practice_payable']

/**
 * Invariant 5: a session in which nothing is open any more has earned what came in less what goes out; and a session whose
 * claim is settled has nothing open. `settled` are the sessions whose claim was paid in full or absorbed.
 */
export function checkSessions(book: string, postings: readonly PostedPosting[], settled: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = []
  for (const [sessionId, about] of Map.groupBy(postings, ({ subject }) => subject)) {
    if (!about.some(({ kind }) => kind === 'confirmed')) continue
    const balances = balancesOf(about)
    const left = sumOf(balances, ['payer_receivable'])
    if (settled.has(sessionId) && left !== zero) {
      const words = 'its claim is settled and the payer still owes'
      faults.push({ invariant: 5, book, where: `session ${sessionId}`, words, difference: left })
    }
    if (open.some((kind) => sumOf(balances, [kind]) !== zero)) continue
    const earned = cents(-sumOf(balances, resultKinds))
    const kept = sumOf(balances, money)
    if (earned !== kept) {
      const words = 'what it earned is not what came in less what goes out'
      faults.push({ invariant: 5, book, where: `session ${sessionId}`, words, difference: cents(earned - kept) })
    }
  }
  return faults
}

function balancesOf(postings: readonly PostedPosting[]): Map<AccountKind, Cents> {
  const balances = new Map<AccountKind, Cents>()
  const add = (kind: AccountKind, amount: number) => balances.set(kind, cents((balances.get(kind) ?? 0) + amount))
  for (const { debit, credit, cents: amount } of postings.flatMap(({ transfers }) => transfers)) {
    add(debit.kind, amount)
    add(credit.kind, -amount)
  }
  return balances
}

function sumOf(balances: ReadonlyMap<AccountKind, Cents>, kinds: readonly AccountKind[]): Cents {
  return cents(kinds.reduce((total, kind) => total + (balances.get(kind) ?? 0), 0))
}
