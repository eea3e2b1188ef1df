import type { Db, Who, World } from '../world.ts'
import { notesOf, recordNote } from './note-store.ts'
import type { Session } from './session-store.ts'

/** Signs an addendum to a session's note; null while there is no note that it could stand below. */
export async function addAddendum(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: Session,
  body: string,
): Promise<{ id: string } | null> {
  const { practiceId, id: sessionId } = session
  if ((await notesOf(db, practiceId, sessionId)).length === 0) return null
  const id = world.ids.next()
  const signedAt = world.clock.now()
  await recordNote(db, { practiceId, sessionId, id, kind: 'addendum', body, signedAt, signedBy: who.userId })
  return { id }
}
