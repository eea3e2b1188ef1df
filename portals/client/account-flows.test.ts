import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { joinPerson } from '../../business/clients/join-person-flow.ts'
import { asOperations } from '../../database/act-as.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { authenticatorCode } from '../../server/authenticator-code.ts'
import { soloPractice } from '../../server/story-network.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'

let house: FlowHouse
beforeAll(async () => {
  house = await openFlowHouse()
}, 300_000)
afterAll(() => house?.close())

const password = 'correct horse battery'
// One green dot: what the server takes for a picture is told by its first bytes.
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const picture = { name: 'front.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') }

/** The path that the newest letter to somebody leads to. */
async function linkTo(email: string): Promise<string> {
  const { operations } = house.server.databases
  const letter = await asOperations(operations, { user: null, now: house.server.world.clock.now() }, (db) =>
    db
      .selectFrom('house.mail')
      .select('body')
      .where('recipient', '=', email)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  const address = letter.body.match(/https?:\S+#\S+/)?.[0] ?? ''
  const { pathname, hash } = new URL(address)
  return `${pathname}${hash}`
}

async function signUp(walker: Walker, email: string): Promise<void> {
  await walker.open('/')
  await walker.press('button', 'My portal')
  await walker.press('link', /Patient portal/)
  await walker.arrives('Patient portal', 'patient portal')
  await walker.press('link', 'Sign up')
  await walker.arrives('Sign up', 'sign up')
  await walker.press('button', 'Sign up')
  await walker.sees('Choose at least twelve characters.')
  await walker.looks('sign up with everything missing')
  await walker.write('First name', 'Nora')
  await walker.write('Last name', 'Vale')
  await walker.write('Date of birth', '1991-07-02')
  await walker.write('E-mail', email)
  await walker.write('Phone', '(518) 555-0142')
  await walker.write('Password', password, { exact: true })
  await walker.press('button', 'Sign up')
  await walker.arrives('Look into your mail', 'letter sent')
  await walker.open(await linkTo(email))
  await walker.arrives('Confirm your e-mail address', 'letter opened')
  await walker.write('Password', password, { exact: true })
  await walker.press('button', 'Confirm and sign in')
  await walker.arrives('Checklist', 'checklist')
}

/** Somebody who signed up before; they sign in as everybody does. */
async function signInAsNewcomer(walker: Walker, email: string): Promise<void> {
  const { signIn, world, databases } = house.server
  const { id: userId } = await signIn.addUser({ name: 'Nora Vale', email, password })
  const born = { dateOfBirth: calendarDate('1991-07-02'), phone: '(518) 555-0142' }
  const named = { personId: world.ids.next(), givenName: 'Nora', familyName: 'Vale', email, ...born }
  await asOperations(databases.operations, { user: userId, now: world.clock.now() }, (db) =>
    joinPerson(db, world, { ...named, userId }),
  )
  await forgetAttempts()
  await walker.open('/sign-in')
  await walker.write('E-mail', email)
  await walker.write('Password', password, { exact: true })
  await walker.press('button', 'Sign in')
  await walker.page.waitForURL((url) => url.pathname.startsWith('/client'))
}

/** Eight walks sign in from one address within minutes; people who do so have longer than the limit looks back. */
const forgetAttempts = () => sql`delete from sign_in."rateLimit"`.execute(house.server.databases.signIn)

async function enterAddress(walker: Walker, street: string, city: string, zip: string): Promise<void> {
  await walker.write('Street and number', street)
  await walker.write('City or town', city)
  await walker.choose('State', 'New York')
  await walker.write('ZIP code', zip)
}

async function fillChecklist(walker: Walker): Promise<void> {
  await walker.sees('is confirmed.')
  await walker.choose('Plan', 'Cedar Mutual PPO')
  await walker.write('Member ID', 'PAYS300001')
  await walker.tick('Mine')
  await walker.tick('Female')
  await enterAddress(walker, '9 Example Street', 'Queens', '11375')
  // The file dialog is the system's own; only what it hands over is the page's.
  await walker.page.locator('input[type=file]').first().setInputFiles(picture)
  await walker.sees('Front: received')
  await walker.page
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles({ ...picture, name: 'back.png' })
  await walker.sees('Back: received')
  await walker.press('button', 'Save insurance')
  await walker.sees('We are asking your insurer')
  await walker.write('Card number', '4242 4242 4242 4242')
  await walker.write('Expires', '04/29')
  await walker.write('Security code', '123')
  await walker.looks('a card')
  await walker.press('button', 'Save card')
  for (const number of [1, 2, 3, 4]) {
    await walker.sees(`Form ${number} of 4`)
    await walker.tick(/I have read/)
    if (number === 1) {
      await walker.write(/as a signature/, 'Nora Vale')
      await walker.looks('a form')
    }
    await walker.press('button', 'Sign', { exact: true })
  }
}

flow(
  'somebody signs up by the letter’s link, goes through the checklist and is all set',
  () => house,
  async (walker, turn) => {
    await signUp(walker, `nora-${turn}@example.com`)
    await fillChecklist(walker)
    await walker.arrives('You are all set', 'all set')
    await walker.sees('write to you when it has answered')
  },
)

flow(
  'a client adds a location, sees insurance and forms, and asks for another address',
  () => house,
  async (walker, turn) => {
    const email = `vale-${turn}@example.com`
    await signInAsNewcomer(walker, email)
    await walker.press('link', 'Account')
    await walker.arrives('Personal', 'account of somebody new')
    await walker.sees('No insurance is on file')
    await walker.press('button', 'New location')
    await walker.looks('where a new place is written')
    await walker.write('Name of the place', 'College')
    await enterAddress(walker, '12 College Road', 'Albany', '12207')
    await walker.press('button', 'Save location')
    await walker.sees('12 College Road, Albany, NY 12207')
    await walker.press('button', 'I am no longer at College')
    await walker.press('button', 'Save the last day')
    await walker.sees('Until Wed, Apr 8, 2026')
    await walker.press('button', 'Change e-mail')
    await walker.write('New e-mail', `new-${email}`)
    await walker.write('Your password', password, { exact: true })
    await walker.press('button', 'Send the letter')
    await walker.sees('until then your present address holds')
    await walker.open(await linkTo(`new-${email}`))
    await walker.arrives('Confirm your new e-mail address', 'new address')
    await walker.press('button', 'Use this address')
    await walker.arrives('Your new address holds', 'address confirmed')
    await walker.press('link', 'Go to your account')
    await walker.sees(`new-${email}, confirmed`)
    await walker.looks('account')
  },
)

/** The owner of the story's practice adds a client by e-mail, as their page does. */
async function addByEmail(email: string): Promise<void> {
  const { app, signIn } = house.server
  const [owner] = soloPractice.members
  const cookies = (await signIn.enterAs(owner?.userId ?? '')) ?? []
  const added = await app.inject({
    method: 'POST',
    url: `/api/practices/${soloPractice.id}/clients`,
    headers: {
      cookie: cookies.map((line) => line.split(';')[0]).join('; '),
      'idempotency-key': crypto.randomUUID(),
    },
    payload: {
      givenName: 'N.',
      familyName: 'V.',
      email,
      phone: null,
      clinicianMemberId: owner?.id,
      notify: true,
    },
  })
  if (added.statusCode !== 201) throw new Error(added.body)
}

flow(
  'a client is asked by a practice that added them, and lets it see their record',
  () => house,
  async (walker, turn) => {
    const email = `asked-${turn}@example.com`
    await signInAsNewcomer(walker, email)
    await addByEmail(email)
    await walker.open('/client/account')
    await walker.arrives('Juniper Counseling would like to care for you', 'asked by a practice')
    await walker.press('button', 'Accept')
    await walker.page.getByRole('heading', { name: /would like to care/ }).waitFor({ state: 'detached' })
    await walker.press('button', /Your menu/)
    await walker.looks('menu')
    await walker.press('button', 'Sign out')
    await walker.arrives('Sign in', 'signed out')
  },
)

flow(
  'whoever forgot the password sets a new one by the letter’s link and signs in with it',
  () => house,
  async (walker, turn) => {
    const email = `forgetful-${turn}@example.com`
    await house.server.signIn.addUser({ name: 'Nora Vale', email, password })
    await walker.open('/sign-in')
    await walker.press('link', 'Forgot your password?')
    await walker.arrives('Set a new password', 'forgotten password')
    await walker.write('E-mail', email)
    await walker.press('button', 'Send the letter')
    await walker.arrives('Look into your mail', 'letter for a new password')
    await walker.open(await linkTo(email))
    await walker.arrives('Choose a new password', 'new password')
    await walker.write('New password', 'a fresh horse battery', { exact: true })
    await walker.press('button', 'Set the password')
    await walker.arrives('Your new password holds', 'password set')
    await walker.press('link', 'Sign in')
    await walker.write('E-mail', email)
    await walker.write('Password', 'a fresh horse battery', { exact: true })
    await walker.press('button', 'Sign in')
    await walker.arrives('This login has no client account', 'no client account')
  },
)

flow(
  'a parent adds a child, whose account is their own, and reads who looked at the record',
  () => house,
  async (walker, turn) => {
    await signInAsNewcomer(walker, `parent-${turn}@example.com`)
    await walker.open('/client/account')
    await walker.arrives('Account', 'account')
    await walker.press('button', 'Add a child')
    await walker.press('button', 'Add the child')
    await walker.sees('This is missing.')
    await walker.write('Child’s first name', 'Wren')
    await walker.write('Child’s last name', 'Vale-Poe')
    await walker.write('Child’s date of birth', '2015-09-30')
    await walker.looks('a child')
    await walker.press('button', 'Add the child')
    await walker.press('link', 'Show Wren Vale-Poe')
    await walker.sees('Guardian since')
    await walker.looks('a child’s account')
    await walker.press('link', 'See who looked at your record')
    await walker.arrives('Who looked at your record', 'who looked')
    await walker.sees('Nobody but you has looked at your record yet.')
    await walker.tick('Also what you did yourself')
    await walker.sees('Looked at your account')
    await walker.looks('who looked, with one’s own')
  },
)

/** Another of the operator's people, who is nobody's persona, says yes to a request for deletion. */
async function colleagueApproves(requestId: string): Promise<void> {
  const { app, signIn, world, databases } = house.server
  const { id: userId } = await signIn.addUser({ name: 'Ida Moss', email: `ida-${requestId}@evenkeel.example` })
  const member = { practice_id: world.operator, id: world.ids.next(), user_id: userId, name: 'Ida Moss' }
  await asOperations(databases.operations, { user: null, now: world.clock.now() }, (db) =>
    db
      .insertInto('practices.member')
      .values({ ...member, role: 'operator_staff', clinician: false, joined_at: world.clock.now() })
      .execute(),
  )
  const cookies = (await signIn.enterAs(userId)) ?? []
  const answered = await app.inject({
    method: 'POST',
    url: `/api/operations/deletion-requests/${requestId}/answers`,
    headers: {
      cookie: cookies.map((line) => line.split(';')[0]).join('; '),
      'idempotency-key': crypto.randomUUID(),
    },
    payload: { answer: 'approved' },
  })
  if (answered.statusCode !== 201) throw new Error(answered.body)
}

flow(
  'a client asks for deletion, one of the operator’s people agrees, another carries it out, and the login is gone',
  () => house,
  async (walker, turn) => {
    const email = `goes-${turn}@example.com`
    await signInAsNewcomer(walker, email)
    await walker.open('/client/account')
    await walker.press('link', 'See and ask for deletion')
    await walker.arrives('Your data', 'your data')
    await walker.sees('Kept by law, and until when')
    await walker.press('button', 'Ask for deletion')
    await walker.sees('Tick this first.')
    await walker.tick('I understand that what is deleted cannot come back')
    await walker.press('button', 'Ask for deletion')
    await walker.sees('You hear from us by Sat, May 23, 2026')
    await walker.looks('your data, asked')
    await walker.enterAs(/Robin Calder/)
    await walker.open('/operations/deletions')
    await walker.arrives('Requests for deletion', 'requests for deletion')
    await walker.press('link', 'Nora Vale')
    await walker.arrives('Nora Vale', 'a request for deletion')
    await walker.sees('Yes, it may go')
    await colleagueApproves(new URL(walker.page.url()).pathname.split('/').at(-1) ?? '')
    await walker.page.reload()
    await walker.arrives('Nora Vale', 'approved by a colleague')
    await walker.press('button', 'Delete what may go')
    await walker.arrives('Deleted client', 'carried out')
    await walker.sees('What is kept, and until when')
    const left = await house.server.signIn.userByEmail(email)
    if (left !== null) throw new Error('the login is still there')
  },
)

/** Forgets who is signed in, once no page is there that would still ask for something as them. */
async function forgetSession({ page }: Walker): Promise<void> {
  await page.goto(`${house.server.url}/api/house`)
  await page.context().clearCookies()
}

/** Somebody who works in a practice and signed in by a password sets up the authenticator app that the page asks for. */
async function setUpTwoFactors(walker: Walker, password: string): Promise<{ key: string }> {
  await walker.arrives('Set up your second factor', 'second factor')
  await walker.write('Your password', password)
  await walker.press('button', 'Begin')
  await walker.sees('Scan this with an authenticator app.')
  const key = (await walker.page.locator('code').first().innerText()).trim()
  await walker.looks('second factor, its code')
  await walker.write('Code that the app shows now', authenticatorCode(key))
  await walker.press('button', 'Finish')
  return { key }
}

flow(
  'whoever works in a practice and signs in by a password sets up a second factor before a record opens',
  () => house,
  async (walker, turn) => {
    const { signIn, world, databases } = house.server
    const email = `office-${turn}@example.com`
    const { id: userId } = await signIn.addUser({ name: 'Olive Park', email, password })
    const member = { practice_id: soloPractice.id, id: world.ids.next(), user_id: userId, name: 'Olive Park' }
    await asOperations(databases.operations, { user: null, now: world.clock.now() }, (db) =>
      db
        .insertInto('practices.member')
        .values({ ...member, role: 'admin', clinician: false, joined_at: world.clock.now() })
        .execute(),
    )
    const enter = async () => {
      await forgetAttempts()
      await walker.open('/sign-in')
      await walker.write('E-mail', email)
      await walker.write('Password', password, { exact: true })
      await walker.press('button', 'Sign in')
    }
    await enter()
    const { key } = await setUpTwoFactors(walker, password)
    await walker.page.waitForURL((url) => url.pathname.startsWith('/practice'))
    await forgetSession(walker)
    await enter()
    await walker.write('Code from your authenticator app', authenticatorCode(key))
    await walker.looks('the second step of signing in')
    await walker.press('button', 'Continue')
    await walker.page.waitForURL((url) => url.pathname.startsWith('/practice'))
  },
)

/** A device that keeps passkeys and knows its owner's finger; the browser's own, without a window. */
async function deviceWithPasskeys({ page }: Walker): Promise<void> {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const knows = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
  const options = {
    protocol: 'ctap2' as const,
    transport: 'internal' as const,
    ...knows,
    automaticPresenceSimulation: true,
  }
  await devices.send('WebAuthn.addVirtualAuthenticator', { options })
}

flow(
  'a client adds a passkey, signs in with it from the field and by the button, gives it a name, and removes it',
  () => house,
  async (walker, turn) => {
    const { page } = walker
    await deviceWithPasskeys(walker)
    await signInAsNewcomer(walker, `key-${turn}@example.com`)
    await walker.open('/client/account')
    await walker.press('button', 'Add a passkey')
    const adding = { within: page.getByRole('dialog', { name: 'Add a passkey' }) }
    await walker.write('What you call it', 'My laptop', adding)
    await walker.looks('adding a passkey')
    await walker.press('button', 'Continue', adding)
    await walker.sees('not used yet')
    // Whoever has one is offered it in the field, and this device says yes at once.
    await forgetSession(walker)
    await walker.open('/sign-in')
    await page.waitForURL((url) => url.pathname.startsWith('/client'))
    await forgetSession(walker)
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false
    })
    await walker.open('/sign-in')
    await walker.press('button', 'Sign in with a passkey')
    await page.waitForURL((url) => url.pathname.startsWith('/client'))
    await walker.open('/client/account')
    await walker.sees('last used')
    await walker.sees('With a passkey.')
    await walker.press('button', 'Rename My laptop')
    await walker.write('What you call it', 'Kitchen laptop')
    await walker.press('button', 'Save')
    await page.getByRole('heading', { name: 'Kitchen laptop' }).waitFor()
    await walker.looks('account with a passkey')
    await walker.press('button', 'Remove Kitchen laptop')
    await walker.press('button', 'Remove', { within: page.getByRole('dialog', { name: 'Remove this passkey?' }) })
    await walker.sees('No passkey yet.')
    await walker.open('/client/account?lang=es')
    await page.getByRole('heading', { name: 'Llaves de acceso' }).waitFor()
    await walker.looks('passkeys in Spanish')
  },
)
