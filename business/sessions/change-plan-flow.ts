import { holdSubject } from '../ledger/index.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { checkPlannedTimes } from './check-planned-times.ts'
import { confirmationInForce } from './confirmation-store.ts'
import { recordCancellation, recordMove } from './plan-store.ts'
import { type PlanRefusal, refusePlanChange } from './refuse-plan-change.ts'
import { type Cancellation, type Modality, type PlannedSession, type Session, sessionById } from './session-store.ts'
import { voidOf } from './void-store.ts'
import type { Refused } from './weighed.ts'

export type PlanChanged =
  | { kind: 'changed'; before: PlannedSession; session: PlannedSession }
  | { kind: 'refused'; refusals: Refused[] }

type Asks = Pick<Who, 'userId'>
type WhichPlan = Pick<Session, 'practiceId' | 'id'>

/** Moves a session to other times, or between video and a room; the version is the one that the one who asks saw. */
export async function moveSession(
  db: Db,
  world: World,
  who: Asks,
  which: WhichPlan,
  asked: { version: number; startsAt: string; endsAt: string; modality: Modality },
): Promise<PlanChanged> {
  const held = await holdPlan(db, world, which, asked.version)
  if (held.kind === 'refused') return held
  const before = held.session
  const now = world.clock.now()
  const practice = await practiceById(db, which.practiceId)
  const times = checkPlannedTimes({
    ...asked,
    now,
    zone: world.zone,
    practiceZone: practice?.timeZone ?? world.zone,
    limits: (await timeLimits(db)).filter(({ name }) => name === 'confirm_within'),
  })
  if (!('startsAt' in times)) return { kind: 'refused', refusals: [...times.refusals] }
  const { startsAt, endsAt } = times
  const session = { ...before, startsAt, endsAt, modality: asked.modality, version: before.version + 1 }
  const isSame = startsAt === before.startsAt && endsAt === before.endsAt && asked.modality === before.modality
  if (isSame) return { kind: 'changed', before, session: before }
  await recordMove(db, { ...session, sessionId: before.id, movedAt: now, movedBy: who.userId })
  world.witness('session-moved')
  return { kind: 'changed', before, session: { ...session, plannedAt: now, plannedBy: who.userId } }
}

/** Gives a session to another clinician of the practice, at the times that it has. */
export async function handOverSession(
  db: Db,
  world: World,
  who: Asks,
  which: PlannedSession,
  memberId: string,
): Promise<PlanChanged> {
  const held = await holdPlan(db, world, which, which.version)
  if (held.kind === 'refused') return held
  const before = held.session
  const now = world.clock.now()
  const session = { ...before, memberId, version: before.version + 1, plannedAt: now, plannedBy: who.userId }
  const moved = { movedAt: now, movedBy: who.userId, handedTo: memberId }
  await recordMove(db, { ...session, sessionId: before.id, ...moved })
  world.witness('session-handed-over')
  return { kind: 'changed', before, session }
}

/** Calls a session off, or says that the client did not come. */
export async function cancelSession(
  db: Db,
  world: World,
  who: Asks,
  which: WhichPlan,
  asked: { version: number } & Pick<Cancellation, 'kind' | 'initiator' | 'reason'>,
): Promise<PlanChanged> {
  const held = await holdPlan(db, world, which, asked.version)
  if (held.kind === 'refused') return held
  const before = held.session
  const now = world.clock.now()
  if (asked.kind === 'no_show' && before.startsAt > now) return { kind: 'refused', refusals: [notBegun] }
  const { kind, initiator, reason } = asked
  const cancellation = { kind, initiator, reason, cancelledAt: now, cancelledBy: who.userId }
  await recordCancellation(db, before, cancellation)
  world.witness('session-cancelled')
  return { kind: 'changed', before, session: { ...before, cancellation } }
}

const notBegun: PlanRefusal = {
  code: 'not_begun_yet',
  field: 'kind',
  words: 'The session has not begun, so nobody has missed it yet. Cancel it instead.',
}

/** The plan, held until the transaction ends, so that two who change it at once are one after the other. */
async function holdPlan(
  db: Db,
  world: World,
  { practiceId, id }: WhichPlan,
  version: number,
): Promise<{ kind: 'held'; session: PlannedSession } | { kind: 'refused'; refusals: Refused[] }> {
  await holdSubject(db, id)
  const session = await sessionById(db, practiceId, id)
  if (session === null) throw new Error(`session ${id} was there before it was held`)
  const members = await membersOf(db, practiceId)
  const practice = await practiceById(db, practiceId)
  const refusal = refusePlanChange(session, {
    version,
    now: world.clock.now(),
    zone: practice?.timeZone ?? world.zone,
    isConfirmed: (await confirmationInForce(db, practiceId, id)) !== null,
    isVoided: (await voidOf(db, practiceId, id)) !== null,
    nameOf: (userId) => members.find((member) => member.userId === userId)?.name ?? 'Somebody',
  })
  return refusal === null ? { kind: 'held', session } : { kind: 'refused', refusals: [refusal] }
}

/** The refusals of a plan's change as one answer: the plan stands as somebody else left it, or what was asked cannot be. */
export function planRefused(refusals: readonly Refused[]): Refusal {
  const [first] = refusals
  const stands = ['session_cancelled', 'session_confirmed', 'session_voided', 'session_changed_meanwhile']
  const status = stands.includes(first?.code ?? '') ? 409 : 422
  const detail = first?.words ?? 'The session stays as it was planned.'
  return new Refusal({ status, code: first?.code ?? 'session_refused', detail, because: [...refusals] })
}
