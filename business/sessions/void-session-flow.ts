import { holdSubject } from '../ledger/index.ts'
import type { Db, Who, World } from '../world.ts'
import { bookVoid } from './confirm-session-flow.ts'
import { confirmationInForce } from './confirmation-store.ts'
import { isClosed } from './editable-until-flow.ts'
import { type Session, sessionById } from './session-store.ts'
import { recordVoid, voidOf } from './void-store.ts'

export type Voided =
  | { kind: 'voided' }
  | { kind: 'refused'; code: 'session_locked' | 'session_voided' | 'session_cancelled'; words: string }

/** Marks a session as not having happened; what its confirmation booked is taken back. Only until it is locked. */
export async function voidSession(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: Session,
  reason: string,
): Promise<Voided> {
  await holdSubject(db, session.id)
  const { practiceId, id: sessionId } = session
  if (await isClosed(db, world, session)) {
    const words = 'The session is locked and its claim is on its way. Ask us to take it back; nothing was changed.'
    return { kind: 'refused', code: 'session_locked', words }
  }
  if ((await voidOf(db, practiceId, sessionId)) !== null) {
    return { kind: 'refused', code: 'session_voided', words: 'It is already marked as not having happened.' }
  }
  if ((await sessionById(db, practiceId, sessionId))?.cancellation != null) {
    return { kind: 'refused', code: 'session_cancelled', words: 'It was cancelled, so it did not take place anyhow.' }
  }
  const at = world.clock.now()
  await recordVoid(db, { practiceId, sessionId, reason, at, by: who.userId })
  const confirmation = await confirmationInForce(db, practiceId, sessionId)
  if (confirmation !== null) await bookVoid(db, world, who, confirmation, at)
  return { kind: 'voided' }
}
