import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeExplanation } from '../business/payouts/describe-explanation.ts'
import type { Explanation } from '../business/payouts/explain-session.ts'
import { explanationOf } from '../business/payouts/explain-session-flow.ts'
import { practiceOfSession, sessionById } from '../business/sessions/index.ts'
import type { Db } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { connect } from '../database/connect.ts'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { writePdf, writeText } from '../libraries/paper/index.ts'
import { settingsWith } from './command-settings.ts'
import { openDatabases } from './open-databases.ts'
import type { Settings } from './settings.ts'
import { worldToRead } from './verify-command.ts'
import { wrappingKeysOf } from './wrapping-keys-of.ts'
import { WrongUse } from './wrong-use.ts'

/** `explain SESSION [--json] [--pdf FILE] [--data DIR]`: everything that explains one session; exit 1 where there is none. */
export async function explainCommand(args: string[]): Promise<number> {
  const [sessionId = '', ...options] = args
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sessionId)) {
    throw new WrongUse('Name the session by its id, as its page and its address show it')
  }
  const { settings, values } = settingsWith(options, { json: { type: 'boolean' }, pdf: { type: 'string' } })
  const explanation = await findAndExplain(settings, sessionId.toLowerCase())
  if (explanation === null) {
    process.stderr.write(`There is no session ${sessionId} here.\n`)
    return 1
  }
  const paper = describeExplanation(explanation)
  if (typeof values.pdf === 'string') writeFileSync(values.pdf, await writePdf(paper))
  process.stdout.write(values.json === true ? `${JSON.stringify(explanation)}\n` : writeText(paper))
  return 0
}

async function findAndExplain(settings: Settings, sessionId: string): Promise<Explanation | null> {
  if (settings.database !== null) {
    const databases = await openDatabases(settings, () => undefined)
    try {
      return await explainIn(databases.operations, settings.zone, sessionId)
    } finally {
      await databases.close()
    }
  }
  const folder = join(settings.dataFolder, 'database')
  if (!existsSync(folder)) throw new WrongUse(`There is no database in ${settings.dataFolder}`)
  const server = await startEmbeddedServer({ folder })
  try {
    for (const name of await server.databases()) {
      const operations = connect(server.url('operations', name), { max: 2, keys: wrappingKeysOf(settings) })
      try {
        const found = await explainIn(operations, settings.zone, sessionId)
        if (found !== null) return found
      } finally {
        await operations.destroy()
      }
    }
    return null
  } finally {
    await server.stop()
  }
}

/** Explains a session of one database at the moment at which its clock stands; null where it has none of that id. */
export async function explainIn(operations: Db, zone: string, sessionId: string): Promise<Explanation | null> {
  const world = await worldToRead(operations, zone)
  return asOperations(operations, { user: null, now: world.clock.now() }, async (db) => {
    const practiceId = await practiceOfSession(db, sessionId)
    const session = practiceId === null ? null : await sessionById(db, practiceId, sessionId)
    return session === null ? null : explanationOf(db, world, session)
  })
}
