import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { connect, connectForSignIn } from '../database/connect.ts'
import { openAccounts } from './accounts.ts'
import { createApp } from './app.ts'
import { makeIds } from './ids.ts'
import { makeWorld } from './make-world.ts'
import { machineClock } from './operator-clock.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'
import { openSignIn } from './sign-in.ts'

export const apiDocumentFile = join(import.meta.dirname, 'openapi.json')

/** What production's /api/openapi.json answers, as committed. Nothing is connected: pools open when first asked. */
export async function apiDocument(): Promise<string> {
  const nowhere = 'postgres://nobody@127.0.0.1:1/nowhere'
  const [portal, operations, db] = [connect(nowhere), connect(nowhere), connectForSignIn(nowhere)]
  const ids = makeIds()
  const secret = 'signs nothing, since no one can sign in here'
  const url = 'https://evenkeel.example'
  const signIn = openSignIn({ db, mode: 'production', url, origins: () => [url], secret, newId: ids.next })
  const known = { clock: machineClock, ids, zone: 'America/New_York', operator: ids.next() }
  const world = makeWorld({ ...known, outside: outsideThatIsAway })
  const app = await createApp({
    portal,
    operations,
    signIn,
    accounts: openAccounts({ signInTables: db, operations, signIn, world, url: () => url }),
    world,
    mode: 'production',
    demonstration: null,
    portalsFolder: join(import.meta.dirname, 'no-portals'),
    logger: pino({ level: 'silent' }),
    origins: () => [url],
  })
  const document = app.swagger()
  await app.close()
  await Promise.all([portal.destroy(), operations.destroy(), db.destroy()])
  return `${JSON.stringify(document, null, 2)}\n`
}

if (import.meta.main) writeFileSync(apiDocumentFile, await apiDocument())
