import { createHash } from 'node:crypto'
import type { Answer } from '../business/coverage/answer.ts'
import { decideBillingRoute } from '../business/coverage/decide-billing-route.ts'
import { decideLine } from '../business/coverage/decide-lines.ts'
import type { Facts } from '../business/coverage/facts.ts'
import { readFacts } from '../business/coverage/read-facts.ts'
import { measureCompiled } from './compiled-coverage.ts'
import { measureRulesEngine } from './rules-engine.ts'
import { seededFacts } from './seeded-facts.ts'

// How fast the billing decision is, on one core: `node benchmarks/coverage.ts [--json] [--count N]`.
// A million distinct facts in batches, so that memory stays small and no batch fits a processor's cache.

const count = Number(process.argv[process.argv.indexOf('--count') + 1] || 1_000_000) || 1_000_000
const batchSize = Math.min(count, 50_000)
const runs = 5
const bar = 1_500_000
const compiledBar = 10_000_000

type Measured = { what: string; perSecond: number[] }

const decided: Measured = { what: 'decide validated facts', perSecond: [] }
const byProcessor: Measured = {
  what: 'the same, per second of processor time (when others share the machine)',
  perSecond: [],
}
const traced: Measured = { what: 'decide with trace (first batch)', perSecond: [] }
const read: Measured = { what: 'read facts from parsed JSON (first batch)', perSecond: [] }
const lines: Measured = { what: 'a line of JSON to a line of JSON (first batch)', perSecond: [] }
const compiled: Measured = { what: 'compiled: a million questions to a network of 5,000 clinicians', perSecond: [] }
const compiledByProcessor: Measured = { what: 'the same, per second of processor time', perSecond: [] }
const engine: Measured = { what: 'json-rules-engine, the first five rules only (2,000 facts)', perSecond: [] }
const hash = createHash('sha256')
const outcomes: Record<string, number> = {}
// Adds up something of every answer, so that no work can be left out as unused.
let kept = 0
const secondsOfRun = new Array<number>(runs).fill(0)
const processorSecondsOfRun = new Array<number>(runs).fill(0)

for (let batch = 0; batch * batchSize < count; batch += 1) {
  const documents = [...seededFacts(batch + 1, batchSize)]
  const facts = documents.map(factsIn)
  if (batch === 0) {
    warmUp(facts)
    measureFirstBatch(documents, facts)
  }
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage()
    secondsOfRun[run] = (secondsOfRun[run] ?? 0) + secondsToDecide(facts)
    const { user, system } = process.cpuUsage(before)
    processorSecondsOfRun[run] = (processorSecondsOfRun[run] ?? 0) + (user + system) / 1_000_000
  }
  for (const one of facts) note(decideBillingRoute(one))
}
decided.perSecond = secondsOfRun.map((seconds) => count / seconds)
byProcessor.perSecond = processorSecondsOfRun.map((seconds) => count / seconds)
const network = measureCompiled(count, runs)
compiled.perSecond = network.perSecond
compiledByProcessor.perSecond = network.perProcessorSecond
const peerFacts = [...seededFacts(1, 2_000)].map(factsIn)
for (let run = 0; run < runs; run += 1) engine.perSecond.push((await measureRulesEngine(peerFacts)).perSecond)
report()

function factsIn(document: unknown): Facts {
  const answer = readFacts(document)
  if (answer.refused) throw new Error(`the seeded facts are malformed: ${JSON.stringify(answer.problem)}`)
  return answer.facts
}

function warmUp(facts: readonly Facts[]): void {
  for (let run = 0; run < 5; run += 1) secondsToDecide(facts)
}

function secondsToDecide(facts: readonly Facts[]): number {
  const begun = performance.now()
  for (const one of facts) kept += decideBillingRoute(one).because.length
  return (performance.now() - begun) / 1000
}

function measureFirstBatch(documents: readonly unknown[], facts: readonly Facts[]): void {
  const written = documents.map((document) => JSON.stringify(document))
  for (let run = 0; run < runs; run += 1) {
    measure(traced, facts, (one) => decideBillingRoute(one, { trace: true }).because.length)
    measure(read, documents, (document) => (readFacts(document).refused ? 1 : 0))
    measure(lines, written, (line) => decideLine(line).length)
  }
}

function measure<T>(into: Measured, list: readonly T[], does: (one: T) => number): void {
  const begun = performance.now()
  for (const one of list) kept += does(one)
  into.perSecond.push((list.length * 1000) / (performance.now() - begun))
}

function note(answer: Answer): void {
  hash.update(JSON.stringify(answer))
  outcomes[answer.outcome] = (outcomes[answer.outcome] ?? 0) + 1
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function report(): void {
  const rows = [decided, byProcessor, compiled, compiledByProcessor, traced, read, lines, engine].map(
    ({ what, perSecond }) => ({
      what,
      median: Math.round(median(perSecond)),
      slowest: Math.round(Math.min(...perSecond)),
      fastest: Math.round(Math.max(...perSecond)),
    }),
  )
  const answersHash = hash.digest('hex')
  const { agreed, secondsToCompile, answersHash: compiledHash } = network
  const compiledSays = { bar: compiledBar, agreed, secondsToCompile, answersHash: compiledHash }
  const result = {
    facts: count,
    runs,
    node: process.version,
    bar,
    rows,
    outcomes,
    answersHash,
    compiled: compiledSays,
    kept,
  }
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(result))
    return
  }
  console.log(
    `${count.toLocaleString('en')} distinct facts, ${runs} runs, one core, Node ${process.version}; per second:`,
  )
  console.table(rows)
  console.log(`bar for the decision: ${bar.toLocaleString('en')}; outcomes: ${JSON.stringify(outcomes)}`)
  console.log(`answers: sha256 ${answersHash}`)
  console.log(
    `bar for the compiled form: ${compiledBar.toLocaleString('en')}; compiled in ${secondsToCompile.toFixed(2)} s`,
  )
  console.log(
    `compiled answers: sha256 ${compiledHash}; ${agreed.toLocaleString('en')} expanded, each as the decision says`,
  )
}
