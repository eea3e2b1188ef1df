import type { Db } from '../world.ts'

/** Sessions whose last answer is a denial or a takeback that is not final yet. */
export async function standingDenials(db: Db): Promise<{ practiceId: string; sessionId: string }[]> {
  const rows = await db
    .selectFrom('reports.standing_denial')
    .select(['practice_id', 'session_id'])
    .orderBy('answered_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ practiceId: row.practice_id ?? '', sessionId: row.session_id ?? '' }))
}
