import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

/** What a client still owed of a session's share and the operator's staff forgave. */
export type Forgiveness = {
  practiceId: string
  id: string
  sessionId: string
  personId: string
  cents: Cents
  reason: string
  at: Instant
  by: string
}

export async function recordForgiveness(db: Db, forgiveness: Forgiveness): Promise<void> {
  await db
    .insertInto('charges.forgiveness')
    .values({
      practice_id: forgiveness.practiceId,
      id: forgiveness.id,
      session_id: forgiveness.sessionId,
      person_id: forgiveness.personId,
      cents: forgiveness.cents,
      reason: forgiveness.reason,
      at: forgiveness.at,
      by: forgiveness.by,
    })
    .execute()
}

/** What was forgiven of a session's share, in order. */
export async function forgivenessesOf(db: Db, practiceId: string, sessionId: string): Promise<Forgiveness[]> {
  const rows = await db
    .selectFrom('charges.forgiveness')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    sessionId: row.session_id,
    personId: row.person_id,
    cents: cents(row.cents),
    reason: row.reason,
    at: row.at,
    by: row.by,
  }))
}
