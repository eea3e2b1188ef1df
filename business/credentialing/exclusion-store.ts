import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A federal exclusion of a clinician, with its period as it is known now. */
export type Exclusion = Period & { id: string }

export async function recordExclusion(
  db: Db,
  exclusion: {
    practiceId: string
    id: string
    memberId: string
    during: Period
    source: string
    at: Instant
    by?: string
  },
): Promise<void> {
  await db
    .insertInto('credentialing.exclusion')
    .values({
      practice_id: exclusion.practiceId,
      id: exclusion.id,
      member_id: exclusion.memberId,
      during: rangeText(exclusion.during),
      source: exclusion.source,
      recorded_at: exclusion.at,
      recorded_by: exclusion.by ?? null,
    })
    .execute()
}

/** An exclusion whose period is now known to be another: it ended, or (null) it was entered by mistake. */
export async function recordExclusionChange(
  db: Db,
  change: {
    practiceId: string
    id: string
    exclusionId: string
    during: Period | null
    reason: string
    at: Instant
    by: string
  },
): Promise<void> {
  await db
    .insertInto('credentialing.exclusion_change')
    .values({
      practice_id: change.practiceId,
      id: change.id,
      exclusion_id: change.exclusionId,
      during: change.during === null ? null : rangeText(change.during),
      reason: change.reason,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}

/** Every exclusion of a member as it is known now; what was entered by mistake is none. */
export async function exclusionsOf(db: Db, practiceId: string, memberId: string): Promise<Exclusion[]> {
  const { rows } = await sql<{ id: string; during: Period }>`
    select held.id, case when change.id is null then held.during else change.during end as during
    from credentialing.exclusion held
    left join lateral (
      select id, during from credentialing.exclusion_change change
      where change.practice_id = held.practice_id and change.exclusion_id = held.id
      order by recorded_at desc, id desc limit 1
    ) change on true
    where held.practice_id = ${practiceId} and held.member_id = ${memberId}
      and (change.id is null or change.during is not null)
    order by held.id
  `.execute(db)
  return rows.map(({ id, during }) => ({ id, ...during }))
}
