import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who } from '../world.ts'
import { type Person, personById } from './person-store.ts'
import { rosterEver } from './roster-store.ts'

/** A client of a practice, with whose list they are on and whether that list still holds them. */
export type OwnClient = { person: Person; memberIds: string[]; archived: boolean }

/** The client that somebody asks about. To a clinician of a group a colleague's client is as unknown as none. */
export async function ownClient(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  personId: string,
  on: CalendarDate,
): Promise<OwnClient> {
  const entries = (await rosterEver(db, who.practiceId, on)).filter(
    (entry) => entry.personId === personId && (who.may.clients === 'all' || entry.memberId === who.memberId),
  )
  const person = entries.length === 0 ? null : await personById(db, personId)
  if (person === null) {
    throw new Refusal({ status: 404, code: 'client_not_visible', detail: 'This client is not on a list of yours.' })
  }
  const current = entries.filter(({ inForce }) => inForce)
  const listed = current.length > 0 ? current : entries
  return { person, memberIds: [...new Set(listed.map(({ memberId }) => memberId))], archived: current.length === 0 }
}
