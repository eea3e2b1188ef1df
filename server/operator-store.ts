import { sql } from 'kysely'
import type { Db } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'

/** The practice that is the operator itself; made the first time, since everything of the house belongs to it. */
export async function ensureOperator(
  operations: Db,
  operator: { id: string; name: string; zone: string; at: Instant },
): Promise<string> {
  return operations.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('evenkeel operator', 0))`.execute(db)
    const known = await db
      .selectFrom('practices.practice')
      .select('practice_id')
      .where('kind', '=', 'operator')
      .executeTakeFirst()
    if (known !== undefined) return known.practice_id
    const { id, name, zone, at } = operator
    await db
      .insertInto('practices.practice')
      .values({ practice_id: id, kind: 'operator', name, time_zone: zone, joined_at: at })
      .execute()
    return id
  })
}
