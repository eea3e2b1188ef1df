import { addDays, type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { personById } from '../clients/index.ts'
import { memberById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { type DeletionWeighed, weighClient, weighMember } from './deletion-facts-flow.ts'
import { deletionAskedLetter } from './deletion-letters.ts'
import { deletionDaysOn } from './deletion-rule-store.ts'
import { type DeletionState, deletionState } from './deletion-state.ts'
import {
  type DeletionRequest,
  deletionEvents,
  deletionRequests,
  ownAddress,
  recordDeletionRequest,
  withdrawDeletionRequest,
} from './deletion-store.ts'

/** A case as whoever asked sees it. */
export type OwnCase = {
  id: string
  askedAt: Instant
  answerBy: CalendarDate
  state: DeletionState
  /** Why it was declined. */
  words: string | null
  /** When it was taken back, declined or carried out. */
  endedAt: Instant | null
}

export type OwnDeletion = DeletionWeighed & { latest: OwnCase | null; answerDays: number }

/** Under a client: what may be deleted now and what is kept, and their latest request. */
export async function deletionOfClient(db: Db, world: World, personId: string): Promise<OwnDeletion> {
  const weighed = await weighClient(db, world, personId)
  const latest = await latestCase(db, world, (request) => request.subject === 'client' && request.personId === personId)
  return { ...weighed, latest, answerDays: await answerDaysToday(db, world) }
}

/** Under a practice: the same of the own profile of the member who asks. */
export async function deletionOfMember(
  db: Db,
  world: World,
  member: { practiceId: string; memberId: string },
): Promise<OwnDeletion> {
  const weighed = await weighMember(db, world, { ...member, asks: 'member' })
  const isOwn = (request: DeletionRequest) => request.subject === 'member' && request.memberId === member.memberId
  const latest = await latestCase(db, world, isOwn)
  return { ...weighed, latest, answerDays: await answerDaysToday(db, world) }
}

async function answerDaysToday(db: Db, world: World): Promise<number> {
  return deletionDaysOn(db, 'answer_days', dateIn(world.clock.now(), world.zone))
}

async function latestCase(db: Db, world: World, isOwn: (request: DeletionRequest) => boolean): Promise<OwnCase | null> {
  const request = (await deletionRequests(db)).findLast(isOwn)
  if (request === undefined) return null
  const events = (await deletionEvents(db)).filter(({ requestId }) => requestId === request.id)
  const ending = events.find(({ kind }) => kind === 'withdrawn' || kind === 'declined' || kind === 'carried_out')
  return {
    id: request.id,
    askedAt: request.askedAt,
    answerBy: await answerBy(db, world, request.askedAt),
    state: deletionState(new Set(events.map(({ kind }) => kind))),
    words: events.find(({ kind }) => kind === 'declined')?.words ?? null,
    endedAt: ending?.at ?? null,
  }
}

/** Until when a request must be answered, by the rule in force on the day on which it was asked. */
export async function answerBy(db: Db, world: World, askedAt: Instant): Promise<CalendarDate> {
  const on = dateIn(askedAt, world.zone)
  return addDays(on, await deletionDaysOn(db, 'answer_days', on))
}

export async function askForDeletionAsClient(
  db: Db,
  world: World,
  { personId, words }: { personId: string; words: string | null },
): Promise<{ id: string }> {
  const person = await personById(db, personId)
  const to = person === null ? null : { name: person.preferredName ?? person.givenName, email: person.email }
  return ask(db, world, { subject: 'client', words, to })
}

export async function askForDeletionAsMember(
  db: Db,
  world: World,
  { practiceId, memberId, words }: { practiceId: string; memberId: string; words: string | null },
): Promise<{ id: string }> {
  const member = await memberById(db, practiceId, memberId)
  return ask(db, world, { subject: 'member', words, to: member === null ? null : { name: member.name, email: null } })
}

async function ask(
  db: Db,
  world: World,
  asked: { subject: 'client' | 'member'; words: string | null; to: { name: string; email: string | null } | null },
): Promise<{ id: string }> {
  const id = world.ids.next()
  const at = world.clock.now()
  const { subject, words, to } = asked
  if (!(await recordDeletionRequest(db, { id, subject, words, at }))) {
    const detail = 'A request for deletion is open already; it stands below. Nothing was asked a second time.'
    throw new Refusal({ status: 409, code: 'deletion_asked_already', detail })
  }
  const email = to?.email ?? (subject === 'member' ? await ownAddress(db) : null)
  if (to !== null && email !== null) {
    const letter = deletionAskedLetter({ name: to.name, answerBy: await answerBy(db, world, at) })
    await world.mail.post(db, { practiceId: world.operator, to: email, ...letter, about: `deletion ${id}` })
  }
  return { id }
}

export async function withdrawDeletion(db: Db, world: World, id: string): Promise<void> {
  if (await withdrawDeletionRequest(db, { id, at: world.clock.now() })) return
  const detail =
    'There is no open request of yours under this name; what was carried out cannot be taken back. Nothing was changed.'
  throw new Refusal({ status: 404, code: 'deletion_not_open', detail })
}
