import type { Db } from '../business/world.ts'
import { addHours, type Instant } from '../libraries/calendar/index.ts'

export type Trouble = { deed: string; subject: string; message: string; at: Instant }

/**
 * Records what a job could not do, for a person to look at. The same trouble of the same thing within an hour is one, so
 * that a partner who is away does not fill the queue. Answers whether it was new.
 */
export async function recordTrouble(db: Db, { operator, id }: { operator: string; id: string }, trouble: Trouble) {
  const { deed, subject, message, at } = trouble
  const same = await db
    .selectFrom('house.trouble')
    .select('id')
    .where((row) => row.and({ practice_id: operator, deed, subject, message }))
    .where('at', '>', addHours(at, -1))
    .limit(1)
    .executeTakeFirst()
  if (same !== undefined) return false
  await db.insertInto('house.trouble').values({ practice_id: operator, id, deed, subject, message, at }).execute()
  return true
}

/** The latest first. */
export async function troublesSince(db: Db, operator: string, since: Instant): Promise<(Trouble & { id: string })[]> {
  return db
    .selectFrom('house.trouble')
    .select(['id', 'deed', 'subject', 'message', 'at'])
    .where('practice_id', '=', operator)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
