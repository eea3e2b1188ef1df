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
