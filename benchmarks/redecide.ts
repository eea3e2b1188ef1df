import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { decideBillingRoute } from '../business/coverage/decide-billing-route.ts'
import { builtInEdition, serviceAreasFrom } from '../business/coverage/service-areas.ts'
import { planFacts } from '../business/sessions/build-facts.ts'
import { type NetworkChange, networkEffect } from '../business/sessions/network-effect-flow.ts'
import { networkQuestions } from '../business/sessions/network-questions-flow.ts'
import { sessionAt } from '../business/sessions/session-at.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { testDatabase } from '../database/test-database.ts'
import { calendarDate } from '../libraries/calendar/index.ts'
import { measureRulesEngine } from './rules-engine.ts'
import { networkNow, writeStoredNetwork } from './stored-network.ts'

// `npm run bench -- redecide [--json] [--count N]`: which of a million stored, unbilled sessions a change turns around: read
// from the database, decided with and without it, and told, as the operator's page of a plan's or a licensee's terms asks it.

type Described = {
  rows: Awaited<ReturnType<typeof measure>>[]
  peers: Awaited<ReturnType<typeof measurePeers>>
  megabytes: number
  secondsToWrite: number
  load: number | undefined
}

const mostSeconds = 10
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, count: { type: 'string', default: '1000000' } },
})
const sessions = Number(values.count)
const clinicians = Math.max(4, sessions / 200)
const runs = 3
const from = calendarDate('2026-03-01')
const world = { clock: { now: () => networkNow }, zone: 'America/New_York' } as World

const changes: Record<string, NetworkChange> = {
  'a licensee gives up its state': {
    from,
    areas: serviceAreasFrom({
      ...builtInEdition,
      licensees: builtInEdition.licensees.map((one) => (one.id === 'bcbs-tx' ? { ...one, areas: [] } : one)),
    }),
  },
  'plans accept fewer states': {
    from,
    plan: (plan) => (plan.networkId === 'aetna' ? { ...plan, acceptedStates: ['NY', 'CA'] } : plan),
  },
}

const database = await testDatabase()
try {
  const begun = performance.now()
  await writeStoredNetwork(database.owner, { clinicians, clients: clinicians * 40, sessions })
  const secondsToWrite = (performance.now() - begun) / 1000
  const rows = []
  for (const [what, change] of Object.entries(changes)) rows.push(await measure(what, change))
  const peers = await measurePeers()
  const isWithin = rows.every(({ seconds }) => seconds <= (mostSeconds * sessions) / 1_000_000)
  const megabytes = Math.round(process.memoryUsage.rss() / 1_000_000)
  const result = { sessions, runs, mostSeconds, isWithin, secondsToWrite, rows, peers, megabytes, load: loadavg()[0] }
  if (values.json) console.log(JSON.stringify(result))
  else describe(result)
  process.exitCode = isWithin ? 0 : 1
} finally {
  await database.close()
}

function ask<T>(deed: (db: Db) => Promise<T>): Promise<T> {
  return asOperations(database.operations, { user: null, now: networkNow }, deed)
}

async function measure(what: string, change: NetworkChange) {
  const seconds: number[] = []
  const ours: number[] = []
  const theDatabases: number[] = []
  let effect = await ask((db) => networkEffect(db, world, change))
  for (let run = 0; run < runs; run += 1) {
    await ask(async (db) => {
      const before = [process.cpuUsage(), await secondsOfDatabase(db)] as const
      const begun = performance.now()
      effect = await networkEffect(db, world, change)
      seconds.push((performance.now() - begun) / 1000)
      const { user, system } = process.cpuUsage(before[0])
      ours.push((user + system) / 1_000_000)
      theDatabases.push((await secondsOfDatabase(db)) - before[1])
    })
  }
  const { looked, count, turned } = effect
  if (looked !== sessions) throw new Error(`${looked} of ${sessions} sessions were looked at`)
  const hash = createHash('sha256')
    .update(JSON.stringify([count, turned]))
    .digest('hex')
    .slice(0, 16)
  const processor = { ours: median(ours), theDatabases: median(theDatabases) }
  return { what, looked, turn: count, seconds: median(seconds), slowest: Math.max(...seconds), ...processor, hash }
}

/** What the session of the database has used of a processor, where the machine tells it: on a busy machine time says little. */
async function secondsOfDatabase(db: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  const path = `/proc/${rows[0]?.pid}/stat`
  if (!existsSync(path)) return Number.NaN
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? []
  const [user, system] = [Number(fields[11]), Number(fields[12])]
  return (user + system) / 100
}

/** The same sessions with the plain decision, and with json-rules-engine's first five rules: decided once, reading left out. */
async function measurePeers() {
  const plain = { seconds: 0, decided: 0 }
  let engine = 0
  await ask(async (db) => {
    for await (const { questions } of networkQuestions(db, world, new Map())) {
      const facts = questions.flatMap(({ days, sessionIds, where, plan, areas, ...rest }) => {
        const session = sessionAt(where, plan, areas)
        const shared = { ...rest, purpose: 'guidance' as const, session, plan: planFacts(plan) }
        return days.map((on, day) => ({ ...shared, id: sessionIds[day] ?? '', on }))
      })
      const begun = performance.now()
      for (const one of facts) decideBillingRoute(one)
      plain.seconds += (performance.now() - begun) / 1000
      plain.decided += facts.length
      if (engine === 0) engine = (await measureRulesEngine(facts.slice(0, 2_000))).perSecond
    }
  })
  return { plainPerSecond: Math.round(plain.decided / plain.seconds), rulesEnginePerSecond: Math.round(engine) }
}

function median(of: readonly number[]): number {
  return [...of].sort((one, other) => one - other)[Math.floor(of.length / 2)] ?? 0
}

function describe({ rows, peers, megabytes, secondsToWrite, load }: Described): void {
  console.log(
    `${sessions.toLocaleString('en')} stored sessions (written in ${secondsToWrite.toFixed(0)} s), ${runs} runs:`,
  )
  console.table(rows)
  console.log(`limit: ${mostSeconds} s for a million; ${megabytes} MB of memory; load ${load?.toFixed(1)}`)
  console.log(
    `deciding alone, once and without reading: plain ${peers.plainPerSecond.toLocaleString('en')} a second; ` +
      `json-rules-engine, the first five rules only, ${peers.rulesEnginePerSecond.toLocaleString('en')} a second`,
  )
}
