import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import type { Db, Who, World } from '../world.ts'
import { actForPerson } from './act-for-person-store.ts'
import { recordInvitation } from './invitation-store.ts'
import { type Person, peopleByIds, recordPerson } from './person-store.ts'
import { type Policy, policiesOf, recordPolicy } from './policy-store.ts'
import { addToRoster, recordListChange, rosterEver } from './roster-store.ts'
import { clientUsedSince, recordPolicyTakenBack } from './take-back-store.ts'

type Asks = Pick<Who, 'practiceId' | 'userId'>
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

/** A record of this practice's own for somebody it brings from elsewhere, on a clinician's list; nobody is written to. */
export async function takeInClient(
  db: Db,
  world: World,
  { practiceId, userId: by }: Asks,
  { memberId, ...said }: Omit<Person, 'personId'> & { memberId: string },
): Promise<string> {
  const at = world.clock.now()
  const personId = world.ids.next()
  const access = { practiceId, from: dateIn(at, world.zone), at }
  await actForPerson(db, personId, () => recordPerson(db, { ...said, personId }, access))
  await addToRoster(db, { ...access, personId, memberId, by })
  if (said.email !== null) {
    const { email, givenName, familyName } = said
    const invitation = { practiceId, id: world.ids.next(), personId, memberId, email, givenName, familyName }
    await recordInvitation(db, { ...invitation, at, by })
  }
  return personId
}

/** A plan as another system had it; null when the client has this member id on file. It waits to be checked like any other. */
export async function takeInPolicy(
  db: Db,
  world: World,
  { userId: recordedBy }: Asks,
  policy: Omit<Policy, 'id' | 'coverage'>,
): Promise<string | null> {
  const { personId } = policy
  if ((await policiesOf(db, personId)).some(({ memberId }) => memberId === policy.memberId)) return null
  const at = world.clock.now()
  const id = world.ids.next()
  const during = { from: dateIn(at, world.zone), until: null }
  const card = { ...policy, id, during, recordedAt: at, recordedBy, holder: null, suitcase: null }
  await actForPerson(db, personId, () => recordPolicy(db, card))
  return id
}

/** Whether anybody has done anything with a client since: signed in, changed or answered something, or had a plan checked. */
export function hasUsedClient(
  db: Db,
  used: { practiceId: string; personId: string; since: Instant; policyIds: readonly string[] },
): Promise<boolean> {
  return clientUsedSince(db, used)
}

/** As if the client had never been listed here. */
export async function takeBackClient(
  db: Db,
  world: World,
  { practiceId, userId: by }: Asks,
  personId: string,
): Promise<void> {
  const at = world.clock.now()
  const entries = (await rosterEver(db, practiceId, dateIn(at, world.zone))).filter((one) => one.personId === personId)
  for (const memberId of new Set(entries.map((entry) => entry.memberId))) {
    const change = { practiceId, personId, memberId, deed: 'undone' as const, toMember: null, at, by }
    await recordListChange(db, { ...change, id: world.ids.next() })
  }
}

export async function takeBackPolicy(
  db: Db,
  world: World,
  { userId: by }: Asks,
  { personId, policyId }: { personId: string; policyId: string },
): Promise<void> {
  const back = { personId, policyId, at: world.clock.now(), by }
  await actForPerson(db, personId, () => recordPolicyTakenBack(db, back))
}
