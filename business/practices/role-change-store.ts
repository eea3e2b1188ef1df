import type { Db } from '../world.ts'
import type { PracticeRole } from './abilities-of.ts'
import { type Recorded, rowOf } from './row-of.ts'

export type GivenRole = Exclude<PracticeRole, 'clinician'>

export async function recordRoleChange(
  db: Db,
  change: Recorded & { memberId: string; role: GivenRole; change: 'given' | 'taken'; reason: string },
): Promise<void> {
  const { memberId, role, reason } = change
  await db
    .insertInto('practices.role_change')
    .values({ ...rowOf(change), member_id: memberId, role, change: change.change, reason })
    .execute()
}
