import { rangeText } from '../../database/read-column.ts'
import type { Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Authority = {
  practiceId: string
  id: string
  memberId: string
  state: string
  kind: 'license' | 'compact_privilege' | 'temporary_permit'
  number: string | null
  during: Period
}

export async function recordAuthority(db: Db, authority: Authority & { at: Instant; by: string }): Promise<void> {
  await db
    .insertInto('credentialing.authority')
    .values({
      practice_id: authority.practiceId,
      id: authority.id,
      member_id: authority.memberId,
      state: authority.state,
      kind: authority.kind,
      number: authority.number,
      during: rangeText(authority.during),
      recorded_at: authority.at,
      recorded_by: authority.by,
    })
    .execute()
}

export async function authoritiesOf(db: Db, practiceId: string, memberId: string): Promise<Authority[]> {
  const rows = await db
    .selectFrom('credentialing.authority')
    .select(['practice_id as practiceId', 'id', 'member_id as memberId', 'state', 'kind', 'number', 'during'])
    .where('practice_id', '=', practiceId)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Authority['kind'] }))
}

export async function exclusionsOf(db: Db, practiceId: string, memberId: string): Promise<Period[]> {
  const rows = await db
    .selectFrom('credentialing.exclusion')
    .select('during')
    .where('practice_id', '=', practiceId)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()
  return rows.map(({ during }) => during)
}
