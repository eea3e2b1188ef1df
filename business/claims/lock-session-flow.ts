import { asOperations } from '../../database/act-as.ts'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { zero } from '../../libraries/money/index.ts'
import { recordCharge, tellAboutMoney } from '../charges/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { clinicianById } from '../practices/index.ts'
import { type CorrectionLimit, correctionDeadline } from '../sessions/correction-deadline.ts'
import {
  type Confirmation,
  confirmationInForce,
  lockOf,
  recordLock,
  sessionById,
  timeLimits,
  unlockedSessions,
  voidOf,
} from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { buildClaim, chargeOf } from './build-claim.ts'
import { recordClaim } from './claim-store.ts'
import { makeControlNumber } from './make-control-number.ts'

/** Sessions whose time for corrections is over, with the moment it ended. */
export async function sessionsToLock(
  db: Db,
  world: World,
): Promise<{ practiceId: string; sessionId: string; dueAt: Instant }[]> {
  const limits = await correctionLimits(db)
  const open = await unlockedSessions(db, null)
  return open.flatMap(({ practiceId, sessionId, firstConfirmedAt }) => {
    const dueAt = correctionDeadline(firstConfirmedAt, dateIn(firstConfirmedAt, world.zone), limits)
    return dueAt === null ? [] : [{ practiceId, sessionId, dueAt }]
  })
}

async function correctionLimits(db: Db): Promise<CorrectionLimit[]> {
  const limits = await timeLimits(db)
  return limits.filter(({ name }) => name === 'correct_within').map((limit) => ({ ...limit, hours: limit.value }))
}

/** A session that has nobody to bill for it stays unlocked until a person puts that right. */
class NobodyToBill extends Error {}

/**
 * Locks every session that is due: its claim is made and its client's share is asked for, in one transaction each. Those
 * that cannot be billed keep no other back; they are named when the rest is done.
 */
export async function lockDueSessions(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const open = await asOperations(db, { user: null, now }, (tx) => sessionsToLock(tx, world))
  const due = open.filter(({ dueAt }) => dueAt <= now)
  const refused: string[] = []
  for (const { practiceId, sessionId } of due) {
    try {
      await asOperations(db, { user: null, now }, (tx) => lockSession(tx, world, practiceId, sessionId))
      world.witness('session-locked')
    } catch (error) {
      if (!(error instanceof NobodyToBill)) throw error
      refused.push(error.message)
    }
  }
  if (refused.length > 0) throw new Error(`sessions that cannot be locked: ${refused.join('; ')}`)
  return due.length
}

async function lockSession(db: Db, world: World, practiceId: string, sessionId: string): Promise<void> {
  await holdSubject(db, sessionId)
  const confirmation = await confirmationInForce(db, practiceId, sessionId)
  const session = await sessionById(db, practiceId, sessionId)
  if (confirmation === null || session === null || (await lockOf(db, practiceId, sessionId)) !== null) return
  // It may have been voided since we looked for what is due.
  if ((await voidOf(db, practiceId, sessionId)) !== null) return
  const at = world.clock.now()
  await recordLock(db, { practiceId, sessionId, confirmationId: confirmation.id, at })
  world.witness('lock-recorded')
  if (confirmation.client > zero) {
    await recordCharge(db, {
      practiceId,
      id: world.ids.next(),
      sessionId,
      personId: session.personId,
      cents: confirmation.client,
      because: 'session_share',
      causeKey: `lock:${sessionId}`,
      dueAt: at,
      at,
    })
  }
  // Until now it could still be corrected: the invoice stands from here on.
  const letter = { practiceId, sessionId, id: confirmation.id }
  await tellAboutMoney(db, world, letter, { kind: 'invoice', cents: confirmation.client })
  await makeClaim(db, world, confirmation, { memberId: session.memberId, personId: session.personId })
}

async function makeClaim(
  db: Db,
  world: World,
  confirmation: Confirmation,
  { memberId, personId }: { memberId: string; personId: string },
): Promise<void> {
  const clinician = await clinicianById(db, confirmation.practiceId, memberId)
  if (clinician === null) throw new NobodyToBill(`${confirmation.sessionId}: its clinician has no number to bill with`)
  const content = buildClaim(confirmation, clinician)
  await recordClaim(db, {
    practiceId: confirmation.practiceId,
    id: world.ids.next(),
    sessionId: confirmation.sessionId,
    confirmationId: confirmation.id,
    personId,
    controlNumber: makeControlNumber(world.ids.next()),
    networkId: confirmation.claimTo,
    payerId: confirmation.payerId,
    billingEntityId: confirmation.billingEntityId,
    frequency: '1',
    charge: chargeOf(content),
    serviceOn: confirmation.serviceOn,
    held: confirmation.held,
    heldUntil: confirmation.heldUntil,
    content,
    createdAt: world.clock.now(),
  })
}
