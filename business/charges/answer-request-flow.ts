import {
  addMinutes,
  dateIn,
  dateInWords,
  type Instant,
  minutesBetween,
  timeInWords,
} from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { reasonWords } from '../sessions/change-reasons.ts'
import { changeRequestStanding, type RequestStanding } from '../sessions/change-request-standing.ts'
import {
  type ChangeRequest,
  changeRequestsOfSession,
  conflictsOf,
  moveSession,
  type PlannedSession,
  planRefused,
  recordRequestAnswer,
  sessionById,
  standInTheWay,
  tellClient,
  tellClientMoved,
} from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { cancelWithFee } from './cancel-with-fee-flow.ts'

/** What a client asked of a session, as the practice reads it. */
export type RequestSeen = Pick<ChangeRequest, 'id' | 'kind' | 'message' | 'proposed' | 'askedAt'> & {
  reason: string
  feeCents: Cents
  standing: RequestStanding
  /** What became of it, in words; null while it waits. */
  became: string | null
}

export type RequestAnswered =
  | { answer: 'decline'; words: string }
  | {
      answer: 'accept'
      /** When they meet instead, of a request to move. */
      startsAt: Instant | null
      /** Of a request to call it off: what is asked of the client; null: what they were told. */
      feeCents: number | null
      despite: readonly string[]
    }

/** What was asked of a session, the latest first. */
export async function requestsSeen(db: Db, world: World, session: PlannedSession): Promise<RequestSeen[]> {
  const requests = await changeRequestsOfSession(db, session.practiceId, session.id)
  const names = await namesIn(db, session.practiceId)
  const zone = (await practiceById(db, session.practiceId))?.timeZone ?? world.zone
  return requests.toReversed().map((request) => {
    const standing = standingOf(request, session, world)
    const { id, kind, reason, message, proposed, askedAt, fee } = request
    const became = standing === 'open' ? null : sayBecame(request, standing, { names, zone })
    return { id, kind, reason: reasonWords[reason], message, proposed, askedAt, feeCents: fee, standing, became }
  })
}

/**
 * Accepts a client's request, which runs the cancellation or the move that a practice could make itself, or declines it
 * with words. One of two who answer at once is the second, and reads what the first did.
 */
export async function answerRequest(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  seen: PlannedSession,
  { requestId, ...asked }: RequestAnswered & { requestId: string },
): Promise<{ standing: 'accepted' | 'declined'; feeCents: Cents | null }> {
  await holdSubject(db, seen.id)
  const session = (await sessionById(db, seen.practiceId, seen.id)) ?? seen
  const request = (await changeRequestsOfSession(db, session.practiceId, session.id)).find(({ id }) => id === requestId)
  if (request === undefined) throw noSuchRequest()
  await refuseUnlessOpen(db, world, request, session)
  const at = world.clock.now()
  const words = asked.answer === 'decline' ? asked.words : null
  const answer = { answer: asked.answer === 'accept' ? ('accepted' as const) : ('declined' as const), words }
  await recordRequestAnswer(db, request, { ...answer, answeredAt: at, answeredBy: who.userId })
  world.witness('change-request-answered')
  if (asked.answer === 'decline') {
    await tellClient(db, world, session, { kind: 'change_declined', change: request.kind })
    return { standing: 'declined', feeCents: null }
  }
  if (request.kind === 'move') {
    await moveAsAsked(db, world, who, session, { ...asked, request })
    return { standing: 'accepted', feeCents: null }
  }
  const { feeCents } = await cancelWithFee(db, world, who, session, {
    version: session.version,
    kind: 'cancelled',
    initiator: 'client',
    reason: reasonWords[request.reason],
    scope: 'this',
    feeCents: asked.feeCents,
    asked: { at: request.askedAt, told: request.fee },
  })
  return { standing: 'accepted', feeCents }
}

async function moveAsAsked(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: PlannedSession,
  asked: { startsAt: Instant | null; despite: readonly string[]; request: ChangeRequest },
): Promise<void> {
  if (asked.startsAt === null) throw noTimeChosen()
  const endsAt = addMinutes(asked.startsAt, minutesBetween(session.startsAt, session.endsAt))
  const { version, modality } = session
  const moved = await moveSession(db, world, who, session, { version, modality, startsAt: asked.startsAt, endsAt })
  if (moved.kind === 'refused') throw planRefused(moved.refusals)
  const zone = (await practiceById(db, session.practiceId))?.timeZone ?? world.zone
  const conflicts = await conflictsOf(db, moved.session, { zone, except: new Set([session.id]) })
  const because = standInTheWay(conflicts, asked.despite)
  if (because.length > 0) {
    const detail = `${because[0]?.words ?? ''} The session was not moved, and the request still waits.`
    throw new Refusal({ status: 422, code: 'time_conflict', detail, because })
  }
  await tellClientMoved(db, world, moved.before, moved.session)
}

async function refuseUnlessOpen(db: Db, world: World, request: ChangeRequest, session: PlannedSession): Promise<void> {
  const standing = standingOf(request, session, world)
  if (standing === 'open') return
  const names = await namesIn(db, session.practiceId)
  const zone = (await practiceById(db, session.practiceId))?.timeZone ?? world.zone
  const detail = `${sayBecame(request, standing, { names, zone })} Nothing was done now.`
  const isAnswered = standing === 'accepted' || standing === 'declined'
  throw new Refusal({ status: 409, code: isAnswered ? 'request_answered' : 'request_lapsed', detail })
}

function standingOf(request: ChangeRequest, session: PlannedSession, world: World): RequestStanding {
  const { startsAt, version, cancellation } = session
  return changeRequestStanding(request, { startsAt, version, isCalledOff: cancellation !== null }, world.clock.now())
}

async function namesIn(db: Db, practiceId: string): Promise<ReadonlyMap<string, string>> {
  const members = await membersOf(db, practiceId)
  return new Map(members.flatMap(({ userId, name }) => (userId === null ? [] : [[userId, name] as const])))
}

function sayBecame(
  { answer, fee }: ChangeRequest,
  standing: Exclude<RequestStanding, 'open'>,
  { names, zone }: { names: ReadonlyMap<string, string>; zone: string },
): string {
  const who = names.get(answer?.answeredBy ?? '') ?? 'Somebody'
  const when = answer === null ? '' : ` on ${sayWhen(answer.answeredAt, zone)}`
  switch (standing) {
    case 'accepted':
      return `${who} accepted it${when}, and the client was written to.`
    case 'declined':
      return `${who} declined it${when}: “${answer?.words ?? ''}” The client was written to.`
    case 'taken_back':
      return `The client took it back${when}, so there is nothing to answer.`
    case 'started':
      return `The session has begun since, so the request has lapsed. ${
        fee > 0 ? `A fee of ${formatCents(fee)} was told, and is not asked by itself.` : 'It costs the client nothing.'
      }`
    case 'moved':
      return 'The session was moved since, so the request has lapsed: it was about the former time.'
    case 'over':
      return 'The session was called off since, so the request has lapsed.'
  }
}

function sayWhen(moment: Instant, zone: string): string {
  return `${dateInWords(dateIn(moment, zone))}, ${timeInWords(moment, zone)}`
}

function noSuchRequest(): Refusal {
  const detail = 'There is no such request about this session. Load the page again; nothing was done.'
  return new Refusal({ status: 404, code: 'request_not_found', detail })
}

function noTimeChosen(): Refusal {
  const detail = 'Choose when you meet instead. Nothing was done, and the request still waits.'
  const because = [{ code: 'no_time_chosen', field: 'startsAt', words: 'Choose a time.' }]
  return new Refusal({ status: 422, code: 'no_time_chosen', detail, because })
}
