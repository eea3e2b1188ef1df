import { type Cents, cents, zero } from '../../libraries/money/index.ts'
import { type AccountKind, account } from '../ledger/accounts.ts'
import type { AbsorbedKind } from '../ledger/post-session.ts'
import { sessionAccounts } from '../ledger/post-session.ts'
import { effectOn, type Transfer } from '../ledger/transfer.ts'
import type { SessionStands } from './post-answer.ts'

const absorbedKinds: readonly AbsorbedKind[] = ['contract_variance', 'denials_absorbed', 'silence_absorbed']
const sharedWith: readonly AccountKind[] = ['session_value', 'payer_receivable']

/** How a session stands, from every transfer posted about it. */
export function sessionStands(
  session: { sessionId: string; payerId: string },
  transfers: readonly Transfer[],
): SessionStands {
  const accounts = sessionAccounts(session.sessionId, session.payerId)
  return {
    ...session,
    payerReceivable: effectOn(transfers, accounts.payerReceivable),
    clientReceivable: effectOn(transfers, accounts.clientReceivable),
    refundsDue: effectOn(transfers, accounts.refundsDue),
    payerOverpaid: effectOn(transfers, accounts.payerOverpaid),
    forgiven: effectOn(transfers, account('bad_debt_absorbed')),
    shareBooked: shareBooked(session.sessionId, transfers),
    absorbed: absorbedKinds.flatMap((kind) => {
      const amount = effectOn(transfers, { kind, subject: session.payerId })
      return amount === zero ? [] : [{ kind, cents: amount }]
    }),
  }
}

// What moved between the client and the session or the payer is share; what moved to the till or a refund is payment.
function shareBooked(sessionId: string, transfers: readonly Transfer[]): Cents {
  let share = 0
  for (const { debit, credit, cents: amount } of transfers) {
    const isDebited = debit.kind === 'client_receivable' && debit.subject === sessionId
    const isCredited = credit.kind === 'client_receivable' && credit.subject === sessionId
    if (isDebited && sharedWith.includes(credit.kind)) share += amount
    if (isCredited && sharedWith.includes(debit.kind)) share -= amount
  }
  return cents(share)
}
