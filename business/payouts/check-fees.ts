import { type Cents, cents, minus, plus, zero } from '../../libraries/money/index.ts'
import { type AccountKind, account } from '../ledger/accounts.ts'
import type { Fault } from '../ledger/fault.ts'
import { feeAccounts } from '../ledger/post-fee.ts'
import type { PostedPosting } from '../ledger/posted-posting.ts'
import { effectOn } from '../ledger/transfer.ts'

/** A fee as its row has it; `ended` when it was forgiven or given up. */
export type FeeRow = { sessionId: string; cents: Cents; ended: boolean }

// Nobody but client, practice and the till has a part in a fee; what is lost on one is the operator's.
const inFees: readonly AccountKind[] = [
  'client_receivable',
  'practice_awaiting_client',
  'practice_payable',
  'treasury',
  'client_refunds_due',
  'bad_debt_absorbed',
]

/**
 * Of fees (invariants 1, 3 and 5): each row is its posting and each posting its row; what the client owes is what the
 * practice waits for; nothing of it is the operator's or a payer's; of one that ended nothing is owed; and a session with
 * a fee was not confirmed.
 */
export function checkFees(book: string, postings: readonly PostedPosting[], fees: readonly FeeRow[]): Fault[] {
  const bySession = Map.groupBy(postings, ({ subject }) => subject)
  const asked = fees.filter((fee) => fee.cents !== zero)
  const faults = asked.flatMap((fee) => checkFee(book, bySession.get(fee.sessionId) ?? [], fee))
  const known = new Set(asked.map(({ sessionId }) => sessionId))
  for (const [sessionId, about] of bySession) {
    if (known.has(sessionId) || !about.some(({ kind }) => kind === 'fee_recorded')) continue
    faults.push({
      invariant: 5,
      book,
      where: `session ${sessionId}`,
      words: 'a fee is booked that nobody asked',
      difference: null,
    })
  }
  return faults
}

function checkFee(book: string, about: readonly PostedPosting[], { sessionId, cents: asked, ended }: FeeRow): Fault[] {
  const where = `fee of session ${sessionId}`
  const fault = (invariant: Fault['invariant'], words: string, difference: Cents | null = null) => [
    { invariant, book, where, words, difference },
  ]
  const { receivable, awaiting } = feeAccounts(sessionId)
  const booked = about
    .filter(({ kind }) => kind === 'fee_recorded')
    .reduce((total, { transfers }) => plus(total, effectOn(transfers, receivable)), zero)
  const transfers = about.flatMap((posting) => posting.transfers)
  const owed = effectOn(transfers, receivable)
  const apart = plus(owed, effectOn(transfers, awaiting))
  const kinds = transfers.flatMap(({ debit, credit }) => [debit.kind, credit.kind])
  const stranger = kinds.find((kind) => !inFees.includes(kind))
  const kept = plus(effectOn(transfers, account('treasury')), effectOn(transfers, account('practice_payable')))
  const due = plus(kept, effectOn(transfers, account('client_refunds_due', sessionId)))
  const lost = effectOn(transfers, account('bad_debt_absorbed'))
  return [
    ...(booked === asked ? [] : fault(5, 'what was asked is not what is booked', minus(asked, booked))),
    ...(apart === zero ? [] : fault(1, 'what the client owes is not what the practice waits for', apart)),
    ...(stranger === undefined ? [] : fault(1, `${stranger} has no part in a fee`)),
    ...(due === cents(-lost) ? [] : fault(3, 'what the client paid is not what the practice got', due)),
    ...(ended && owed !== zero ? fault(5, 'it ended and the client still owes', owed) : []),
    ...(about.some(({ kind }) => kind === 'confirmed') ? fault(5, 'its session was confirmed too') : []),
  ]
}
