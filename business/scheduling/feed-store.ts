import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A private address of a clinician's calendar; the token itself is known to whoever was given it, and to nobody else. */
export type Feed = { practiceId: string; id: string; memberId: string; recordedAt: Instant }

const columns = ['practice_id as practiceId', 'id', 'member_id as memberId', 'recorded_at as recordedAt'] as const

const isOpen = sql<boolean>`not exists (select from scheduling.feed_end as ended
  where ended.practice_id = feed.practice_id and ended.feed_id = feed.id)`

export async function recordFeed(
  db: Db,
  feed: Omit<Feed, 'recordedAt'> & { tokenSha256: string; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('scheduling.feed')
    .values({
      practice_id: feed.practiceId,
      id: feed.id,
      member_id: feed.memberId,
      token_sha256: feed.tokenSha256,
      recorded_at: feed.at,
      recorded_by: feed.by,
    })
    .execute()
}

/** The open addresses of a clinician's calendar. */
export async function feedsOf(db: Db, practiceId: string, memberId: string): Promise<Feed[]> {
  return db
    .selectFrom('scheduling.feed as feed')
    .select(columns)
    .where('practice_id', '=', practiceId)
    .where('member_id', '=', memberId)
    .where(isOpen)
    .orderBy('recorded_at')
    .execute()
}

/** The open address that a token belongs to, whosever it is; null for any other text. */
export async function feedByToken(db: Db, tokenSha256: string): Promise<Feed | null> {
  const row = await db
    .selectFrom('scheduling.feed as feed')
    .select(columns)
    .where('token_sha256', '=', tokenSha256)
    .where(isOpen)
    .executeTakeFirst()
  return row ?? null
}

export async function endFeed(
  db: Db,
  feed: Pick<Feed, 'practiceId' | 'id'>,
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('scheduling.feed_end')
    .values({ practice_id: feed.practiceId, feed_id: feed.id, ended_at: at, ended_by: by })
    .onConflict((conflict) => conflict.columns(['practice_id', 'feed_id']).doNothing())
    .execute()
}
