import { sql } from 'kysely'
import { languageChosen } from '../business/clients/language-store.ts'
import type { Language } from '../business/visits/say-date.ts'
import type { Client, Db } from '../business/world.ts'

export type PersonOfLogin = { personId: string; name: string; language: Language | null }

/** The client as whom a login acts for a person today; null when it does not hold that person, or no longer. */
export async function clientOf(db: Db, personId: string, userId: string): Promise<Client | null> {
  const login = await db
    .selectFrom('clients.login')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('user_id', '=', userId)
    .where(sql<boolean>`during @> house.today()`)
    .executeTakeFirst()
  return login === undefined ? null : { userId, personId }
}

/** Everyone for whom a login acts today. The transaction carries the login; each person is entered to read their name. */
export async function peopleOf(db: Db, userId: string): Promise<PersonOfLogin[]> {
  const logins = await db
    .selectFrom('clients.login')
    .select('person_id')
    .where('user_id', '=', userId)
    .where(sql<boolean>`during @> house.today()`)
    .orderBy('person_id')
    .execute()
  const people: PersonOfLogin[] = []
  for (const { person_id } of logins) {
    await sql`select set_config('app.person', ${person_id}, true)`.execute(db)
    const person = await db
      .selectFrom('clients.known_person')
      .select(['given_name', 'preferred_name', 'family_name'])
      .where('person_id', '=', person_id)
      .executeTakeFirstOrThrow()
    const name = `${person.preferred_name ?? person.given_name} ${person.family_name}`
    people.push({ personId: person_id, name, language: await languageChosen(db, person_id) })
  }
  await sql`select set_config('app.person', '', true)`.execute(db)
  return people
}
