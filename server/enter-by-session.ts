import { sql } from 'kysely'
import { Refusal } from '../business/routes.ts'
import { practiceOfSession } from '../business/sessions/index.ts'
import type { Db, Who, World } from '../business/world.ts'
import { memberOf, membershipsOf } from './member-store.ts'

/**
 * Lets a login in by a session alone: into the practice of theirs whose session it is, or, for the operator's staff,
 * who see every practice, `operations` to be asked again under the operator's own connection.
 */
export async function enterBySession(
  db: Db,
  world: World,
  userId: string,
  sessionId: string,
): Promise<Who | 'operations'> {
  const memberships = await membershipsOf(db, userId)
  if (memberships.length === 0) {
    const detail = 'A session is explained to the practice that held it, and to the operator’s staff.'
    throw new Refusal({ status: 403, code: 'role_not_allowed', detail })
  }
  for (const { practiceId } of memberships.filter((one) => one.practiceId !== world.operator)) {
    await enter(db, practiceId)
    if ((await practiceOfSession(db, sessionId)) === null) continue
    const member = await memberOf(db, practiceId, userId)
    if (member !== null) return member
  }
  if (memberships.some(({ practiceId, role }) => practiceId === world.operator && role === 'operator_staff')) {
    return 'operations'
  }
  throw new Refusal({
    status: 404,
    code: 'session_not_found',
    detail: 'There is no such session in a practice where you work.',
  })
}

async function enter(db: Db, practiceId: string): Promise<void> {
  await sql`select set_config('app.practice', ${practiceId}, true)`.execute(db)
}
