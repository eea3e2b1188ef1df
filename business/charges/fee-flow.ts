import { asOperations } from '../../database/act-as.ts'
import { addHours, dateIn, earliest, type Instant } from '../../libraries/calendar/index.ts'
import { zero } from '../../libraries/money/index.ts'
import { holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { type FeeStands, feeStands, postFee, postFeeForgiven } from '../ledger/post-fee.ts'
import type { Transfer } from '../ledger/transfer.ts'
import { payOnIfConfirmedToday } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { cancellationRule } from './cancellation-policy-store.ts'
import { recordCharge } from './charge-store.ts'
import { type Fee, type FeeStanding, feesWhere, feesWithoutCharge, recordFee, recordFeeEnd } from './fee-store.ts'

/** Writes down what a client is asked for and books it; of a fee that is waived at once only that it was. */
export async function askFee(db: Db, world: World, fee: Fee): Promise<void> {
  await recordFee(db, fee)
  await post(db, world, fee, {
    key: `fee:${fee.sessionId}`,
    kind: 'fee_recorded',
    by: fee.recordedBy,
    transfers: postFee(fee.sessionId, fee.cents),
  })
  world.witness('fee-recorded')
}

type Cause = 'practice' | 'operator'

export type Forgiven = { kind: 'forgiven' } | { kind: 'refused'; code: 'fee_not_found' | 'fee_ended'; words: string }

/** The practice forgives a fee: what is open is taken back, and what was paid goes back to the client from its own pay. */
export async function forgiveFee(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: { practiceId: string; id: string },
  reason: string,
): Promise<Forgiven> {
  await holdSubject(db, session.id)
  const [fee] = await feesWhere(db, { practiceId: session.practiceId, sessionId: session.id })
  if (fee === undefined || fee.cents === zero) {
    return { kind: 'refused', code: 'fee_not_found', words: 'No fee was asked for this session.' }
  }
  if (fee.end !== null) {
    const words = fee.end.kind === 'forgiven' ? 'The fee is forgiven already.' : 'The fee was given up: nobody paid it.'
    return { kind: 'refused', code: 'fee_ended', words }
  }
  await endFee(db, world, fee, { kind: 'forgiven', reason, by: who.userId })
  return { kind: 'forgiven' }
}

/** The operator's staff forgive what nobody has paid of a fee; what was paid is the practice's to give back. */
export async function forgiveUnpaidFee(db: Db, world: World, fee: Fee, why: { reason: string; by: string }) {
  await endFee(db, world, fee, { kind: 'forgiven', ...why }, 'operator')
}

/** What forgiving a fee does to the practice's book. */
export async function feeForgivenTransfers(db: Db, fee: Pick<Fee, 'practiceId' | 'sessionId'>): Promise<Transfer[]> {
  return postFeeForgiven(fee.sessionId, await standsOf(db, fee))
}

/** Each fee that is asked for becomes a charge on the client's card, once. */
export async function chargeFees(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const fees = await feesWithoutCharge(tx)
    for (const { practiceId, sessionId, personId, cents, recordedAt } of fees) {
      const charge = { practiceId, id: world.ids.next(), sessionId, personId, cents }
      const because = 'cancellation_fee' as const
      await recordCharge(tx, { ...charge, because, causeKey: `fee:${sessionId}`, dueAt: recordedAt, at: now })
    }
    return fees.length
  })
}

/** Takes back what nobody paid for so long that the operator's rule gives it up. */
export async function giveUpFees(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const due = (await openFees(db, world)).filter(({ givenUpAt }) => givenUpAt <= now)
  for (const { fee } of due) {
    await asOperations(db, { user: null, now }, async (tx) => {
      await holdSubject(tx, fee.sessionId)
      await endFee(tx, world, fee, { kind: 'given_up', reason: 'Nobody paid it.', by: 'house' })
    })
  }
  return due.length
}

export async function nextGivenUp(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  const moments = (await openFees(db, world)).map(({ givenUpAt }) => givenUpAt).filter((at) => at > now)
  const [first, ...others] = moments
  return first === undefined ? null : earliest(first, ...others)
}

/** Fees of which something is still owed, with the moment at which they are given up. */
async function openFees(db: Db, world: World): Promise<{ fee: FeeStanding; givenUpAt: Instant }[]> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const rule = await cancellationRule(tx, dateIn(now, world.zone))
    if (rule === null) return []
    const asked = (await feesWhere(tx, {})).filter(({ end, cents }) => end === null && cents > zero)
    const open: { fee: FeeStanding; givenUpAt: Instant }[] = []
    for (const fee of asked) {
      const { owed } = await standsOf(tx, fee)
      if (owed > zero) open.push({ fee, givenUpAt: addHours(fee.recordedAt, rule.giveUpDays * 24) })
    }
    return open
  })
}

/** How a fee stands in the practice's book. */
export async function standsOf(db: Db, fee: { practiceId: string; sessionId: string }): Promise<FeeStands> {
  return feeStands(fee.sessionId, await transfersAbout(db, fee.practiceId, fee.sessionId))
}

async function endFee(
  db: Db,
  world: World,
  fee: Fee,
  end: { kind: 'forgiven' | 'given_up'; reason: string; by: string },
  cause: Cause = 'practice',
): Promise<void> {
  await recordFeeEnd(db, fee, { ...end, at: world.clock.now() })
  await post(db, world, fee, {
    key: `fee-end:${fee.sessionId}`,
    kind: end.kind === 'forgiven' ? 'fee_forgiven' : 'fee_given_up',
    by: end.by,
    cause,
    transfers: await feeForgivenTransfers(db, fee),
  })
  world.witness('fee-ended')
}

async function post(
  db: Db,
  world: World,
  { practiceId, sessionId }: Fee,
  posting: { key: string; kind: string; by: string; cause?: Cause; transfers: Transfer[] },
): Promise<void> {
  const at = world.clock.now()
  const touchesPay = posting.transfers.some(({ debit }) => debit.kind === 'practice_payable')
  const payOn = touchesPay ? await payOnIfConfirmedToday(db, world) : null
  if (touchesPay && payOn === null) throw new Error('no pay schedule is in force: the fee stays as it is')
  await recordPosting(db, {
    cause: 'practice',
    ...posting,
    practiceId,
    id: world.ids.next(),
    subject: sessionId,
    effectiveOn: dateIn(at, world.zone),
    payOn,
    at,
  })
}
