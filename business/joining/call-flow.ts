import { dateIn, dateInWords, type Instant, timeInWords, zoneInWords } from '../../libraries/calendar/index.ts'
import { writeCalendar } from '../../libraries/icalendar/index.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'
import { calls, recordCall, recordLetterLink } from './call-store.ts'
import { consultantExceptions, consultantWeeks } from './consultant-hours-store.ts'
import { openSlots, type Slot } from './open-slots.ts'
import { type CallRow, standingCall } from './standing-call.ts'

const offered = { days: 14, leadHours: 2 }

/** Under operations: when somebody can be called, within two weeks; who works here no more calls nobody. */
export async function slotsOpen(db: Db, world: World): Promise<Slot[]> {
  const active = new Set(
    (await membersOf(db, world.operator)).flatMap(({ id, standing }) => (standing === 'active' ? [id] : [])),
  )
  const ofActive = ({ memberId }: { memberId: string }) => active.has(memberId)
  return openSlots({
    weeks: (await consultantWeeks(db)).filter(ofActive),
    exceptions: (await consultantExceptions(db)).filter(ofActive),
    taken: (await calls(db)).filter(({ changed }) => changed === null),
    now: world.clock.now(),
    zone: world.zone,
    ...offered,
  })
}

/** The open slot at a moment; refused where somebody has it or nobody takes calls then. */
export async function slotFor(db: Db, world: World, startsAt: Instant): Promise<Slot> {
  const slot = (await slotsOpen(db, world)).find((each) => each.startsAt === startsAt)
  if (slot === undefined) throw slotTaken()
  return slot
}

export async function takeSlot(
  db: Db,
  world: World,
  { applicationId, slot, askedAgain }: { applicationId: string; slot: Slot; askedAgain: boolean },
): Promise<string> {
  const id = world.ids.next()
  const call = { practiceId: world.operator, id, applicationId, ...slot, askedAgain, at: world.clock.now() }
  if (!(await recordCall(db, call))) throw slotTaken()
  return id
}

export async function callsOf(db: Db, applicationId: string): Promise<CallRow[]> {
  return (await calls(db)).filter((call) => call.applicationId === applicationId)
}

/** The address of the page on which one call is moved or called off, and nothing else; without a call, one is booked. */
export async function linkForCall(
  db: Db,
  world: World,
  of: { applicationId: string; callId: string | null },
): Promise<string> {
  return makeLink(db, world, { ...of, purpose: 'call', page: '/joining/call' })
}

export async function linkForProgress(db: Db, world: World, applicationId: string): Promise<string> {
  return makeLink(db, world, { applicationId, callId: null, purpose: 'progress', page: '/joining' })
}

type Made = { applicationId: string; callId: string | null; purpose: 'progress' | 'call'; page: string }

async function makeLink(db: Db, world: World, { page, ...link }: Made): Promise<string> {
  const token = world.links.secret()
  const tokenSha256 = hashOfToken(token)
  await recordLetterLink(db, { practiceId: world.operator, tokenSha256, ...link, at: world.clock.now() })
  return world.links.to(`${page}#${token}`)
}

export function whenInWords(at: Instant, zone: string): string {
  return `${dateInWords(dateIn(at, zone))} at ${timeInWords(at, zone)}, ${zoneInWords(zone)}`
}

/**
 * The call of an application as a calendar file: one event that keeps its id through every move, counts its changes, and
 * says so when it was called off. Calendars are shared, so it names nobody. Null: no call was ever booked.
 */
export function callFile(applicationId: string, own: readonly CallRow[], zone: string): string | null {
  const { last, changes } = standingCall(own)
  if (last === null) return null
  const { startsAt, endsAt, changed, at } = last
  const event = {
    uid: `call-${applicationId}@evenkeel`,
    sequence: changes,
    startsAt,
    endsAt,
    zone,
    summary: 'Call with Evenkeel',
    isCancelled: changed !== null,
    changedAt: changed?.at ?? at,
  }
  return writeCalendar({ name: 'Evenkeel', events: [event] })
}

function slotTaken(): Refusal {
  const words = 'Somebody took this time a moment ago. Choose another; what you entered is kept.'
  const because = [{ code: 'slot_taken', field: 'body.slot', words }]
  return new Refusal({ status: 409, code: 'slot_taken', detail: words, because })
}
