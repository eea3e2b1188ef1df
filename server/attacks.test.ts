import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperations } from '../database/act-as.ts'
import { appOnTestDatabase, testUrl } from './app-on-test-database.ts'

// Attacks and accidents that belong to no room: each has a named answer, and nothing is lost. Foreign ids on every route
// are asked in authorization-matrix.test.ts, hostile files of an import in business/records/import.test.ts.

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let house: House
let owner: Awaited<ReturnType<House['someone']>>
const password = 'correct horse battery'
beforeAll(async () => {
  house = await appOnTestDatabase()
  owner = await house.someone()
})
afterAll(() => house?.close())

const inject = (options: object) => house.app.inject({ method: 'POST', payload: {}, ...options } as never)
const key = () => ({ 'idempotency-key': crypto.randomUUID() })
const places = () => `/api/practices/${owner.practiceId}/locations`
const place = { label: 'Office', street: '1 Main Street', city: 'Queens', state: 'NY', zip: '11375' }

test.each([
  ['POST', '/api/sign-up/confirmations', { token: 'x'.repeat(43), password }, 'link_not_valid'],
  ['POST', '/api/email-changes/confirmations', { token: 'x'.repeat(43) }, 'link_not_valid'],
  ['POST', '/api/auth/reset-password', { token: 'x'.repeat(32), newPassword: password }, 'invalid_token'],
])('a guessed token opens nothing: %s %s', async (method, url, payload, code) => {
  const answer = await inject({ method, url, payload, headers: { origin: testUrl } })
  expect([answer.statusCode >= 400, answer.json().code]).toEqual([true, code])
})

test('a guessed calendar feed is as unknown as one that was taken back', async () => {
  const answer = await house.app.inject({ url: `/api/calendar-feeds/${'a'.repeat(43)}.ics` })
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'calendar_not_found'])
})

test('a session token that was guessed or altered lets nobody in', async () => {
  const forged = owner.cookie.replace(/=.{8}/, '=AAAAAAAA')
  for (const cookie of [forged, 'evenkeel.session_token=x', `${owner.cookie}x`])
    expect((await house.app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(401)
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['another site, told by the browser', { 'sec-fetch-site': 'cross-site' }],
])('a form on %s cannot write with our cookie', async (_, headers) => {
  const before = await counted()
  const answer = await inject({
    url: places(),
    payload: place,
    headers: { cookie: owner.cookie, ...key(), ...headers },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'other_origin'])
  expect(await counted()).toBe(before)
})

const counted = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from practices.location`.execute(house.database.owner)).rows[0]?.n

test('a form post without JSON is no request of ours', async () => {
  const headers = { cookie: owner.cookie, ...key(), 'content-type': 'text/plain' }
  const answer = await inject({ url: places(), payload: JSON.stringify(place), headers })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, expect.stringContaining('problem+json')])
})

test('a session that was planted before the sign-in is not the one afterwards', async () => {
  await house.signIn.addUser({ name: 'Ada', email: 'fixed@example.com', password })
  const enter = (cookie: string) =>
    inject({
      url: '/api/auth/sign-in/email',
      payload: { email: 'fixed@example.com', password },
      headers: { origin: testUrl, cookie },
    })
  const planted = 'evenkeel.session_token=planted-by-somebody.else'
  const first = await enter(planted)
  const cookie = [first.headers['set-cookie'] ?? []].flat()[0] ?? ''
  expect(cookie).not.toContain('planted')
  const second = [(await enter(cookie.split(';')[0] ?? '')).headers['set-cookie'] ?? []].flat()[0] ?? ''
  expect(second.split(';')[0]).not.toBe(cookie.split(';')[0])
  expect((await house.app.inject({ url: '/api/me', headers: { cookie: planted } })).statusCode).toBe(401)
})

test('no page of ours stands in a frame of another, and no answer is kept by a cache', async () => {
  for (const url of ['/', '/practice', '/api/me', '/nowhere']) {
    const { headers } = await house.app.inject({ url })
    expect([url, headers['x-frame-options'], headers['content-security-policy']]).toEqual([
      url,
      'DENY',
      expect.stringContaining("frame-ancestors 'none'"),
    ])
  }
  expect((await house.app.inject({ url: '/api/me' })).headers['cache-control']).toBe('no-store')
})

test.each([
  ['the practice', '"practiceId":"01967000-0000-7000-8000-000000000001"'],
  ['an id', '"id":"01967000-0000-7000-8000-000000000001"'],
  ['a moment', '"recordedAt":"2020-01-01T00:00:00Z"'],
  ['a prototype', '"__proto__":{"role":"owner"}'],
])('a body that names %s besides what is asked is refused whole', async (_, more) => {
  const before = await counted()
  const headers = { cookie: owner.cookie, ...key(), 'content-type': 'application/json' }
  const payload = `${JSON.stringify(place).slice(0, -1)},${more}}`
  expect((await inject({ url: places(), payload, headers })).statusCode).toBe(400)
  expect(await counted()).toBe(before)
})

test('a role cannot be taken by asking for it: a new login is nobody’s member', async () => {
  const headers = { origin: testUrl }
  const signUp = {
    givenName: 'A',
    familyName: 'B',
    dateOfBirth: '1990-01-01',
    email: 'r@example.com',
    phone: '5185550142',
    password,
  }
  const answer = await inject({ url: '/api/sign-up', payload: { ...signUp, role: 'owner' }, headers })
  expect(answer.statusCode).toBe(400)
  const update = await inject({
    url: '/api/auth/update-user',
    payload: { twoFactorEnabled: true },
    headers: { ...headers, cookie: owner.cookie },
  })
  expect(update.statusCode).toBe(404)
})

test('a body that is too large, too deep or no JSON is answered by name', async () => {
  const headers = { cookie: owner.cookie, ...key(), 'content-type': 'application/json' }
  const large = await inject({ url: places(), payload: `{"label":"${'x'.repeat(2 * 1024 * 1024)}"}`, headers })
  expect(large.statusCode).toBe(413)
  const broken = await inject({ url: places(), payload: '{"label":', headers })
  expect(broken.statusCode).toBe(400)
  const deep = await inject({ url: places(), payload: `${'['.repeat(50_000)}${']'.repeat(50_000)}`, headers })
  expect([400, 413]).toContain(deep.statusCode)
  for (const answer of [large, broken, deep])
    expect(answer.headers['content-type']).toContain('application/problem+json')
})

test.each(['%00', '..%2f..%2fetc%2fpasswd', "' or 1=1--", '%ff'])('a path with %s leads nowhere', async (text) => {
  const answer = await house.app.inject({ url: `/api/practices/${text}/clients`, headers: { cookie: owner.cookie } })
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
})

test('an address is not changed to one that somebody has: the answer tells nothing, and nothing is taken over', async () => {
  await house.signIn.addUser({ name: 'Has', email: 'has@example.com', password })
  const { id } = await house.signIn.addUser({ name: 'Wants', email: 'wants@example.com', password })
  const cookie = ((await house.signIn.enterAs(id)) ?? []).map((line) => line.split(';')[0]).join('; ')
  const headers = { cookie, origin: testUrl }
  const taken = await inject({ url: '/api/me/email-changes', payload: { email: 'has@example.com', password }, headers })
  const free = await inject({ url: '/api/me/email-changes', payload: { email: 'free@example.com', password }, headers })
  expect([taken.statusCode, taken.json()]).toEqual([free.statusCode, free.json()])
  expect((await house.app.inject({ url: '/api/me', headers: { cookie } })).json().user.email).toBe('wants@example.com')
})

test('two who do the same at once do it once, each with an answer', async () => {
  const client = await inject({
    url: `/api/practices/${owner.practiceId}/clients`,
    payload: {
      givenName: 'Ada',
      familyName: 'Twice',
      email: 'twice@example.com',
      phone: null,
      clinicianMemberId: owner.memberId,
      notify: false,
    },
    headers: { cookie: owner.cookie, ...key() },
  })
  const { personId } = client.json()
  const url = `/api/practices/${owner.practiceId}/clients/${personId}/archivings`
  const archive = () => inject({ url, payload: { archived: true }, headers: { cookie: owner.cookie, ...key() } })
  const statuses = (await Promise.all([archive(), archive(), archive()])).map(({ statusCode }) => statusCode).sort()
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
  expect(statuses).toContain(201)
  const standing = await house.app.inject({
    url: `/api/practices/${owner.practiceId}/clients/${personId}`,
    headers: { cookie: owner.cookie },
  })
  expect(standing.json().standing).toBe('archived')
})

test('a membership that ends closes the page that is open at its next request', async () => {
  const member = await house.someone({ role: 'admin', clinician: false, practiceId: owner.practiceId })
  const look = () =>
    house.app.inject({ url: `/api/practices/${owner.practiceId}/clients`, headers: { cookie: member.cookie } })
  expect((await look()).statusCode).toBe(200)
  const now = house.world.clock.now()
  await asOperations(house.database.operations, { user: null, now }, (db) =>
    db
      .insertInto('practices.standing_change')
      .values({
        practice_id: owner.practiceId,
        id: house.world.ids.next(),
        member_id: member.memberId,
        standing: 'removed',
        reason: 'left',
        recorded_at: now,
        recorded_by: 'test',
      })
      .execute(),
  )
  expect([(await look()).statusCode, (await look()).json().code]).toEqual([404, 'practice_not_found'])
})
