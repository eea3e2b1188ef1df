import { dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import { balances, holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { feeStands } from '../ledger/post-fee.ts'
import { postForgiven } from '../ledger/post-session.ts'
import type { Transfer } from '../ledger/transfer.ts'
import { lockOf } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { chargeRequest } from './charge-request-store.ts'
import { type ChargeStanding, chargesOf } from './charge-store.ts'
import { feeForgivenTransfers, forgiveUnpaidFee } from './fee-flow.ts'
import { feesWhere } from './fee-store.ts'
import { recordForgiveness } from './forgiveness-store.ts'
import { tellAboutMoney } from './tell-about-money-flow.ts'
import { type ForgivenessRefusal, type Owed, weighForgiveness } from './weigh-forgiveness.ts'

type OfSession = { practiceId: string; id: string; personId: string }

/** How the client's side of one session stands: a share of what the plan pays, a cancellation fee, or nothing. */
export async function owedOf(db: Db, { practiceId, id }: Pick<OfSession, 'practiceId' | 'id'>): Promise<Owed> {
  const charges = await chargesOf(db, practiceId, id)
  const asked = await Promise.all(charges.map((charge) => isBeingAsked(db, charge)))
  const isOnItsWay = asked.includes(true)
  const [fee] = await feesWhere(db, { practiceId, sessionId: id })
  if (fee !== undefined && fee.cents > zero) {
    const { owed, paidOn } = feeStands(id, await transfersAbout(db, practiceId, id))
    return { kind: 'fee', owed, paid: paidOn, ended: fee.end?.kind ?? null, isOnItsWay }
  }
  const found = (await balances(db, practiceId, [id])).find(({ kind }) => kind === 'client_receivable')
  const isLocked = (await lockOf(db, practiceId, id)) !== null
  if (found === undefined && charges.length === 0 && !isLocked) return { kind: 'nothing' }
  return { kind: 'share', owed: found?.cents ?? zero, isLocked, isOnItsWay }
}

async function isBeingAsked(db: Db, charge: ChargeStanding): Promise<boolean> {
  const last = charge.attempts.at(-1)
  if (last?.outcome === 'captured') return false
  return (await chargeRequest(db, charge, (last?.attempt ?? 0) + 1)) !== null
}

/** What forgiving all that is owed of a session would post in the practice's book; nothing is posted. */
export async function forgivenTransfers(db: Db, session: OfSession, stands: Owed): Promise<Transfer[]> {
  if (stands.kind === 'nothing') return []
  if (stands.kind === 'share') return postForgiven(session.id, stands.owed)
  return feeForgivenTransfers(db, { practiceId: session.practiceId, sessionId: session.id })
}

export type OwedForgiven =
  | { kind: 'forgiven'; cents: Cents }
  | { kind: 'refused'; code: ForgivenessRefusal['code'] | 'balance_changed'; words: string }

/**
 * The operator's staff forgive all that a client still owes of a session, having seen how much that is: a share becomes
 * the operator's loss, and what the practice is owed stays; a fee that nobody paid is asked no more.
 */
export async function forgiveOwed(
  db: Db,
  world: World,
  session: OfSession,
  { cents: seen, reason, by }: { cents: Cents; reason: string; by: string },
): Promise<OwedForgiven> {
  await holdSubject(db, session.id)
  const stands = await owedOf(db, session)
  const refusal = weighForgiveness(stands)
  if (refusal !== null) return { kind: 'refused', ...refusal }
  const owed = stands.kind === 'nothing' ? zero : stands.owed
  if (owed !== seen) {
    const words = `It is ${formatCents(owed)} by now, not ${formatCents(seen)}. Look at it again.`
    return { kind: 'refused', code: 'balance_changed', words }
  }
  const id = world.ids.next()
  const about = { practiceId: session.practiceId, sessionId: session.id }
  if (stands.kind === 'fee') {
    const [fee] = await feesWhere(db, about)
    if (fee !== undefined) await forgiveUnpaidFee(db, world, fee, { reason, by })
  } else await forgiveShare(db, world, session, { id, cents: owed, reason, by })
  await tellAboutMoney(db, world, { ...about, id }, { kind: 'forgiven', cents: owed })
  return { kind: 'forgiven', cents: owed }
}

async function forgiveShare(
  db: Db,
  world: World,
  { practiceId, id: sessionId, personId }: OfSession,
  { id, cents, reason, by }: { id: string; cents: Cents; reason: string; by: string },
): Promise<void> {
  const at = world.clock.now()
  await recordForgiveness(db, { practiceId, id, sessionId, personId, cents, reason, at, by })
  await recordPosting(db, {
    practiceId,
    id: world.ids.next(),
    key: `forgiven:${id}`,
    kind: 'bad_debt',
    cause: 'operator',
    subject: sessionId,
    effectiveOn: dateIn(at, world.zone),
    payOn: null,
    at,
    by,
    transfers: postForgiven(sessionId, cents),
  })
  world.witness('share-forgiven')
}
