import { dateIn, dateInWords, type Instant, timeIn, zoneInWords } from '../../libraries/calendar/index.ts'
import { plansInForce } from '../contracts/index.ts'
import { licenceFamiliesOn } from '../coverage/index.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'
import {
  type Application,
  applicationsWhere,
  calls,
  consultantHours,
  openings,
  quotes,
  recordApplication,
  recordCall,
  steps,
} from './application-store.ts'
import { interestLetter } from './joining-letters.ts'
import { openSlots, type Slot } from './open-slots.ts'

export type NewApplication = Omit<Application, 'practiceId' | 'id' | 'at'> & { slot: Instant }

const offered = { days: 14, leadHours: 2 }

/** Under operations: when somebody can be called, within two weeks. */
export async function slotsOpen(db: Db, world: World): Promise<Slot[]> {
  const { clock, zone } = world
  return openSlots({ hours: await consultantHours(db), taken: await calls(db), now: clock.now(), zone, ...offered })
}

/** Under operations: what the interest form offers to choose from. */
export async function interestChoices(db: Db, world: World) {
  const today = dateIn(world.clock.now(), world.zone)
  const families = await licenceFamiliesOn(db, today)
  const plans = await plansInForce(db, today)
  return {
    families: families.map(({ id, label }) => ({ id, label })),
    plans: plans.map(({ id, name }) => ({ id, name })),
    slots: (await slotsOpen(db, world)).map(({ startsAt }) => startsAt),
    zone: world.zone,
  }
}

/**
 * Under operations: keeps the interest form and takes the slot. Of two people at one slot the second is told so, with
 * nothing of theirs lost: the page still holds it, and offers what is open.
 */
export async function apply(db: Db, world: World, asked: NewApplication): Promise<{ token: string }> {
  const at = world.clock.now()
  const token = world.links.secret()
  const id = world.ids.next()
  const { slot: startsAt, ...form } = asked
  const slot = (await slotsOpen(db, world)).find((each) => each.startsAt === startsAt)
  if (slot === undefined) throw slotTaken()
  await recordApplication(db, { ...form, practiceId: world.operator, id, tokenSha256: hashOfToken(token), at })
  const call = { practiceId: world.operator, id: world.ids.next(), applicationId: id, ...slot, at }
  if (!(await recordCall(db, call))) throw slotTaken()
  const consultant = (await membersOf(db, world.operator)).find((member) => member.id === slot.memberId)
  const day = dateInWords(dateIn(startsAt, world.zone))
  const letter = interestLetter({
    name: asked.givenName,
    consultant: consultant?.name ?? 'a practice consultant',
    when: `${day} at ${timeIn(startsAt, world.zone)}, ${zoneInWords(world.zone)}`,
    link: world.links.to(`/joining#${token}`),
  })
  await world.mail.post(db, { practiceId: world.operator, to: asked.email, ...letter, about: `application ${id}` })
  return { token }
}

/** Under operations: what whoever has the letter's link sees of their application. */
export async function applicationSeen(db: Db, world: World, token: string) {
  const [application] = await applicationsWhere(db, { tokenSha256: hashOfToken(token) })
  if (application === undefined) {
    const detail = 'There is no application behind this link. Use the link of the letter that we sent you.'
    throw new Refusal({ status: 404, code: 'application_not_found', detail })
  }
  const call = (await calls(db)).findLast(({ applicationId }) => applicationId === application.id)
  const consultant = (await membersOf(db, world.operator)).find(({ id }) => id === call?.memberId)
  const done = (await steps(db)).filter(({ applicationId }) => applicationId === application.id)
  const quoted = (await quotes(db)).filter(({ applicationId }) => applicationId === application.id)
  const opened = (await openings(db)).some(({ applicationId }) => applicationId === application.id)
  return {
    kind: application.kind,
    givenName: application.givenName,
    practiceName: application.practiceName,
    sentOn: dateIn(application.at, world.zone),
    consultant: consultant?.name ?? null,
    callAt: call?.startsAt ?? null,
    zone: world.zone,
    callHeld: done.some(({ deed }) => deed === 'call_held'),
    quotedOn: quoted.at(-1)?.validOn ?? null,
    opened,
    closed: done.some(({ deed }) => deed === 'closed'),
  }
}

function slotTaken(): Refusal {
  const words = 'Somebody took this time a moment ago. Choose another; what you entered is kept.'
  const because = [{ code: 'slot_taken', field: 'body.slot', words }]
  return new Refusal({ status: 409, code: 'slot_taken', detail: words, because })
}
