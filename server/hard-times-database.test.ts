import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargesOf } from '../business/charges/index.ts'
import { postingsOf } from '../business/ledger/index.ts'
import { payoutEvents, payoutsWhere } from '../business/payouts/payout-store.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server.ts'
import { testKeys } from '../database/test-database.ts'
import { printWrappingKeys } from '../database/wrapping-keys.ts'
import { addMinutes, instant } from '../libraries/calendar/index.ts'
import { openDatabases } from './open-databases.ts'
import {
  addSession,
  confirmationOf,
  confirmHour,
  type ServerInHardTimes,
  serverInHardTimes,
  type Visitor,
} from './server-in-hard-times.ts'
import { readSettings } from './settings.ts'
import { mayaId, soloPractice, variantClients } from './story-network.ts'

// A PostgreSQL of the test's own, which it ends at a blow and starts again. What the server waits for is short here.
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-database-gone-'))
const startsAt = instant('2026-04-08T14:00:00Z')
const held = { startsAt, endsAt: addMinutes(startsAt, 55) }
const client = variantClients.pays_in_june

let cluster: EmbeddedServer
let house: ServerInHardTimes
let maya: Visitor
let sessionId: string
let ended = false

const urls = () => ({
  owner: cluster.ownerUrl('away'),
  portal: cluster.url('portal', 'away'),
  operations: cluster.url('operations', 'away'),
  signIn: cluster.url('sign_in', 'away'),
})

/** As a power cut ends it: no goodbye to any connection, and what was committed is in the log. */
const endDatabase = () => {
  ended = true
  process.kill(cluster.pid(), 'SIGQUIT')
}

async function databaseIsBack() {
  while (ended) {
    if (await cluster.revive()) ended = false
    else await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

beforeAll(async () => {
  // What a process that ends leaves in the machine's memory is not lost with it; only a machine that ends needs the disk.
  cluster = await startEmbeddedServer({ folder: join(folder, 'database'), settings: { fsync: 'off' } })
  await cluster.createDatabase('away')
  house = await serverInHardTimes({ urls: urls(), folder })
  maya = await house.as(soloPractice.members.find(({ id }) => id === mayaId)?.userId ?? '')
  sessionId = await addSession(maya, soloPractice, client, held)
})

afterAll(async () => {
  await house?.stop()
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const confirmations = () => `/api/practices/${soloPractice.id}/sessions/${sessionId}/confirmations`
const ourPostings = () => house.read((db) => postingsOf(db, soloPractice.id, 'all'))

test('a request whose database ends in the middle of it is refused by name, records nothing, and is done when repeated', async () => {
  const confirmation = await confirmationOf(maya, soloPractice, client, held)
  house.server.world.witness = (point) => {
    if (point !== 'confirmation-recorded') return
    house.server.world.witness = () => undefined
    endDatabase()
  }
  const key = crypto.randomUUID()
  const refused = await maya.post(confirmations(), confirmation, key)
  expect(refused).toMatchObject({
    status: 503,
    body: { code: 'database_away', detail: 'The database does not answer. Nothing was recorded; please try again.' },
  })
  for (const path of ['/api/me', `/api/practices/${soloPractice.id}/home`]) {
    expect(await maya.get(path)).toMatchObject({ status: 503, body: { code: 'database_away' } })
  }
  expect(await maya.post('/api/demonstration/clock', { until: 'next_event' })).toMatchObject({
    status: 503,
    body: { code: 'database_away' },
  })
  await databaseIsBack()
  expect(await ourPostings()).toEqual([])
  const [first, again] = [
    await maya.post(confirmations(), confirmation, key),
    await maya.post(confirmations(), confirmation, key),
  ]
  expect(first).toMatchObject({ status: 201, body: { providerCents: 11800, payOn: '2026-04-30' } })
  expect(again).toEqual(first)
  expect(await ourPostings()).toHaveLength(1)
})

// Each inside another transaction, or between an effect outside and its record.
const worst = [
  'session-locked',
  'card-charge-posted',
  'claim-file-recorded',
  'clearinghouse-file-uploaded',
  'payout-posted',
  'bank-file-uploaded',
  'payout-settled',
]

test('a database that ends in the middle of what is due, seven times, is waited for, and the story reaches the same cents', async () => {
  const left = new Set(worst)
  house.server.world.witness = (point) => {
    if (left.delete(point)) endDatabase()
  }
  const end = instant('2026-05-01T03:45:00Z')
  let outages = 0
  for (;;) {
    const { status, body } = await maya.post('/api/demonstration/clock', { until: end })
    if (status === 200) break
    expect([status, body.code]).toEqual([503, 'database_away'])
    outages += 1
    await databaseIsBack()
  }
  expect([...left]).toEqual([])
  expect(outages).toBeGreaterThan(0)
  await expectStoryTold()
}, 120_000)

async function expectStoryTold() {
  const charges = await house.read((db) => chargesOf(db, soloPractice.id, sessionId))
  expect(charges.flatMap(({ attempts }) => attempts.map(({ outcome, cents }) => [outcome, cents]))).toEqual([
    ['captured', 2500],
  ])
  expect(await house.outside.chargesFor(charges[0]?.id ?? '')).toHaveLength(1)
  const files = (await house.read((db) => house.server.world.files.all(db))).filter(
    ({ direction }) => direction === 'out',
  )
  expect(files.map(({ partner, name }) => [partner, house.outside.brought(partner, name)])).toEqual([
    ['clearinghouse', 1],
    ['bank', 1],
  ])
  const [payout, ...others] = await house.read((db) => payoutsWhere(db, { practiceId: soloPractice.id }))
  expect([payout?.payOn, payout?.cents, others]).toEqual(['2026-04-30', 11800, []])
  const events = await house.read((db) => payoutEvents(db, soloPractice.id))
  expect(events.map(({ kind, happenedOn }) => [kind, happenedOn])).toEqual([
    ['sent', '2026-04-29'],
    ['settled', '2026-04-30'],
  ])
  const { faults, balances } = await house.verify()
  expect(faults).toEqual([])
  const own = balances.filter(({ book }) => book === soloPractice.id)
  expect(Object.fromEntries(own.map(({ kind, cents }) => [kind, cents]))).toEqual({
    payer_receivable: 12500,
    operator_share: -3200,
    treasury: -9300,
  })
}

test('a server that starts while its database is away waits for it, and says whom it waited for when it does not come', async () => {
  await house.stop()
  endDatabase()
  await expect(serverInHardTimes({ urls: urls(), folder, patienceSeconds: 0.2 })).rejects.toThrow(
    /The database does not answer at 127\.0\.0\.1:\d+\/away.*EVENKEEL_DATABASE_PATIENCE_SECONDS/,
  )
  const starting = serverInHardTimes({ urls: urls(), folder, patienceSeconds: 30 })
  await databaseIsBack()
  house = await starting
  maya = await house.as(soloPractice.members.find(({ id }) => id === mayaId)?.userId ?? '')
  expect(await maya.get(`/api/practices/${soloPractice.id}/home`)).toMatchObject({ status: 200 })
  await confirmHour(maya, soloPractice, variantClients.pays_late, instant('2026-04-30T14:00:00Z'))
  expect((await house.verify()).faults).toEqual([])
})

test('our own embedded database is started again when it ends by itself, and those who use it go on', async () => {
  const said: string[] = []
  const keys = printWrappingKeys(testKeys())
  const settings = { ...readSettings({ EVENKEEL_DATA: folder, EVENKEEL_KEYS: keys, PORT: '0' }), databaseName: 'away' }
  const databases = await openDatabases(settings, (line) => said.push(line))
  const count = () => databases.operations.selectFrom('practices.practice').select('name').execute()
  const before = await count()
  endDatabase()
  while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(said).toEqual([expect.stringMatching(/^The database had stopped\. It was started again/)])
  // The pool's old connections are found broken one after the other.
  const after = await count().catch(count)
  expect(after).toEqual(before)
  await databases.close()
})
