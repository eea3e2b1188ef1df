import { createHash } from 'node:crypto'
import { type Asked, compileNetwork, writeQuestion } from '../business/coverage/compile-network.ts'
import { questionWidth } from '../business/coverage/compiled-tables.ts'
import { decideBillingRoute } from '../business/coverage/decide-billing-route.ts'
import { decideCompiled } from '../business/coverage/decide-compiled.ts'
import type { Facts } from '../business/coverage/facts.ts'
import { readFacts } from '../business/coverage/read-facts.ts'
import { addDays, calendarDate } from '../libraries/calendar/index.ts'
import { seededFacts } from './seeded-facts.ts'

const providerCount = 5_000

export type CompiledFigures = {
  perSecond: number[]
  perProcessorSecond: number[]
  secondsToCompile: number
  /** Of the integers, so that a run can be compared with another machine's. */
  answersHash: string
  /** How many answers were expanded and were those of the decision; the run ends when one is not. */
  agreed: number
}

/**
 * A whole network decided again: 5,000 clinicians, the plans and places of their facts, and a million distinct questions,
 * each about a clinician, a plan and a place (mostly of the same state) on a day.
 */
export function measureCompiled(count: number, runs: number): CompiledFigures {
  const facts = [...seededFacts(99, providerCount)].map(readSeeded)
  const begun = performance.now()
  const network = compileNetwork()
  const asked = facts.map(({ purpose, on, asOf, coverage, session }): Asked => {
    return { purpose, on, asOf, coverage, crisis: session.crisis }
  })
  const named = facts.map(({ provider, plan, session }) => ({
    provider: network.addProvider(provider),
    plan: network.addPlan(plan),
    place: network.addPlace(session.clientLocation),
  }))
  const tables = network.tables()
  const secondsToCompile = (performance.now() - begun) / 1000
  const { questions, of } = questionsOf(named, asked, count)
  const answers = new Int32Array(count)
  for (let warm = 0; warm < 3; warm += 1) decideCompiled(tables, questions, answers)

  const figures: CompiledFigures = {
    perSecond: [],
    perProcessorSecond: [],
    secondsToCompile,
    answersHash: '',
    agreed: 0,
  }
  for (let run = 0; run < runs; run += 1) {
    answers.fill(-1)
    const before = process.cpuUsage()
    const start = performance.now()
    decideCompiled(tables, questions, answers)
    figures.perSecond.push((count * 1000) / (performance.now() - start))
    const { user, system } = process.cpuUsage(before)
    figures.perProcessorSecond.push((count * 1_000_000) / (user + system))
  }
  figures.answersHash = createHash('sha256').update(answers).digest('hex')
  for (let row = 0; row < count; row += 1) {
    const question = questions.subarray(row * questionWidth, (row + 1) * questionWidth)
    const one = of(row)
    const expanded = network.explain(one.id, question, answers[row] as number, { ...one, crisis: one.session.crisis })
    if (JSON.stringify(expanded) !== JSON.stringify(inOrderOf(expanded, decideBillingRoute(one)))) {
      throw new Error(`question ${row} is answered otherwise: ${JSON.stringify({ expanded, facts: one })}`)
    }
    figures.agreed += 1
  }
  return figures

  /** Question `row` names a clinician and a day of its own, and another's plan and place. */
  function questionsOf(numbers: typeof named, situations: readonly Asked[], wanted: number) {
    const written = new Int32Array(wanted * questionWidth)
    const parts = (row: number) => {
      const provider = row % providerCount
      const day = Math.floor(row / providerCount)
      // Every third question stays with the facts that were drawn together, so that many can be billed.
      const other = day % 3 === 0 ? provider : (provider + 7 * day) % providerCount
      return { provider, other, day }
    }
    const situationAt = (row: number): Asked => {
      const { other, day } = parts(row)
      const situation = situations[other] as Asked
      return { ...situation, on: addDays(calendarDate('2026-01-01'), day) }
    }
    for (let row = 0; row < wanted; row += 1) {
      const { provider, other } = parts(row)
      const theirs = numbers[other] as (typeof named)[number]
      writeQuestion(
        written,
        row,
        { ...theirs, provider: (numbers[provider] as typeof theirs).provider },
        situationAt(row),
      )
    }
    const factsAt = (row: number): Facts => {
      const { provider, other } = parts(row)
      const own = (facts[provider] as Facts).provider
      return { ...(facts[other] as Facts), ...situationAt(row), provider: own }
    }
    return { questions: written, of: factsAt }
  }
}

function readSeeded(document: unknown): Facts {
  const answer = readFacts(document)
  if (answer.refused) throw new Error(`the seeded facts are malformed: ${JSON.stringify(answer.problem)}`)
  return answer.facts
}

// Two answers with the same content may list their fields in another order.
function inOrderOf(one: object, other: object): object {
  const fields = other as Record<string, unknown>
  return Object.fromEntries(Object.keys(one).map((field) => [field, fields[field]]))
}
