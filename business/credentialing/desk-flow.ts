import { type CalendarDate, dateIn, holds } from '../../libraries/calendar/index.ts'
import { clinicianById, membersOf, practiceById } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import type { Standing } from './apply-change.ts'
import { unansweredRequests } from './credential-request-flow.ts'
import type { CredentialRequest } from './credential-request-store.ts'
import { credentialStanding } from './credential-standing.ts'
import { deskLimitsOn } from './desk-limit-store.ts'
import { type DeskTask, deskTasks } from './desk-tasks.ts'
import { type NetworkClinician, networkDirectory } from './directory-store.ts'
import { type Entry, entriesOf } from './entry-store.ts'
import { standingOf } from './standing-flow.ts'

export type DeskClinician = NetworkClinician & { tasks: DeskTask[] }

/** Every clinician of the network with what they hold and what somebody must follow up for them. */
export async function deskClinicians(db: Db, world: World): Promise<DeskClinician[]> {
  const on = dateIn(world.clock.now(), world.zone)
  const limits = await deskLimitsOn(db, on)
  const entries = Map.groupBy(await entriesOf(db, 'everyone'), ({ memberId }) => memberId)
  const asked = Map.groupBy(await unansweredRequests(db, null), ({ memberId }) => memberId)
  return (await networkDirectory(db)).map((clinician) => {
    const { memberId } = clinician
    const requests = requestsOf(asked.get(memberId) ?? [], world.zone)
    const around = { ...sinceOf(entries.get(memberId) ?? [], world.zone), requests, limits, on }
    return { ...clinician, tasks: deskTasks(clinician.standing, around) }
  })
}

function requestsOf(requests: readonly CredentialRequest[], zone: string) {
  return requests.map(({ id, networkId, state, askedAt }) => ({ id, networkId, state, askedOn: dateIn(askedAt, zone) }))
}

function sinceOf(entries: readonly Entry[], zone: string) {
  return {
    since: new Map(entries.map(({ subjectId, at }) => [subjectId, dateIn(at, zone)])),
    optIns: new Set(entries.filter(({ subject }) => subject === 'opt_in').map(({ subjectId }) => subjectId)),
  }
}

export type DeskEntry = Entry & { byName: string | null }

export type DeskRecord = {
  practice: { practiceId: string; name: string }
  clinician: { memberId: string; name: string; npi: string; family: string }
  standing: Standing
  tasks: DeskTask[]
  /** What the clinician asked for and nobody has applied for yet. */
  requests: { id: string; networkId: string; state: string; words: string | null }[]
  /** Every row ever entered, the last first; their number is the version that a change names as seen. */
  entries: DeskEntry[]
}

/** One clinician's whole record as the staff enter it; null where there is no such clinician. */
export async function deskRecord(
  db: Db,
  world: World,
  of: { practiceId: string; memberId: string },
): Promise<DeskRecord | null> {
  const clinician = await clinicianById(db, of.practiceId, of.memberId)
  const practice = await practiceById(db, of.practiceId)
  if (clinician === null || practice === null) return null
  const on = dateIn(world.clock.now(), world.zone)
  const standing = await standingOf(db, of.practiceId, of.memberId)
  const entries = await entriesOf(db, of)
  const limits = await deskLimitsOn(db, on)
  const asked = (await unansweredRequests(db, of.practiceId)).filter(({ memberId }) => memberId === of.memberId)
  const people = [...(await membersOf(db, world.operator)), ...(await membersOf(db, of.practiceId))]
  const names = new Map(people.flatMap(({ userId, name }) => (userId === null ? [] : [[userId, name] as const])))
  return {
    practice: { practiceId: practice.practiceId, name: practice.name },
    clinician: { memberId: of.memberId, name: clinician.name, npi: clinician.npi, family: clinician.licenceFamily },
    standing,
    tasks: deskTasks(standing, {
      ...sinceOf(entries, world.zone),
      requests: requestsOf(asked, world.zone),
      limits,
      on,
    }),
    requests: asked.map(({ id, networkId, state, words }) => ({ id, networkId, state, words })),
    entries: entries.toReversed().map((entry) => ({ ...entry, byName: names.get(entry.by ?? '') ?? null })),
  }
}

/** How many credentials of a clinician stand in each way on a day. */
export function countStandings({ authorities, credentials, exclusions }: Standing, on: CalendarDate) {
  const of = credentials.map((one) => credentialStanding(one, authorities, on).standing)
  return {
    pending: of.filter((each) => each === 'pending').length,
    held: of.filter((each) => each === 'held').length,
    states: [...new Set(authorities.filter(({ during }) => holds(during, on)).map(({ state }) => state))].sort(),
    isExcluded: exclusions.some((during) => holds(during, on)),
  }
}
