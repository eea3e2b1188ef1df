import { dateIn, dateInWords, type Instant } from '../../libraries/calendar/index.ts'
import { plansInForce } from '../contracts/index.ts'
import { licenceFamiliesOn } from '../coverage/index.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'
import {
  type Application,
  applicationsWhere,
  openings,
  quotes,
  recordApplication,
  recordFormAgain,
  steps,
} from './application-store.ts'
import { callsOf, linkForCall, linkForProgress, slotFor, slotsOpen, takeSlot, whenInWords } from './call-flow.ts'
import { calls, holdCalls, letterLink } from './call-store.ts'
import { interestLetter, sentAgainLetter } from './joining-letters.ts'
import { standingCall } from './standing-call.ts'

export type NewApplication = Omit<Application, 'practiceId' | 'id' | 'at'> & { slot: Instant }

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
 * nothing of theirs lost: the page still holds it, and offers what is open. A form from an address whose application is
 * open joins it; only the letter says so, since anybody may have typed the address, and the slot is taken all the same.
 */
export async function apply(db: Db, world: World, asked: NewApplication): Promise<void> {
  await holdCalls(db, world.operator)
  const { slot: startsAt, ...form } = asked
  const slot = await slotFor(db, world, startsAt)
  const former = await openApplicationOf(db, form.email)
  if (former === null) await begin(db, world, form, slot)
  else await sendAgain(db, world, { former, form, slot })
}

type Form = Omit<NewApplication, 'slot'>
type Slot = Awaited<ReturnType<typeof slotFor>>

async function begin(db: Db, world: World, form: Form, slot: Slot): Promise<void> {
  const at = world.clock.now()
  const token = world.links.secret()
  const id = world.ids.next()
  const application = { ...form, practiceId: world.operator, id, at }
  await recordApplication(db, { ...application, tokenSha256: hashOfToken(token) })
  const callId = await takeSlot(db, world, { applicationId: id, slot, askedAgain: false })
  const letter = interestLetter({
    name: form.givenName,
    consultant: await consultantName(db, world, slot.memberId),
    when: whenInWords(slot.startsAt, form.timeZone ?? world.zone),
    link: world.links.to(`/joining#${token}`),
    callLink: await linkForCall(db, world, { applicationId: id, callId }),
  })
  await world.mail.post(db, { practiceId: world.operator, to: form.email, ...letter, about: `application ${id}` })
}

async function sendAgain(
  db: Db,
  world: World,
  { former, form, slot }: { former: Application; form: Form; slot: Slot },
): Promise<void> {
  const at = world.clock.now()
  const { id: applicationId } = former
  await recordFormAgain(db, { practiceId: world.operator, id: world.ids.next(), applicationId, form, at })
  const { call } = standingCall(await callsOf(db, applicationId))
  const stands = call !== null && call.startsAt > at ? call : null
  const callId = await takeSlot(db, world, { applicationId, slot, askedAgain: stands !== null })
  const zone = former.timeZone ?? world.zone
  const letter = sentAgainLetter({
    name: former.givenName,
    consultant: await consultantName(db, world, stands?.memberId ?? slot.memberId),
    sentOn: dateInWords(dateIn(former.at, zone)),
    standsOn: stands === null ? null : whenInWords(stands.startsAt, zone),
    when: whenInWords(slot.startsAt, zone),
    link: await linkForProgress(db, world, applicationId),
    callLink: await linkForCall(db, world, { applicationId, callId }),
  })
  const about = `application ${applicationId}`
  await world.mail.post(db, { practiceId: world.operator, to: former.email, ...letter, about })
}

async function openApplicationOf(db: Db, email: string): Promise<Application | null> {
  const own = (await applicationsWhere(db)).filter((each) => each.email === email.toLowerCase())
  if (own.length === 0) return null
  const over = new Set([
    ...(await openings(db)).map(({ applicationId }) => applicationId),
    ...(await steps(db)).filter(({ deed }) => deed === 'closed').map(({ applicationId }) => applicationId),
  ])
  return own.findLast(({ id }) => !over.has(id)) ?? null
}

async function consultantName(db: Db, world: World, memberId: string): Promise<string> {
  const consultant = (await membersOf(db, world.operator)).find((member) => member.id === memberId)
  return consultant?.name ?? 'a practice consultant'
}

/** Under operations: what whoever has the letter's link sees of their application. */
export async function applicationSeen(db: Db, world: World, token: string) {
  const application = await applicationBehind(db, hashOfToken(token))
  if (application === null) {
    const detail = 'There is no application behind this link. Use the link of the letter that we sent you.'
    throw new Refusal({ status: 404, code: 'application_not_found', detail })
  }
  const of = <Row extends { applicationId: string }>(rows: readonly Row[]) =>
    rows.filter(({ applicationId }) => applicationId === application.id)
  const { call } = standingCall(of(await calls(db)))
  const consultant = (await membersOf(db, world.operator)).find(({ id }) => id === call?.memberId)
  const done = of(await steps(db))
  return {
    kind: application.kind,
    givenName: application.givenName,
    practiceName: application.practiceName,
    sentOn: dateIn(application.at, world.zone),
    consultant: consultant?.name ?? null,
    callAt: call?.startsAt ?? null,
    zone: application.timeZone ?? world.zone,
    callHeld: done.some(({ deed }) => deed === 'call_held'),
    quotedOn: of(await quotes(db)).at(-1)?.validOn ?? null,
    opened: of(await openings(db)).length > 0,
    closed: done.some(({ deed }) => deed === 'closed'),
  }
}

async function applicationBehind(db: Db, tokenSha256: string): Promise<Application | null> {
  const [application] = await applicationsWhere(db, { tokenSha256 })
  if (application !== undefined) return application
  const link = await letterLink(db, tokenSha256)
  if (link?.purpose !== 'progress') return null
  return (await applicationsWhere(db, { id: link.applicationId }))[0] ?? null
}
