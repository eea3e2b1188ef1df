import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type RemovalAsked = {
  practiceId: string
  memberId: string
  reason: string | null
  deed: 'asked' | 'taken_back'
  at: Instant
  by: string
}

export async function recordRemovalRequest(db: Db, asked: RemovalAsked & { id: string }): Promise<void> {
  await db
    .insertInto('joining.removal_request')
    .values({
      practice_id: asked.practiceId,
      id: asked.id,
      member_id: asked.memberId,
      deed: asked.deed,
      reason: asked.reason,
      recorded_at: asked.at,
      recorded_by: asked.by,
    })
    .execute()
}

/** Who asked for a provider's removal before it was possible, or took that back, that one may see; the latest last. */
export async function removalRequests(db: Db): Promise<RemovalAsked[]> {
  const rows = await db
    .selectFrom('joining.removal_request')
    .select(['practice_id as practiceId', 'member_id as memberId', 'reason', 'deed'])
    .select(['recorded_at as at', 'recorded_by as by'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, deed: row.deed as RemovalAsked['deed'] }))
}
