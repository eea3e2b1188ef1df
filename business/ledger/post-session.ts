import { type Cents, minus, negate, plus } from '../../libraries/money/index.ts'
import { type Account, account } from './accounts.ts'
import { levelReceivable } from './level-receivable.ts'
import { type Transfer, transfer } from './transfer.ts'

/** What one confirmed session is worth, in cents: `payer` is the whole contract rate, the client's share within it. */
export type SessionWorth = { sessionId: string; payerId: string; payer: Cents; client: Cents; provider: Cents }

/** The accounts of one session in its practice's book. */
export function sessionAccounts(sessionId: string, payerId: string) {
  return {
    payerReceivable: account('payer_receivable', sessionId, payerId),
    clientReceivable: account('client_receivable', sessionId),
    value: account('session_value', sessionId),
    refundsDue: account('client_refunds_due', sessionId),
    payerOverpaid: account('payer_overpaid', sessionId, payerId),
  } satisfies Record<string, Account>
}

export const treasury = account('treasury')
export const practicePayable = account('practice_payable')

/** A confirmation: who owes the session's worth, and whose it is. */
export function postConfirmed({ sessionId, payerId, payer, client, provider }: SessionWorth): Transfer[] {
  const { payerReceivable, clientReceivable, value } = sessionAccounts(sessionId, payerId)
  const margin = minus(payer, provider)
  return [
    ...transfer(payerReceivable, value, minus(payer, client)),
    ...transfer(clientReceivable, value, client),
    ...transfer(value, practicePayable, provider),
    ...(margin >= 0
      ? transfer(value, account('operator_share'), margin)
      : transfer(account('operator_subsidy'), value, negate(margin))),
  ]
}

/** The client's card was charged. */
export function postClientPaid(sessionId: string, paid: Cents): Transfer[] {
  return transfer(treasury, account('client_receivable', sessionId), paid)
}

export function postClientRefunded(sessionId: string, refunded: Cents): Transfer[] {
  return transfer(account('client_refunds_due', sessionId), treasury, refunded)
}

/** What a client still owes is forgiven: the operator's loss; a negative amount takes it back. */
export function postForgiven(sessionId: string, forgiven: Cents): Transfer[] {
  return transfer(account('bad_debt_absorbed'), account('client_receivable', sessionId), forgiven)
}

/** The client's bank took the money back: they owe it again, less what was due back to them anyway. */
export function postChargedBack(
  sessionId: string,
  taken: Cents,
  stands: { clientReceivable: Cents; refundsDue: Cents },
): Transfer[] {
  const { clientReceivable, refundsDue } = sessionAccounts(sessionId, '')
  const took = transfer(clientReceivable, treasury, taken)
  const pair = {
    receivable: clientReceivable,
    receivableBalance: stands.clientReceivable,
    excess: refundsDue,
    excessBalance: stands.refundsDue,
  }
  return [...took, ...levelReceivable(pair, took)]
}

/** The payer paid; a reversal is a negative payment. */
export function postPayerPaid(session: { sessionId: string; payerId: string }, paid: Cents): Transfer[] {
  return transfer(treasury, account('payer_receivable', session.sessionId, session.payerId), paid)
}

/** The payer said what the client's share is: the difference to the share booked so far changes sides. */
export function postClientShare(
  session: { sessionId: string; payerId: string },
  share: { saidByPayer: Cents; bookedSoFar: Cents },
): Transfer[] {
  const { clientReceivable, payerReceivable } = sessionAccounts(session.sessionId, session.payerId)
  return transfer(clientReceivable, payerReceivable, minus(share.saidByPayer, share.bookedSoFar))
}

export type AbsorbedKind = 'contract_variance' | 'denials_absorbed' | 'silence_absorbed'

/** The operator takes upon itself what is left of a receivable; a negative amount takes it back. */
export function postAbsorbed(
  kind: AbsorbedKind,
  session: { sessionId: string; payerId: string },
  left: Cents,
): Transfer[] {
  return transfer(account(kind, session.payerId), account('payer_receivable', session.sessionId, session.payerId), left)
}

export function addUp(transfers: readonly Transfer[]): Cents {
  return transfers.reduce((total, { cents }) => plus(total, cents), 0 as Cents)
}
