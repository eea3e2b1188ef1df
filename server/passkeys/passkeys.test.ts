import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperations } from '../../database/act-as.ts'
import { appOnTestDatabase, testUrl } from '../app-on-test-database.ts'
import { authenticatorCode } from '../authenticator-code.ts'
import { type Browser, browserOfSomebody } from '../browser-of-somebody.ts'
import { type Lies, type SoftwareAuthenticator, softwareAuthenticator } from './software-authenticator.ts'

// Whole ceremonies over HTTP, by an authenticator of software that can tell each lie on its own.

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let house: House
let production: House
beforeAll(async () => {
  house = await appOnTestDatabase()
  production = await appOnTestDatabase({ mode: 'production' })
})
afterAll(() => Promise.all([house?.close(), production?.close()]))

const password = 'correct horse battery'
const site = { rpId: 'localhost', origin: testUrl }

type Person = { email: string; userId: string; practiceId: string; memberId: string }

/** Somebody who works in a practice of their own and signs in with a password; `own` is their browser, signed in. */
async function memberWithPassword(of: House = house): Promise<Person & { own: Browser }> {
  const email = `member-${crypto.randomUUID()}@example.com`
  const { id: userId } = await of.signIn.addUser({ name: 'Ada', email, password })
  const made = await of.someone()
  await of.database.owner
    .updateTable('practices.member')
    .set({ user_id: userId })
    .where('id', '=', made.memberId)
    .execute()
  const own = browserOfSomebody(of)
  expect((await own.post('/api/auth/sign-in/email', { email, password })).statusCode).toBe(200)
  return { ...made, userId, email, own }
}

/** A client, signed in just now; how is no matter here. */
async function someClient(): Promise<{ own: Browser; userId: string; email: string }> {
  const { userId, personId, cookie } = await house.someClient()
  return { own: browserOfSomebody(house, cookie), userId, email: `client-${personId}@example.com` }
}

async function begin(own: Browser) {
  const answer = await own.post('/api/me/passkeys/options')
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('challenge')])
  return answer.json()
}

async function add(own: Browser, { name = 'Laptop', synced = false, counts = true, lies = {} as Lies } = {}) {
  const authenticator = softwareAuthenticator({ ...site, synced, counts })
  const response = authenticator.create(await begin(own), lies)
  const answer = await own.post('/api/me/passkeys', { name, response })
  return { authenticator, answer, id: answer.json().id as string }
}

async function enter(
  authenticator: SoftwareAuthenticator,
  { browser = browserOfSomebody(house), lies = {} as Lies } = {},
) {
  const options = (await browser.post('/api/passkeys/sign-in-options')).json()
  const answer = await browser.post('/api/passkeys/sign-ins', { response: authenticator.use(options, lies) })
  return { browser, answer, code: answer.json().code }
}

const listed = async (own: Browser) => (await own.get('/api/me/passkeys')).json().passkeys
const clientsOf = (practiceId: string) => `/api/practices/${practiceId}/clients`

const lettersTo = (email: string) =>
  house.database.operations
    .selectFrom('house.mail')
    .select(['subject', 'body'])
    .where('recipient', '=', email)
    .orderBy('id')
    .execute()

const audited = async (userId: string) => {
  const { rows } = await sql<{ action: string; subject: string; reason: string | null }>`
    select action, subject, reason from audit.event where user_id = ${userId} order by id
  `.execute(house.database.owner)
  return rows
}

test('whoever adds a passkey signs in with it, and it counts as two factors: records open without a code', async () => {
  const { own, practiceId, email, userId } = await memberWithPassword()
  expect((await own.get('/api/me')).json()).toMatchObject({ twoFactors: 'needed', signedInBy: 'password' })
  const { authenticator, id, answer } = await add(own)
  expect(answer.statusCode).toBe(201)
  // The passkey was proved just now, so the session that added it opens records too.
  expect((await own.get(clientsOf(practiceId))).statusCode).toBe(200)
  expect(await listed(own)).toMatchObject([{ id, name: 'Laptop', kept: 'on_one_device', lastUsedAt: null }])

  const { browser, answer: entered } = await enter(authenticator)
  expect(entered.statusCode).toBe(200)
  expect((await browser.get('/api/me')).json()).toMatchObject({
    user: { id: userId },
    twoFactors: 'on',
    signedInBy: 'passkey',
    factors: { app: false, passkeys: 1 },
  })
  expect((await browser.get(clientsOf(practiceId))).statusCode).toBe(200)
  expect((await listed(browser))[0].lastUsedAt).not.toBeNull()
  const sessions = (await browser.get('/api/auth/list-sessions')).json() as { signedInBy: string }[]
  expect(sessions.map(({ signedInBy }) => signedInBy)).toEqual(['passkey', 'passkey'])
  const letters = await lettersTo(email)
  expect(letters.map(({ subject }) => subject)).toEqual(['A passkey was added to your account'])
  expect(letters[0]?.body).not.toMatch(/Laptop|198\.51/)
  expect((await audited(userId)).filter(({ action }) => action.includes('passkeys'))).toMatchObject([
    { action: 'write POST /api/me/passkeys', subject: `passkey ${id}` },
    { action: 'write POST /api/passkeys/sign-ins', reason: expect.stringContaining('two factors') },
  ])
})

test('a password alone adds no passkey and no app beside one that is there: its owner proves it first', async () => {
  const person = await memberWithPassword()
  await add(person.own)
  const thief = browserOfSomebody(house)
  await thief.post('/api/auth/sign-in/email', { email: person.email, password })
  expect((await thief.get('/api/me')).json()).toMatchObject({ twoFactors: 'needed', factors: { passkeys: 1 } })
  expect((await thief.get(clientsOf(person.practiceId))).json().code).toBe('two_factors_needed')
  expect((await thief.post('/api/me/passkeys/options')).json().code).toBe('second_factor_first')
  expect((await thief.post('/api/auth/two-factor/enable', { password })).json().code).toBe('second_factor_first')
  const [{ id }] = await listed(thief)
  expect((await thief.post(`/api/me/passkeys/${id}/removals`)).json().code).toBe('second_factor_first')
  expect(await listed(person.own)).toHaveLength(1)
})

test.each<[string, Lies, string]>([
  ['made at another site', { origin: 'https://evenkeel.example' }, 'passkey_not_valid'],
  ['made for another site', { rpId: 'evenkeel.example' }, 'passkey_not_valid'],
  ['that is an answer to something else', { type: 'webauthn.get' }, 'passkey_not_valid'],
  ['made without anybody there', { userPresent: false }, 'passkey_not_valid'],
  ['that did not check who made it', { verifiesUser: false }, 'passkey_not_verified'],
])('a passkey %s is not added', async (_, lies, code) => {
  const { own } = await someClient()
  const { answer } = await add(own, { lies })
  expect([answer.json().code, await listed(own)]).toEqual([code, []])
})

test.each<[string, Lies, string]>([
  ['used at another site', { origin: 'https://evenkeel.example' }, 'passkey_refused'],
  ['used for another site', { rpId: 'evenkeel.example' }, 'passkey_refused'],
  ['answering something else', { type: 'webauthn.create' }, 'passkey_refused'],
  ['with nobody there', { userPresent: false }, 'passkey_refused'],
  ['signed by another key', { otherKey: true }, 'passkey_refused'],
  ['that says it is somebody else’s', { userHandle: Buffer.alloc(16, 7).toString('base64url') }, 'passkey_refused'],
  ['that did not check who used it', { verifiesUser: false }, 'passkey_not_verified'],
])('a passkey %s lets nobody in', async (_, lies, code) => {
  const { own } = await someClient()
  const { authenticator } = await add(own)
  const refused = await enter(authenticator, { lies })
  expect([refused.code, (await refused.browser.get('/api/me')).statusCode]).toEqual([code, 401])
  expect((await enter(authenticator)).answer.statusCode).toBe(200)
})

test('what was signed once opens nothing again: not the same answer, not in another browser, not after five minutes', async () => {
  const { own } = await someClient()
  const { authenticator } = await add(own)
  const browser = browserOfSomebody(house)
  const challenge = async () => (await browser.post('/api/passkeys/sign-in-options')).json()
  const response = authenticator.use(await challenge())
  expect((await browser.post('/api/passkeys/sign-ins', { response })).statusCode).toBe(200)
  expect((await browser.post('/api/passkeys/sign-ins', { response })).json().code).toBe('passkey_too_late')

  const stolen = authenticator.use(await challenge())
  const thief = browserOfSomebody(house)
  await thief.post('/api/passkeys/sign-in-options')
  expect((await thief.post('/api/passkeys/sign-ins', { response: stolen })).json().code).toBe('passkey_too_late')

  const slow = authenticator.use(await challenge())
  await sql`update sign_in.passkey_challenge set "expiresAt" = ${new Date()}`.execute(house.database.owner)
  expect((await browser.post('/api/passkeys/sign-ins', { response: slow })).json().code).toBe('passkey_too_late')

  const invented = authenticator.use({ challenge: 'A'.repeat(43) })
  expect((await browser.post('/api/passkeys/sign-ins', { response: invented })).json().code).toBe('passkey_too_late')
})

test('a refused answer spends its challenge too', async () => {
  const { own } = await someClient()
  const { authenticator } = await add(own)
  const browser = browserOfSomebody(house)
  const options = (await browser.post('/api/passkeys/sign-in-options')).json()
  const wrong = authenticator.use(options, { otherKey: true })
  expect((await browser.post('/api/passkeys/sign-ins', { response: wrong })).json().code).toBe('passkey_refused')
  const right = authenticator.use(options)
  expect((await browser.post('/api/passkeys/sign-ins', { response: right })).json().code).toBe('passkey_too_late')
})

test('a challenge to sign in adds no passkey, and one to add lets nobody in: each is for its purpose and its session', async () => {
  const [one, other] = [await someClient(), await someClient()]
  const authenticator = softwareAuthenticator(site)
  const toEnter = (await one.own.post('/api/passkeys/sign-in-options')).json()
  const crossed = await one.own.post('/api/me/passkeys', { name: 'X', response: authenticator.create(toEnter) })
  expect(crossed.json().code).toBe('passkey_too_late')
  const { authenticator: known } = await add(one.own)
  const toAdd = await begin(one.own)
  expect((await one.own.post('/api/passkeys/sign-ins', { response: known.use(toAdd) })).json().code).toBe(
    'passkey_too_late',
  )
  const foreign = await other.own.post('/api/me/passkeys', { name: 'X', response: authenticator.create(toAdd) })
  expect(foreign.json().code).toBe('passkey_too_late')
  const twice = softwareAuthenticator(site).create(toAdd)
  expect((await one.own.post('/api/me/passkeys', { name: 'Y', response: twice })).statusCode).toBe(201)
  expect((await one.own.post('/api/me/passkeys', { name: 'Z', response: twice })).json().code).toBe('passkey_too_late')
})

test('a passkey of one login is nobody else’s: not added twice, not renamed, not removed, not used as another', async () => {
  const [one, other] = [await someClient(), await someClient()]
  const { authenticator, id } = await add(one.own)
  const again = authenticator.create(await begin(other.own))
  const taken = await other.own.post('/api/me/passkeys', { name: 'Mine', response: again })
  expect([taken.json().code, await listed(other.own)]).toEqual(['passkey_known', []])
  expect((await other.own.post(`/api/me/passkeys/${id}/names`, { name: 'Mine' })).statusCode).toBe(404)
  expect((await other.own.post(`/api/me/passkeys/${id}/removals`)).statusCode).toBe(404)
  const options = (await other.own.post('/api/passkeys/sign-in-options')).json()
  const mine = softwareAuthenticator(site)
  mine.create(options, {})
  const theirs = { ...mine.use(options), id: authenticator.credentialId, rawId: authenticator.credentialId }
  expect((await other.own.post('/api/passkeys/sign-ins', { response: theirs })).json().code).toBe('passkey_refused')
  // Proving again that it is oneself, over the page of somebody else.
  const next = (await other.own.post('/api/passkeys/sign-in-options')).json()
  const asOther = { response: one && authenticator.use(next, { userHandle: handle(one.userId) }), as: other.userId }
  expect((await other.own.post('/api/passkeys/sign-ins', asOther)).json().code).toBe('passkey_of_another')
  expect((await other.own.get('/api/me')).json().user.id).toBe(other.userId)
  expect(await listed(one.own)).toMatchObject([{ name: 'Laptop' }])
})

const handle = (userId: string) => Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url')

test('a copy is found by its counter: it is refused and stopped in words, its owner is written to, and the audit says why', async () => {
  const { own, email, userId } = await someClient()
  const { authenticator, id } = await add(own)
  await enter(authenticator)
  const copy = await enter(authenticator, { lies: { counter: 1 } })
  expect([copy.code, copy.answer.json().detail]).toEqual(['passkey_stopped', expect.stringContaining('copied')])
  // Whichever of the two is the owner's: neither is trusted any more.
  expect((await enter(authenticator)).code).toBe('passkey_stopped')
  expect(await listed(own)).toMatchObject([{ isStopped: true, removal: 'yes' }])
  expect((await lettersTo(email)).map(({ subject }) => subject)).toContain('A passkey of yours was stopped')
  expect((await audited(userId)).at(-1)).toMatchObject({
    subject: `passkey ${id}`,
    reason: expect.stringContaining('copy'),
  })
})

test('a lie about the counter without the key stops nobody’s passkey', async () => {
  const { own } = await someClient()
  const { authenticator } = await add(own)
  await enter(authenticator)
  expect((await enter(authenticator, { lies: { counter: 1, otherKey: true } })).code).toBe('passkey_refused')
  expect((await enter(authenticator)).answer.statusCode).toBe(200)
})

test('a passkey that does not count, as those that are synced, is used again and again', async () => {
  const { own } = await someClient()
  const { authenticator } = await add(own, { synced: true, counts: false })
  expect(await listed(own)).toMatchObject([{ kept: 'synced' }])
  expect((await enter(authenticator)).answer.statusCode).toBe(200)
  expect((await enter(authenticator)).answer.statusCode).toBe(200)
})

test('of two uses with one count at the same moment one gets in', async () => {
  const { own } = await someClient()
  const { authenticator } = await add(own)
  const both = await Promise.all([1, 2].map(() => enter(authenticator, { lies: { counter: 9 } })))
  expect(both.map(({ answer }) => answer.statusCode).sort()).toEqual([200, 403])
})

test('a removed passkey answers as one that never was, and what it had opened is ended', async () => {
  const { own, email } = await someClient()
  const { authenticator, id } = await add(own)
  const { browser } = await enter(authenticator)
  expect((await browser.get('/api/me')).statusCode).toBe(200)
  expect((await own.post(`/api/me/passkeys/${id}/removals`)).statusCode).toBe(201)
  expect((await browser.get('/api/me')).statusCode).toBe(401)
  const [removed, unknown] = [await enter(authenticator), await enter(softwareAuthenticator(site))]
  expect(removed.answer.json()).toEqual(unknown.answer.json())
  expect(removed.code).toBe('passkey_refused')
  expect((await lettersTo(email)).map(({ subject }) => subject)).toContain('A passkey was removed from your account')
  expect((await own.post(`/api/me/passkeys/${id}/removals`)).json().code).toBe('passkey_not_found')
})

test('the last second factor of a member stays, and of two that are removed at once one stays', async () => {
  const { own } = await memberWithPassword()
  const { id } = await add(own)
  expect(await listed(own)).toMatchObject([{ removal: 'last_second_factor' }])
  expect((await own.post(`/api/me/passkeys/${id}/removals`)).json().code).toBe('last_second_factor')
  const { id: second } = await add(own, { name: 'Phone' })
  expect((await own.post(`/api/me/passkeys/${id}/names`, { name: ' Old laptop ' })).statusCode).toBe(201)
  expect((await listed(own)).map(({ name }: { name: string }) => name)).toEqual(['Old laptop', 'Phone'])
  const both = await Promise.all([id, second].map((each) => own.post(`/api/me/passkeys/${each}/removals`)))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  expect(await listed(own)).toHaveLength(1)
})

test('the last way in stays: where there is no password, and no card of a demonstration, a passkey is not removed', async () => {
  const { cookie, userId } = await production.someone()
  const own = browserOfSomebody(production, cookie)
  const { id } = await add(own)
  expect((await own.get('/api/me')).json()).toMatchObject({ user: { id: userId } })
  expect((await own.post(`/api/me/passkeys/${id}/removals`)).json().code).toBe('last_way_in')
  // The very same character enters the demonstration by a card.
  const persona = browserOfSomebody(house, (await house.someone()).cookie)
  const { id: theirs } = await add(persona)
  expect((await persona.post(`/api/me/passkeys/${theirs}/removals`)).statusCode).toBe(201)
})

test('whoever finds an open window neither adds nor removes a passkey', async () => {
  const { own, userId } = await someClient()
  const { id } = await add(own)
  const options = await begin(own)
  await sql`
    update sign_in.session set "createdAt" = now() - interval '16 minutes' where "userId" = ${userId}
  `.execute(house.database.owner)
  const created = softwareAuthenticator(site).create(options)
  for (const [url, body] of [
    ['/api/me/passkeys/options', {}],
    ['/api/me/passkeys', { name: 'Thief', response: created }],
    [`/api/me/passkeys/${id}/removals`, {}],
  ] as const)
    expect([url, (await own.post(url, body)).json().code]).toEqual([url, 'sign_in_again'])
  expect(await listed(own)).toHaveLength(1)
})

test('ten wrong answers for one passkey make it wait, whoever’s it is and whether or not there is one', async () => {
  for (const authenticator of [softwareAuthenticator(site), (await add((await someClient()).own)).authenticator]) {
    const codes = []
    for (let n = 0; n < 11; n += 1) codes.push((await enter(authenticator, { lies: { otherKey: true } })).code)
    expect(codes).toEqual([...Array<string>(10).fill('passkey_refused'), 'too_many_attempts'])
  }
})

test('one computer that tries passkey after passkey is stopped', async () => {
  const browser = browserOfSomebody(house)
  const codes = []
  for (let n = 0; n < 31; n += 1) codes.push((await enter(softwareAuthenticator(site), { browser })).code)
  expect([codes[0], codes[29], codes[30]]).toEqual(['passkey_refused', 'passkey_refused', 'too_many_attempts'])
})

test('what is asked before a sign-in names nobody and knows nobody', async () => {
  const answer = await browserOfSomebody(house).post('/api/passkeys/sign-in-options')
  expect(Object.keys(answer.json()).sort()).toEqual(['challenge', 'rpId', 'timeout', 'userVerification'])
  expect(
    (await browserOfSomebody(house).post('/api/passkeys/sign-in-options', { email: 'a@b.example' })).statusCode,
  ).toBe(400)
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict$/)
  const safe = await browserOfSomebody(production).post('/api/passkeys/sign-in-options')
  expect(String(safe.headers['set-cookie'])).toMatch(/^__Secure-.*; Secure$/)
})

test('a removed member’s passkey still signs them in, and opens nothing of the practice; an archived one’s opens what is theirs', async () => {
  const seen = async (standing: 'archived' | 'removed') => {
    const { own, practiceId, memberId } = await memberWithPassword()
    const { authenticator } = await add(own)
    const change = { practice_id: practiceId, member_id: memberId, reason: 'left', recorded_by: 'test' }
    const at = house.world.clock.now()
    await asOperations(house.database.operations, { user: null, now: at }, (db) =>
      db
        .insertInto('practices.standing_change')
        .values({ ...change, id: house.world.ids.next(), standing, recorded_at: at })
        .execute(),
    )
    const { browser, answer } = await enter(authenticator)
    expect(answer.statusCode).toBe(200)
    return [
      (await browser.get('/api/me')).json().memberships.length,
      (await browser.get(`/api/practices/${practiceId}/home`)).statusCode,
    ]
  }
  expect([await seen('archived'), await seen('removed')]).toEqual([
    [1, 200],
    [0, 404],
  ])
})

test('with an authenticator app besides, the passkey signs in without a code and may be removed', async () => {
  const { own, email } = await memberWithPassword()
  const { totpURI } = (await own.post('/api/auth/two-factor/enable', { password })).json()
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  await own.post('/api/auth/two-factor/verify-totp', { code: authenticatorCode(secret) })
  const { authenticator, id } = await add(own)
  const { browser } = await enter(authenticator)
  expect((await browser.get('/api/me')).json()).toMatchObject({ twoFactors: 'on', factors: { app: true, passkeys: 1 } })
  // A password still leads to the code and nowhere else.
  const next = browserOfSomebody(house)
  const half = await next.post('/api/auth/sign-in/email', { email, password })
  expect([half.json().twoFactorRedirect, (await next.get('/api/me')).statusCode]).toEqual([true, 401])
  expect((await browser.post(`/api/me/passkeys/${id}/removals`)).statusCode).toBe(201)
  expect((await browser.get('/api/me')).json()).toMatchObject({ twoFactors: 'on', factors: { passkeys: 0 } })
})

test('a password that is changed by somebody with a passkey leaves them signed in with two factors', async () => {
  const { own, practiceId } = await memberWithPassword()
  const { authenticator } = await add(own)
  const { browser } = await enter(authenticator)
  const changed = { currentPassword: password, newPassword: 'another horse battery', revokeOtherSessions: true }
  expect((await browser.post('/api/auth/change-password', changed)).statusCode).toBe(200)
  expect((await own.get('/api/me')).statusCode).toBe(401)
  expect((await browser.get(clientsOf(practiceId))).statusCode).toBe(200)
})

test('twenty passkeys are the most', async () => {
  const { own, userId } = await someClient()
  await sql`
    insert into sign_in.passkey (id, "userId", name, "credentialId", "publicKey", counter, transports, aaguid, "maySync", "isSynced", "createdAt")
    select gen_random_uuid(), ${userId}, 'Key ' || n, gen_random_uuid()::text, '\\x00', 0, '{}', gen_random_uuid(), false, false, now()
    from generate_series(1, 20) n
  `.execute(house.database.owner)
  expect((await own.post('/api/me/passkeys/options')).json().code).toBe('passkeys_full')
})
