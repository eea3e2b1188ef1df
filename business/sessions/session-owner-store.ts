import type { Db } from '../world.ts'

/** The practice whose session this is, as far as whoever asks may see it. */
export async function practiceOfSession(db: Db, sessionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sessions.session')
    .select('practice_id')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return row?.practice_id ?? null
}

/** The ids of all that these members hold or held, the latest first, at most so many; for the operator's eyes. */
export async function sessionIdsOf(db: Db, memberIds: readonly string[], most: number): Promise<string[]> {
  if (memberIds.length === 0) return []
  const rows = await db
    .selectFrom('sessions.session')
    .select('id')
    .where('member_id', 'in', memberIds)
    .orderBy('starts_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
