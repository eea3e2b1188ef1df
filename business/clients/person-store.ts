import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Person = {
  personId: string
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  sex: 'F' | 'M' | 'U'
  email: string | null
  street: string
  city: string
  state: string
  zip: string
}

/** Records a person together with the first practice that may see them: nobody is on no list. */
export async function recordPerson(
  db: Db,
  person: Person,
  access: { practiceId: string; from: CalendarDate; at: Instant },
): Promise<void> {
  await db
    .insertInto('clients.access')
    .values({
      person_id: person.personId,
      practice_id: access.practiceId,
      during: rangeText({ from: access.from, until: null }),
      recorded_at: access.at,
    })
    .execute()
  await db
    .insertInto('clients.person')
    .values({
      person_id: person.personId,
      given_name: person.givenName,
      family_name: person.familyName,
      date_of_birth: person.dateOfBirth,
      sex: person.sex,
      email: person.email,
      street: person.street,
      city: person.city,
      state: person.state,
      zip: person.zip,
      recorded_at: access.at,
    })
    .execute()
}

/** The people with these ids that the one who asks may see. */
export async function peopleByIds(db: Db, personIds: readonly string[]): Promise<Person[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('clients.person')
    .select(['person_id as personId', 'given_name as givenName', 'family_name as familyName', 'sex', 'email'])
    .select(['date_of_birth as dateOfBirth', 'street', 'city', 'state', 'zip'])
    .where('person_id', 'in', [...personIds])
    .orderBy('family_name')
    .orderBy('given_name')
    .execute()
  return rows.map((row) => ({ ...row, sex: row.sex as Person['sex'] }))
}

export async function personById(db: Db, personId: string): Promise<Person | null> {
  const [person] = await peopleByIds(db, [personId])
  return person ?? null
}
