import { dateIn } from '../../libraries/calendar/index.ts'
import { languageOf, moveBetweenLists, ownClient, transferLetter } from '../clients/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { type Clinician, clinicianById, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Conflict } from '../scheduling/find-conflicts.ts'
import { endSeries, recordSeries, seriesWhere } from '../scheduling/index.ts'
import { shiftSeries } from '../scheduling/shift-series.ts'
import type { Db, Who, World } from '../world.ts'
import { type BillingMethod, billingMethod } from './billing-method-flow.ts'
import { handOverSession, planRefused } from './change-plan-flow.ts'
import { conflictsOf } from './find-conflicts-flow.ts'
import { occurrencesOfSeries, recordOccurrence } from './plan-store.ts'
import { type SessionStanding, sessionsOf } from './session-store.ts'

export type TransferAsked = { personId: string; toMemberId: string; fromMemberId?: string | undefined }

/** What a transfer would mean, before anybody decides: where the new clinician may bill, and what their calendar says. */
export type TransferPreview = {
  from: { memberId: string; name: string }
  billing: BillingMethod
  sessions: { session: SessionStanding; conflicts: Conflict[] }[]
}

type Parties = { from: Clinician; to: Clinician; person: Awaited<ReturnType<typeof ownClient>>['person'] }

export async function previewTransfer(db: Db, world: World, who: Who, asked: TransferAsked): Promise<TransferPreview> {
  const { from, to } = await partiesOf(db, world, who, asked)
  const on = dateIn(world.clock.now(), world.zone)
  const chosen = { memberId: to.id, name: to.name }
  const billing = await billingMethod(db, world, who, { personId: asked.personId, on, asked: chosen })
  const sessions = await withConflicts(db, world, await openSessions(db, world, from, asked.personId), to)
  return { from: { memberId: from.id, name: from.name }, billing, sessions }
}

/**
 * Gives a client from one clinician of the practice to another, as one act: the lists, the sessions to come, their series.
 * Sessions that are over stay whose they were. A session whose time the colleague has given away already stops the whole,
 * unless such sessions are to stay where they are. The client is written to.
 */
export async function transferClient(
  db: Db,
  world: World,
  who: Who,
  asked: TransferAsked & { leaveConflicting: boolean },
): Promise<{ moved: number; left: number }> {
  await holdSubject(db, asked.personId)
  const { from, to, person } = await partiesOf(db, world, who, asked)
  const weighed = await withConflicts(db, world, await openSessions(db, world, from, asked.personId), to)
  const inTheWay = weighed.filter(({ conflicts }) => conflicts.some(({ isRefused }) => isRefused))
  if (inTheWay.length > 0 && !asked.leaveConflicting) throw calendarsMeet(to, inTheWay)
  await moveBetweenLists(db, world, who, { personId: asked.personId, fromMemberId: from.id, toMemberId: to.id })
  const going = weighed.filter((one) => !inTheWay.includes(one))
  for (const { session } of going) {
    const handed = await handOverSession(db, world, who, session, to.id)
    if (handed.kind === 'refused') throw planRefused(handed.refusals)
  }
  await handOverSeries(db, world, who, { personId: asked.personId, from, to })
  if (person.email !== null) {
    const practice = await practiceById(db, who.practiceId)
    const named = { practiceName: practice?.name ?? '', clinicianName: to.name, givenName: person.givenName }
    const letter = transferLetter(
      { ...named, formerName: from.name, sessions: going.length },
      await languageOf(db, asked.personId),
    )
    const about = `person ${asked.personId}`
    await world.mail.post(db, { practiceId: who.practiceId, to: person.email, ...letter, about })
  }
  return { moved: going.length, left: inTheWay.length }
}

async function partiesOf(db: Db, world: World, who: Who, asked: TransferAsked): Promise<Parties> {
  const client = await ownClient(db, who, asked.personId, dateIn(world.clock.now(), world.zone))
  const listed = client.archived ? [] : client.memberIds
  const fromId = asked.fromMemberId ?? listed.find((id) => id === who.memberId) ?? listed[0]
  const from = fromId === undefined ? null : await clinicianById(db, who.practiceId, fromId)
  const to = await clinicianById(db, who.practiceId, asked.toMemberId)
  if (to === null || to.standing !== 'active') throw noSuchColleague()
  if (from === null || !listed.includes(from.id) || from.id === to.id) throw notOnThatList()
  if (who.may.planning !== 'all' && from.id !== who.memberId) throw notOnThatList()
  return { from, to, person: client.person }
}

function openSessions(db: Db, world: World, { practiceId, id }: Clinician, personId: string) {
  return sessionsOf(db, practiceId, { personId, memberId: id, from: world.clock.now(), standing: 'open' })
}

async function withConflicts(db: Db, world: World, sessions: SessionStanding[], to: Clinician) {
  const zone = (await practiceById(db, to.practiceId))?.timeZone ?? world.zone
  const except = new Set(sessions.map(({ id }) => id))
  const weighed: TransferPreview['sessions'] = []
  for (const session of sessions.toReversed()) {
    const plan = { ...session, memberId: to.id }
    weighed.push({ session, conflicts: await conflictsOf(db, plan, { zone, except }) })
  }
  return weighed
}

/** Each series of the two goes on with the new clinician from its next date; its sessions are the same ones. */
async function handOverSeries(
  db: Db,
  world: World,
  { userId: by }: Who,
  { personId, from, to }: { personId: string; from: Clinician; to: Clinician },
): Promise<void> {
  const at = world.clock.now()
  const { practiceId } = from
  const all = await seriesWhere(db, { practiceId })
  for (const series of all.filter((each) => each.personId === personId && each.memberId === from.id)) {
    const today = dateIn(at, series.zone)
    if (series.endedFrom !== null && series.endedFrom <= today) continue
    const rest = (await occurrencesOfSeries(db, practiceId, series.id)).filter(({ occursOn }) => occursOn >= today)
    const first = rest[0]?.occursOn ?? today
    const id = world.ids.next()
    const same = { wallTime: series.wallTime, minutes: series.minutes, modality: series.modality }
    const next = { ...shiftSeries(series, { id, from: first, days: 0, ...same }), memberId: to.id }
    await endSeries(db, series, { id: world.ids.next(), from: first, at, by })
    await recordSeries(db, next, { at, by })
    for (const { occursOn, sessionId } of rest) {
      await recordOccurrence(db, { practiceId, seriesId: id, occursOn, sessionId, at })
    }
  }
}

function calendarsMeet(to: Clinician, inTheWay: TransferPreview['sessions']): Refusal {
  const because = inTheWay.flatMap(({ session, conflicts }) =>
    conflicts
      .filter(({ isRefused }) => isRefused)
      .map(({ code, words }) => ({
        code,
        field: `session ${session.id}`,
        words: `In ${to.name}’s calendar: ${words}`,
      })),
  )
  const detail = `${to.name} is not free for ${inTheWay.length === 1 ? 'one session' : `${inTheWay.length} sessions`} of this client. Move them first, or leave them where they are. Nothing was changed.`
  return new Refusal({ status: 409, code: 'time_conflict', detail, because })
}

function noSuchColleague(): Refusal {
  const detail = 'Choose a clinician who works in this practice. Nothing was changed.'
  return new Refusal({ status: 422, code: 'clinician_not_found', detail })
}

function notOnThatList(): Refusal {
  const detail =
    'This client is not on that clinician’s list, or went to this colleague already. Load the page again; nothing was changed.'
  return new Refusal({ status: 409, code: 'stands_so_already', detail })
}
