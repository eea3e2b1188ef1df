import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import { type Person, peopleByIds } from './person-store.ts'
import { rosterEver } from './roster-store.ts'

type Known = Pick<Person, 'personId' | 'givenName' | 'familyName' | 'email' | 'dateOfBirth'>
type Told = Omit<Known, 'personId'>

/** Everybody whom this practice has, or had, on a list. */
export async function clientsOfPractice(db: Db, practiceId: string, on: CalendarDate): Promise<Known[]> {
  const ids = new Set((await rosterEver(db, practiceId, on)).map(({ personId }) => personId))
  return peopleByIds(db, [...ids])
}

/** The client whom a row of an import means: by e-mail, unless the birth dates differ, else by name and birth date. */
export function sameClient(told: Told, known: readonly Known[]): Known | null {
  const mayBe = known.filter(
    ({ dateOfBirth }) => dateOfBirth === null || told.dateOfBirth === null || dateOfBirth === told.dateOfBirth,
  )
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
  const byEmail = told.email === null ? undefined : mayBe.find(({ email }) => email?.toLowerCase() === told.email)
  const byName = mayBe.find(
    ({ givenName, familyName, dateOfBirth }) =>
      dateOfBirth !== null &&
      dateOfBirth === told.dateOfBirth &&
      plain(givenName) === plain(told.givenName) &&
      plain(familyName) === plain(told.familyName),
  )
  return byEmail ?? byName ?? null
}
