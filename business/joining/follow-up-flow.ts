import { asOperations } from '../../database/act-as.ts'
import {
  bankingDayAfter,
  bankingDayOnOrAfter,
  type CalendarDate,
  dateIn,
  earliest,
  type Instant,
  instantAt,
  isBankingDay,
} from '../../libraries/calendar/index.ts'
import { addressOf, membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { type Application, applicationsWhere, openings, quotes, steps } from './application-store.ts'
import { calls } from './call-store.ts'
import { consultantExceptions, consultantWeeks } from './consultant-hours-store.ts'
import {
  followUpBusinessDaysOn,
  followUpChanges,
  followUpLettersOn,
  followUpsSet,
  recordFollowUp,
  recordFollowUpChange,
  recordFollowUpLetter,
} from './follow-up-store.ts'
import { type FollowUp, type FollowUpFacts, type FollowUpNews, followUpsOf } from './follow-ups-of.ts'
import { followUpLetter } from './joining-letters.ts'
import { standingCall } from './standing-call.ts'
import { type Consultant, whoFollowsUp } from './who-follows-up.ts'

/** A follow-up with who does it today: its owner, or who stands in for them. */
export type FollowUpSeen = FollowUp & {
  memberId: string | null
  because: ReturnType<typeof whoFollowsUp>['because']
}

type Known = {
  facts: Map<string, FollowUpFacts>
  businessDays: Record<FollowUpNews, number>
  consultants: Consultant[]
  exceptions: Awaited<ReturnType<typeof consultantExceptions>>
}

/** Under operations: what is owed to each applicant, by application; the earliest day first. */
export async function followUpsSeen(db: Db, world: World): Promise<Map<string, FollowUpSeen[]>> {
  const known = await factsOf(db, world)
  const now = world.clock.now()
  return new Map([...known.facts].map(([id, facts]) => [id, seenAt(facts, known, now)]))
}

function seenAt(facts: FollowUpFacts, known: Known, now: Instant): FollowUpSeen[] {
  const today = dateIn(now, facts.zone)
  return followUpsOf(facts, known.businessDays, now).map((each) => ({
    ...each,
    ...whoFollowsUp(each.ownerId, known, today),
  }))
}

async function factsOf(db: Db, world: World): Promise<Known> {
  const all = {
    calls: await calls(db),
    steps: await steps(db),
    quotes: await quotes(db),
    setByHand: await followUpsSet(db),
    changes: await followUpChanges(db),
    openings: await openings(db),
  }
  const facts = (await applicationsWhere(db)).map((application): [string, FollowUpFacts] => {
    const own = <Row extends { applicationId: string }>(rows: readonly Row[]) =>
      rows.filter(({ applicationId }) => applicationId === application.id)
    return [
      application.id,
      {
        application,
        calls: own(all.calls),
        steps: own(all.steps),
        quotes: own(all.quotes),
        setByHand: own(all.setByHand),
        changes: own(all.changes),
        isOpened: own(all.openings).length > 0,
        zone: application.timeZone ?? world.zone,
      },
    ]
  })
  // Whoever takes calls stands in before whoever does other work here.
  const callers = new Set((await consultantWeeks(db)).map(({ memberId }) => memberId))
  const staff = (await membersOf(db, world.operator)).toSorted((a, b) => +callers.has(b.id) - +callers.has(a.id))
  return {
    facts: new Map(facts),
    businessDays: await followUpBusinessDaysOn(db, dateIn(world.clock.now(), world.zone)),
    consultants: staff.map(({ id, standing }) => ({ memberId: id, isActive: standing === 'active' })),
    exceptions: await consultantExceptions(db),
  }
}

/** Under operations: a consultant sets a day of their own. */
export async function setFollowUp(
  db: Db,
  world: World,
  by: { userId: string; memberId: string },
  asked: { application: Application; dueOn: CalendarDate; words: string },
): Promise<void> {
  const { application, dueOn, words } = asked
  checkDay(dueOn, dateIn(world.clock.now(), application.timeZone ?? world.zone))
  await recordFollowUp(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    applicationId: application.id,
    memberId: by.memberId,
    dueOn,
    words,
    at: world.clock.now(),
    by: by.userId,
  })
}

export type FollowUpDeedAsked =
  | { deed: 'snoozed'; dueOn: CalendarDate }
  | { deed: 'done'; words: string }
  | { deed: 'handed_on'; memberId: string }

/** Under operations: snoozes a follow-up that stands, does it, or hands it on. */
export async function changeFollowUp(
  db: Db,
  world: World,
  by: string,
  { application, followUpId, asked }: { application: Application; followUpId: string; asked: FollowUpDeedAsked },
): Promise<void> {
  const known = await factsOf(db, world)
  const facts = known.facts.get(application.id)
  const now = world.clock.now()
  const stands = facts === undefined ? [] : followUpsOf(facts, known.businessDays, now)
  if (!stands.some(({ id }) => id === followUpId)) throw notStanding()
  if (asked.deed === 'snoozed') checkDay(asked.dueOn, dateIn(now, application.timeZone ?? world.zone))
  if (
    asked.deed === 'handed_on' &&
    !known.consultants.some((each) => each.memberId === asked.memberId && each.isActive)
  )
    throw nobodyThere()
  await recordFollowUpChange(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    applicationId: application.id,
    followUpId,
    deed: asked.deed,
    dueOn: asked.deed === 'snoozed' ? asked.dueOn : null,
    memberId: asked.deed === 'handed_on' ? asked.memberId : null,
    words: asked.deed === 'done' ? asked.words : null,
    at: now,
    by,
  })
}

// The consultants' morning, on the operator's wall.
const letterTime = '08:00'

/** On each business day one letter to every consultant who has something due: how much, and nothing of whom. */
export async function tellConsultants(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  const morning = instantAt(today, letterTime, world.zone)
  if (!isBankingDay(today) || now < morning) return 0
  return asOperations(db, { user: null, now }, async (tx) => {
    const had = await followUpLettersOn(tx, today)
    const due = [...(await followUpsSeen(tx, world)).values()]
      .flat()
      .filter(({ standing, since, memberId }) => standing !== 'ahead' && since < morning && memberId !== null)
    const staff = (await membersOf(tx, world.operator)).filter(({ id }) => !had.has(id))
    let sent = 0
    for (const { id: memberId, userId } of staff) {
      const own = due.filter((each) => each.memberId === memberId)
      if (own.length === 0) continue
      const letter = { practiceId: world.operator, memberId, onDay: today, at: now }
      // Written down even where no address is known: the morning for it has passed.
      if (!(await recordFollowUpLetter(tx, letter))) continue
      sent += 1
      const to = await addressOf(tx, userId)
      if (to === null) continue
      const overdue = own.filter(({ standing }) => standing === 'overdue').length
      const link = world.links.to('/operations/joining?due=now')
      const text = followUpLetter({ dueToday: own.length - overdue, overdue, link })
      await world.mail.post(tx, { practiceId: world.operator, to, ...text, about: null })
    }
    return sent
  })
}

/** The next morning on which somebody has something due, as the applications stand and as their calls will have passed. */
export async function nextTellConsultants(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const known = await factsOf(tx, world)
    const moments = [...known.facts.values()].flatMap((facts) => {
      const { call } = standingCall(facts.calls)
      const later = call !== null && call.endsAt > now ? seenAt(facts, known, call.endsAt) : []
      return [...seenAt(facts, known, now), ...later].map(({ dueOn, since }) =>
        morningFor(dueOn, since, now, world.zone),
      )
    })
    const [first, ...others] = moments
    return first === undefined ? null : earliest(first, ...others)
  })
}

function morningFor(dueOn: CalendarDate, since: Instant, now: Instant, zone: string): Instant {
  const today = dateIn(now, zone)
  const morningOf = (day: CalendarDate) => instantAt(day, letterTime, zone)
  let day = bankingDayOnOrAfter(dueOn > today ? dueOn : today)
  while (morningOf(day) <= now || morningOf(day) <= since) day = bankingDayAfter(day)
  return morningOf(day)
}

function checkDay(dueOn: CalendarDate, today: CalendarDate): void {
  if (dueOn >= today && isBankingDay(dueOn)) return
  const words =
    dueOn < today ? 'This day is past. Choose today or a later one.' : 'This is no business day. Choose one.'
  const because = [{ code: 'not_a_business_day', field: 'body.dueOn', words }]
  throw new Refusal({ status: 422, code: 'not_a_business_day', detail: `${words} Nothing was changed.`, because })
}

function notStanding(): Refusal {
  const detail = 'This follow-up stands no more: it was done, or there has been news. Nothing was changed.'
  return new Refusal({ status: 409, code: 'follow_up_not_standing', detail })
}

function nobodyThere(): Refusal {
  const because = [{ code: 'consultant_unknown', field: 'body.memberId', words: 'Choose somebody who works here.' }]
  const detail = 'Choose somebody who works here. Nothing was changed.'
  return new Refusal({ status: 422, code: 'consultant_unknown', detail, because })
}
