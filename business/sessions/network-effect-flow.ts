import { setImmediate } from 'node:timers/promises'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Plan } from '../contracts/index.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import { type Changeable, type ChangedQuestion, turnedByChange } from '../coverage/turned-by-change.ts'
import type { Db, World } from '../world.ts'
import { planFacts } from './build-facts.ts'
import { daysAround } from './days-around-flow.ts'
import { type NetworkQuestion, networkQuestions } from './network-questions-flow.ts'
import { once } from './once.ts'
import { openQuestions } from './open-questions-flow.ts'
import { sessionAt, type Where } from './session-at.ts'
import { type TurnedSession, turnedSessions } from './turned-sessions.ts'

/** Terms that hold for the whole network from a day on: what becomes of a plan, and who holds which area. */
export type NetworkChange = {
  from: CalendarDate
  /** The same plan again, where it stays as it is. */
  plan?: (plan: Plan) => Plan
  areas?: ServiceAreas
}

/** How many sessions were asked and turn; of those that turn the first are told with their decisions. */
export type NetworkEffect = { looked: number; count: number; turned: TurnedSession[] }

// Who weighs a change of terms reads some of what it turns, and the number of all.
const told = 200

// Between so many the next batch's answers are taken in and its further questions sent: else the database would wait.
const questionsAtOnce = 1_000

/**
 * What further terms would turn around at every practice, before they are saved. Every unbilled session of the network is
 * decided with and without them, batch by batch, in the compiled form; nothing is recorded.
 */
export async function networkEffect(
  db: Db,
  world: World,
  change: NetworkChange,
  unbilled: ReadonlyMap<string, CalendarDate> = new Map(),
): Promise<NetworkEffect> {
  const first: { practiceId: string; sessionId: string }[] = []
  let looked = 0
  let count = 0
  const changed = changer(change)
  const around = daysAround(db)
  for await (const batch of networkQuestions(db, world, unbilled, around)) {
    looked += batch.looked
    for (let at = 0; at < batch.questions.length; at += questionsAtOnce) {
      const asked = batch.questions.slice(at, at + questionsAtOnce).flatMap((one) => changed.asked(one))
      for (const { index, day } of turnedByChange(asked.map(changed.question))) {
        count += 1
        const one = asked[index]
        const sessionId = one?.sessionIds[day]
        if (first.length < told && one !== undefined && sessionId !== undefined)
          first.push({ practiceId: one.practiceId, sessionId })
      }
      await setImmediate()
    }
  }
  const turned: TurnedSession[] = []
  for (const [practiceId, ofPractice] of Map.groupBy(first, (one) => one.practiceId)) {
    const only = new Set(ofPractice.map(({ sessionId }) => sessionId))
    const { questions } = await openQuestions(db, world, { practiceId, only }, unbilled, around)
    const after = (one: (typeof questions)[number]) => ({
      ...one,
      plan: changed.plan(one.plan),
      areas: changed.areas(one),
    })
    turned.push(...turnedSessions(questions, after))
  }
  return { looked, count, turned }
}

/** The change as questions take it: of one plan and of one place there is one object each, before and after. */
function changer({ from, plan: changePlan, areas: changedAreas }: NetworkChange) {
  const plans = new Map<Plan, Plan>()
  const facts = new Map<Plan, ReturnType<typeof planFacts>>()
  // A batch's places go when it goes.
  const sessions = new WeakMap<Where, Map<ServiceAreas, Map<Plan, ReturnType<typeof sessionAt>>>>()
  const plan = (one: Plan) => once(plans, one, () => changePlan?.(one) ?? one)
  const areas = (one: { areas: ServiceAreas }) => changedAreas ?? one.areas
  const changeable = ({ provider, where }: NetworkQuestion, of: Plan, there: ServiceAreas) => {
    const known = once(
      once(sessions, where, () => new Map()),
      there,
      () => new Map(),
    )
    const session = once(known, of, () => sessionAt(where, of, there))
    const changes: Changeable = {
      provider,
      plan: once(facts, of, () => planFacts(of)),
      place: session.clientLocation,
      areas: there,
    }
    return { changes, crisis: session.crisis }
  }
  const question = (one: NetworkQuestion): ChangedQuestion => {
    const { days, asOf, coverage, where } = one
    const { changes: before, crisis } = changeable(one, one.plan, one.areas)
    const { changes: after } = changeable(one, plan(one.plan), areas(one))
    const purpose = where.kind === 'confirmed' ? 'confirmation' : 'guidance'
    return { asked: { purpose, asOf, coverage, crisis }, days, before, after }
  }
  /** The sessions that the change may turn: from its first day on, where it changes anything. */
  const asked = (one: NetworkQuestion): NetworkQuestion[] => {
    if (plan(one.plan) === one.plan && areas(one) === one.areas) return []
    if (one.days.every((on) => on >= from)) return [one]
    const later = [...one.days.keys()].filter((index) => (one.days[index] ?? '') >= from)
    const of = <T>(list: readonly T[]) => later.flatMap((index) => list[index] ?? [])
    return later.length === 0 ? [] : [{ ...one, days: of(one.days), sessionIds: of(one.sessionIds) }]
  }
  return { plan, areas, question, asked }
}
