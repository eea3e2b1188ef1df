import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** When a practice met each client last and meets them next, voided and cancelled sessions aside; of one member's sessions or of all. */
export async function meetingsOf(
  db: Db,
  practiceId: string,
  { now, memberId }: { now: Instant; memberId?: string | undefined },
): Promise<{ personId: string; lastAt: Instant | null; nextAt: Instant | null }[]> {
  const { rows } = await sql<{ personId: string; lastAt: Instant | null; nextAt: Instant | null }>`
    select planned.person_id as "personId", max(planned.starts_at) filter (where planned.starts_at <= ${now}) as "lastAt",
      min(planned.starts_at) filter (where planned.starts_at > ${now}) as "nextAt"
    from sessions.planned as planned
    left join sessions.void as void on void.practice_id = planned.practice_id and void.session_id = planned.id
    where planned.practice_id = ${practiceId} and void.voided_at is null and planned.cancellation_kind is null
      and ${memberId === undefined ? sql`true` : sql`planned.member_id = ${memberId}`}
    group by planned.person_id
  `.execute(db)
  return rows
}
