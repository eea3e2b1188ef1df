import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Work, WorkDeed } from './work-standing.ts'

export async function recordWork(db: Db, work: Work & { practiceId: string; id: string }): Promise<void> {
  await db
    .insertInto('operations.work')
    .values({
      practice_id: work.practiceId,
      id: work.id,
      item: work.item,
      deed: work.deed,
      words: work.words,
      until: work.until,
      owner_id: work.ownerId,
      recorded_at: work.at,
      recorded_by: work.by,
    })
    .execute()
}

/** What was done about these things, by thing, the first deed first. */
export async function workOn(db: Db, practiceId: string, items: readonly string[]): Promise<Map<string, Work[]>> {
  if (items.length === 0) return new Map()
  const rows = await db
    .selectFrom('operations.work')
    .select(['item', 'deed', 'words', 'until', 'owner_id', 'recorded_at', 'recorded_by'])
    .where('practice_id', '=', practiceId)
    .where(sql<boolean>`item = any(${items}::text[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const work = rows.map((row) => ({
    item: row.item,
    deed: row.deed as WorkDeed,
    words: row.words,
    until: row.until,
    ownerId: row.owner_id,
    at: row.recorded_at,
    by: row.recorded_by,
  }))
  return Map.groupBy(work, ({ item }) => item)
}

export type RecordOpening = {
  practiceId: string
  userId: string
  personId: string
  on: CalendarDate
  reason: string
  at: Instant
}

/** Says why somebody opens a client's record today; a second reason of the same day adds nothing. */
export async function recordOpening(db: Db, opening: RecordOpening): Promise<void> {
  await db
    .insertInto('operations.record_opening')
    .values({
      practice_id: opening.practiceId,
      user_id: opening.userId,
      person_id: opening.personId,
      opened_on: opening.on,
      reason: opening.reason,
      at: opening.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Why this login opened this client's record on a day; null when it did not. */
export async function openingReason(
  db: Db,
  { practiceId, userId, personId, on }: Omit<RecordOpening, 'reason' | 'at'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('operations.record_opening')
    .select('reason')
    .where('practice_id', '=', practiceId)
    .where('user_id', '=', userId)
    .where('person_id', '=', personId)
    .where('opened_on', '=', on)
    .executeTakeFirst()
  return row?.reason ?? null
}
