import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export async function lockOf(
  db: Db,
  practiceId: string,
  sessionId: string,
): Promise<{ confirmationId: string; lockedAt: Instant } | null> {
  const row = await db
    .selectFrom('sessions.lock')
    .select(['confirmation_id as confirmationId', 'locked_at as lockedAt'])
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row ?? null
}

export async function recordLock(
  db: Db,
  lock: { practiceId: string; sessionId: string; confirmationId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('sessions.lock')
    .values({
      practice_id: lock.practiceId,
      session_id: lock.sessionId,
      confirmation_id: lock.confirmationId,
      locked_at: lock.at,
    })
    .execute()
}

export type Unlocked = { practiceId: string; sessionId: string; firstConfirmedAt: Instant }

/** Sessions that are confirmed, neither locked nor voided, by the moment of their first confirmation. */
export async function unlockedSessions(db: Db, firstConfirmedBy: Instant | null): Promise<Unlocked[]> {
  return db
    .selectFrom('sessions.confirmation as confirmation')
    .select(['practice_id as practiceId', 'session_id as sessionId', 'confirmed_at as firstConfirmedAt'])
    .where('version', '=', 1)
    .$if(firstConfirmedBy !== null, (query) => query.where('confirmed_at', '<=', firstConfirmedBy as Instant))
    .where(
      sql<boolean>`not exists (select from sessions.lock as lock
        where lock.practice_id = confirmation.practice_id and lock.session_id = confirmation.session_id)`,
    )
    .where(
      sql<boolean>`not exists (select from sessions.void as void
        where void.practice_id = confirmation.practice_id and void.session_id = confirmation.session_id)`,
    )
    .orderBy('confirmed_at')
    .orderBy('session_id')
    .execute()
}
