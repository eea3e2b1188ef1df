import { type Cents, least, negate, plus, zero } from '../../libraries/money/index.ts'
import { levelReceivable } from '../ledger/level-receivable.ts'
import {
  type AbsorbedKind,
  postAbsorbed,
  postClientShare,
  postForgiven,
  postPayerPaid,
  sessionAccounts,
} from '../ledger/post-session.ts'
import { effectOn, type Transfer } from '../ledger/transfer.ts'
import type { AnswerKind } from './classify-answer.ts'

/** How a session stands in its practice's book before an answer is posted; balances are debits minus credits. */
export type SessionStands = {
  sessionId: string
  payerId: string
  payerReceivable: Cents
  clientReceivable: Cents
  refundsDue: Cents
  payerOverpaid: Cents
  /** What of the client's balance was forgiven and is the operator's loss. */
  forgiven: Cents
  /** The client's share booked so far: the estimate and what answers changed. */
  shareBooked: Cents
  absorbed: readonly { kind: AbsorbedKind; cents: Cents }[]
}

/**
 * What a payer's answer does in the practice's book. What was absorbed before is taken back first; an answer sets the
 * client's share, a denial and a reversal leave it until they are final. Receivables never end below zero.
 */
export function postAnswer(
  stands: SessionStands,
  answer: { kind: Exclude<AnswerKind, 'information'>; paid: Cents; clientShare: Cents },
): Transfer[] {
  const share =
    answer.kind === 'answer'
      ? postClientShare(stands, { saidByPayer: answer.clientShare, bookedSoFar: stands.shareBooked })
      : []
  return levelled(stands, [...reopen(stands), ...postPayerPaid(stands, answer.paid), ...share])
}

/** What a final underpayment, denial or silence does: a denial sets the share first; then all that is left is absorbed. */
export function postFinal(stands: SessionStands, final: { kind: AbsorbedKind; clientShare: Cents | null }): Transfer[] {
  const share =
    final.clientShare === null
      ? []
      : postClientShare(stands, { saidByPayer: final.clientShare, bookedSoFar: stands.shareBooked })
  const settled = levelled(stands, share)
  const left = plus(
    stands.payerReceivable,
    effectOn(settled, sessionAccounts(stands.sessionId, stands.payerId).payerReceivable),
  )
  return left > zero ? [...settled, ...postAbsorbed(final.kind, stands, left)] : settled
}

function reopen(stands: SessionStands): Transfer[] {
  return stands.absorbed.flatMap(({ kind, cents }) => postAbsorbed(kind, stands, -cents as Cents))
}

function levelled(stands: SessionStands, before: readonly Transfer[]): Transfer[] {
  const transfers = [...before, ...lessForgiven(stands, before)]
  const { payerReceivable, clientReceivable, refundsDue, payerOverpaid } = sessionAccounts(
    stands.sessionId,
    stands.payerId,
  )
  const client = levelReceivable(
    {
      receivable: clientReceivable,
      receivableBalance: stands.clientReceivable,
      excess: refundsDue,
      excessBalance: stands.refundsDue,
    },
    transfers,
  )
  const payer = levelReceivable(
    {
      receivable: payerReceivable,
      receivableBalance: stands.payerReceivable,
      excess: payerOverpaid,
      excessBalance: stands.payerOverpaid,
    },
    transfers,
  )
  return [...transfers, ...client, ...payer]
}

// Where the share falls below what was forgiven of it, less was lost: nobody has paid it, so nobody is owed it back.
function lessForgiven({ sessionId, payerId, clientReceivable, forgiven }: SessionStands, before: readonly Transfer[]) {
  const owed = plus(clientReceivable, effectOn(before, sessionAccounts(sessionId, payerId).clientReceivable))
  return owed < zero ? postForgiven(sessionId, negate(least(negate(owed), forgiven))) : []
}
