import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOnTestDatabase, testUrl } from './app-on-test-database.ts'
import { openSignIn } from './sign-in.ts'

const portalsFolder = mkdtempSync(join(tmpdir(), 'evenkeel-portals-'))
mkdirSync(join(portalsFolder, 'assets'))
writeFileSync(
  join(portalsFolder, 'index.html'),
  '<meta name="csp-nonce" content="__CSP_NONCE__" /><div id="portal"></div>',
)
writeFileSync(join(portalsFolder, 'assets', 'main-abc.js'), 'export {}')

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let demonstration: House
let production: House
beforeAll(async () => {
  demonstration = await appOnTestDatabase({ portalsFolder })
  production = await appOnTestDatabase({ portalsFolder, mode: 'production' })
})
afterAll(async () => {
  await Promise.all([demonstration?.close(), production?.close()])
  rmSync(portalsFolder, { recursive: true })
})

const demonstrationOnly = [
  ['GET', '/api/demonstration/personas'],
  ['POST', '/api/demonstration/personas/01967000-0000-7000-8000-000000000001/sign-in'],
  ['GET', '/api/demonstration/clock'],
  ['POST', '/api/demonstration/clock'],
  ['GET', '/api/demonstration/things'],
  ['POST', '/api/demonstration/things/confirm/tried'],
  ['GET', '/api/demonstration/letters'],
  ['GET', '/api/demonstration/switchboard'],
  ['GET', '/api/demonstration/happenings'],
  ['GET', '/api/demonstration/standing'],
  ['POST', '/api/demonstration/switches'],
  ['POST', '/api/demonstration/start-over'],
] as const

test.each(demonstrationOnly)('%s %s exists in the demonstration and not in production', async (method, url) => {
  const ask = ({ app }: House) =>
    app.inject({ method, url, ...(method === 'POST' ? { payload: { until: 'next_day' } } : {}) })
  expect((await ask(demonstration)).json()).not.toMatchObject({ code: 'route_not_found' })
  const answer = await ask(production)
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'route_not_found'])
})

test('the description of the API is the same in both modes and knows nothing of the demonstration', async () => {
  const of = async ({ app }: House) => (await app.inject({ url: '/api/openapi.json' })).json()
  expect(await of(demonstration)).toEqual(await of(production))
  expect(JSON.stringify(await of(production))).not.toContain('demonstration/')
})

test('in production the very function that opens a session without a password refuses', async () => {
  const signIn = openSignIn({
    db: production.database.signIn,
    mode: 'production',
    url: 'https://evenkeel.example',
    origins: () => [testUrl],
    secret: 'a secret for tests, of more than thirty-two characters',
    newId: production.world.ids.next,
  })
  const { id } = await signIn.addUser({ name: 'Someone', email: 'someone@example.com' })
  await expect(signIn.enterAs(id)).rejects.toThrow('in the demonstration only')
})

test('production refuses to be put together with a demonstration', async () => {
  const parts = { personas: async () => [], advance: async () => ({ progress: '' }), moving: () => null }
  await expect(appOnTestDatabase({ mode: 'production', demonstration: parts })).rejects.toThrow('no demonstration')
})

test('a login enters with e-mail and password, and with a wrong one it does not', async () => {
  await demonstration.signIn.addUser({ name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' })
  const enter = (password: string) =>
    demonstration.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: 'ada@example.com', password },
      headers: { origin: testUrl },
    })
  const wrong = await enter('wrong horse battery')
  expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'invalid_email_or_password'])
  expect(wrong.headers['content-type']).toContain('application/problem+json')
  const right = await enter('correct horse battery')
  expect(right.statusCode).toBe(200)
  const [cookie = ''] = [right.headers['set-cookie'] ?? []].flat()
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  const me = await demonstration.app.inject({ url: '/api/me', headers: { cookie: cookie.split(';')[0] ?? '' } })
  expect(me.json()).toMatchObject({ user: { email: 'ada@example.com' }, memberships: [] })
})

test('nobody makes an account for themselves', async () => {
  const answer = await demonstration.app.inject({
    method: 'POST',
    url: '/api/auth/sign-up/email',
    payload: { email: 'new@example.com', password: 'correct horse battery', name: 'New' },
    headers: { origin: testUrl },
  })
  expect(answer.statusCode).toBe(404)
})

test('after ten attempts within a minute from one address the next is refused', async () => {
  const attempt = () =>
    demonstration.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: 'nobody@example.com', password: 'wrong horse battery' },
      headers: { origin: testUrl, 'x-client-address': '203.0.113.9' },
      remoteAddress: '198.51.100.7',
    })
  const statuses = []
  for (let n = 0; n < 12; n += 1) statuses.push((await attempt()).statusCode)
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
})

test('every page address gets its front door with the nonce of this very response', async () => {
  for (const url of ['/', '/practice/sessions/1', '/client', '/operations/queues', '/find-care']) {
    const answer = await demonstration.app.inject({ url })
    const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy'])) ?? []
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(`content="${nonce}"`)
  }
  const [one, other] = [await demonstration.app.inject({ url: '/' }), await demonstration.app.inject({ url: '/' })]
  expect(one.body).not.toBe(other.body)
})

test('files named by their content are kept by browsers, and what does not exist is not a page', async () => {
  const asset = await demonstration.app.inject({ url: '/assets/main-abc.js' })
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  for (const url of ['/assets/gone.js', '/../package.json', '/%2e%2e/package.json', '/api/nothing', '/.built-from']) {
    expect((await demonstration.app.inject({ url })).statusCode).toBe(404)
  }
})

test('metrics name routes and no one, and are not for visitors that come through a proxy', async () => {
  const answer = await demonstration.app.inject({ url: '/metrics' })
  expect(answer.body).toContain('evenkeel_http_request_seconds')
  expect(answer.body).not.toContain('@example.com')
  const visitor = await demonstration.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(visitor.statusCode).toBe(404)
})

test('the browsable page of the API loads its files from here alone', async () => {
  const page = await demonstration.app.inject({ url: '/api/docs/' })
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toMatch(/https?:\/\//)
  expect(page.body).not.toMatch(/<script>|<style>|style=/)
})
