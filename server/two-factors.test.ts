import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOnTestDatabase, testUrl } from './app-on-test-database.ts'
import { authenticatorCode } from './authenticator-code.ts'
import { type Browser, browserOfSomebody } from './browser-of-somebody.ts'
import { softwareAuthenticator } from './passkeys/software-authenticator.ts'

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

const browser = (of: House = house) => browserOfSomebody(of)

/** A member of a practice, or of the operator's staff, who signs in with a password. */
async function memberWithPassword(role: 'owner' | 'clinician' | 'operator_staff' = 'owner', of?: string) {
  const email = `member-${crypto.randomUUID()}@example.com`
  const { id } = await house.signIn.addUser({ name: 'Ada', email, password })
  const practiceId = role === 'operator_staff' ? house.world.operator : of
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

const lettersTo = async (email: string) =>
  (
    await house.database.operations
      .selectFrom('house.mail')
      .select('subject')
      .where('recipient', '=', email)
      .orderBy('id')
      .execute()
  ).map(({ subject }) => subject)

test('an owner takes the second factor from a member who lost the phone: passkeys too, signed out, told, and set up anew', async () => {
  const owner = await memberWithPassword()
  const member = await memberWithPassword('clinician', owner.practiceId)
  const [{ own: ownerBrowser }, { own }] = [await setUp(owner), await setUp(member)]
  const authenticator = softwareAuthenticator({ rpId: 'localhost', origin: testUrl })
  const response = authenticator.create((await own.post('/api/me/passkeys/options')).json())
  expect((await own.post('/api/me/passkeys', { name: 'Phone', response })).statusCode).toBe(201)

  const url = `/api/practices/${owner.practiceId}/team/${member.memberId}/second-factor-resets`
  expect((await own.post(url, { reason: 'It is me' })).json().code).toBe('role_not_allowed')
  expect((await ownerBrowser.post(url, { reason: '' })).statusCode).toBe(400)
  expect((await ownerBrowser.post(url, { reason: 'Her phone is in the lake' })).statusCode).toBe(201)

  expect((await own.get('/api/me')).statusCode).toBe(401)
  const thief = browser()
  const options = (await thief.post('/api/passkeys/sign-in-options')).json()
  const used = await thief.post('/api/passkeys/sign-ins', { response: authenticator.use(options) })
  expect(used.json().code).toBe('passkey_refused')
  const again = browser()
  const entered = await again.post('/api/auth/sign-in/email', { email: member.email, password })
  expect(entered.json()).not.toHaveProperty('twoFactorRedirect')
  expect((await again.get('/api/me')).json()).toMatchObject({
    twoFactors: 'needed',
    factors: { app: false, passkeys: 0 },
  })
  expect((await again.get(`/api/practices/${owner.practiceId}/clients`)).json().code).toBe('two_factors_needed')
  expect(await lettersTo(member.email)).toContain('Your second factor was taken away')
  const kept = await house.database.operations
    .selectFrom('audit.event')
    .select(['practice_id', 'user_id'])
    .where('reason', 'like', '%Her phone is in the lake')
    .execute()
  expect(kept).toEqual([{ practice_id: owner.practiceId, user_id: owner.userId }])
})

test('an owner takes it from nobody else: not from themselves, not from who works elsewhere, not from another practice', async () => {
  const [owner, neighbour] = [await memberWithPassword(), await memberWithPassword()]
  const { own } = await setUp(owner)
  const both = await memberWithPassword('clinician', owner.practiceId)
  const { memberId } = await house.someone({ practiceId: neighbour.practiceId, role: 'clinician' })
  await house.database.owner
    .updateTable('practices.member')
    .set({ user_id: both.userId })
    .where('id', '=', memberId)
    .execute()
  const { own: theirs } = await setUp(both)
  const unnamed = await house.someone({ practiceId: owner.practiceId, role: 'clinician' })
  await house.database.owner
    .updateTable('practices.member')
    .set({ user_id: null })
    .where('id', '=', unnamed.memberId)
    .execute()
  const tried = async (id: string) =>
    (await own.post(`/api/practices/${owner.practiceId}/team/${id}/second-factor-resets`, { reason: 'Lost it' })).json()
      .code
  expect([
    await tried(owner.memberId),
    await tried(both.memberId),
    await tried(neighbour.memberId),
    await tried(unnamed.memberId),
  ]).toEqual(['own_second_factor', 'login_works_elsewhere', 'member_not_found', 'member_without_login'])
  expect((await theirs.get('/api/me')).statusCode).toBe(200)
})

test('of the operator’s staff it takes two others: one asks, another does it, once, within a day', async () => {
  const member = () => memberWithPassword('operator_staff')
  const { email, ...lost } = await member()
  const { own: hers } = await setUp({ email, ...lost })
  const [{ own: asker }, { own: colleague }] = [await setUp(await member()), await setUp(await member())]
  const path = '/api/operations/two-factor-resets'
  const asked = await asker.post(path, { email, reason: 'Called back at her desk' })
  expect([asked.statusCode, asked.json()]).toEqual([201, { outcome: 'waits_for_colleague' }])
  // Nothing has happened yet.
  expect((await hers.get('/api/me')).statusCode).toBe(200)
  const waiting = async (of: Browser) => {
    const { resets } = (await of.get(path)).json() as { resets: { id: string; email: string; mayConfirm: boolean }[] }
    return resets.filter((each) => each.email === email)
  }
  expect([await waiting(asker), await waiting(hers), await waiting(colleague)]).toMatchObject([
    [{ mayConfirm: false }],
    [{ mayConfirm: false }],
    [{ mayConfirm: true }],
  ])
  const [{ id } = { id: '' }] = await waiting(colleague)
  const confirm = `${path}/${id}/confirmations`
  expect((await asker.post(confirm)).json().code).toBe('second_person_needed')
  expect((await hers.post(confirm)).json().code).toBe('own_second_factor')
  expect((await colleague.post(confirm)).statusCode).toBe(201)
  expect((await colleague.post(confirm)).json().code).toBe('reset_not_waiting')
  expect((await hers.get('/api/me')).statusCode).toBe(401)
  expect(await lettersTo(email)).toEqual(['Your second factor was taken away'])
})

test('a new phone takes the place of the old one with its first code and not before, and codes on paper are made anew', async () => {
  const owner = await memberWithPassword()
  const { own, totpURI, backupCodes } = await setUp(owner)
  const enters = async (code: string, kind = 'totp') => {
    const next = browser()
    await next.post('/api/auth/sign-in/email', { email: owner.email, password })
    return (await next.post(`/api/auth/two-factor/verify-${kind}`, { code })).statusCode
  }
  // No password takes an app away, and none is set up over one that is there.
  expect((await own.post('/api/auth/two-factor/disable', { password })).statusCode).toBe(404)
  expect((await own.post('/api/auth/two-factor/enable', { password })).statusCode).toBe(400)
  const begun = await own.post('/api/me/authenticator-apps')
  expect(begun.statusCode).toBe(201)
  const renewed = begun.json().totpURI
  expect([await enters(codeOf(renewed)), await enters(codeOf(totpURI))]).toEqual([401, 200])
  const confirm = '/api/me/authenticator-apps/confirmations'
  expect((await own.post(confirm, { code: '000000' })).json().code).toBe('wrong_code')
  expect(await enters(codeOf(totpURI))).toBe(200)
  expect((await own.post(confirm, { code: codeOf(renewed) })).statusCode).toBe(201)
  expect([await enters(codeOf(totpURI)), await enters(codeOf(renewed))]).toEqual([401, 200])
  expect((await own.post(confirm, { code: codeOf(renewed) })).json().code).toBe('authenticator_not_begun')
  expect(await lettersTo(owner.email)).toContain('Your authenticator app was replaced')

  const made = await own.post('/api/auth/two-factor/generate-backup-codes', { password })
  const fresh = made.json().backupCodes as string[]
  expect(fresh).toHaveLength(10)
  expect([await enters(backupCodes[1], 'backup-code'), await enters(fresh[0] ?? '', 'backup-code')]).toEqual([401, 200])
  // They are shown at that moment only.
  for (const path of ['view-backup-codes', 'get-backup-codes', 'get-totp-uri'])
    expect((await own.post(`/api/auth/two-factor/${path}`, { password })).statusCode).toBe(404)
})

test('whoever was signed in by a password alone before the app was set up stays outside, and makes no factor of their own', async () => {
  const owner = await memberWithPassword()
  const thief = browser()
  await thief.post('/api/auth/sign-in/email', { email: owner.email, password })
  await setUp(owner)
  expect((await thief.get('/api/me')).json()).toMatchObject({ twoFactors: 'needed', signedInBy: 'password' })
  expect((await thief.get(`/api/practices/${owner.practiceId}/clients`)).json().code).toBe('two_factors_needed')
  const codes = []
  for (const [url, body] of [
    ['/api/me/passkeys/options', {}],
    ['/api/me/authenticator-apps', {}],
    ['/api/auth/two-factor/enable', { password }],
    ['/api/auth/two-factor/generate-backup-codes', { password }],
  ] as const)
    codes.push((await thief.post(url, body)).json().code)
  expect(codes).toEqual(Array(4).fill('second_factor_first'))
  expect((await thief.post('/api/auth/two-factor/get-totp-uri', { password })).statusCode).toBe(404)
  // Nor does a session become more than it is by being told so.
  await thief.post('/api/auth/update-session', { signedInBy: 'passkey' })
  expect((await thief.get('/api/me')).json()).toMatchObject({ signedInBy: 'password' })
})

test('an open window is not enough for a new phone, nor is a login without an app', async () => {
  const owner = await memberWithPassword()
  const fresh = browser()
  await fresh.post('/api/auth/sign-in/email', { email: owner.email, password })
  expect((await fresh.post('/api/me/authenticator-apps')).json().code).toBe('authenticator_missing')
  const { own } = await setUp(owner)
  await sql`
    update sign_in.session set "createdAt" = now() - interval '16 minutes' where "userId" = ${owner.userId}
  `.execute(house.database.owner)
  expect((await own.post('/api/me/authenticator-apps')).json().code).toBe('sign_in_again')
})
