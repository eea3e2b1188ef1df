import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { personById, practicesSeeing } from '../clients/index.ts'
import { memberById, membersOf, practicesAll, recordStandingChange } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { actForClient } from './act-for-client-store.ts'
import type { DeletionBarrier, DeletionLine } from './decide-deletion.ts'
import { answerBy } from './deletion-case-flow.ts'
import { type DeletionWeighed, weighClient, weighMember } from './deletion-facts-flow.ts'
import { deletionDeclinedLetter, deletionDoneLetter } from './deletion-letters.ts'
import { type DeletionDeed, type DeletionState, deletionState, nextDeeds } from './deletion-state.ts'
import {
  addressOfAsker,
  carryOutDeletion,
  type DeletionEvent,
  type DeletionRequest,
  deletionEvents,
  deletionRequests,
  type KeptRecord,
  keptRecords,
  oneCaseAtATime,
  recordDeletionEvent,
  recordKept,
  type Tombstone,
  tombstonesOf,
} from './deletion-store.ts'
import { sayDeletionBarrier, sayNotCarriedOut } from './say-deletion.ts'

/** A case as the operator's people see it in a list. */
export type CaseListed = {
  id: string
  subject: 'client' | 'member'
  name: string
  /** Of whom works somewhere: where. */
  practiceName: string | null
  askedAt: Instant
  answerBy: CalendarDate
  state: DeletionState
  movedAt: Instant
  /** From which day on nothing of it is kept by law; null: not carried out yet. */
  keptUntil: CalendarDate | null
}

export type CaseSeen = CaseListed & {
  words: string | null
  lines: DeletionLine[]
  barriers: DeletionBarrier[]
  kept: KeptRecord[]
  tombstones: Tombstone[]
  events: (Omit<DeletionEvent, 'by'> & { by: string | null })[]
  next: readonly DeletionDeed[]
  /** Whether the one who looks may carry it out: another approved it. */
  mayCarryOut: boolean
}

/** Under operations: every case, the latest first. */
export async function deletionCases(db: Db, world: World): Promise<CaseListed[]> {
  const events = await deletionEvents(db)
  const kept = await keptRecords(db)
  const practices = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  const listed: CaseListed[] = []
  for (const request of (await deletionRequests(db)).toReversed()) {
    const own = events.filter(({ requestId }) => requestId === request.id)
    listed.push({
      id: request.id,
      subject: request.subject,
      name: (await addressee(db, request)).name,
      practiceName: request.subject === 'member' ? (practices.get(request.practiceId) ?? null) : null,
      askedAt: request.askedAt,
      answerBy: await answerBy(db, world, request.askedAt),
      state: deletionState(new Set(own.map(({ kind }) => kind))),
      movedAt: own.at(-1)?.at ?? request.askedAt,
      keptUntil: kept.findLast(({ requestId }) => requestId === request.id)?.until ?? null,
    })
  }
  return listed
}

/** Under operations: one case whole, as it stands today. */
export async function deletionCase(
  db: Db,
  world: World,
  { id, userId }: { id: string; userId: string },
): Promise<{ page: CaseSeen; request: DeletionRequest; practices: string[] }> {
  const request = await requestById(db, id)
  const listed = (await deletionCases(db, world)).find((each) => each.id === id)
  if (listed === undefined) throw noSuchCase()
  const events = (await deletionEvents(db)).filter(({ requestId }) => requestId === id)
  const isOpen = listed.state === 'asked' || listed.state === 'approved'
  const weighed = isOpen ? await weigh(db, world, request) : { lines: [], barriers: [] }
  const staff = new Map((await membersOf(db, world.operator)).map((member) => [member.userId, member.name]))
  const on = dateIn(world.clock.now(), world.zone)
  const page = {
    ...listed,
    ...weighed,
    words: request.words,
    kept: (await keptRecords(db)).filter(({ requestId }) => requestId === id),
    tombstones: await tombstonesOf(db, id),
    events: events.map((event) => ({ ...event, by: event.by === null ? null : (staff.get(event.by) ?? null) })),
    next: nextDeeds(listed.state),
    mayCarryOut: mayCarryOut(events, listed.state, userId),
  }
  const practices = request.subject === 'client' ? await practicesSeeing(db, request.personId, on) : []
  return { page, request, practices }
}

function mayCarryOut(events: readonly DeletionEvent[], state: DeletionState, userId: string): boolean {
  const approval = state === 'final_approved' ? 'final_approved' : 'approved'
  const by = events.find(({ kind }) => kind === approval)?.by ?? null
  return (state === 'approved' || state === 'final_approved') && by !== null && by !== userId
}

/** Under operations: somebody says yes or no to a case; a no is told to whoever asked, with the reason. */
export async function answerDeletion(
  db: Db,
  world: World,
  by: string,
  { id, answer, words }: { id: string; answer: 'approved' | 'declined'; words: string | null },
): Promise<DeletionRequest> {
  await oneCaseAtATime(db, id)
  const request = await requestById(db, id)
  const state = await stateOf(db, id)
  const isFinal = state === 'final_proposed' || state === 'final_approved'
  const kind: DeletionDeed = isFinal ? `final_${answer}` : answer
  if (!nextDeeds(state).includes(kind)) {
    const detail =
      'This case was answered already, perhaps by a colleague a moment ago, or taken back. Nothing was changed.'
    throw new Refusal({ status: 409, code: 'deletion_answered_already', detail })
  }
  if (answer === 'approved' && by === request.userId) {
    const detail = 'You asked for this yourself: somebody else says yes or no. Nothing was recorded.'
    throw new Refusal({ status: 409, code: 'deletion_own_request', detail })
  }
  if (answer === 'declined' && words === null) {
    const because = [
      { code: 'reason_missing', field: 'body.words', words: 'Say why, in words that the letter can say.' },
    ]
    throw new Refusal({ status: 422, code: 'reason_missing', detail: 'Say why. Nothing was recorded.', because })
  }
  await recordDeletionEvent(db, request, { kind, words, at: world.clock.now(), by, operator: world.operator })
  if (kind === 'declined' && words !== null) {
    const to = await addressee(db, request)
    await write(db, world, request, to.email, deletionDeclinedLetter({ name: to.given, words }))
  }
  return request
}

/**
 * Under operations: what may go is blanked or removed, what is kept is noted with its day, and the letter that says so is
 * written, all in one transaction: nothing is half done, and a second time does nothing.
 */
export async function carryOut(
  db: Db,
  world: World,
  by: string,
  id: string,
): Promise<{ request: DeletionRequest; practices: string[] }> {
  await oneCaseAtATime(db, id)
  const request = await requestById(db, id)
  const at = world.clock.now()
  const on = dateIn(at, world.zone)
  const practices = request.subject === 'client' ? await practicesSeeing(db, request.personId, on) : []
  const state = await stateOf(db, id)
  const phase = state.startsWith('final') ? ('final' as const) : ('now' as const)
  if (phase === 'now' && state === 'approved') {
    const weighed = await weigh(db, world, request)
    refuseWhilePostponed(weighed)
    const to = await addressee(db, request)
    // Before the door: the letter's address is taken with all others, once it has left.
    await write(db, world, request, to.email, deletionDoneLetter({ name: to.given, lines: weighed.lines }))
    await recordKept(db, world.operator, request, keptOf(weighed.lines))
    if (request.subject === 'member') await endMembership(db, world, request, by)
  }
  const answer = await carryOutDeletion(db, { id, by, at, phase })
  if (answer !== 'carried_out') {
    throw new Refusal({ status: 409, code: `deletion_${answer}`, detail: sayNotCarriedOut(answer) })
  }
  world.witness('deletion-carried-out')
  return { request, practices }
}

function refuseWhilePostponed({ barriers }: DeletionWeighed): void {
  if (barriers.length === 0) return
  const because = barriers.map((barrier) => ({ code: barrier.reason, words: sayDeletionBarrier(barrier) }))
  const detail = `Something comes first: ${because.map(({ words }) => words).join(' ')} Nothing was deleted.`
  throw new Refusal({ status: 409, code: 'deletion_postponed', detail, because })
}

function keptOf(lines: readonly DeletionLine[]): Omit<KeptRecord, 'requestId'>[] {
  return lines.flatMap((line) =>
    line.fate === 'kept'
      ? [{ record: line.record, until: line.until, source: line.rule.source, certainty: line.rule.certainty }]
      : [],
  )
}

async function endMembership(
  db: Db,
  world: World,
  request: Extract<DeletionRequest, { subject: 'member' }>,
  by: string,
): Promise<void> {
  const member = await memberById(db, request.practiceId, request.memberId)
  if (member === null || member.standing === 'removed') return
  const change = { practiceId: request.practiceId, id: world.ids.next(), memberId: request.memberId, by }
  const reason = 'Their own request for deletion'
  await recordStandingChange(db, { ...change, standing: 'removed', reason, at: world.clock.now() })
}

async function weigh(db: Db, world: World, request: DeletionRequest): Promise<DeletionWeighed> {
  if (request.subject === 'member') return weighMember(db, world, { ...request, asks: 'operator' })
  const { personId } = request
  return actForClient(db, { personId, practiceId: world.operator }, () => weighClient(db, world, personId))
}

async function addressee(
  db: Db,
  request: DeletionRequest,
): Promise<{ name: string; given: string; email: string | null }> {
  if (request.subject === 'client') {
    const person = await personById(db, request.personId)
    if (person === null) return { name: 'Deleted client', given: 'Deleted client', email: null }
    const given = person.preferredName ?? person.givenName
    return { name: `${person.givenName} ${person.familyName}`, given, email: person.email }
  }
  const member = await memberById(db, request.practiceId, request.memberId)
  const name = member?.name ?? 'A former member'
  return { name, given: name, email: await addressOfAsker(db, request.id) }
}

async function write(
  db: Db,
  world: World,
  { id }: DeletionRequest,
  to: string | null,
  letter: { subject: string; body: string },
): Promise<void> {
  if (to === null) return
  await world.mail.post(db, { practiceId: world.operator, to, ...letter, about: `deletion ${id}` })
}

async function stateOf(db: Db, id: string): Promise<DeletionState> {
  const events = (await deletionEvents(db)).filter(({ requestId }) => requestId === id)
  return deletionState(new Set(events.map(({ kind }) => kind)))
}

async function requestById(db: Db, id: string): Promise<DeletionRequest> {
  const request = (await deletionRequests(db)).find((each) => each.id === id)
  if (request === undefined) throw noSuchCase()
  return request
}

function noSuchCase(): Refusal {
  return new Refusal({ status: 404, code: 'deletion_not_found', detail: 'There is no such request for deletion.' })
}
