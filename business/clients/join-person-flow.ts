import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import { invitationsToEmail, recordInvitationAnswer } from './invitation-store.ts'
import { oneAtATime, personHeldBy, recordEmailVerification, recordLogin } from './login-store.ts'
import { mayBeSamePerson } from './may-be-same-person.ts'
import { personById, recordPerson, recordPersonChange } from './person-store.ts'

/** Somebody whose address is proved, in their own words. */
export type Newcomer = {
  userId: string
  /** The id that they get unless they are known already. */
  personId: string
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  email: string
  phone: string
}

/**
 * Makes the login act for a person: the one whom it holds already; else the record that a practice made for this address
 * first, unless it may be somebody else's; else a new one. Under operations, in one transaction; the second of two who
 * come at once finds what the first did. Answers the person's id.
 */
export async function joinPerson(db: Db, world: World, newcomer: Newcomer): Promise<string> {
  const { userId } = newcomer
  await oneAtATime(db, userId)
  const at = world.clock.now()
  const today = dateIn(at, world.zone)
  const held = await personHeldBy(db, userId, today)
  if (held !== null) return held
  const personId = (await joinInvited(db, world, newcomer)) ?? (await makeNew(db, newcomer, { today, at }))
  await recordLogin(db, { personId, userId, from: today })
  await recordEmailVerification(db, { personId, id: world.ids.next(), email: newcomer.email, userId, at })
  return personId
}

async function joinInvited(db: Db, world: World, newcomer: Newcomer): Promise<string | null> {
  for (const invitation of await invitationsToEmail(db, newcomer.email)) {
    const person = await personById(db, invitation.personId)
    if (person === null || invitation.isHeld) continue
    if (!mayBeSamePerson(person, newcomer)) continue
    const at = world.clock.now()
    const { givenName, familyName, dateOfBirth, email, phone } = newcomer
    const known = { ...person, givenName, familyName, dateOfBirth, email, phone }
    await recordPersonChange(db, known, { id: world.ids.next(), at, by: newcomer.userId })
    const { practiceId, id } = invitation
    const { personId } = person
    await recordInvitationAnswer(db, { practiceId, invitationId: id, answer: 'accepted', personId, at })
    return personId
  }
  return null
}

async function makeNew(
  db: Db,
  { personId, givenName, familyName, dateOfBirth, email, phone }: Newcomer,
  { today, at }: { today: CalendarDate; at: Instant },
): Promise<string> {
  const nowhere = { street: null, city: null, state: null, zip: null }
  const person = { personId, givenName, familyName, dateOfBirth, sex: 'U' as const, email, phone, ...nowhere }
  await recordPerson(db, person, { practiceId: null, from: today, at })
  return personId
}
