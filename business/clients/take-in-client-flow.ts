import { dateIn } from '../../libraries/calendar/index.ts'
import type { Db, Who, World } from '../world.ts'
import { actForPerson } from './act-for-person-store.ts'
import { recordInvitation } from './invitation-store.ts'
import { type Person, recordPerson } from './person-store.ts'
import { type Policy, policiesOf, recordPolicy } from './policy-store.ts'
import { addToRoster, recordListChange, rosterEver } from './roster-store.ts'
import { recordPolicyTakenBack } from './take-back-store.ts'

type Asks = Pick<Who, 'practiceId' | 'userId'>

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
