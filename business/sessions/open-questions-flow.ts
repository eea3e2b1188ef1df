import { addDays, type CalendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { peopleByIds, plansAndPlaces } from '../clients/index.ts'
import { type Standing, standingOf } from '../credentialing/index.ts'
import { membersOf, placesOfPractices, practiceById } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { confirmationInForce } from './confirmation-store.ts'
import { type DaysAround, daysAround } from './days-around-flow.ts'
import { inForceOn } from './in-force-on.ts'
import { once } from './once.ts'
import { type DatedPlace, type Where, withoutAddress } from './session-at.ts'
import { type SessionStanding, sessionsOf } from './session-store.ts'
import type { OpenQuestion } from './turned-sessions.ts'

/**
 * Whose sessions are asked: of a practice, of one of its members, or of one client; with `from`, only those of that day and
 * later; with `only`, those alone.
 */
export type Whose = {
  practiceId: string
  memberId?: string
  personId?: string
  from?: CalendarDate
  only?: ReadonlySet<string>
}

/**
 * Every session that is planned, may still be confirmed, or is confirmed and not yet billed, as the question whether it is
 * billable: with what its clinician holds, its plan and its areas. Those without a plan on their day are counted only.
 * A locked session is billed, unless it is among `unbilled`, whose claims have not gone out.
 */
export async function openQuestions(
  db: Db,
  world: World,
  whose: Whose,
  unbilled: ReadonlyMap<string, CalendarDate> = new Map(),
  dayAround: DaysAround = daysAround(db),
): Promise<{ looked: number; questions: OpenQuestion[] }> {
  const today = dateIn(world.clock.now(), world.zone)
  const zone = (await practiceById(db, whose.practiceId))?.timeZone ?? world.zone
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'confirm_within')
  const longest = Math.max(0, ...limits.map(({ days }) => days))
  const [first = today] = [addDays(today, -longest), ...unbilled.values()].sort()
  const asked = await sessionsOf(db, whose.practiceId, {
    memberId: whose.memberId,
    personId: whose.personId,
    among: whose.only,
    from: instantAt(addDays(first, -1), '00:00', zone),
  })
  const from = instantAt(addDays(today, -longest), '00:00', zone)
  const open = asked.filter(
    (one) =>
      (whose.from === undefined || one.startsAt >= instantAt(whose.from, '00:00', zone)) &&
      one.cancellation === null &&
      one.voidedAt === null &&
      (one.lockedAt === null ? one.startsAt >= from || one.confirmation !== null : unbilled.has(one.id)),
  )
  const around = await aroundSessions(db, whose.practiceId, open)
  const questions: OpenQuestion[] = []
  for (const session of open.toReversed()) {
    const question = await questionOf(db, session, { around, dayAround, zone, today })
    if (question !== null) questions.push(question)
  }
  return { looked: open.length, questions }
}

/** What many sessions rest on beside their days, asked once for all of them and once for each clinician. */
async function aroundSessions(db: Db, practiceId: string, open: readonly SessionStanding[]) {
  const ids = [...new Set(open.map(({ personId }) => personId))]
  const people = await peopleByIds(db, ids)
  const members = await membersOf(db, practiceId)
  const { policies, places } = await plansAndPlaces(db, ids)
  const standings = new Map<string, Promise<Standing>>()
  return {
    clients: new Map(people.map(({ personId, givenName, familyName }) => [personId, `${givenName} ${familyName}`])),
    clinicians: new Map(members.map(({ id, name }) => [id, name])),
    families: new Map(members.map(({ id, licenceFamily }) => [id, licenceFamily ?? ''])),
    standing: (memberId: string) => once(standings, memberId, () => standingOf(db, practiceId, memberId)),
    policies: Map.groupBy(policies, ({ personId }) => personId),
    homes: Map.groupBy(places.map(withoutAddress), ({ personId }) => personId),
    offices: await placesOfPractices(db, [practiceId]),
  }
}

type Around = {
  around: Awaited<ReturnType<typeof aroundSessions>>
  dayAround: DaysAround
  zone: string
  today: CalendarDate
}

/** The question of one session; null where the client has no plan on that day. */
async function questionOf(
  db: Db,
  session: SessionStanding,
  { around, dayAround, zone, today }: Around,
): Promise<OpenQuestion | null> {
  const { practiceId, memberId, personId } = session
  const on = session.confirmation?.serviceOn ?? dateIn(session.startsAt, zone)
  const { areas, compacts, plans } = await dayAround(on)
  const policy = inForceOn(around.policies.get(personId), on)
  const plan = policy === undefined ? undefined : plans.get(policy.planId)
  if (policy === undefined || plan === undefined) return null
  return {
    sessionId: session.id,
    practiceId,
    memberId,
    clinicianName: around.clinicians.get(memberId) ?? 'A clinician',
    clientName: around.clients.get(personId) ?? 'A client',
    isConfirmed: session.confirmation !== null,
    on,
    asOf: today,
    where: await whereItIs(db, session, on, around),
    standing: await around.standing(memberId),
    family: around.families.get(memberId) ?? '',
    compacts,
    plan,
    coverage: policy.coverage,
    areas,
  }
}

/** As confirmed, crisis included; else in the practice's or the client's one place of that day. */
async function whereItIs(db: Db, session: SessionStanding, on: CalendarDate, around: Around['around']): Promise<Where> {
  const confirmed = session.confirmation === null ? null : await confirmationInForce(db, session.practiceId, session.id)
  if (confirmed !== null) return { kind: 'confirmed', session: confirmed.facts.session }
  const { modality, personId } = session
  const places: readonly DatedPlace[] | undefined =
    modality === 'in_person' ? around.offices : around.homes.get(personId)
  const place = inForceOn(places, on)
  return { kind: 'planned', modality, place: place ?? null }
}
