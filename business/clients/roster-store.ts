import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export async function addToRoster(
  db: Db,
  entry: { practiceId: string; personId: string; memberId: string; from: CalendarDate; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('clients.roster')
    .values({
      practice_id: entry.practiceId,
      person_id: entry.personId,
      member_id: entry.memberId,
      during: rangeText({ from: entry.from, until: null }),
      recorded_at: entry.at,
      recorded_by: entry.by,
    })
    .execute()
}

/** Who is on whose list in this practice on a day. */
export async function rosterOn(
  db: Db,
  practiceId: string,
  on: CalendarDate,
): Promise<{ personId: string; memberId: string }[]> {
  return db
    .selectFrom('clients.roster')
    .select(['person_id as personId', 'member_id as memberId'])
    .where('practice_id', '=', practiceId)
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('recorded_at')
    .orderBy('person_id')
    .execute()
}

/** Roster rows whose client the practice was never given access to: a link between two owners that lost its other half. */
export async function rosterWithoutAccess(db: Db): Promise<{ practiceId: string; personId: string }[]> {
  return db
    .selectFrom('clients.roster as roster')
    .select(['roster.practice_id as practiceId', 'roster.person_id as personId'])
    .where(
      sql<boolean>`not exists (select from clients.access as access
        where access.person_id = roster.person_id and access.practice_id = roster.practice_id)`,
    )
    .execute()
}
