import type { Instant } from '../../libraries/calendar/index.ts'
import { addressOf, membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'
import { type Application, applicationsWhere, openings, steps } from './application-store.ts'
import { callFile, callsOf, linkForCall, slotFor, slotsOpen, takeSlot, whenInWords } from './call-flow.ts'
import { holdCalls, letterLink, recordCallChange } from './call-store.ts'
import { callMovedLetter, callOffLetter, consultantCallLetter } from './joining-letters.ts'
import { type CallRow, type CallSide, standingCall } from './standing-call.ts'

/** What a link of a letter says of its call: to be moved or called off, held beside another, or to be booked. */
export type CallSeen = {
  state: 'stands' | 'held_beside' | 'none_booked'
  givenName: string
  consultant: string | null
  callAt: Instant | null
  /** The call beside which this one is held. */
  standsAt: Instant | null
  zone: string
  slots: Instant[]
}

/** Under operations: the call behind a letter's link. Refused by name where the link was used, or the call has begun. */
export async function callSeen(db: Db, world: World, token: string): Promise<CallSeen> {
  const { application, call, standsBeside } = await behind(db, world, token)
  const consultants = new Map((await membersOf(db, world.operator)).map(({ id, name }) => [id, name]))
  return {
    state: call === null ? 'none_booked' : standsBeside === null ? 'stands' : 'held_beside',
    givenName: application.givenName,
    consultant: call === null ? null : (consultants.get(call.memberId) ?? null),
    callAt: call?.startsAt ?? null,
    standsAt: standsBeside?.startsAt ?? null,
    zone: application.timeZone ?? world.zone,
    slots: (await slotsOpen(db, world)).map(({ startsAt }) => startsAt),
  }
}

export type CallDeedAsked =
  | { deed: 'move' | 'book'; slot: Instant }
  | { deed: 'cancel' | 'take' | 'let_go'; slot: null }

/** Under operations: the applicant moves, calls off or books their call by the letter's link, which is spent by it. */
export async function changeOwnCall(db: Db, world: World, token: string, asked: CallDeedAsked): Promise<void> {
  await holdCalls(db, world.operator)
  const { application, call, standsBeside } = await behind(db, world, token)
  const by = { side: 'applicant' as const, by: 'the applicant', words: null }
  switch (asked.deed) {
    case 'book':
      if (call !== null) throw linkUsed()
      return book(db, world, { application, slot: asked.slot, ...by })
    case 'move':
      if (call === null) throw linkUsed()
      return move(db, world, { application, call, slot: asked.slot, ...by })
    case 'cancel':
      if (call === null) throw linkUsed()
      return callOff(db, world, { application, call, ...by })
    case 'take':
      if (call === null || standsBeside === null) throw linkUsed()
      return take(db, world, { application, from: standsBeside, to: call })
    case 'let_go':
      if (call === null || standsBeside === null) throw linkUsed()
      return change(db, world, { callId: call.id, deed: 'released', nextCallId: null, ...by })
  }
}

/** Under operations: the calendar file of the call behind a letter's link. */
export async function ownCallFile(db: Db, world: World, token: string): Promise<string> {
  const { application } = await behind(db, world, token)
  const zone = application.timeZone ?? world.zone
  const file = callFile(application.id, await callsOf(db, application.id), zone)
  if (file === null) throw linkUsed()
  return file
}

/** Under operations: the consultant moves, calls off or books the call of an application. */
export async function changeCallOf(
  db: Db,
  world: World,
  by: string,
  asked: { application: Application; deed: 'move' | 'cancel' | 'book'; slot: Instant | null; words: string | null },
): Promise<void> {
  await holdCalls(db, world.operator)
  const { application, deed, slot, words } = asked
  if (await isOver(db, application)) throw applicationOver()
  const { call } = standingCall(await callsOf(db, application.id))
  const ahead = call !== null && call.startsAt > world.clock.now() ? call : null
  const side = { side: 'consultant' as const, by, words }
  if (deed === 'cancel') {
    if (ahead === null) throw noCall()
    return callOff(db, world, { application, call: ahead, ...side })
  }
  if (slot === null) throw noSlot()
  if (deed === 'book' && ahead !== null) throw callStands()
  if (deed === 'move' && ahead === null) throw noCall()
  if (ahead !== null) return move(db, world, { application, call: ahead, slot, ...side })
  return book(db, world, { application, slot, ...side })
}

type Side = { side: CallSide; by: string; words: string | null }

async function book(
  db: Db,
  world: World,
  { application, slot: startsAt, side }: Side & { application: Application; slot: Instant },
): Promise<void> {
  const slot = await slotFor(db, world, startsAt)
  const callId = await takeSlot(db, world, { applicationId: application.id, slot, askedAgain: false })
  await tell(db, world, { application, callId, ...slot, side, news: 'booked' })
}

async function move(
  db: Db,
  world: World,
  { application, call, slot: startsAt, ...by }: Side & { application: Application; call: CallRow; slot: Instant },
): Promise<void> {
  const slot = await slotFor(db, world, startsAt)
  const nextCallId = await takeSlot(db, world, { applicationId: application.id, slot, askedAgain: false })
  await change(db, world, { callId: call.id, deed: 'moved', nextCallId, ...by })
  await tell(db, world, { application, callId: nextCallId, ...slot, side: by.side, news: 'moved' })
}

async function take(
  db: Db,
  world: World,
  { application, from, to }: { application: Application; from: CallRow; to: CallRow },
): Promise<void> {
  const by = { side: 'applicant' as const, by: 'the applicant', words: null }
  await change(db, world, { callId: from.id, deed: 'moved', nextCallId: to.id, ...by })
  const { memberId, startsAt } = to
  await tell(db, world, { application, callId: to.id, memberId, startsAt, side: by.side, news: 'moved' })
}

async function callOff(
  db: Db,
  world: World,
  { application, call, ...by }: Side & { application: Application; call: CallRow },
): Promise<void> {
  await change(db, world, { callId: call.id, deed: 'cancelled', nextCallId: null, ...by })
  const { memberId, startsAt } = call
  await tell(db, world, { application, callId: null, memberId, startsAt, side: by.side, news: 'cancelled' })
}

async function change(
  db: Db,
  world: World,
  made: Side & { callId: string; deed: 'moved' | 'cancelled' | 'released'; nextCallId: string | null },
): Promise<void> {
  const recorded = await recordCallChange(db, { practiceId: world.operator, ...made, at: world.clock.now() })
  if (!recorded) throw linkUsed()
}

type News = {
  application: Application
  callId: string | null
  memberId: string
  startsAt: Instant
  side: CallSide
  news: 'booked' | 'moved' | 'cancelled'
}

/** The applicant always, with a link of its own for what they may do next; the consultant where the applicant did it. */
async function tell(
  db: Db,
  world: World,
  { application, callId, memberId, startsAt, side, news }: News,
): Promise<void> {
  const consultant = (await membersOf(db, world.operator)).find(({ id }) => id === memberId)
  const about = `application ${application.id}`
  const write = news === 'cancelled' ? callOffLetter : callMovedLetter
  const letter = write({
    name: application.givenName,
    consultant: consultant?.name ?? 'a practice consultant',
    when: whenInWords(startsAt, application.timeZone ?? world.zone),
    callLink: await linkForCall(db, world, { applicationId: application.id, callId }),
  })
  await world.mail.post(db, { practiceId: world.operator, to: application.email, ...letter, about })
  const to = side === 'applicant' ? await addressOf(db, consultant?.userId ?? null) : null
  if (to === null) return
  const link = world.links.to(`/operations/joining/${application.id}`)
  const told = consultantCallLetter(news, { when: whenInWords(startsAt, world.zone), link })
  await world.mail.post(db, { practiceId: world.operator, to, ...told, about })
}

type Behind = { application: Application; call: CallRow | null; standsBeside: CallRow | null }

async function behind(db: Db, world: World, token: string): Promise<Behind> {
  const link = await letterLink(db, hashOfToken(token))
  const [application] = link?.purpose === 'call' ? await applicationsWhere(db, { id: link.applicationId }) : []
  if (link === null || application === undefined) {
    const detail = 'There is no call behind this link. Use the link of the last letter that we sent you.'
    throw new Refusal({ status: 404, code: 'call_not_found', detail })
  }
  if (await isOver(db, application)) throw applicationOver()
  const own = await callsOf(db, application.id)
  const { call: stands } = standingCall(own)
  const now = world.clock.now()
  if (link.callId === null) {
    if (stands !== null && stands.startsAt > now) throw linkUsed()
    return { application, call: null, standsBeside: null }
  }
  const call = own.find(({ id }) => id === link.callId)
  if (call === undefined || call.changed !== null) throw linkUsed()
  if (call.startsAt <= now) throw callBegun()
  // The letter that told of a held call is spent once that call was taken: the newer letter has the link that moves it.
  const takenAt = own.find(({ changed }) => changed?.nextCallId === call.id)?.changed?.at
  if (takenAt !== undefined && link.at < takenAt) throw linkUsed()
  const isTheCall = stands?.id === call.id
  return { application, call, standsBeside: isTheCall || stands === null || stands.startsAt <= now ? null : stands }
}

async function isOver(db: Db, { id }: Application): Promise<boolean> {
  const isOpened = (await openings(db)).some(({ applicationId }) => applicationId === id)
  return isOpened || (await steps(db)).some(({ applicationId, deed }) => applicationId === id && deed === 'closed')
}

function linkUsed(): Refusal {
  const detail =
    'This link was used already, or a later letter has taken its place: use the link of the last one. Nothing was changed.'
  return new Refusal({ status: 410, code: 'call_link_used', detail })
}

function callBegun(): Refusal {
  const detail =
    'The time of this call has come, so it can no longer be moved. Answer the call, or wait for our letter.'
  return new Refusal({ status: 410, code: 'call_begun', detail })
}

function applicationOver(): Refusal {
  const detail =
    'This application is closed or its practice is open, so there is no call to change. Nothing was changed.'
  return new Refusal({ status: 410, code: 'application_over', detail })
}

function noCall(): Refusal {
  const detail = 'No call is ahead. Book one instead; nothing was changed.'
  return new Refusal({ status: 409, code: 'no_call_ahead', detail })
}

function callStands(): Refusal {
  const detail = 'A call is booked already. Move it instead; nothing was changed.'
  return new Refusal({ status: 409, code: 'call_stands', detail })
}

function noSlot(): Refusal {
  const because = [{ code: 'slot_missing', field: 'body.slot', words: 'Choose a time for the call.' }]
  return new Refusal({ status: 422, code: 'slot_missing', detail: 'Choose a time for the call.', because })
}
