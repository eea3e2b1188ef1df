import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Unavailable = {
  practiceId: string
  id: string
  memberId: string
  startsAt: Instant
  endsAt: Instant
  /** For the practice's own eyes; may be empty. */
  words: string
}

export async function recordUnavailable(db: Db, time: Unavailable & { at: Instant; by: string }): Promise<void> {
  await db
    .insertInto('scheduling.unavailable')
    .values({
      practice_id: time.practiceId,
      id: time.id,
      member_id: time.memberId,
      starts_at: time.startsAt,
      ends_at: time.endsAt,
      words: time.words,
      recorded_at: time.at,
      recorded_by: time.by,
    })
    .execute()
}

/** Takes a time back; false when it was taken back before. */
export async function endUnavailable(
  db: Db,
  { practiceId, id }: Pick<Unavailable, 'practiceId' | 'id'>,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const row = await db
    .insertInto('scheduling.unavailable_end')
    .values({ practice_id: practiceId, unavailable_id: id, ended_at: at, ended_by: by })
    .onConflict((conflict) => conflict.columns(['practice_id', 'unavailable_id']).doNothing())
    .returning('unavailable_id')
    .executeTakeFirst()
  return row !== undefined
}

const columns = ['practice_id as practiceId', 'id', 'member_id as memberId', 'starts_at as startsAt'] as const

export async function unavailableById(db: Db, practiceId: string, id: string): Promise<Unavailable | null> {
  const row = await db
    .selectFrom('scheduling.unavailable')
    .select([...columns, 'ends_at as endsAt', 'words'])
    .where('practice_id', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The times in which a clinician is not there that touch the time between two moments. */
export async function unavailableBetween(
  db: Db,
  practiceId: string,
  { memberId, from, until }: { memberId: string; from: Instant; until: Instant },
): Promise<Unavailable[]> {
  return db
    .selectFrom('scheduling.unavailable as time')
    .select([...columns, 'ends_at as endsAt', 'words'])
    .where('practice_id', '=', practiceId)
    .where('member_id', '=', memberId)
    .where('starts_at', '<', until)
    .where('ends_at', '>', from)
    .where(
      sql<boolean>`not exists (select from scheduling.unavailable_end as ended
        where ended.practice_id = time.practice_id and ended.unavailable_id = time.id)`,
    )
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
}
