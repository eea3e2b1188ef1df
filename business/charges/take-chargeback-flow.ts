import { dateIn } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { feeStands, postFeeChargedBack } from '../ledger/post-fee.ts'
import { treasury } from '../ledger/post-session.ts'
import { type Transfer, transfer } from '../ledger/transfer.ts'
import { payOnIfConfirmedToday } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import type { Charge } from './charge-store.ts'
import { chargeByProcessor, recordChargeback } from './chargeback-store.ts'

export type ChargebackTaken = { kind: 'taken' | 'known_already' } | { kind: 'unknown_charge' }

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
  const transfers = await chargedBack(db, charge, cents)
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

async function chargedBack(
  db: Db,
  { practiceId, sessionId, because }: Pick<Charge, 'practiceId' | 'sessionId' | 'because'>,
  cents: Cents,
): Promise<Transfer[]> {
  if (because !== 'cancellation_fee') return transfer(account('client_receivable', sessionId), treasury, cents)
  return postFeeChargedBack(sessionId, cents, feeStands(sessionId, await transfersAbout(db, practiceId, sessionId)))
}
