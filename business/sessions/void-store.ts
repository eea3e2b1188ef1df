import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export async function voidOf(
  db: Db,
  practiceId: string,
  sessionId: string,
): Promise<{ reason: string; voidedAt: Instant; voidedBy: string } | null> {
  const row = await db
    .selectFrom('sessions.void')
    .select(['reason', 'voided_at as voidedAt', 'voided_by as voidedBy'])
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row ?? null
}

export async function recordVoid(
  db: Db,
  entry: { practiceId: string; sessionId: string; reason: string; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('sessions.void')
    .values({
      practice_id: entry.practiceId,
      session_id: entry.sessionId,
      reason: entry.reason,
      voided_at: entry.at,
      voided_by: entry.by,
    })
    .execute()
}
