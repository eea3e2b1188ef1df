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

// The latest deed says how a client stands; nobody was ever put away: not archived.
const isArchived = sql<boolean>`coalesce((
  select archiving.deed = 'archived' from clients.archiving as archiving
  where archiving.practice_id = roster.practice_id and archiving.person_id = roster.person_id
  order by archiving.at desc, archiving.id desc limit 1), false)`

// The record that a practice made for somebody who turned out to be known already stands aside for the one they had.
const isKnownUnderAnotherId = sql<boolean>`exists (
  select from clients.invitation as invitation
  join clients.invitation_answer as answer
    on answer.practice_id = invitation.practice_id and answer.invitation_id = invitation.id
  where invitation.practice_id = roster.practice_id and invitation.person_id = roster.person_id
    and answer.answer = 'accepted' and answer.person_id <> invitation.person_id)`

// The latest change of this list, when there is one: a transfer took them off it, or they came back.
const lastChange = sql<string | null>`(
  select change.deed from clients.list_change as change
  where change.practice_id = roster.practice_id and change.person_id = roster.person_id
    and change.member_id = roster.member_id
  order by change.id desc limit 1)`
const isOffList = sql<boolean>`coalesce(${lastChange} <> 'joined', false)`
const isUndone = sql<boolean>`coalesce(${lastChange} = 'undone', false)`

/** Who is on whose list in this practice on a day; nobody who was put away. */
export async function rosterOn(
  db: Db,
  practiceId: string,
  on: CalendarDate,
): Promise<{ personId: string; memberId: string }[]> {
  return db
    .selectFrom('clients.roster as roster')
    .select(['person_id as personId', 'member_id as memberId'])
    .where('practice_id', '=', practiceId)
    .where(
      sql<boolean>`during @> ${on}::date and not ${isArchived} and not ${isOffList} and not ${isKnownUnderAnotherId}`,
    )
    .orderBy('recorded_at')
    .orderBy('person_id')
    .execute()
}

/** Who is or was on whose list in this practice by a day; `inForce` while the list still holds them that day. */
export async function rosterEver(
  db: Db,
  practiceId: string,
  on: CalendarDate,
): Promise<{ personId: string; memberId: string; inForce: boolean; from: CalendarDate }[]> {
  return db
    .selectFrom('clients.roster as roster')
    .select(['person_id as personId', 'member_id as memberId'])
    .select(sql<boolean>`during @> ${on}::date and not ${isArchived} and not ${isOffList}`.as('inForce'))
    .select(sql<CalendarDate>`lower(during)`.as('from'))
    .where('practice_id', '=', practiceId)
    .where(sql<boolean>`lower(during) <= ${on}::date and not ${isUndone} and not ${isKnownUnderAnotherId}`)
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

/** Puts a client of a practice away, or takes them out again: a further row. */
export async function recordArchiving(
  db: Db,
  archiving: {
    practiceId: string
    personId: string
    id: string
    deed: 'archived' | 'reopened'
    at: Instant
    by: string
  },
): Promise<void> {
  const { practiceId, personId, ...row } = archiving
  await db
    .insertInto('clients.archiving')
    .values({ practice_id: practiceId, person_id: personId, ...row })
    .execute()
}

/** Takes a client off a clinician's list, or puts them on it again: a further row. */
export async function recordListChange(
  db: Db,
  change: {
    practiceId: string
    personId: string
    memberId: string
    id: string
    deed: 'left' | 'joined' | 'undone'
    toMember: string | null
    at: Instant
    by: string
  },
): Promise<void> {
  await db
    .insertInto('clients.list_change')
    .values({
      practice_id: change.practiceId,
      person_id: change.personId,
      member_id: change.memberId,
      id: change.id,
      deed: change.deed,
      to_member: change.toMember,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}
