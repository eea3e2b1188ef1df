import { type Cents, cents, zero } from '../../libraries/money/index.ts'
import { type AccountKind, neverNegative, neverPositive } from './accounts.ts'
import type { Fault } from './fault.ts'
import type { PostedPosting } from './posted-posting.ts'

type Balances = Map<string, { kind: AccountKind; subject: string; cents: Cents }>

/**
 * Invariants 1 and 2 within one book: session_value is zero after every posting, no account stands on the side where it
 * may not, and no posting caused by a payer touches practice_payable.
 */
export function checkBook(book: string, postings: readonly PostedPosting[]): { faults: Fault[]; balances: Balances } {
  const faults: Fault[] = []
  const balances: Balances = new Map()
  for (const posting of postings) {
    for (const transfer of posting.transfers) {
      add(balances, transfer.debit, transfer.cents)
      add(balances, transfer.credit, -transfer.cents)
    }
    faults.push(...payerTouchesPay(book, posting), ...valueLeft(book, posting, balances))
  }
  for (const account of balances.values()) faults.push(...wrongSide(book, account))
  return { faults, balances }
}

function add(balances: Balances, account: { kind: AccountKind; subject: string }, amount: number): void {
  const key = `${account.kind} ${account.subject}`
  const before = balances.get(key)?.cents ?? zero
  balances.set(key, { ...account, cents: cents(before + amount) })
}

function payerTouchesPay(book: string, posting: PostedPosting): Fault[] {
  const touches = posting.transfers.some(
    ({ debit, credit }) => debit.kind === 'practice_payable' || credit.kind === 'practice_payable',
  )
  if (posting.cause !== 'payer' || !touches) return []
  const words = 'a posting caused by a payer changes what the practice is owed'
  return [{ invariant: 2, book, where: `posting ${posting.id}`, words, difference: null }]
}

function valueLeft(book: string, posting: PostedPosting, balances: Balances): Fault[] {
  const touched = posting.transfers.flatMap(({ debit, credit }) => [debit, credit])
  const subjects = new Set(touched.filter(({ kind }) => kind === 'session_value').map(({ subject }) => subject))
  return [...subjects].flatMap((subject) => {
    const left = balances.get(`session_value ${subject}`)?.cents ?? zero
    if (left === zero) return []
    const words = 'the worth of a session was not handed on whole'
    return [{ invariant: 1, book, where: `posting ${posting.id}, session ${subject}`, words, difference: left }]
  })
}

function wrongSide(book: string, account: { kind: AccountKind; subject: string; cents: Cents }): Fault[] {
  const wrong =
    (account.cents < 0 && neverNegative.includes(account.kind)) ||
    (account.cents > 0 && neverPositive.includes(account.kind))
  if (!wrong) return []
  const words = `${account.kind} stands on the side where it may not`
  return [{ invariant: 1, book, where: `${account.kind} ${account.subject}`.trim(), words, difference: account.cents }]
}
