import { Refusal } from '../routes.ts'
import type { Db, Who } from '../world.ts'
import { type PlannedSession, sessionById } from './session-store.ts'

/** The session that somebody asks about. To a clinician of a group a colleague's session is as unknown as none. */
export async function ownSession(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'role'>,
  sessionId: string,
): Promise<PlannedSession> {
  const session = await sessionById(db, who.practiceId, sessionId)
  if (session !== null && (who.role !== 'clinician' || session.memberId === who.memberId)) return session
  const detail = 'There is no such session in this practice, or it is a colleague’s.'
  throw new Refusal({ status: 404, code: 'session_not_found', detail })
}
