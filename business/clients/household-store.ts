import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Relation = 'self' | 'guardian' | 'allowed'

/** A login that acts for a person, by the name of whom it holds as itself; null: it holds nobody as itself. */
export type Acting = { userId: string; relation: Relation; name: string | null; during: Period }

/** Under a person: every login that acts for them, or did. */
export async function whoActsForMe(db: Db): Promise<Acting[]> {
  const { rows } = await sql<Acting>`
    select user_id as "userId", relation, name, during from clients.who_acts_for_me() order by lower(during), user_id
  `.execute(db)
  return rows
}

/** As what a login acts for a person on a day; null when it does not. */
export async function relationOf(
  db: Db,
  { personId, userId, on }: { personId: string; userId: string; on: CalendarDate },
): Promise<Relation | null> {
  const row = await db
    .selectFrom('clients.login')
    .select('relation')
    .where('person_id', '=', personId)
    .where('user_id', '=', userId)
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  return (row?.relation as Relation | undefined) ?? null
}

/** From a day on a login acts for a child, until the day before they are grown. */
export async function recordGuardian(
  db: Db,
  login: { personId: string; userId: string; during: Period; at: Instant },
): Promise<void> {
  await db
    .insertInto('clients.login')
    .values({
      person_id: login.personId,
      user_id: login.userId,
      during: rangeText(login.during),
      relation: 'guardian',
      recorded_at: login.at,
    })
    .execute()
}

/** Under a person: nobody acts for them as a guardian after a day; where it has passed, they do no more from today on. */
export async function endGuardiansOn(
  db: Db,
  { personId, until, on }: { personId: string; until: CalendarDate; on: CalendarDate },
): Promise<void> {
  const from = until > on ? until : on
  // A period without a day is none: what would end on the day on which it began is kept as the day before.
  await db
    .updateTable('clients.login')
    .set({
      during: sql`case when lower(during) < ${from}::date then daterange(lower(during), ${from}::date)
      else daterange(${from}::date - 1, ${from}::date) end`,
    })
    .where('person_id', '=', personId)
    .where('relation', '=', 'guardian')
    .where(sql<boolean>`during @> ${from}::date`)
    .execute()
}

/** Under a person: a login acts for them no more from a day on; false when it did not, or had ended by then. */
export async function endLogin(
  db: Db,
  { personId, userId, from }: { personId: string; userId: string; from: CalendarDate },
): Promise<boolean> {
  // What began today ends today: a period without a day is none, so it is kept as the day before.
  const { numAffectedRows } = await db
    .updateTable('clients.login')
    .set({
      during: sql`case when lower(during) < ${from}::date then daterange(lower(during), ${from}::date)
      else daterange(${from}::date - 1, ${from}::date) end`,
    })
    .where('person_id', '=', personId)
    .where('user_id', '=', userId)
    .where('relation', '<>', 'self')
    .where(sql<boolean>`during @> ${from}::date`)
    .executeTakeFirst()
    .then((result) => ({ numAffectedRows: result.numUpdatedRows }))
  return numAffectedRows > 0n
}

export async function recordPermission(
  db: Db,
  permission: {
    personId: string
    id: string
    email: string
    until: CalendarDate | null
    at: Instant
    by: string
  },
): Promise<void> {
  await db
    .insertInto('clients.permission')
    .values({
      person_id: permission.personId,
      id: permission.id,
      email: permission.email.toLowerCase(),
      until: permission.until,
      given_at: permission.at,
      given_by: permission.by,
    })
    .execute()
}

export type Permission = { id: string; email: string; until: CalendarDate | null; givenAt: Instant }

/** Under a person: whom they allowed to act for them and who has not answered yet. */
export async function openPermissions(db: Db, personId: string): Promise<Permission[]> {
  return db
    .selectFrom('clients.permission as permission')
    .leftJoin('clients.permission_answer as answer', (join) =>
      join.onRef('answer.person_id', '=', 'permission.person_id').onRef('answer.permission_id', '=', 'permission.id'),
    )
    .select(['permission.id', 'permission.email', 'permission.until', 'permission.given_at as givenAt'])
    .where('permission.person_id', '=', personId)
    .where('answer.answer', 'is', null)
    .orderBy('permission.given_at')
    .execute()
}

/** Under a person: takes a permission back before anybody answered; false when there is no such one. */
export async function withdrawPermission(
  db: Db,
  { personId, id, by, at }: { personId: string; id: string; by: string; at: Instant },
): Promise<boolean> {
  if (!(await openPermissions(db, personId)).some((one) => one.id === id)) return false
  await db
    .insertInto('clients.permission_answer')
    .values({ person_id: personId, permission_id: id, answer: 'withdrawn', user_id: by, answered_at: at })
    .execute()
  return true
}

export type PermissionToMe = {
  permissionId: string
  givenName: string
  familyName: string
  until: CalendarDate | null
  givenAt: Instant
}

/** Under a person: who allowed the address that this login proved to act for them. */
export async function permissionsToMe(db: Db): Promise<PermissionToMe[]> {
  const { rows } = await sql<PermissionToMe>`
    select permission_id as "permissionId", given_name as "givenName", family_name as "familyName", until,
      given_at as "givenAt"
    from clients.permissions_to_me() order by given_at, permission_id
  `.execute(db)
  return rows
}

export async function answerPermission(
  db: Db,
  answer: { permissionId: string; accepts: boolean; at: Instant },
): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`
    select clients.answer_permission(${answer.permissionId}, ${answer.accepts}, ${answer.at}) as answered
  `.execute(db)
  return rows[0]?.answered === true
}
