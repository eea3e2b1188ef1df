import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db, Deed, World } from '../business/world.ts'
import { hearStatements, type Touched, touchedTables } from '../database/touched-tables.ts'
import { isDatabaseAway } from './database-away.ts'
import { describeTrouble } from './describe-trouble.ts'
import { countDeed, countTrouble } from './metrics.ts'
import { Rests } from './rests.ts'
import { recordTrouble } from './trouble-store.ts'

export type TickDoors = { operations: Db; world: World; deeds: readonly Deed[]; log: Logger }
/** `gaveWork`: how many things were done that may have given somebody else something to do. */
export type Ticked = { did: number; gaveWork: number; failed: string[] }

// A deed that finds work in every round it is asked would never let the others finish.
const mostRounds = 1000

/**
 * Does all that is due: the deeds in order, again until each had nothing to do after the last that did something. A deed
 * that fails is told to the people who look after it, and stops no other; it is not asked again in this tick. One tick at
 * a time, whichever process runs it. Who is known to rest is not asked.
 */
export function tick(doors: TickDoors, rests: Rests = new Rests(doors.world.zone)): Promise<Ticked> {
  return alone(doors.operations, 'evenkeel tick', () => inTurns(doors, rests))
}

const queues = new WeakMap<Db, Map<string, Promise<unknown>>>()

/**
 * Waits until nobody else holds the name, in this process or another, and lets go when the deed is done. Of this process
 * only the one whose turn it is takes a connection for it: those who wait leave the others to the work.
 */
export function alone<T>(operations: Db, name: string, deed: () => Promise<T>): Promise<T> {
  const queue = queues.get(operations) ?? new Map<string, Promise<unknown>>()
  queues.set(operations, queue)
  const mine = (queue.get(name) ?? Promise.resolve()).then(() => holding(operations, name, deed))
  queue.set(
    name,
    mine.catch(() => undefined),
  )
  return mine
}

function holding<T>(operations: Db, name: string, deed: () => Promise<T>): Promise<T> {
  return operations.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(connection)
    try {
      return await deed()
    } finally {
      // A connection that broke meanwhile has let go already, and its error would hide the deed's own.
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection).catch(() => undefined)
    }
  })
}

async function inTurns(doors: TickDoors, rests: Rests): Promise<Ticked> {
  const { deeds, operations, world } = doors
  const failed = new Set<string>()
  let did = 0
  let gaveWork = 0
  let quiet = 0
  for (let turn = 0; quiet < deeds.length; turn += 1) {
    if (turn >= mostRounds * deeds.length) throw new Error(`the deeds did not come to rest in ${mostRounds} rounds`)
    const deed = deeds[turn % deeds.length]
    if (deed === undefined) break
    quiet += 1
    if (failed.has(deed.name) || rests.rests(deed, world.clock.now())) continue
    const { answer: didNow, read, written } = await hearing(operations, () => doOne(deed, doors, failed))
    did += didNow
    if (didNow === 0 && !failed.has(deed.name)) rests.foundNothing(deed, world.clock.now(), read)
    else rests.stirred(deed)
    // What a deed that failed has done nobody knows.
    if (failed.has(deed.name)) rests.changed()
    if (didNow === 0 || deed.givesWorkTo === 'nobody') continue
    rests.wrote(written)
    // What it brought may be partly done: it is asked for the rest, wherever its work comes from.
    gaveWork += didNow
    quiet = 0
  }
  return { did, gaveWork, failed: [...failed] }
}

/** The deed's answer, with the tables that it was heard to read and to write. */
export async function hearing<T>(operations: Db, deed: () => Promise<T>): Promise<{ answer: T } & Touched> {
  const tables = await touchedTables(operations)
  const { answer, statements } = hearStatements(deed)
  return { answer: await answer, ...tables.of(statements) }
}

async function doOne(deed: Deed, doors: TickDoors, failed: Set<string>): Promise<number> {
  const { operations, world } = doors
  try {
    const did = await deed.run(operations, world)
    if (did > 0) {
      countDeed(deed.name, did)
      world.witness(`did-${deed.name}`)
    }
    return did
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    failed.add(deed.name)
    await tellOf(deed.name, error, doors)
    return 0
  }
}

async function tellOf(deed: string, error: unknown, { operations, world, log }: TickDoors): Promise<void> {
  const message = describeTrouble(error)
  const isNew = await recordTrouble(
    operations,
    { operator: world.operator, id: world.ids.next() },
    { deed, subject: subjectOf(error), message, at: world.clock.now() },
  )
  countTrouble(deed)
  if (isNew) log.error({ deed, trouble: message, err: error }, 'a deed failed')
}

// An error may name the thing it is about by its id: { subject: 'claim 0197…' }.
function subjectOf(error: unknown): string {
  const subject = error instanceof Error && 'subject' in error ? error.subject : null
  return typeof subject === 'string' ? subject : 'tick'
}
