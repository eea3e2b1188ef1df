import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../business/ledger/fault.ts'
import { type Verified, verifyBooks } from '../business/payouts/verify-books-flow.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { connect } from '../database/connect.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server.ts'
import { formatCents } from '../libraries/money/index.ts'
import { settingsWith } from './command-settings.ts'
import { makeIds } from './ids.ts'
import { makeWorld } from './make-world.ts'
import { openDatabases } from './open-databases.ts'
import { clockAsItStands } from './operator-clock.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'
import type { Settings } from './settings.ts'
import { wrappingKeysOf } from './wrapping-keys-of.ts'
import { WrongUse } from './wrong-use.ts'

type VerifiedDatabase = Verified & { database: string }

/** `ledger verify [--data DIR] [--json]`: every invariant of every database there; exit 1 with the exact difference. */
export async function verifyLedger(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { json: { type: 'boolean' } })
  const verified = settings.database === null ? await verifyFolder(settings) : [await verifyOne(settings)]
  const holds = verified.every(({ faults }) => faults.length === 0)
  if (values.json === true) process.stdout.write(`${JSON.stringify({ holds, databases: verified })}\n`)
  else for (const one of verified) process.stdout.write(describeVerified(one))
  return holds ? 0 : 1
}

/** Every database of the product in a data folder's cluster. */
export async function verifyFolder(settings: Settings): Promise<VerifiedDatabase[]> {
  const folder = join(settings.dataFolder, 'database')
  if (!existsSync(folder)) throw new WrongUse(`There is no database in ${settings.dataFolder}`)
  const server = await startEmbeddedServer({ folder })
  try {
    const verified: VerifiedDatabase[] = []
    for (const name of await server.databases()) verified.push(...(await verifyNamed(server, name, settings)))
    return verified
  } finally {
    await server.stop()
  }
}

async function verifyNamed(server: EmbeddedServer, name: string, settings: Settings): Promise<VerifiedDatabase[]> {
  const operations = connect(server.url('operations', name), { max: 2, keys: wrappingKeysOf(settings) })
  try {
    return [{ database: name, ...(await verifyIn(operations, settings.zone)) }]
  } finally {
    await operations.destroy()
  }
}

async function verifyOne(settings: Settings): Promise<VerifiedDatabase> {
  const databases = await openDatabases(settings, () => undefined)
  try {
    return { database: settings.databaseName, ...(await verifyIn(databases.operations, settings.zone)) }
  } finally {
    await databases.close()
  }
}

/** Verifies one database as it stands, at the moment at which its clock stands. */
export async function verifyIn(operations: Db, zone: string): Promise<Verified> {
  const world = await worldToRead(operations, zone)
  return asOperations(operations, { user: null, now: world.clock.now() }, (db) => verifyBooks(db, world))
}

/** A world that only reads: the clock where the demonstration's stands, nobody outside. */
export async function worldToRead(operations: Db, zone: string): Promise<World> {
  const clock = await clockAsItStands(operations)
  const operator = await operations
    .selectFrom('practices.practice')
    .select('practice_id')
    .where('kind', '=', 'operator')
    .executeTakeFirstOrThrow()
  return makeWorld({ clock, ids: makeIds(), zone, operator: operator.practice_id, outside: outsideThatIsAway })
}

/** One line when the books hold, else one more for each fault. */
export function describeVerified(verified: VerifiedDatabase): string {
  const { database, faults, books, postings, transfers, operatorResult } = verified
  const counted = `${books} books, ${postings} postings, ${transfers} transfers; operator's result ${formatCents(operatorResult)}`
  if (faults.length === 0) return `${database}: the books hold (${counted})\n`
  return [`${database}: ${faults.length} faults (${counted})`, ...faults.map(faultLine), ''].join('\n')
}

function faultLine({ invariant, book, where, words, difference }: Fault): string {
  const off = difference === null ? '' : ` Difference: ${formatCents(difference)}.`
  return `  rule ${invariant}, book ${book}, ${where}: ${words}.${off}`
}
