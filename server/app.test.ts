import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal, type Routes } from '../business/routes.ts'
import { appOnTestDatabase, testUrl } from './app-on-test-database.ts'
import { recordAudit } from './audit-store.ts'
import { authorizationTable } from './authorization-table.ts'
import type { Rule } from './route-rules.ts'

const audit: Routes = async (app, world) => {
  app.get('/practices/:practiceId/events', async (request) =>
    request.db.selectFrom('audit.event').select(['id', 'action', 'person_id']).execute(),
  )
  const body = z.strictObject({ words: z.string().min(1), refuse: z.boolean().default(false) })
  app.post('/practices/:practiceId/events', { schema: { body } }, async (request, reply) => {
    const id = world.ids.next()
    const { practiceId, userId } = request.who
    const event = { practiceId, id, at: world.clock.now(), userId, personId: null, reason: null }
    await recordAudit(request.db, [{ ...event, action: request.body.words, subject: 'test' }])
    if (request.body.refuse) throw new Refusal({ status: 409, code: 'not_today', detail: 'Not today.' })
    return reply.code(201).send({ id })
  })
  app.get('/practices/:practiceId/clients/:personId', async (request) => ({
    personId: (request.params as { personId: string }).personId,
  }))
  app.get(
    '/operations/everything',
    async (request) => (await request.db.selectFrom('practices.practice').select('practice_id').execute()).length,
  )
}
const rule = (rule: Rule) => rule
const authorization = {
  ...authorizationTable,
  'GET /api/practices/:practiceId/events': rule({
    door: 'practice',
    roles: ['owner', 'clinician'],
    needs: { confirming: 'own' },
    audited: 'nothing',
  }),
  'POST /api/practices/:practiceId/events': rule({
    door: 'practice',
    roles: ['owner'],
    needs: { team: 'decide' },
    audited: 'write',
  }),
  'GET /api/practices/:practiceId/clients/:personId': rule({
    door: 'practice',
    roles: ['owner'],
    needs: { team: 'decide' },
    audited: 'look',
  }),
  'GET /api/operations/everything': rule({
    door: 'operations',
    roles: ['operator_staff'],
    needs: {},
    audited: 'nothing',
  }),
}

let house: Awaited<ReturnType<typeof appOnTestDatabase>>
beforeAll(async () => {
  house = await appOnTestDatabase({ rooms: [audit], authorization })
})
afterAll(() => house?.close())

type Someone = Awaited<ReturnType<typeof house.someone>>

const get = (who: Someone | null, url: string) =>
  house.app.inject({ method: 'GET', url, headers: who === null ? {} : { cookie: who.cookie } })

const post = (who: Someone, url: string, payload: object, headers: Record<string, string> = {}) =>
  house.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie: who.cookie, 'idempotency-key': crypto.randomUUID(), ...headers },
  })

test('whoever is not signed in gets a problem document that says so', async () => {
  const answer = await get(null, '/api/me')
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 401, code: 'not_signed_in', type: '/problems/not_signed_in' })
})

test('a login sees its own memberships and who it is', async () => {
  const owner = await house.someone()
  expect((await get(owner, '/api/me')).json()).toMatchObject({
    user: { id: owner.userId },
    memberships: [
      { practiceId: owner.practiceId, memberId: owner.memberId, role: 'owner', practiceName: 'Juniper Street' },
    ],
  })
})

test('a neighbour’s practice is as unknown as one that does not exist', async () => {
  const [owner, neighbour] = [await house.someone(), await house.someone()]
  for (const practice of [neighbour.practiceId, crypto.randomUUID(), 'x']) {
    const answer = await get(owner, `/api/practices/${practice}/events`)
    expect(answer.statusCode).toBe(404)
    expect(answer.json().code).toBe('practice_not_found')
  }
})

test('a request sees the rows of its own practice only', async () => {
  const [owner, neighbour] = [await house.someone(), await house.someone()]
  expect((await post(neighbour, `/api/practices/${neighbour.practiceId}/events`, { words: 'theirs' })).statusCode).toBe(
    201,
  )
  expect((await get(owner, `/api/practices/${owner.practiceId}/events`)).json()).toEqual([])
})

test('a member whose role does not allow it is told so', async () => {
  const owner = await house.someone({ kind: 'group' })
  const admin = await house.someone({ role: 'admin', clinician: false, practiceId: owner.practiceId })
  const answer = await get(admin, `/api/practices/${owner.practiceId}/events`)
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'role_not_allowed'])
})

test('only the operator’s staff enter the operations pages, and they see every practice', async () => {
  const owner = await house.someone()
  const staff = await house.someone({ role: 'operator_staff', clinician: false, practiceId: house.world.operator })
  expect((await get(owner, '/api/operations/everything')).statusCode).toBe(403)
  expect((await get(staff, '/api/operations/everything')).json()).toBeGreaterThan(1)
})

test('a refusal undoes what the request had recorded', async () => {
  const owner = await house.someone()
  const url = `/api/practices/${owner.practiceId}/events`
  const answer = await post(owner, url, { words: 'undone', refuse: true })
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'not_today'])
  expect((await get(owner, url)).json()).toEqual([])
})

test('a request that cannot be read says which field and records nothing', async () => {
  const owner = await house.someone()
  const answer = await post(owner, `/api/practices/${owner.practiceId}/events`, { words: '' })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'request_not_valid', because: [{ field: 'body.words' }] })
})

test('the same request with the same key again gets the first answer and is done once', async () => {
  const owner = await house.someone()
  const url = `/api/practices/${owner.practiceId}/events`
  const key = { 'idempotency-key': crypto.randomUUID() }
  const [first, atOnce] = await Promise.all([
    post(owner, url, { words: 'once' }, key),
    post(owner, url, { words: 'once' }, key),
  ])
  const later = await post(owner, url, { words: 'once' }, key)
  expect(first.statusCode).toBe(201)
  expect([atOnce.statusCode, atOnce.json()]).toEqual([201, first.json()])
  expect([later.statusCode, later.json()]).toEqual([201, first.json()])
  const events: { action: string }[] = (await get(owner, url)).json()
  expect(events.filter(({ action }) => action === 'once')).toHaveLength(1)
})

test('a key that was used for other content is refused, and so is a write without a key', async () => {
  const owner = await house.someone()
  const url = `/api/practices/${owner.practiceId}/events`
  const key = { 'idempotency-key': crypto.randomUUID() }
  await post(owner, url, { words: 'this' }, key)
  const other = await post(owner, url, { words: 'that' }, key)
  expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_key_reused'])
  const none = await post(owner, url, { words: 'this' }, { 'idempotency-key': '' })
  expect([none.statusCode, none.json().code]).toEqual([400, 'idempotency_key_missing'])
})

test('every write and every look at a client’s record is in the audit, and a write asks for a tick', async () => {
  const owner = await house.someone()
  const base = `/api/practices/${owner.practiceId}`
  const personId = crypto.randomUUID()
  await post(owner, `${base}/events`, { words: 'written' })
  await get(owner, `${base}/clients/${personId}`)
  const events: { action: string; person_id: string | null }[] = (await get(owner, `${base}/events`)).json()
  expect(events).toContainEqual(expect.objectContaining({ action: 'write POST /api/practices/:practiceId/events' }))
  expect(events).toContainEqual(
    expect.objectContaining({ action: 'look GET /api/practices/:practiceId/clients/:personId', person_id: personId }),
  )
  const jobs = await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(house.database.operations)
  expect(jobs.rows.map(({ key }) => key)).toContain('tick')
})

test('what another site’s page sends is refused', async () => {
  const owner = await house.someone()
  const url = `/api/practices/${owner.practiceId}/events`
  const foreign = await post(owner, url, { words: 'x' }, { origin: 'https://elsewhere.example' })
  expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'other_origin'])
  expect((await post(owner, url, { words: 'x' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await post(owner, url, { words: 'x' }, { origin: testUrl })).statusCode).toBe(201)
})

test('every answer carries a policy that lets in nothing from elsewhere and nothing inline', async () => {
  for (const url of ['/', '/api/house', '/api/nowhere', '/api/docs/']) {
    const policy = String((await get(null, url)).headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{20,}'/)
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('http')
  }
})

test('no transaction stays open behind any of these answers', async () => {
  const { rows } = await sql<{ state: string }>`
    select state from pg_stat_activity where datname = current_database() and usename = 'portal' and state like 'idle in%'
  `.execute(house.database.portal)
  expect(rows).toEqual([])
})

test('a route that is not in the authorization table stops the start', async () => {
  const unlisted: Routes = async (app) => {
    app.get('/unlisted', async () => 'anything')
  }
  await expect(appOnTestDatabase({ rooms: [unlisted] })).rejects.toThrow('GET /api/unlisted has no row')
})
