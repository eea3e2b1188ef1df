import { dateIn, type Instant, minutesBetween } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { policyOn, proposeFee } from '../charges/propose-fee.ts'
import { holdSubject } from '../ledger/index.ts'
import { Refusal } from '../routes.ts'
import { freeTimes, reachOf } from '../scheduling/free-times.ts'
import { proposalRule } from '../scheduling/index.ts'
import { appointmentLetter } from '../sessions/appointment-letter.ts'
import type { ChangeReason } from '../sessions/change-reasons.ts'
import { changeRequestStanding } from '../sessions/change-request-standing.ts'
import { type ChangeRequest, changeRequestsOfPerson, recordChangeRequest, recordTakenBack } from '../sessions/index.ts'
import type { Client, Db, World } from '../world.ts'
import { clinicianWeeks, postToClinician, takenTimes } from './change-store.ts'
import { sayWhen } from './say-moment.ts'
import { type PolicyVisited, policiesVisited, type Visit, visitsOf } from './visit-store.ts'

export type ChangeAsked = {
  /** The version of the plan that the client saw. */
  version: number
  kind: 'cancel' | 'move'
  reason: ChangeReason
  message: string | null
  proposed: readonly Instant[]
  /** What the client was told that cancelling costs. */
  feeCents: number
}

/** The times to which a visit could be moved, as far as clients may propose them, and how long it lasts. */
export async function timesFor(
  db: Db,
  world: World,
  sessionId: string,
): Promise<{ times: Instant[]; zone: string; minutes: number }> {
  const visit = await ownVisit(db, sessionId)
  const { timeZone: zone, modality } = visit
  const minutes = minutesBetween(visit.startsAt, visit.endsAt)
  const now = world.clock.now()
  const rule = await proposalRule(db, dateIn(now, zone))
  if (rule === null) return { times: [], zone, minutes }
  const weeks = await clinicianWeeks(db, sessionId)
  const taken = await takenTimes(db, sessionId, reachOf(rule, now))
  const own = { startsAt: visit.startsAt, endsAt: visit.endsAt }
  const times = freeTimes({ weeks, taken: [...taken, own], minutes, modality, zone, now, rule })
  return { times, zone, minutes }
}

/** Asks the practice to call a visit off or to move it. What it costs was told before; another price is no yes. */
export async function askForChange(
  db: Db,
  world: World,
  { personId }: Client,
  sessionId: string,
  asked: ChangeAsked,
): Promise<{ id: string }> {
  await holdSubject(db, sessionId)
  const visit = await ownVisit(db, sessionId)
  refuseUnlessAsIt(visit, asked, world)
  const before = await openRequestOf(db, world, personId, visit)
  if (before !== null) throw askedAlready()
  const fee = feeNow(visit, await policiesVisited(db), world)
  if (asked.kind === 'cancel' && fee !== asked.feeCents) throw feeChanged(fee)
  if (asked.kind === 'move') await refuseTakenTimes(db, world, sessionId, asked)
  const at = world.clock.now()
  const id = world.ids.next()
  const { version, kind, reason, message } = asked
  const request = { id, sessionId, version, kind, reason, message, proposed: [...asked.proposed], fee, askedAt: at }
  if (!(await recordChangeRequest(db, request))) throw noSuchVisit()
  world.witness('change-asked')
  const letter = appointmentLetter({ kind: 'change_asked', change: kind }, visit, visit.timeZone)
  await postToClinician(db, { id: world.ids.next(), sessionId, at, ...letter })
  return { id }
}

/** Takes a request back; twice is once, and an answer that was quicker is told. */
export async function takeBack(
  db: Db,
  world: World,
  { personId }: Client,
  { sessionId, requestId }: { sessionId: string; requestId: string },
): Promise<void> {
  await holdSubject(db, sessionId)
  const visit = await ownVisit(db, sessionId)
  const request = (await changeRequestsOfPerson(db, personId)).find(
    (each) => each.id === requestId && each.sessionId === sessionId,
  )
  if (request === undefined) throw noSuchRequest()
  const standing = requestStanding(request, visit, world)
  if (standing === 'taken_back') return
  if (standing !== 'open') throw answeredMeanwhile()
  const at = world.clock.now()
  await recordTakenBack(db, { id: requestId, at })
  world.witness('change-taken-back')
  const letter = appointmentLetter({ kind: 'change_taken_back', change: request.kind }, visit, visit.timeZone)
  await postToClinician(db, { id: world.ids.next(), sessionId, at, ...letter })
}

/** What calling a visit off would cost its client at this moment. */
export function feeNow(visit: Visit, policies: readonly PolicyVisited[], world: World): Cents {
  const own = policies
    .filter(({ practiceId }) => practiceId === visit.practiceId)
    .map((policy) => ({ ...policy, id: '', recordedAt: visit.startsAt, recordedBy: '' }))
  const policy = policyOn(own, dateIn(visit.startsAt, visit.timeZone))
  const at = world.clock.now()
  return proposeFee({ kind: 'cancelled', initiator: 'client', startsAt: visit.startsAt, at, policy }).cents
}

/** How a request stands, beside the visit as it is planned now. */
export function requestStanding(request: ChangeRequest, visit: Visit, world: World) {
  const { startsAt, version, cancellation, voidedAt } = visit
  const isCalledOff = cancellation !== null || voidedAt !== null
  return changeRequestStanding(request, { startsAt, version, isCalledOff }, world.clock.now())
}

async function ownVisit(db: Db, sessionId: string): Promise<Visit> {
  const visit = (await visitsOf(db)).find((each) => each.sessionId === sessionId)
  if (visit === undefined) throw noSuchVisit()
  return visit
}

async function openRequestOf(db: Db, world: World, personId: string, visit: Visit): Promise<ChangeRequest | null> {
  const requests = (await changeRequestsOfPerson(db, personId)).filter(({ sessionId }) => sessionId === visit.sessionId)
  return requests.find((request) => requestStanding(request, visit, world) === 'open') ?? null
}

function refuseUnlessAsIt(visit: Visit, { version, kind, message, proposed }: ChangeAsked, world: World): void {
  if (visit.cancellation !== null || visit.voidedAt !== null) {
    throw refused(
      409,
      'visit_called_off',
      'This appointment was called off meanwhile. There is nothing to ask any more.',
    )
  }
  if (visit.startsAt <= world.clock.now()) {
    throw refused(409, 'visit_has_begun', 'This appointment has begun. Write to or call the practice instead.')
  }
  if (visit.version !== version) {
    const when = sayWhen('en', visit.startsAt, visit.timeZone)
    throw refused(409, 'visit_moved', `The appointment was moved meanwhile: it is now on ${when}.`)
  }
  if (kind === 'move' && proposed.length === 0 && message === null) {
    throw refused(422, 'no_time_proposed', 'Choose a time, or say in words when you can.')
  }
}

async function refuseTakenTimes(db: Db, world: World, sessionId: string, { proposed }: ChangeAsked): Promise<void> {
  if (proposed.length === 0) return
  const { times, zone } = await timesFor(db, world, sessionId)
  const taken = proposed.find((moment) => !times.includes(moment))
  if (taken === undefined) return
  const when = sayWhen('en', taken, zone)
  throw refused(422, 'time_not_free', `${when} is not free any more. Choose another time.`)
}

function feeChanged(fee: Cents): Refusal {
  const detail = `Cancelling now costs ${formatCents(fee)}, not what the page said before. Look again before you ask.`
  return refused(409, 'fee_changed', detail)
}

function askedAlready(): Refusal {
  return refused(409, 'asked_already', 'You have asked already, and the practice has not answered yet.')
}

function answeredMeanwhile(): Refusal {
  return refused(409, 'request_answered', 'The practice was quicker: your question is closed. Load the page again.')
}

function noSuchVisit(): Refusal {
  return refused(404, 'visit_not_found', 'There is no such appointment of yours.')
}

function noSuchRequest(): Refusal {
  return refused(404, 'request_not_found', 'There is no such question of yours.')
}

function refused(status: number, code: string, words: string): Refusal {
  return new Refusal({ status, code, detail: `${words} Nothing was asked or changed now.` })
}
