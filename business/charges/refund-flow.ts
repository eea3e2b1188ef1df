import { asOperations } from '../../database/act-as.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { minus, negate, sum, zero } from '../../libraries/money/index.ts'
import { account } from '../ledger/accounts.ts'
import { balances, balancesOfKind, holdSubject, recordPosting } from '../ledger/index.ts'
import { postClientRefunded } from '../ledger/post-session.ts'
import { transfer } from '../ledger/transfer.ts'
import type { Db, World } from '../world.ts'
import { chargesOf } from './charge-store.ts'
import { chargebacksOf } from './chargeback-store.ts'
import { openRefunds, type Refund, recordRefund, recordRefundResult, refundsOf } from './refund-store.ts'
import { spreadRefund } from './spread-refund.ts'
import { tellAboutMoney } from './tell-about-money-flow.ts'

/** Sends back what clients paid too much, to the cards it came from; returns how many refunds were made. */
export async function refundWhatIsDue(db: Db, world: World): Promise<number> {
  const actor = { user: null, now: world.clock.now() }
  const due = await asOperations(db, actor, (tx) => balancesOfKind(tx, 'client_refunds_due'))
  for (const { practiceId, subject } of due) {
    await asOperations(db, actor, (tx) => orderRefunds(tx, world, practiceId, subject))
    world.witness('card-refund-ordered')
  }
  const open = await asOperations(db, actor, openRefunds)
  for (const refund of open) await refundOnce(db, world, refund)
  return open.length
}

// The rows come first: after a crash the same refund, with the same id as its key, is asked for again.
async function orderRefunds(db: Db, world: World, practiceId: string, sessionId: string): Promise<void> {
  await holdSubject(db, sessionId)
  // What is due now, alone with the session: somebody else may have sent it back since we looked.
  const accounts = await balances(db, practiceId, [sessionId])
  const due = negate(accounts.find(({ kind }) => kind === 'client_refunds_due')?.cents ?? zero)
  const charges = await chargesOf(db, practiceId, sessionId)
  const refunds = await refundsOf(db, practiceId, sessionId)
  const ordered = sum(refunds.filter(({ refundedAt }) => refundedAt === null).map(({ cents }) => cents))
  const charged = charges.map(({ id }) => id)
  const takenBack = await chargebacksOf(db, practiceId, charged)
  const refundable = charges.flatMap(({ id, attempts }) => {
    const captured = attempts.find(({ outcome }) => outcome === 'captured')
    if (captured?.processorId == null) return []
    // What the processor took back from us is with the client already.
    const gone = [...refunds, ...takenBack].filter(({ chargeId }) => chargeId === id)
    const refunded = sum(gone.map(({ cents }) => cents))
    return [{ chargeId: id, processorChargeId: captured.processorId, captured: captured.cents, refunded }]
  })
  const { parts } = spreadRefund(minus(due, ordered), refundable)
  for (const [index, part] of parts.entries()) {
    await recordRefund(db, {
      ...part,
      practiceId,
      id: world.ids.next(),
      sessionId,
      causeKey: `refund:${sessionId}:${refunds.length + index + 1}`,
      at: world.clock.now(),
    })
  }
}

async function refundOnce(db: Db, world: World, refund: Refund): Promise<void> {
  const at = world.clock.now()
  const { processorId } = await world.outside.cards.refund({
    key: refund.id,
    chargeId: refund.processorChargeId,
    cents: refund.cents,
  })
  await asOperations(db, { user: null, now: at }, async (tx) => {
    // Whoever orders refunds of this session must see both or neither: that it was sent, and that it is due no more.
    await holdSubject(tx, refund.sessionId)
    await recordRefundResult(tx, { practiceId: refund.practiceId, refundId: refund.id, processorId, at })
    const posting = {
      key: `refund:${refund.id}`,
      kind: 'client_refunded',
      cause: 'client' as const,
      subject: refund.sessionId,
      effectiveOn: dateIn(at, world.zone),
      payOn: null,
      at,
      by: 'house',
    }
    await recordPosting(tx, {
      ...posting,
      id: world.ids.next(),
      practiceId: refund.practiceId,
      transfers: postClientRefunded(refund.sessionId, refund.cents),
    })
    const { practiceId, sessionId, id } = refund
    await tellAboutMoney(tx, world, { practiceId, sessionId, id }, { kind: 'refund', cents: refund.cents })
    world.witness('card-refund-posted')
    await recordPosting(tx, {
      ...posting,
      id: world.ids.next(),
      practiceId: world.operator,
      transfers: transfer(account('book', refund.practiceId), account('card_clearing'), refund.cents),
    })
  })
  world.witness('card-refund-recorded')
}
