import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { clinicianById, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { actForPerson } from './act-for-person-store.ts'
import { putOnList } from './change-list-flow.ts'
import { recognisedLetter } from './client-letters.ts'
import { type Invitation, openInvitation, recordInvitation } from './invitation-store.ts'
import { writeInvitation } from './invite-again-flow.ts'
import { languageOf } from './language-store.ts'
import { peopleByEmail, recordPerson } from './person-store.ts'
import { addToRoster, recordArchiving, recordListChange, rosterEver } from './roster-store.ts'

export type NewClient = {
  givenName: string
  familyName: string
  email: string
  phone: string | null
  dateOfBirth: CalendarDate | null
  clinicianMemberId: string
  notify: boolean
}

export type AddedClient = { personId: string; outcome: 'invited' | 'recognised' }

/**
 * Adds a client by e-mail. Somebody whom this practice cares for already is recognised and put on the clinician's list at
 * once. Everybody else is written to and gets a record of this practice's own until they answer: whether they are known
 * elsewhere in the network is not looked up here, and so not told by the answer, its time or the list.
 */
export async function addClient(
  db: Db,
  world: World,
  who: Pick<Who, 'practiceId' | 'userId' | 'memberId' | 'may'>,
  client: NewClient,
): Promise<AddedClient> {
  const clinician = await clinicianById(db, who.practiceId, client.clinicianMemberId)
  if (clinician === null || (who.may.planning !== 'all' && clinician.id !== who.memberId)) throw noSuchClinician()
  const practice = await practiceById(db, who.practiceId)
  const named = { practiceName: practice?.name ?? '', clinicianName: clinician.name, givenName: client.givenName }
  const known = await knownHere(db, world, who.practiceId, client)
  if (known !== null) {
    await takeUp(db, world, who, { personId: known, memberId: clinician.id })
    if (client.notify)
      await write(db, world, who, client.email, {
        ...recognisedLetter(named, await languageOf(db, known)),
        about: `person ${known}`,
      })
    return { personId: known, outcome: 'recognised' }
  }
  const personId = await makeRecord(db, world, who, client)
  const invitation = await invite(db, world, who, { ...client, personId })
  if (client.notify) await writeInvitation(db, world, invitation, who.userId)
  return { personId, outcome: 'invited' }
}

/** Somebody on a list of this practice, or put away there, with this e-mail; another birth date makes it somebody else. */
async function knownHere(
  db: Db,
  world: World,
  practiceId: string,
  { email, dateOfBirth }: Pick<NewClient, 'email' | 'dateOfBirth'>,
): Promise<string | null> {
  const listed = new Set((await rosterEver(db, practiceId, today(world))).map(({ personId }) => personId))
  const invited = await openInvitation(db, practiceId, email)
  const found = (await peopleByEmail(db, email)).find(
    (person) =>
      listed.has(person.personId) &&
      (dateOfBirth === null || person.dateOfBirth === null || person.dateOfBirth === dateOfBirth),
  )
  return found?.personId ?? invited?.personId ?? null
}

/** On the clinician's list at once; whoever was put away comes back on this list alone. */
async function takeUp(
  db: Db,
  world: World,
  who: Pick<Who, 'practiceId' | 'userId'>,
  { personId, memberId }: { personId: string; memberId: string },
): Promise<void> {
  const { practiceId, userId: by } = who
  const at = world.clock.now()
  const entries = (await rosterEver(db, practiceId, today(world))).filter((entry) => entry.personId === personId)
  const wasPutAway = entries.length > 0 && !entries.some(({ inForce }) => inForce)
  if (wasPutAway) {
    for (const other of new Set(entries.map((entry) => entry.memberId))) {
      if (other === memberId) continue
      const change = { practiceId, personId, memberId: other, deed: 'left' as const, toMember: memberId, at, by }
      await recordListChange(db, { ...change, id: world.ids.next() })
    }
    await recordArchiving(db, { practiceId, personId, id: world.ids.next(), deed: 'reopened', at, by })
  }
  await putOnList(db, world, who, { personId, memberId })
}

async function makeRecord(
  db: Db,
  world: World,
  { practiceId, userId }: Pick<Who, 'practiceId' | 'userId'>,
  { givenName, familyName, email, phone, dateOfBirth, clinicianMemberId }: NewClient,
): Promise<string> {
  const personId = world.ids.next()
  const at = world.clock.now()
  const nowhere = { street: null, city: null, state: null, zip: null }
  const person = { personId, givenName, familyName, email, phone, dateOfBirth, sex: 'U' as const, ...nowhere }
  const access = { practiceId, from: today(world), at }
  await actForPerson(db, personId, () => recordPerson(db, person, access))
  await addToRoster(db, { ...access, personId, memberId: clinicianMemberId, by: userId })
  return personId
}

async function invite(
  db: Db,
  world: World,
  { practiceId, userId }: Pick<Who, 'practiceId' | 'userId'>,
  { personId, email, givenName, familyName, clinicianMemberId: memberId }: NewClient & { personId: string },
): Promise<Invitation> {
  const id = world.ids.next()
  const invitation = { practiceId, id, personId, memberId, email, givenName, familyName }
  await recordInvitation(db, { ...invitation, at: world.clock.now(), by: userId })
  return invitation
}

async function write(
  db: Db,
  world: World,
  { practiceId }: Pick<Who, 'practiceId'>,
  to: string,
  letter: { subject: string; body: string; about: string },
): Promise<void> {
  await world.mail.post(db, { practiceId, to, ...letter })
}

function today(world: World): CalendarDate {
  return dateIn(world.clock.now(), world.zone)
}

function noSuchClinician(): Refusal {
  const detail = 'Choose a clinician of this practice on whose list the client is to be. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'clinician_not_found', detail })
}
