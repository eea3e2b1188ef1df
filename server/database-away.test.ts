import { mkdtempSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Routes } from '../business/routes.ts'
import type { Deed } from '../business/world.ts'
import { testDatabase, testKeys } from '../database/test-database.ts'
import { printWrappingKeys } from '../database/wrapping-keys.ts'
import { recordAudit } from './audit-store.ts'
import { readSettings } from './settings.ts'
import { startServer } from './start.ts'

// A line to the database that can be cut, as a network or a restarting server cuts it.
async function cuttableLine(port: number) {
  const sockets = new Set<Socket>()
  let isCut = false
  let cutBy: readonly string[] = []
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    near.on('data', (asked) => {
      if (cutBy.length === 0 || !cutBy.every((words) => asked.includes(words))) return
      cutBy = []
      near.destroy()
    })
    near.pipe(far)
    far.pipe(near)
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      isCut = false
    },
    /** Once, for whoever asks with all of these words. */
    cutWhenAsked(...words: string[]) {
      cutBy = words
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const noteEvents: Routes = async (app, world) => {
  const body = z.strictObject({
    personId: z.uuid(),
    memberId: z.uuid(),
    startsAt: z.string(),
    endsAt: z.string(),
    modality: z.string(),
  })
  app.post('/practices/:practiceId/sessions', { schema: { body } }, async (request, reply) => {
    const { practiceId, userId } = request.who
    const event = { practiceId, id: world.ids.next(), at: world.clock.now(), userId, personId: null, reason: null }
    await recordAudit(request.db, [{ ...event, action: 'added', subject: 'session' }])
    return reply.code(201).send({ id: event.id })
  })
}

async function houseOnALine() {
  const database = await testDatabase()
  const line = await cuttableLine(Number(new URL(database.urls.owner).port))
  const over = (url: string) => Object.assign(new URL(url), { port: String(line.port) }).href
  const { owner, portal, operations, sign_in } = database.urls
  const settings = {
    ...readSettings({
      EVENKEEL_DATA: mkdtempSync(join(tmpdir(), 'evenkeel-away-')),
      PORT: '0',
      EVENKEEL_DATABASE_PATIENCE_SECONDS: '0.3',
    }),
    database: { owner: over(owner), portal: over(portal), operations: over(operations), signIn: over(sign_in) },
    encryptionKeys: printWrappingKeys(testKeys()),
  }
  let ticks = 0
  let heard: () => void = () => undefined
  const count: Deed = {
    name: 'count',
    run: async () => {
      ticks += 1
      heard()
      return 0
    },
  }
  return {
    database,
    line,
    settings,
    deeds: [count],
    ticks: () => ticks,
    nextTick: () => new Promise<void>((resolve) => (heard = resolve)),
  }
}

test('while the database is away requests are refused with nothing lost, and when it is back everything goes on', async () => {
  const { database, line, settings, deeds, ticks, nextTick } = await houseOnALine()
  const server = await startServer(settings, { deeds, rooms: [noteEvents], logger: pino({ level: 'silent' }) })
  const practiceId = server.world.ids.next()
  const { id: userId } = await server.signIn.addUser({ name: 'Someone', email: 'someone@example.com' })
  const at = server.world.clock.now()
  await database.operations
    .insertInto('practices.practice')
    .values({ practice_id: practiceId, kind: 'solo', name: 'Solo', time_zone: server.world.zone, joined_at: at })
    .execute()
  await database.operations
    .insertInto('practices.member')
    .values({
      practice_id: practiceId,
      id: server.world.ids.next(),
      user_id: userId,
      name: 'Someone',
      role: 'owner',
      clinician: false,
      joined_at: at,
    })
    .execute()
  const cookie = ((await server.signIn.enterAs(userId)) ?? []).map((each) => each.split(';')[0]).join('; ')

  const key = crypto.randomUUID()
  const payload = {
    personId: crypto.randomUUID(),
    memberId: crypto.randomUUID(),
    startsAt: 'x',
    endsAt: 'y',
    modality: 'telehealth',
  }
  const add = () =>
    server.app.inject({
      method: 'POST',
      url: `/api/practices/${practiceId}/sessions`,
      headers: { cookie, 'idempotency-key': key },
      payload,
    })

  line.cut()
  const refused = await add()
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([503, 'database_away', '5'])
  const me = await server.app.inject({ url: '/api/me', headers: { cookie } })
  expect([me.statusCode, me.json().code]).toEqual([503, 'database_away'])
  expect((await server.app.inject({ url: '/healthz' })).statusCode).toBe(503)

  const before = ticks()
  const ticked = nextTick()
  line.mend()
  const [first, again] = [await add(), await add()]
  expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()])
  await ticked
  expect(ticks()).toBeGreaterThan(before)
  const added = await database.operations.selectFrom('audit.event').select('id').where('action', '=', 'added').execute()
  expect(added).toHaveLength(1)
  await server.stop()
  await line.close()
  await database.close()
})

test('a line that breaks while the job runner asks for its kinds of jobs stops no further tick', async () => {
  const { database, line, settings, deeds, ticks, nextTick } = await houseOnALine()
  line.cutWhenAsked('_private_tasks as tasks (identifier)', '{"tick"}')
  const server = await startServer(settings, { deeds, rooms: [], logger: pino({ level: 'silent' }) })
  const before = ticks()
  await nextTick()
  expect(ticks()).toBeGreaterThan(before)
  await server.stop()
  await line.close()
  await database.close()
})
