import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../business/world.ts'
import { connect } from '../database/connect.ts'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { settingsWith } from './command-settings.ts'
import { openDatabases } from './open-databases.ts'
import type { Settings } from './settings.ts'
import { type AuditVerdict, verifyAudit } from './verify-audit.ts'
import { WrongUse } from './wrong-use.ts'

type Verified = AuditVerdict & { database: string }

/** `audit verify [--data DIR] [--json]`: every chain and seal of every database there; exit 1 with the place of each fault. */
export async function verifyAuditCommand(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { json: { type: 'boolean' } })
  const verified = settings.database === null ? await inFolder(settings) : [await inOne(settings)]
  const holds = verified.every(({ findings }) => findings.length === 0)
  if (values.json === true) process.stdout.write(`${JSON.stringify({ holds, databases: verified })}\n`)
  else for (const one of verified) process.stdout.write(describe(one))
  return holds ? 0 : 1
}

async function inFolder({ dataFolder }: Settings): Promise<Verified[]> {
  const folder = join(dataFolder, 'database')
  if (!existsSync(folder)) throw new WrongUse(`There is no database in ${dataFolder}`)
  const server = await startEmbeddedServer({ folder })
  try {
    const verified: Verified[] = []
    for (const database of await server.databases()) {
      const operations = connect(server.url('operations', database), { max: 2 })
      verified.push({ database, ...(await atOnce(operations).finally(() => operations.destroy())) })
    }
    return verified
  } finally {
    await server.stop()
  }
}

async function inOne(settings: Settings): Promise<Verified> {
  const databases = await openDatabases(settings, () => undefined)
  try {
    return { database: settings.databaseName, ...(await atOnce(databases.operations)) }
  } finally {
    await databases.close()
  }
}

// From one picture of the database: a server that goes on beside it adds events all the time.
function atOnce(operations: Db): Promise<AuditVerdict> {
  return operations.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(verifyAudit)
}

function describe({ database, events, chains, seals, openEvents, findings }: Verified): string {
  const counted = `${events} events of ${chains} logins, ${seals} seals, ${openEvents} not sealed yet`
  if (findings.length === 0) return `${database}: the audit holds (${counted})\n`
  const lines = findings.map(({ practiceId, place, eventId, words }) => {
    return `  practice ${practiceId}, ${place}${eventId === null ? '' : ` (${eventId})`}: ${words}`
  })
  return [`${database}: ${findings.length} faults (${counted})`, ...lines, ''].join('\n')
}
