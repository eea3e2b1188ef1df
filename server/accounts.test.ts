import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordInvitation } from '../business/clients/invitation-store.ts'
import { personById, recordPerson } from '../business/clients/person-store.ts'
import { asOperations } from '../database/act-as.ts'
import { type CalendarDate, calendarDate } from '../libraries/calendar/index.ts'
import { appOnTestDatabase } from './app-on-test-database.ts'

let house: Awaited<ReturnType<typeof appOnTestDatabase>>
beforeAll(async () => {
  house = await appOnTestDatabase({ rooms: [] })
})
afterAll(() => house?.close())

const password = 'correct horse battery'
let number = 0
const someEmail = () => {
  number += 1
  return `newcomer-${number}@example.com`
}

const post = (url: string, payload: object, cookie = '') =>
  house.app.inject({ method: 'POST', url, payload, headers: cookie === '' ? {} : { cookie } })
const get = (url: string, cookie: string) => house.app.inject({ method: 'GET', url, headers: { cookie } })

const asked = (email: string, over: object = {}) => ({
  givenName: 'Nora',
  familyName: 'Vale',
  dateOfBirth: '1991-07-02',
  email,
  phone: '(518) 555-0142',
  password,
  ...over,
})

const as = <T>(deed: Parameters<typeof asOperations<T>>[2]) =>
  asOperations(house.database.operations, { user: null, now: house.world.clock.now() }, deed)

const lettersTo = (email: string) =>
  as((db) =>
    db
      .selectFrom('house.mail')
      .select(['subject', 'body', 'practice_id'])
      .where('recipient', '=', email)
      .orderBy('id')
      .execute(),
  )

async function tokenSentTo(email: string): Promise<string> {
  const letter = (await lettersTo(email)).at(-1)
  return letter?.body.match(/#(\S+)/)?.[1] ?? ''
}

const confirm = (token: string, tried = password) => post('/api/sign-up/confirmations', { token, password: tried })
const cookieOf = (answer: Awaited<ReturnType<typeof confirm>>) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')

async function signUp(email: string, over: object = {}) {
  expect((await post('/api/sign-up', asked(email, over))).statusCode).toBe(202)
  const answer = await confirm(await tokenSentTo(email))
  expect(answer.statusCode).toBe(200)
  const cookie = cookieOf(answer)
  const me = (await get('/api/me', cookie)).json()
  return { cookie, personId: me.people[0].personId as string, userId: me.user.id as string, people: me.people }
}

test('whoever signs up in Spanish is written to in Spanish, and their account speaks it from then on', async () => {
  const email = someEmail()
  const { people } = await signUp(email, { language: 'es' })
  expect(people).toMatchObject([{ language: 'es' }])
  expect((await post('/api/password-resets', { email })).statusCode).toBe(202)
  const letters = await lettersTo(email)
  expect(letters.map(({ subject }) => subject)).toEqual([
    'Confirme su correo electrónico',
    'Ponga una contraseña nueva',
  ])
  for (const { body } of letters) expect(body).toContain('?lang=es#')
})

test('whoever signs up, opens the letter’s link and enters their password is signed in as the client they are', async () => {
  const email = someEmail()
  const { people, cookie, personId } = await signUp(email, { email: ` ${email.toUpperCase()} ` })
  expect(people).toEqual([{ personId, name: 'Nora Vale', language: 'en' }])
  expect((await get('/api/me', cookie)).json().user).toMatchObject({ email })
  const [letter] = await lettersTo(email)
  expect(letter).toMatchObject({ practice_id: house.world.operator, subject: 'Confirm your e-mail address' })
  const known = await as((db) => personById(db, personId))
  expect(known).toMatchObject({ givenName: 'Nora', dateOfBirth: '1991-07-02', phone: '(518) 555-0142', email })
})

test('before the link is opened there is no account to sign in to', async () => {
  const email = someEmail()
  await post('/api/sign-up', asked(email))
  const tried = await post('/api/auth/sign-in/email', { email, password })
  expect([tried.statusCode, tried.json().code]).toEqual([401, 'invalid_email_or_password'])
})

test('a link works once, and only with the password that was chosen', async () => {
  const email = someEmail()
  await post('/api/sign-up', asked(email))
  const token = await tokenSentTo(email)
  const wrong = await confirm(token, 'another horse battery')
  expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'wrong_password'])
  expect((await confirm(token)).statusCode).toBe(200)
  const again = await confirm(token)
  expect([again.statusCode, again.json().code]).toEqual([410, 'link_not_valid'])
})

test('a link that nobody sent, or that is a day old, opens nothing', async () => {
  expect((await confirm('x'.repeat(43))).statusCode).toBe(410)
  const email = someEmail()
  await post('/api/sign-up', asked(email))
  const token = await tokenSentTo(email)
  const aSecondAgo = new Date(Date.now() - 1000)
  await sql`update sign_in.sign_up set "expiresAt" = ${aSecondAgo} where email = ${email}`.execute(house.database.owner)
  expect((await confirm(token)).json().code).toBe('link_not_valid')
})

test('the password of a link cannot be guessed on and on', async () => {
  const email = someEmail()
  await post('/api/sign-up', asked(email))
  const token = await tokenSentTo(email)
  for (let guess = 0; guess < 10; guess++) await confirm(token, `guess number ${guess}`)
  const late = await confirm(token)
  expect([late.statusCode, late.json().code]).toEqual([429, 'too_many_attempts'])
})

test('whoever asks for an address that has an account gets the same answer, and its owner a letter', async () => {
  const email = someEmail()
  await signUp(email)
  const [again, fresh] = [await post('/api/sign-up', asked(email)), await post('/api/sign-up', asked(someEmail()))]
  expect([again.statusCode, again.json(), again.headers['set-cookie']]).toEqual([
    fresh.statusCode,
    fresh.json(),
    fresh.headers['set-cookie'],
  ])
  const letter = (await lettersTo(email)).at(-1)
  expect(letter?.subject).toBe('You already have an account')
  expect(letter?.body).not.toContain('#')
})

test('another letter is sent on request, and says nothing to whoever never asked', async () => {
  const [email, stranger] = [someEmail(), someEmail()]
  await post('/api/sign-up', asked(email))
  const first = await tokenSentTo(email)
  for (const to of [email, stranger]) {
    expect((await post('/api/sign-up/letters', { email: to })).json()).toEqual({ sent: true })
  }
  expect(await lettersTo(stranger)).toEqual([])
  const second = await tokenSentTo(email)
  expect(second).not.toBe(first)
  expect((await confirm(second)).statusCode).toBe(200)
})

test('somebody who works in a practice becomes a client with the login that they have', async () => {
  const email = someEmail()
  const { id: userId } = await house.signIn.addUser({ name: 'Sam Whitlow', email, password: 'the login they have' })
  await post('/api/sign-up', asked(email, { password: 'typed by a stranger' }))
  const token = await tokenSentTo(email)
  expect((await confirm(token, 'typed by a stranger')).json().code).toBe('wrong_password')
  const cookie = cookieOf(await confirm(token, 'the login they have'))
  expect((await get('/api/me', cookie)).json()).toMatchObject({ user: { id: userId }, people: [{ name: 'Nora Vale' }] })
})

test('what cannot be an account is refused in words before anything is kept', async () => {
  const email = someEmail()
  for (const over of [
    { password: 'too short' },
    { email: 'nobody' },
    { phone: '12' },
    { dateOfBirth: '2030-01-01' },
    { dateOfBirth: '1991-02-30' },
    { givenName: ' ' },
    { role: 'owner' },
  ]) {
    const answer = await post('/api/sign-up', asked(email, over))
    expect([over, answer.statusCode]).toEqual([over, 400])
  }
  expect(await lettersTo(email)).toEqual([])
})

test('five letters an hour are all that one address gets, account or not', async () => {
  const email = someEmail()
  for (let letter = 0; letter < 5; letter++) await post('/api/password-resets', { email })
  const late = await post('/api/password-resets', { email })
  expect([late.statusCode, late.json().code]).toEqual([429, 'too_many_attempts'])
})

test('a forgotten password is set anew by the letter’s link, once, and everybody is signed out', async () => {
  const email = someEmail()
  const { cookie } = await signUp(email)
  expect((await post('/api/password-resets', { email })).json()).toEqual({ sent: true })
  const token = await tokenSentTo(email)
  const reset = (newPassword: string) => post('/api/auth/reset-password', { newPassword, token })
  expect((await reset('short')).statusCode).toBe(400)
  expect((await reset('a fresh horse battery')).statusCode).toBe(200)
  expect((await reset('yet another battery')).statusCode).toBe(400)
  expect((await get('/api/me', cookie)).statusCode).toBe(401)
  expect((await post('/api/auth/sign-in/email', { email, password })).statusCode).toBe(401)
  expect((await post('/api/auth/sign-in/email', { email, password: 'a fresh horse battery' })).statusCode).toBe(200)
})

test('whoever changes the password while signed in is written to, and is signed out everywhere else', async () => {
  const email = someEmail()
  const { cookie } = await signUp(email)
  const elsewhere = cookieOf(await post('/api/auth/sign-in/email', { email, password }))
  const change = (currentPassword: string) =>
    post(
      '/api/auth/change-password',
      { currentPassword, newPassword: 'a fresh horse battery', revokeOtherSessions: true },
      cookie,
    )
  expect((await change('wrong horse battery')).statusCode).toBe(400)
  expect((await lettersTo(email)).at(-1)?.subject).toBe('Confirm your e-mail address')
  expect((await change(password)).statusCode).toBe(200)
  expect((await lettersTo(email)).at(-1)?.subject).toBe('Your password was changed')
  expect((await get('/api/me', elsewhere)).statusCode).toBe(401)
})

test('where nobody has an account the letter says so, and the answer is the same', async () => {
  const email = someEmail()
  expect((await post('/api/password-resets', { email })).json()).toEqual({ sent: true })
  expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual(['There is no account with this address'])
})

test('after ten wrong passwords an address waits, whether or not anybody has it', async () => {
  const email = someEmail()
  await signUp(email)
  for (const tried of [email, someEmail()]) {
    const codes: string[] = []
    for (let guess = 0; guess < 11; guess++) {
      const answer = await house.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        payload: { email: tried, password: `guess number ${guess}` },
        // From everywhere: the limit is the address's own.
        remoteAddress: `10.0.${number}.${guess}`,
      })
      codes.push(answer.json().code)
    }
    expect(codes.slice(9)).toEqual(['invalid_email_or_password', 'too_many_attempts'])
  }
})

test('another address holds once its link was opened: for the login, and for the person', async () => {
  const [former, email] = [someEmail(), someEmail()]
  const { cookie, personId } = await signUp(former)
  const ask = (tried: string) => post('/api/me/email-changes', { email, password: tried }, cookie)
  expect((await ask('wrong horse battery')).json().code).toBe('wrong_password')
  expect((await ask(password)).statusCode).toBe(202)
  expect((await get('/api/me', cookie)).json().user.email).toBe(former)
  const token = await tokenSentTo(email)
  expect((await post('/api/email-changes/confirmations', { token })).statusCode).toBe(200)
  expect((await post('/api/email-changes/confirmations', { token })).json().code).toBe('link_not_valid')
  expect((await get('/api/me', cookie)).json().user.email).toBe(email)
  const known = await as((db) =>
    db.selectFrom('clients.known_person').select('email').where('person_id', '=', personId).executeTakeFirst(),
  )
  expect(known).toEqual({ email })
  expect((await lettersTo(former)).at(-1)?.subject).toBe('Your e-mail address was changed')
})

test('an address that another account has is not taken over: its owner is told, and the one who asks is not', async () => {
  const [mine, theirs] = [someEmail(), someEmail()]
  const { cookie } = await signUp(mine)
  await signUp(theirs)
  const answer = await post('/api/me/email-changes', { email: theirs, password }, cookie)
  expect([answer.statusCode, answer.json()]).toEqual([202, { sent: true }])
  expect((await lettersTo(theirs)).at(-1)?.subject).toBe('You already have an account')
})

/** A practice that added a client by e-mail before that client had an account. */
async function invited(email: string, dateOfBirth: CalendarDate | null, familyName = 'Vale') {
  const owner = await house.someone()
  const { world } = house
  const personId = world.ids.next()
  const { practiceId, memberId } = owner
  const name = { givenName: 'N.', familyName }
  const nowhere = { street: null, city: null, state: null, zip: null }
  const at = world.clock.now()
  await as(async (db) => {
    const access = { practiceId, from: calendarDate('2026-04-01'), at }
    await recordPerson(db, { personId, ...name, dateOfBirth, sex: 'U', email, ...nowhere }, access)
    const id = world.ids.next()
    await recordInvitation(db, { practiceId, id, personId, memberId, email, ...name, at, by: owner.userId })
  })
  return { ...owner, invitedId: personId }
}

test('a verified address joins the record that a practice made for it, in the client’s own words', async () => {
  const email = someEmail()
  const { invitedId, practiceId } = await invited(email, null)
  const { personId, people } = await signUp(email)
  expect([personId, people]).toEqual([invitedId, [{ personId: invitedId, name: 'Nora Vale', language: 'en' }]])
  const answers = await as((db) =>
    db.selectFrom('clients.invitation_answer').selectAll().where('practice_id', '=', practiceId).execute(),
  )
  expect(answers).toMatchObject([{ answer: 'accepted', person_id: invitedId }])
})

test('a record with another birth date is somebody else’s: the address may be mistyped', async () => {
  const email = someEmail()
  const { invitedId } = await invited(email, calendarDate('1950-01-01'))
  expect((await signUp(email)).personId).not.toBe(invitedId)
})

test('a record with another name and no birth date is not handed out either: it waits for an answer in the portal', async () => {
  const email = someEmail()
  const { invitedId, practiceId } = await invited(email, null, 'Ortiz')
  expect((await signUp(email)).personId).not.toBe(invitedId)
  const answers = await as((db) =>
    db.selectFrom('clients.invitation_answer').select('answer').where('practice_id', '=', practiceId).execute(),
  )
  expect(answers).toEqual([])
})

test('of two practices that made a record the first one’s is joined, and the other one waits for an answer', async () => {
  const email = someEmail()
  const [first, second] = [await invited(email, null), await invited(email, null)]
  expect((await signUp(email)).personId).toBe(first.invitedId)
  const answered = await as((db) =>
    db
      .selectFrom('clients.invitation_answer')
      .select('person_id')
      .where('practice_id', '=', second.practiceId)
      .execute(),
  )
  expect(answered).toEqual([])
})
