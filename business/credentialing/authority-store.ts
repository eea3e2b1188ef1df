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

/** An authority whose period is now known to be another: renewed, ended, or entered wrongly. */
export type AuthorityChange = { practiceId: string; id: string; authorityId: string; during: Period; reason: string }

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
      during: rangeText(change.during),
      reason: change.reason,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}

/** Every authority of a member, each with its period as it is known now. */
export async function authoritiesOf(db: Db, practiceId: string, memberId: string): Promise<Authority[]> {
  const { rows } = await sql<Omit<Authority, 'practiceId' | 'memberId'>>`
    select held.id, held.state, held.kind, held.number, coalesce(change.during, held.during) as during
    from credentialing.authority held
    left join lateral (
      select during from credentialing.authority_change change
      where change.practice_id = held.practice_id and change.authority_id = held.id
      order by recorded_at desc, id desc limit 1
    ) change on true
    where held.practice_id = ${practiceId} and held.member_id = ${memberId}
    order by held.id
  `.execute(db)
  return rows.map((row) => ({ practiceId, memberId, ...row }))
}

export type Exclusion = { practiceId: string; id: string; memberId: string; during: Period; source: string }

export async function recordExclusion(db: Db, exclusion: Exclusion & { at: Instant }): Promise<void> {
  await db
    .insertInto('credentialing.exclusion')
    .values({
      practice_id: exclusion.practiceId,
      id: exclusion.id,
      member_id: exclusion.memberId,
      during: rangeText(exclusion.during),
      source: exclusion.source,
      recorded_at: exclusion.at,
    })
    .execute()
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
