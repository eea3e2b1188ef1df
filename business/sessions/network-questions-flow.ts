import { addDays, type CalendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { plansAndPlaces } from '../clients/index.ts'
import type { Plan } from '../contracts/index.ts'
import type { Facts } from '../coverage/facts.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import { type NetworkClinician, networkDirectory } from '../credentialing/index.ts'
import { type CompactsAround, restPrivileges } from '../credentialing/rest-privileges.ts'
import { placesOfPractices, practicesAll } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { providerFacts } from './build-facts.ts'
import { timeLimits } from './catalogue-store.ts'
import { type DayAround, type DaysAround, daysAround } from './days-around-flow.ts'
import { inForceOn } from './in-force-on.ts'
import { once } from './once.ts'
import { type DatedPlace, type Where, withoutAddress } from './session-at.ts'
import { confirmedUnbilled, type OfPractices, plannedUnconfirmed, sessionCounts } from './unbilled-session-store.ts'

/**
 * Unbilled sessions of a clinician with a client whose answers rest on the same; only their days differ. A million objects
 * of their own would cost more than to decide them.
 */
export type NetworkQuestion = {
  practiceId: string
  sessionIds: string[]
  days: CalendarDate[]
  asOf: CalendarDate
  provider: Facts['provider']
  plan: Plan
  coverage: Facts['coverage']
  areas: ServiceAreas
  where: Where
}

/** Unbilled sessions of some practices; `looked` counts those without a plan on their day too. */
export type QuestionBatch = { looked: number; questions: NetworkQuestion[] }

// As many sessions as are held in memory at a time, unless one practice alone has more.
const sessionsInBatch = 25_000

/**
 * Every unbilled session of the network (see openQuestions), practice by practice, in batches that fit into memory. What
 * many of them rest on is asked once, and is one object.
 */
export async function* networkQuestions(
  db: Db,
  world: World,
  unbilled: ReadonlyMap<string, CalendarDate>,
  dayAround: DaysAround = daysAround(db),
): AsyncGenerator<QuestionBatch> {
  const today = dateIn(world.clock.now(), world.zone)
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'confirm_within')
  const first = addDays(today, -Math.max(0, ...limits.map(({ days }) => days)))
  const practices = (await practicesAll(db))
    .filter(({ kind }) => kind !== 'operator')
    .map(({ practiceId, timeZone }) => ({ practiceId, timeZone, from: instantAt(first, '00:00', timeZone) }))
  const around = aroundNetwork(dayAround, await networkDirectory(db))
  const ids = [...unbilled.keys()]
  // The next batch is read while whoever asked decides this one.
  let reading: Promise<QuestionBatch> | null = null
  for (const of of batchesOf(practices, await sessionCounts(db))) {
    const read = await reading
    reading = batchOf(db, of, { around, today, unbilled: ids })
    if (read !== null) yield read
  }
  if (reading !== null) yield await reading
}

function* batchesOf(practices: OfPractices, counts: ReadonlyMap<string, number>): Generator<OfPractices> {
  let batch: OfPractices[number][] = []
  let size = 0
  for (const practice of practices) {
    const count = counts.get(practice.practiceId) ?? 0
    if (count === 0) continue
    if (batch.length > 0 && size + count > sessionsInBatch) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(practice)
    size += count
  }
  if (batch.length > 0) yield batch
}

type Around = ReturnType<typeof aroundNetwork>

/** What sessions rest on, known for the days and the clinicians that were asked. */
function aroundNetwork(dayAround: DaysAround, directory: readonly NetworkClinician[]) {
  const clinicians = new Map(directory.map((each) => [each.memberId, each]))
  const days = new Map<CalendarDate, DayAround>()
  const providers = new Map<CompactsAround['compacts'], Map<string, Facts['provider']>>()
  return {
    async days(asked: readonly CalendarDate[]): Promise<ReadonlyMap<CalendarDate, DayAround>> {
      for (const on of new Set(asked)) if (!days.has(on)) days.set(on, await dayAround(on))
      return days
    },
    provider(memberId: string, compacts: CompactsAround['compacts']): Facts['provider'] {
      const known = once(providers, compacts, () => new Map<string, Facts['provider']>())
      return once(known, memberId, () => {
        const clinician = clinicians.get(memberId)
        if (clinician === undefined) return { authorities: [], credentials: [], exclusions: [] }
        return providerFacts(restPrivileges(clinician.standing, { family: clinician.family, compacts }))
      })
    },
  }
}

async function batchOf(
  db: Db,
  of: OfPractices,
  { around, today, unbilled }: { around: Around; today: CalendarDate; unbilled: readonly string[] },
): Promise<QuestionBatch> {
  // One connection answers one after the other, and while the second is asked the first is taken in.
  const [planned, confirmed] = await Promise.all([plannedUnconfirmed(db, of), confirmedUnbilled(db, of, unbilled)])
  const people = [...new Set([...planned, ...confirmed].map(({ personId }) => personId))]
  const known = await plansAndPlaces(db, people)
  const policies = Map.groupBy(known.policies, ({ personId }) => personId)
  const homes = Map.groupBy(known.places.map(withoutAddress), ({ personId }) => personId)
  const offices = Map.groupBy(
    await placesOfPractices(
      db,
      of.map(({ practiceId }) => practiceId),
    ),
    ({ practiceId }) => practiceId,
  )
  const days = await around.days([...planned.flatMap(({ sessions }) => sessions), ...confirmed].map(({ on }) => on))
  const asks = { policies, days, around, today }
  const questions: NetworkQuestion[] = []
  let looked = confirmed.length
  for (const { sessions, modality, ...group } of planned) {
    looked += sessions.length
    const places: readonly DatedPlace[] =
      (modality === 'in_person' ? offices.get(group.practiceId) : homes.get(group.personId)) ?? []
    const wheres = new Map<DatedPlace | undefined, Where>()
    const whereOn = (on: CalendarDate): Where => {
      const place = inForceOn(places, on)
      return once(wheres, place, () => ({ kind: 'planned', modality, place: place ?? null }))
    }
    questions.push(...stretchesOf(asks, group, sessions, whereOn))
  }
  for (const { id, on, session, ...one } of confirmed) {
    questions.push(...stretchesOf(asks, one, [{ id, on }], () => ({ kind: 'confirmed', session })))
  }
  return { looked, questions }
}

type Asks = {
  policies: ReadonlyMap<string, readonly Policy[]>
  days: ReadonlyMap<CalendarDate, DayAround>
  around: Around
  today: CalendarDate
}
type Policy = Awaited<ReturnType<typeof plansAndPlaces>>['policies'][number]

/** The sessions of a clinician with a client, those together whose answers rest on the same; none without a plan. */
function stretchesOf(
  { policies, days, around, today }: Asks,
  { practiceId, memberId, personId }: { practiceId: string; memberId: string; personId: string },
  sessions: readonly { id: string; on: CalendarDate }[],
  whereOn: (on: CalendarDate) => Where,
): NetworkQuestion[] {
  const own = policies.get(personId)
  const stretches: (NetworkQuestion & { policy: Policy; day: DayAround })[] = []
  for (const { id, on } of sessions) {
    const policy = inForceOn(own, on)
    const day = days.get(on)
    const plan = policy === undefined ? undefined : day?.plans.get(policy.planId)
    if (policy === undefined || day === undefined || plan === undefined) continue
    const where = whereOn(on)
    const known = stretches.find(
      (one) =>
        one.where === where &&
        one.policy === policy &&
        one.plan === plan &&
        one.areas === day.areas &&
        one.day.compacts === day.compacts,
    )
    if (known !== undefined) {
      known.sessionIds.push(id)
      known.days.push(on)
      continue
    }
    const provider = around.provider(memberId, day.compacts)
    const { coverage } = policy
    const first = { practiceId, sessionIds: [id], days: [on], asOf: today }
    stretches.push({ ...first, provider, plan, coverage, areas: day.areas, where, policy, day })
  }
  return stretches
}
