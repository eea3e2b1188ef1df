import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { connect, connectForSignIn } from '../database/connect.ts'
import { instant } from '../libraries/calendar/index.ts'
import { openAccounts } from '../server/accounts.ts'
import { createApp } from '../server/app.ts'
import { demonstrationDoors } from '../server/demonstration/demonstration-doors.ts'
import { triedFile } from '../server/demonstration/tried-things.ts'
import { makeIds } from '../server/ids.ts'
import { makeWorld } from '../server/make-world.ts'
import { outsideThatIsAway } from '../server/outside-that-is-away.ts'
import { openSignIn } from '../server/sign-in.ts'

/** What benchmarks/http.ts hands over: the database, the clock, and the secret of the cookies that it made. */
export type ServerOrder = {
  urls: { portal: string; operations: string; signIn: string }
  operator: string
  now: string
  zone: string
  secret: string
}

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'))
const order = JSON.parse(process.argv[2] ?? '') as ServerOrder
const ids = makeIds()
const clock = { now: () => instant(order.now) }
const operations = connect(order.urls.operations, { max: 6 })
const signInTables = connectForSignIn(order.urls.signIn, { max: 5 })
const origins = () => ['http://localhost']
const world = makeWorld({ clock, ids, zone: order.zone, operator: order.operator, outside: outsideThatIsAway })
const signIn = openSignIn({
  db: signInTables,
  mode: 'demonstration',
  url: 'http://localhost',
  origins,
  secret: order.secret,
  newId: ids.next,
})
const app = await createApp({
  portal: connect(order.urls.portal, { max: 10 }),
  operations,
  signIn,
  accounts: openAccounts({ signInTables, operations, signIn, world, url: () => 'http://localhost' }),
  world,
  mode: 'demonstration',
  demonstration: {
    personas: async () => [],
    moving: () => null,
    advance: async () => ({ progress: 'nothing was due' }),
    doors: demonstrationDoors({
      operations,
      world,
      outsideAddresses: {},
      payers: [],
      triedFile: triedFile({ dataFolder: folder }),
      emailOf: () => null,
      startOver: null,
      startedOver: false,
      die: null,
    }),
  },
  portalsFolder: folder,
  logger: pino({ level: 'silent' }),
  origins,
})
await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ port: (app.server.address() as AddressInfo).port })}\n`)
process.stdin.on('end', () => process.exit(0)).resume()
