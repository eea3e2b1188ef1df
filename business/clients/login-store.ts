import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** From this day on the login acts for the person; written under the person or under operations. */
export async function recordLogin(
  db: Db,
  login: { personId: string; userId: string; from: CalendarDate },
): Promise<void> {
  await db
    .insertInto('clients.login')
    .values({
      person_id: login.personId,
      user_id: login.userId,
      during: rangeText({ from: login.from, until: null }),
    })
    .execute()
}

/** The login proved that it reads this address. */
export async function recordEmailVerification(
  db: Db,
  verification: { personId: string; id: string; email: string; userId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('clients.email_verification')
    .values({
      person_id: verification.personId,
      id: verification.id,
      email: verification.email.toLowerCase(),
      user_id: verification.userId,
      verified_at: verification.at,
    })
    .execute()
}

/** Which of these people have proved the address that they are known by. */
export async function peopleWithVerifiedEmail(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('clients.email_verification as verification')
    .innerJoin('clients.known_person as person', 'person.person_id', 'verification.person_id')
    .select('verification.person_id as personId')
    .where('verification.person_id', 'in', [...personIds])
    .where(({ eb, fn, ref }) => eb(ref('verification.email'), '=', fn<string>('lower', ['person.email'])))
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

/** Two requests that begin to act for the same login wait for each other, until the transaction ends. */
export async function oneAtATime(db: Db, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`join ${userId}`}, 0))`.execute(db)
}

/** Whom the login holds as itself on a day; null when there is nobody, though it may act for others. */
export async function personHeldBy(db: Db, userId: string, on: CalendarDate): Promise<string | null> {
  const login = await db
    .selectFrom('clients.login')
    .select('person_id')
    .where('user_id', '=', userId)
    .where('relation', '=', 'self')
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('person_id')
    .executeTakeFirst()
  return login?.person_id ?? null
}

/** The login that has proved that it reads this address, on the connection that sees everybody; null: nobody has. */
export async function loginByVerifiedEmail(db: Db, email: string): Promise<string | null> {
  const row = await db
    .selectFrom('clients.email_verification')
    .select('user_id')
    .where('email', '=', email.toLowerCase())
    .orderBy('verified_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.user_id ?? null
}
