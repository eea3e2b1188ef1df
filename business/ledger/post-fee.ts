import { type Cents, least, minus, negate } from '../../libraries/money/index.ts'
import { type Account, account } from './accounts.ts'
import { levelReceivable } from './level-receivable.ts'
import { practicePayable, treasury } from './post-session.ts'
import { effectOn, type Transfer, transfer } from './transfer.ts'

/** The accounts that a fee of one session moves: what the client owes, and what of it the practice waits for. */
export function feeAccounts(sessionId: string) {
  return {
    receivable: account('client_receivable', sessionId),
    awaiting: account('practice_awaiting_client', sessionId),
    refundsDue: account('client_refunds_due', sessionId),
  } satisfies Record<string, Account>
}

/** How a fee stands: what the client still owes, what is due back to them, and what of their money the practice has. */
export type FeeStands = { owed: Cents; refundsDue: Cents; paidOn: Cents }

/** How the fee of a session stands, from every transfer of the postings about that session. */
export function feeStands(sessionId: string, transfers: readonly Transfer[]): FeeStands {
  const { receivable, refundsDue } = feeAccounts(sessionId)
  return {
    owed: effectOn(transfers, receivable),
    refundsDue: negate(effectOn(transfers, refundsDue)),
    paidOn: negate(effectOn(transfers, practicePayable)),
  }
}

/** The client owes a fee, and the practice gets it once the client has paid: it is outside the promise. */
export function postFee(sessionId: string, fee: Cents): Transfer[] {
  const { receivable, awaiting } = feeAccounts(sessionId)
  return transfer(receivable, awaiting, fee)
}

/**
 * The client paid: all of it goes on to the practice. What came beyond what was still owed, because the fee was forgiven
 * while the card's answer was on its way, is due back to the client.
 */
export function postFeePaid(sessionId: string, paid: Cents, stands: FeeStands): Transfer[] {
  const { receivable, awaiting } = feeAccounts(sessionId)
  const came = transfer(treasury, receivable, paid)
  return [
    ...came,
    ...levelled(sessionId, stands, came),
    ...transfer(awaiting, practicePayable, least(paid, stands.owed)),
  ]
}

/** The practice forgives the fee, or nobody ever paid it: opposites of what stands; what was paid is due back. */
export function postFeeForgiven(sessionId: string, stands: FeeStands): Transfer[] {
  const { receivable, awaiting } = feeAccounts(sessionId)
  const back = transfer(practicePayable, awaiting, stands.paidOn)
  const undone = [...transfer(awaiting, receivable, stands.owed), ...transfer(awaiting, receivable, stands.paidOn)]
  return [...back, ...undone, ...levelled(sessionId, stands, undone)]
}

/**
 * The client's bank took the money back: what the practice had of it goes back too (opposites), and what the practice has
 * no more, because it had been forgiven and refunded, is the operator's loss.
 */
export function postFeeChargedBack(sessionId: string, taken: Cents, stands: FeeStands): Transfer[] {
  const { receivable, awaiting } = feeAccounts(sessionId)
  const fromPractice = least(taken, stands.paidOn)
  return [
    ...transfer(receivable, treasury, taken),
    ...transfer(practicePayable, awaiting, fromPractice),
    ...transfer(awaiting, receivable, fromPractice),
    ...transfer(account('bad_debt_absorbed'), receivable, minus(taken, fromPractice)),
  ]
}

function levelled(sessionId: string, stands: FeeStands, transfers: readonly Transfer[]): Transfer[] {
  const { receivable, refundsDue } = feeAccounts(sessionId)
  return levelReceivable(
    { receivable, receivableBalance: stands.owed, excess: refundsDue, excessBalance: negate(stands.refundsDue) },
    transfers,
  )
}
