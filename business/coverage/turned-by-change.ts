import { type Asked, type BriefAnswer, compileNetwork, decideAgain, writeQuestion } from './compile-network.ts'
import { questionWidth } from './compiled-tables.ts'
import type { ClientLocation, Facts, Plan } from './facts.ts'
import type { ServiceAreas } from './service-areas.ts'

/** What a change can make different for a session; the rest of its question stays. */
export type Changeable = { provider: Facts['provider']; plan: Plan; place: ClientLocation | null; areas: ServiceAreas }

export type ChangedQuestion = { asked: Asked; before: Changeable; after: Changeable }

/** A question, by its place in the list, whose answer is another after the change. */
export type TurnedQuestion = { index: number; before: BriefAnswer; after: BriefAnswer }

/**
 * Decides many questions before and after a change, in the compiled form, and answers those that turn: to another outcome,
 * method, or network that takes the claim. What many questions share (a provider, a plan, a place) is best one object.
 */
export function turnedByChange(questions: readonly ChangedQuestion[]): TurnedQuestion[] {
  const groups = new Map<ServiceAreas, Group>()
  const groupOf = (areas: ServiceAreas) => {
    const known = groups.get(areas) ?? newGroup(areas, 2 * questions.length)
    groups.set(areas, known)
    return known
  }
  const rows = new Int32Array(2 * questions.length)
  for (const [index, { asked, before, after }] of questions.entries()) {
    rows[2 * index] = write(groupOf(before.areas), before, asked)
    rows[2 * index + 1] = write(groupOf(after.areas), after, asked)
  }
  const answers = new Map<ServiceAreas, Int32Array>()
  for (const [areas, { network, written, count }] of groups) {
    answers.set(areas, decideAgain(network, written.subarray(0, count * questionWidth)))
  }
  const answerTo = (areas: ServiceAreas, row: number | undefined): BriefAnswer =>
    groupOf(areas).network.brief(answers.get(areas)?.[row ?? 0] ?? 0)
  const turned: TurnedQuestion[] = []
  for (const [index, { before, after }] of questions.entries()) {
    const was = answerTo(before.areas, rows[2 * index])
    const becomes = answerTo(after.areas, rows[2 * index + 1])
    if (!isSame(was, becomes)) turned.push({ index, before: was, after: becomes })
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
}

function newGroup(areas: ServiceAreas, most: number): Group {
  const known = { providers: new Map(), plans: new Map(), places: new Map() }
  return { network: compileNetwork(areas), ...known, written: new Int32Array(most * questionWidth), count: 0 }
}

function write(group: Group, { provider, plan, place }: Changeable, asked: Asked): number {
  const { network } = group
  const row = group.count
  group.count += 1
  const named = {
    provider: numbered(group.providers, provider, network.addProvider),
    plan: numbered(group.plans, plan, network.addPlan),
    place: numbered(group.places, place, network.addPlace),
  }
  writeQuestion(group.written, row, named, asked)
  return row
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
