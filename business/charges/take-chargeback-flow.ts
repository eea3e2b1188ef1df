import { dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, sum, zero } from '../../libraries/money/index.ts'
import { account } from '../ledger/accounts.ts'
import { balances, holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { feeStands, postFeeChargedBack } from '../ledger/post-fee.ts'
import { postChargedBack } from '../ledger/post-session.ts'
import { type Transfer, transfer } from '../ledger/transfer.ts'
import { payOnIfConfirmedToday } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { type Charge, chargesOf } from './charge-store.ts'
import { chargeByProcessor, chargebackByReference, chargebacksOf, recordChargeback } from './chargeback-store.ts'
import { refundsOf } from './refund-store.ts'
import { type CardPayment, type ChargebackRefusal, weighChargeback } from './weigh-chargeback.ts'

export type ChargebackTaken =
  | { kind: 'taken' | 'known_already' }
  | { kind: 'unknown_charge' }
  | { kind: 'refused'; code: ChargebackRefusal['code'] | 'reference_of_another'; words: string }

/**
 * Takes in that the card processor took money back. A session's share is owed by the client again, and the practice keeps
 * its pay; a fee was never promised, so what the practice had of it comes off its next payout.
 */
export async function takeChargeback(
  db: Db,
  world: World,
  told: { processorChargeId: string; reference: string; cents: Cents; by: string },
): Promise<ChargebackTaken> {
  const charge = await chargeByProcessor(db, told.processorChargeId)
  if (charge === null) return { kind: 'unknown_charge' }
  await holdSubject(db, charge.sessionId)
  const at = world.clock.now()
  const { practiceId } = charge
  const { reference, cents, by } = told
  const known = await chargebackByReference(db, practiceId, reference)
  if (known !== null) {
    if (known.chargeId === charge.id && known.cents === cents) return { kind: 'known_already' }
    const words = `The reference ${reference} stands for another chargeback, of ${formatCents(known.cents)}. Compare it with the processor’s notice.`
    return { kind: 'refused', code: 'reference_of_another', words }
  }
  const refusal = weighChargeback(await cardPayment(db, charge), cents)
  if (refusal !== null) return { kind: 'refused', ...refusal }
  const isNew = await recordChargeback(db, {
    practiceId,
    id: world.ids.next(),
    chargeId: charge.id,
    reference,
    cents,
    at,
    by,
  })
  if (!isNew) return { kind: 'known_already' }
  const posting = {
    key: `chargeback:${reference}`,
    kind: charge.because === 'cancellation_fee' ? 'fee_charged_back' : 'charged_back',
    cause: 'card_processor' as const,
    subject: charge.sessionId,
    effectiveOn: dateIn(at, world.zone),
    at,
    by,
  }
  const transfers = await chargedBackTransfers(db, charge, cents)
  const touchesPay = transfers.some(({ debit }) => debit.kind === 'practice_payable')
  const payOn = touchesPay ? await payOnIfConfirmedToday(db, world) : null
  if (touchesPay && payOn === null) throw new Error('no pay schedule is in force: the chargeback is taken in later')
  await recordPosting(db, { ...posting, practiceId, id: world.ids.next(), payOn, transfers })
  await recordPosting(db, {
    ...posting,
    practiceId: world.operator,
    id: world.ids.next(),
    payOn: null,
    transfers: transfer(account('book', practiceId), account('card_clearing'), cents),
  })
  return { kind: 'taken' }
}

/** What was collected by a charge, and what of it went back. */
export async function cardPayment(
  db: Db,
  { practiceId, sessionId, id }: Pick<Charge, 'practiceId' | 'sessionId' | 'id'>,
): Promise<CardPayment> {
  const charge = (await chargesOf(db, practiceId, sessionId)).find((one) => one.id === id)
  const refunds = (await refundsOf(db, practiceId, sessionId)).filter(({ chargeId }) => chargeId === id)
  const takenBack = await chargebacksOf(db, practiceId, [id])
  return {
    captured: charge?.attempts.find(({ outcome }) => outcome === 'captured')?.cents ?? zero,
    refunded: sum(refunds.map((one) => one.cents)),
    takenBack: sum(takenBack.map((one) => one.cents)),
  }
}

/** What a chargeback does to the practice's book. */
export async function chargedBackTransfers(
  db: Db,
  { practiceId, sessionId, because }: Pick<Charge, 'practiceId' | 'sessionId' | 'because'>,
  cents: Cents,
): Promise<Transfer[]> {
  if (because === 'cancellation_fee') {
    return postFeeChargedBack(sessionId, cents, feeStands(sessionId, await transfersAbout(db, practiceId, sessionId)))
  }
  const found = await balances(db, practiceId, [sessionId])
  const balanceOf = (kind: string) => found.find((one) => one.kind === kind)?.cents ?? zero
  return postChargedBack(sessionId, cents, {
    clientReceivable: balanceOf('client_receivable'),
    refundsDue: balanceOf('client_refunds_due'),
  })
}
