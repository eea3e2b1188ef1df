import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { MemberStanding } from './abilities-of.ts'
import { type Recorded, rowOf } from './row-of.ts'

export async function recordStandingChange(
  db: Db,
  change: Recorded & { memberId: string; standing: MemberStanding; reason: string },
): Promise<void> {
  const { memberId, standing, reason } = change
  await db
    .insertInto('practices.standing_change')
    .values({ ...rowOf(change), member_id: memberId, standing, reason })
    .execute()
}

export type StandingChange = {
  memberId: string
  standing: MemberStanding
  reason: string
  at: Instant
  by: string
}

/** Every archiving, reopening and removal, the latest last. */
export async function standingChangesOf(db: Db, practiceId: string): Promise<StandingChange[]> {
  const rows = await db
    .selectFrom('practices.standing_change')
    .select(['member_id as memberId', 'standing', 'reason', 'recorded_at as at', 'recorded_by as by'])
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, standing: row.standing as MemberStanding }))
}
