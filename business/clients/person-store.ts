import { sql } from 'kysely'
import { decrypt, encrypt } from '../../database/encryption.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Who somebody is; a practice may know no more than a name and an e-mail until the client says the rest. */
export type Person = {
  personId: string
  givenName: string
  familyName: string
  preferredName?: string | null
  dateOfBirth: CalendarDate | null
  sex: 'F' | 'M' | 'U'
  email: string | null
  phone?: string | null
  street: string | null
  city: string | null
  state: string | null
  zip: string | null
}

/** Records a person, and the first practice that may see them where there is one: nobody is on no list unless they came by themselves. */
export async function recordPerson(
  db: Db,
  person: Person,
  access: { practiceId: string | null; from: CalendarDate; at: Instant },
): Promise<void> {
  if (access.practiceId !== null) await recordAccess(db, person.personId, { ...access, practiceId: access.practiceId })
  await db
    .insertInto('clients.person')
    .values({
      person_id: person.personId,
      ...columnsOf(person),
      date_of_birth: await encrypt(db, 'clients.person.date_of_birth', [person.personId], person.dateOfBirth),
      phone: await encrypt(db, 'clients.person.phone', [person.personId], person.phone ?? null),
      street: await encrypt(db, 'clients.person.street', [person.personId], person.street),
      recorded_at: access.at,
    })
    .execute()
}

/** Lets a practice see a person from a day on; written under the person. */
export async function recordAccess(
  db: Db,
  personId: string,
  access: { practiceId: string; from: CalendarDate; at: Instant },
): Promise<void> {
  await db
    .insertInto('clients.access')
    .values({
      person_id: personId,
      practice_id: access.practiceId,
      during: rangeText({ from: access.from, until: null }),
      recorded_at: access.at,
    })
    .execute()
}

/** The practices that may see a person on a day; for the operator's eyes, or the person's own. */
export async function practicesSeeing(db: Db, personId: string, on: CalendarDate): Promise<string[]> {
  const rows = await db
    .selectFrom('clients.access')
    .select('practice_id')
    .distinct()
    .where('person_id', '=', personId)
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('practice_id')
    .execute()
  return rows.map((row) => row.practice_id)
}

/** All that is known of a person from now on. */
export async function recordPersonChange(
  db: Db,
  person: Person,
  change: { id: string; at: Instant; by: string },
): Promise<void> {
  const row = [person.personId, change.id]
  await db
    .insertInto('clients.person_change')
    .values({
      person_id: person.personId,
      id: change.id,
      ...columnsOf(person),
      date_of_birth: await encrypt(db, 'clients.person_change.date_of_birth', row, person.dateOfBirth),
      phone: await encrypt(db, 'clients.person_change.phone', row, person.phone ?? null),
      street: await encrypt(db, 'clients.person_change.street', row, person.street),
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}

/** The people with these ids that the one who asks may see. */
export async function peopleByIds(db: Db, personIds: readonly string[]): Promise<Person[]> {
  if (personIds.length === 0) return []
  const rows = await people(db)
    .where('person_id', 'in', [...personIds])
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
  return Promise.all(rows.map((row) => personOf(db, row)))
}

export async function personById(db: Db, personId: string): Promise<Person | null> {
  const [person] = await peopleByIds(db, [personId])
  return person ?? null
}

/** Those that the one who asks may see and whose e-mail this is, whatever its case. */
export async function peopleByEmail(db: Db, email: string): Promise<Person[]> {
  const rows = await people(db)
    .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
    .orderBy('person_id')
    .execute()
  return Promise.all(rows.map((row) => personOf(db, row)))
}

function people(db: Db) {
  return db
    .selectFrom('clients.known_person')
    .select([
      'person_id',
      'change_id',
      'given_name',
      'family_name',
      'preferred_name',
      'date_of_birth',
      'sex',
      'email',
      'phone',
    ])
    .select(['street', 'city', 'state', 'zip'])
}

type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

// A view's columns are nullable to the database; name and sex are not.
async function personOf(db: Db, row: Row): Promise<Person & { preferredName: string | null; phone: string | null }> {
  const { person_id, given_name, family_name, sex } = row
  if (person_id === null || given_name === null || family_name === null || sex === null)
    throw new Error('a person without a name')
  // What was changed stands in the row of the change.
  const { change_id } = row
  const open = (column: 'date_of_birth' | 'phone' | 'street') =>
    change_id === null
      ? decrypt(db, `clients.person.${column}`, [person_id], row[column])
      : decrypt(db, `clients.person_change.${column}`, [person_id, change_id], row[column])
  return {
    personId: person_id,
    givenName: given_name,
    familyName: family_name,
    preferredName: row.preferred_name,
    dateOfBirth: (await open('date_of_birth')) as CalendarDate | null,
    sex: sex as Person['sex'],
    email: row.email,
    phone: await open('phone'),
    street: await open('street'),
    city: row.city,
    state: row.state,
    zip: row.zip,
  }
}

function columnsOf(person: Person) {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    preferred_name: person.preferredName ?? null,
    sex: person.sex,
    email: person.email,
    city: person.city,
    state: person.state,
    zip: person.zip,
  }
}

/** The people one of whose names begins so; for the operator's own eyes. */
export async function peopleNamed(db: Db, beginning: string): Promise<string[]> {
  const like = `${beginning.replace(/[\\%_]/g, '\\$&').toLowerCase()}%`
  const { rows } = await sql<{ person_id: string }>`
    select person_id from clients.person
    where lower(family_name) like ${like} or lower(given_name) like ${like}
    limit 500
  `.execute(db)
  return rows.map((row) => row.person_id)
}
