import { sql } from 'kysely'
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

export async function recordAuthority(
  db: Db,
  authority: Authority & { at: Instant; by: string; reason?: string },
): Promise<void> {
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
      reason: authority.reason ?? null,
      recorded_at: authority.at,
      recorded_by: authority.by,
    })
    .execute()
}

/** An authority whose period is now known to be another: renewed, ended, or (null) entered by mistake. */
export type AuthorityChange = {
  practiceId: string
  id: string
  authorityId: string
  during: Period | null
  reason: string
}

export async function recordAuthorityChange(
  db: Db,
  change: AuthorityChange & { at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('credentialing.authority_change')
    .values({
      practice_id: change.practiceId,
      id: change.id,
      authority_id: change.authorityId,
      during: change.during === null ? null : rangeText(change.during),
      reason: change.reason,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}

/** Every authority of a member, each with its period as it is known now; what was entered by mistake is none. */
export async function authoritiesOf(db: Db, practiceId: string, memberId: string): Promise<Authority[]> {
  const { rows } = await sql<Omit<Authority, 'practiceId' | 'memberId'>>`
    select held.id, held.state, held.kind, held.number,
      case when change.id is null then held.during else change.during end as during
    from credentialing.authority held
    left join lateral (
      select id, during from credentialing.authority_change change
      where change.practice_id = held.practice_id and change.authority_id = held.id
      order by recorded_at desc, id desc limit 1
    ) change on true
    where held.practice_id = ${practiceId} and held.member_id = ${memberId}
      and (change.id is null or change.during is not null)
    order by held.id
  `.execute(db)
  return rows.map((row) => ({ practiceId, memberId, ...row }))
}
