import { Refusal } from '../routes.ts'
import type { Db, Who } from '../world.ts'
import { type PlannedSession, sessionById } from './session-store.ts'

/** What somebody wants of a session: to see it, to plan it, to say what was done, or what it was paid. */
type Wanted = 'calendar' | 'planning' | 'confirming' | 'money'

/** The session that somebody asks about. To whoever may only do so with their own a colleague's is as unknown as none. */
export async function ownSession(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  sessionId: string,
  wanted: Wanted = 'calendar',
): Promise<PlannedSession> {
  const session = await sessionById(db, who.practiceId, sessionId)
  if (session !== null && (who.may[wanted] === 'all' || session.memberId === who.memberId)) return session
  const detail = 'There is no such session in this practice, or it is a colleague’s.'
  throw new Refusal({ status: 404, code: 'session_not_found', detail })
}
