import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOnTestDatabase, testUrl } from './app-on-test-database.ts'
import { authenticatorCode } from './authenticator-code.ts'

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let house: House
let production: House
beforeAll(async () => {
  house = await appOnTestDatabase()
  production = await appOnTestDatabase({ mode: 'production' })
})
afterAll(() => Promise.all([house?.close(), production?.close()]))

const password = 'correct horse battery'

const codeOf = (totpURI: string) => authenticatorCode(new URL(totpURI).searchParams.get('secret') ?? '')

/** A browser of somebody: keeps its cookies. */
let browsers = 0
function browser(of: House = house) {
  browsers += 1
  // Each from an address of its own: how often one computer may try is another test's.
  const remoteAddress = `198.51.100.${browsers}`
  const cookies = new Map<string, string>()
  const keep = (lines: string | string[] | undefined) => {
    for (const line of [lines ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: testUrl,
    'idempotency-key': crypto.randomUUID(),
  })
  return {
    keep,
    async get(url: string) {
      return of.app.inject({ url, headers: headers(), remoteAddress })
    },
    async post(url: string, payload: object = {}) {
      const answer = await of.app.inject({ method: 'POST', url, payload, headers: headers(), remoteAddress })
      keep(answer.headers['set-cookie'])
      return answer
    },
  }
}

/** A member of a practice, or of the operator's staff, who signs in with a password. */
async function memberWithPassword(role: 'owner' | 'operator_staff' = 'owner') {
  const email = `member-${crypto.randomUUID()}@example.com`
  const { id } = await house.signIn.addUser({ name: 'Ada', email, password })
  const practiceId = role === 'operator_staff' ? house.world.operator : undefined
  const made = await house.someone({ role, ...(practiceId === undefined ? {} : { practiceId }) })
  await house.database.owner
    .updateTable('practices.member')
    .set({ user_id: id })
    .where('id', '=', made.memberId)
    .execute()
  return { ...made, userId: id, email }
}

async function setUp(person: { email: string }) {
  const own = browser()
  await own.post('/api/auth/sign-in/email', { email: person.email, password })
  const { totpURI, backupCodes } = (await own.post('/api/auth/two-factor/enable', { password })).json()
  expect((await own.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).statusCode).toBe(200)
  return { own, totpURI, backupCodes }
}

test('a password alone opens no record: whoever works in a practice is asked to set up a second factor', async () => {
  const owner = await memberWithPassword()
  const own = browser()
  expect((await own.post('/api/auth/sign-in/email', { email: owner.email, password })).statusCode).toBe(200)
  expect((await own.get('/api/me')).json()).toMatchObject({ twoFactors: 'needed' })
  const refused = await own.get(`/api/practices/${owner.practiceId}/clients`)
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'two_factors_needed'])
})

test('with the app’s code the records open; at the next sign-in the password leads to the code and nowhere else', async () => {
  const owner = await memberWithPassword()
  const { own, totpURI } = await setUp(owner)
  expect((await own.get('/api/me')).json()).toMatchObject({ twoFactors: 'on' })
  expect((await own.get(`/api/practices/${owner.practiceId}/clients`)).statusCode).toBe(200)

  const next = browser()
  const half = await next.post('/api/auth/sign-in/email', { email: owner.email, password })
  expect(half.json()).toMatchObject({ twoFactorRedirect: true })
  expect((await next.get('/api/me')).statusCode).toBe(401)
  expect((await next.post('/api/auth/two-factor/verify-totp', { code: '000000' })).statusCode).toBe(401)
  expect((await next.get('/api/me')).statusCode).toBe(401)
  expect((await next.post('/api/auth/two-factor/verify-totp', { code: codeOf(totpURI) })).statusCode).toBe(200)
  expect((await next.get(`/api/practices/${owner.practiceId}/clients`)).statusCode).toBe(200)
})

test('a code kept on paper opens once', async () => {
  const owner = await memberWithPassword()
  const { backupCodes } = await setUp(owner)
  const enter = async () => {
    const next = browser()
    await next.post('/api/auth/sign-in/email', { email: owner.email, password })
    return (await next.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })).statusCode
  }
  expect([await enter(), await enter()]).toEqual([200, 401])
})

test('the operator takes a lost factor away with a reason, ends the sessions, and the owner of the login is told', async () => {
  const [owner, staff] = [await memberWithPassword(), await memberWithPassword('operator_staff')]
  const { own } = await setUp(owner)
  const asked = { email: owner.email, reason: 'Called back at the practice’s number' }
  const desk = browser()
  await desk.post('/api/auth/sign-in/email', { email: staff.email, password })
  const unproved = await desk.post('/api/operations/two-factor-resets', asked)
  expect(unproved.json().code).toBe('two_factors_needed')
  const { own: proved } = await setUp(staff)
  expect((await proved.post('/api/operations/two-factor-resets', { ...asked, reason: ' ' })).statusCode).toBe(400)
  expect((await proved.post('/api/operations/two-factor-resets', asked)).statusCode).toBe(201)
  expect((await own.get('/api/me')).statusCode).toBe(401)
  const again = browser()
  expect((await again.post('/api/auth/sign-in/email', { email: owner.email, password })).json()).not.toHaveProperty(
    'twoFactorRedirect',
  )
  expect((await again.get('/api/me')).json()).toMatchObject({ twoFactors: 'needed' })
  const letters = await house.database.operations
    .selectFrom('house.mail')
    .select('subject')
    .where('recipient', '=', owner.email)
    .execute()
  expect(letters).toEqual([{ subject: 'Your second factor was taken away' }])
  const kept = await house.database.operations
    .selectFrom('audit.event')
    .select('reason')
    .where('reason', 'like', '%Called back%')
    .execute()
  expect(kept).toHaveLength(1)
  const oneself = await proved.post('/api/operations/two-factor-resets', { ...asked, email: staff.email })
  expect(oneself.json().code).toBe('own_second_factor')
})

test('a character of the demonstration needs none there, and in production the very same session opens nothing', async () => {
  const seen = async ({ app, someone }: House) => {
    const { cookie, practiceId } = await someone()
    return (await app.inject({ url: `/api/practices/${practiceId}/clients`, headers: { cookie } })).statusCode
  }
  expect([await seen(house), await seen(production)]).toEqual([200, 403])
})

test('a client needs none, and may have one', async () => {
  const client = await house.someClient()
  expect((await house.app.inject({ url: '/api/me', headers: { cookie: client.cookie } })).json()).toMatchObject({
    twoFactors: 'not_needed',
  })
})

test('after five wrong codes the sign-in begins anew, and the account waits after ten', async () => {
  const owner = await memberWithPassword()
  const { totpURI } = await setUp(owner)
  const wrong = async () => {
    const next = browser()
    await next.post('/api/auth/sign-in/email', { email: owner.email, password })
    const tried = []
    for (let n = 0; n < 6; n += 1)
      tried.push((await next.post('/api/auth/two-factor/verify-totp', { code: '000000' })).statusCode)
    return { next, tried }
  }
  const { next, tried } = await wrong()
  expect(tried.slice(0, 3)).toEqual([401, 401, 401])
  expect(tried.slice(3).every((status) => [400, 401, 429].includes(status))).toBe(true)
  expect((await next.get('/api/me')).statusCode).toBe(401)
  expect(codeOf(totpURI)).toMatch(/^\d{6}$/)
})
