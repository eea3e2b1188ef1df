import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Asked, type BriefAnswer, compileNetwork, decideAgain, writeQuestion } from './compile-network.ts'
import { dayNumber, dayOfQuestion, questionWidth } from './compiled-tables.ts'
import type { ClientLocation, Facts, Plan } from './facts.ts'
import type { ServiceAreas } from './service-areas.ts'

/** What a change can make different for a session; the rest of its question stays. */
export type Changeable = { provider: Facts['provider']; plan: Plan; place: ClientLocation | null; areas: ServiceAreas }

/** One question for each of some days. */
export type ChangedQuestion = {
  asked: Omit<Asked, 'on'>
  days: readonly CalendarDate[]
  before: Changeable
  after: Changeable
}

/** A question and its day, each by its place in its list, whose answer is another after the change. */
export type TurnedQuestion = { index: number; day: number; before: BriefAnswer; after: BriefAnswer }

/**
 * Decides many questions before and after a change, in the compiled form, and answers those that turn: to another outcome,
 * method, or network that takes the claim. What many questions share (a provider, a plan, a place) is best one object.
 */
export function turnedByChange(questions: readonly ChangedQuestion[]): TurnedQuestion[] {
  const count = questions.reduce((sum, { days }) => sum + days.length, 0)
  const groups = new Map<ServiceAreas, Group>()
  const groupOf = (areas: ServiceAreas) => {
    const known = groups.get(areas) ?? newGroup(areas, 2 * count)
    groups.set(areas, known)
    return known
  }
  const first = questions.map((question) => [
    write(groupOf(question.before.areas), question.before, question),
    write(groupOf(question.after.areas), question.after, question),
  ])
  for (const group of groups.values()) {
    group.answers = decideAgain(group.network, group.written.subarray(0, group.count * questionWidth))
  }
  const turned: TurnedQuestion[] = []
  for (const [index, { days, before, after }] of questions.entries()) {
    const [was, becomes] = [groupOf(before.areas), groupOf(after.areas)]
    const [rowBefore = 0, rowAfter = 0] = first[index] ?? []
    for (let day = 0; day < days.length; day += 1) {
      const answers = [was.answers[rowBefore + day] ?? 0, becomes.answers[rowAfter + day] ?? 0] as const
      if (was === becomes && answers[0] === answers[1]) continue
      const briefs = { before: was.network.brief(answers[0]), after: becomes.network.brief(answers[1]) }
      if (!isSame(briefs.before, briefs.after)) turned.push({ index, day, ...briefs })
    }
  }
  return turned
}

type Group = {
  network: ReturnType<typeof compileNetwork>
  providers: Map<Facts['provider'], number>
  plans: Map<Plan, number>
  places: Map<ClientLocation | null, number>
  written: Int32Array
  count: number
  answers: Int32Array
}

function newGroup(areas: ServiceAreas, most: number): Group {
  const known = { providers: new Map(), plans: new Map(), places: new Map() }
  return {
    network: compileNetwork(areas),
    ...known,
    written: new Int32Array(most * questionWidth),
    count: 0,
    answers: new Int32Array(0),
  }
}

/** Writes a row for each day, and answers the number of the first. */
function write(group: Group, { provider, plan, place }: Changeable, { asked, days }: ChangedQuestion): number {
  const { network, written, count: first } = group
  const [on] = days
  if (on === undefined) return first
  const named = {
    provider: numbered(group.providers, provider, network.addProvider),
    plan: numbered(group.plans, plan, network.addPlan),
    place: numbered(group.places, place, network.addPlace),
  }
  writeQuestion(written, first, named, { ...asked, on })
  for (let day = 1; day < days.length; day += 1) {
    const at = (first + day) * questionWidth
    written.copyWithin(at, first * questionWidth, (first + 1) * questionWidth)
    written[at + dayOfQuestion] = dayNumber(days[day] as CalendarDate)
  }
  group.count += days.length
  return first
}

function numbered<T>(known: Map<T, number>, value: T, add: (value: T) => number): number {
  const before = known.get(value)
  if (before !== undefined) return before
  const number = add(value)
  known.set(value, number)
  return number
}

function isSame(one: BriefAnswer, other: BriefAnswer): boolean {
  return (
    one === other || (one.outcome === other.outcome && one.method === other.method && one.claimTo === other.claimTo)
  )
}
