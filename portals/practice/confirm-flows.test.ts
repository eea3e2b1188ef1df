import { readFileSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAuthority } from '../../business/credentialing/authority-store.ts'
import { recordCredential } from '../../business/credentialing/credential-store.ts'
import { recordMember, recordPractice } from '../../business/practices/practice-store.ts'
import { confirmationsOf } from '../../business/sessions/confirmation-store.ts'
import { notesOf } from '../../business/sessions/note-store.ts'
import { asOperations } from '../../database/act-as.ts'
import {
  addDays,
  addMinutes,
  type CalendarDate,
  calendarDate,
  dateInWords,
  instant,
  instantAt,
} from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { npiFrom } from '../../libraries/npi/index.ts'
import { seedClientOf, seedStoryNetwork } from '../../server/seed.ts'
import type { Seed } from '../../server/start.ts'
import {
  inForce,
  mayaId,
  network,
  plan,
  soloPractice,
  state,
  storyCharacters,
  variantClients,
  zone,
} from '../../server/story-network.ts'
import { flow } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import { expectAccessible, type Walker } from '../walker.ts'

const base = `/api/practices/${soloPractice.id}`
const longAgo = instant('2025-01-02T15:00:00Z')

/** A practice on the other coast, whose evening is already tomorrow where paydays are counted. */
const west = {
  practiceId: '01960000-0000-7000-8000-000000000901',
  memberId: '01960000-0000-7000-8000-000000000902',
  userId: '01960000-0000-7000-8000-000000000903',
  email: 'west@farshore.example',
  name: 'West Rivera',
  zone: 'America/Los_Angeles',
  client: {
    id: '01960000-0000-7000-8000-000000000904',
    givenName: 'Opal',
    familyName: 'Reyes',
    dateOfBirth: calendarDate('1980-02-03'),
    sex: 'F' as const,
    memberId: 'PAYS100904',
    clinicianId: '01960000-0000-7000-8000-000000000902',
    coverage: 'active' as const,
    street: '904 Example Street',
    copay: 'story' as const,
  },
}

const seedBothCoasts: Seed = async (parts) => {
  await seedStoryNetwork(parts)
  const { operations, world, signIn } = parts
  await signIn.addUser({ id: west.userId, name: west.name, email: west.email })
  await asOperations(operations, { user: null, now: world.clock.now() }, async (db) => {
    const { practiceId, memberId, userId, name } = west
    await recordPractice(db, { practiceId, kind: 'solo', name: 'Far Shore', timeZone: west.zone, joinedAt: longAgo })
    const family = { npi: npiFrom('155508999'), taxonomy: '1041C0700X', licenceFamily: 'social_work' }
    await recordMember(db, {
      ...family,
      practiceId,
      id: memberId,
      userId,
      name,
      role: 'owner',
      clinician: true,
      joinedAt: longAgo,
    })
    const mine = { practiceId, memberId, state, during: inForce, at: longAgo, by: 'story' }
    await recordAuthority(db, { ...mine, id: world.ids.next(), kind: 'license', number: 'NY-0999' })
    const credential = { via: 'direct' as const, status: 'active' as const, payerReady: inForce.from }
    await recordCredential(db, { ...mine, ...credential, id: world.ids.next(), networkId: network })
    const terms = { planId: plan.id, copay: cents(2500), card: 'tok_good_west', checkedOn: calendarDate('2026-04-08') }
    await seedClientOf(db, world, practiceId, west.client, terms)
  })
}

let house: FlowHouse

beforeAll(async () => {
  const characters = [...storyCharacters, { email: west.email, what: 'works late on the other coast' }]
  house = await openFlowHouse({ seed: seedBothCoasts, characters })
  for (const client of [ada, dorian, esme, clara]) await heldBefore(client.id)
}, 240_000)

afterAll(() => house?.close())

/** A session of two weeks before, confirmed as people usually do. */
async function heldBefore(personId: string): Promise<void> {
  const { app, signIn } = house.server
  const cookies = (await signIn.enterAs(soloPractice.members[0]?.userId ?? '')) ?? []
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const post = async (url: string, payload: object) => {
    const headers = { cookie, 'idempotency-key': crypto.randomUUID() }
    const answer = await app.inject({ method: 'POST', url, payload, headers })
    expect(answer.statusCode).toBe(201)
    return answer.json()
  }
  const at = (time: string) => instantAt(calendarDate('2026-03-25'), time, zone)
  const { locations } = (await app.inject({ url: `${base}/clients/${personId}`, headers: { cookie } })).json()
  const planned = { personId, memberId: mayaId, startsAt: at('10:00'), endsAt: at('10:55'), modality: 'telehealth' }
  const { id } = await post(`${base}/sessions`, planned)
  await post(`${base}/sessions/${id}/confirmations`, {
    startedAt: at('10:00'),
    stoppedAt: at('10:55'),
    modality: 'telehealth',
    locationId: locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Two weeks before.' },
  })
}

/** A session of some days ago that waits, with its name on the lists: each walk takes a day of its own. */
async function waits(
  { practiceId, memberId, userId, zone: wall }: Who,
  client: { id: string; givenName: string; familyName: string },
  startsOn: CalendarDate,
): Promise<{ id: string; name: string }> {
  const { app, signIn } = house.server
  const cookies = (await signIn.enterAs(userId)) ?? []
  const headers = {
    cookie: cookies.map((line) => line.split(';')[0]).join('; '),
    'idempotency-key': crypto.randomUUID(),
  }
  const startsAt = instantAt(startsOn, '15:00', wall)
  const planned = { personId: client.id, memberId, startsAt, endsAt: addMinutes(startsAt, 55), modality: 'telehealth' }
  const url = `/api/practices/${practiceId}/sessions`
  const answer = await app.inject({ method: 'POST', url, payload: planned, headers })
  expect(answer.statusCode).toBe(201)
  const day = dateInWords(startsOn).replace(/, \d+$/, '')
  return {
    id: answer.json().id,
    name: `Confirm the session with ${client.givenName} ${client.familyName}, ${day}, 3:00 PM`,
  }
}

type Who = { practiceId: string; memberId: string; userId: string; zone: string }
const maya: Who = { practiceId: soloPractice.id, memberId: mayaId, userId: soloPractice.members[0]?.userId ?? '', zone }
const { pays_in_june: ada, denies: dorian, never_answers: esme, pays_less: clara } = variantClients
const marchDay = (turn: number) => addDays(calendarDate('2026-03-26'), turn)

async function enter(walker: Walker): Promise<void> {
  await walker.enterAs(/Maya Lindqvist/)
  await walker.page.getByRole('heading', { level: 1, name: /Good/ }).waitFor()
}

/** What was recorded of a session: its confirmations by version, and the notes. */
async function recorded(practiceId: string, sessionId: string) {
  const { operations } = house.server.databases
  return asOperations(operations, { user: null, now: house.server.world.clock.now() }, async (db) => ({
    versions: await confirmationsOf(db, practiceId, sessionId),
    notes: (await notesOf(db, practiceId, sessionId)).map(({ body }) => body),
  }))
}

const sign = (page: Page) => page.getByRole('button', { name: 'Sign note & confirm session' })

test('on a phone, a session in which nothing unusual happened is confirmed in three taps', async () => {
  const { id, name } = await waits(maya, ada, marchDay(9))
  const context = await house.browser.newContext({
    locale: 'en-US',
    timezoneId: zone,
    reducedMotion: 'reduce',
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${house.server.url}/sign-in`)
  await page.getByRole('button', { name: /Maya Lindqvist/ }).click()
  await page.getByRole('heading', { level: 1, name: /Good/ }).waitFor()
  await page.getByRole('link', { name }).tap()
  await page.getByRole('button', { name: 'As planned' }).tap()
  await page.getByRole('heading', { name: 'You will be paid $118.00 on Thu, Apr 30, 2026', exact: true }).waitFor()
  await expectAccessible(page, 'confirm, filled in as last time')
  await sign(page).tap()
  await page.getByText('You will be paid $118.00 on Thu, Apr 30.').waitFor()

  const { versions, notes } = await recorded(maya.practiceId, id)
  expect(versions).toMatchObject([{ version: 1, diagnoses: ['F41.1'], payOn: '2026-04-30' }])
  expect(notes).toEqual([expect.stringContaining('Session held as planned.')])
  await context.close()
}, 180_000)

flow(
  'pressing twice confirms once, and the way back leads home, not to a second try',
  () => house,
  async (walker, turn) => {
    const { id, name } = await waits(maya, dorian, marchDay(turn))
    const { page } = walker
    await enter(walker)
    await walker.press('link', name)
    await walker.press('button', 'As planned')
    if (walker.walk.hand === 'mouse') await sign(page).dblclick()
    else {
      await walker.pressOn(sign(page))
      await page.keyboard.press('Enter')
    }
    await page.getByRole('heading', { name: /^Session with Dorian Petrel/ }).waitFor()
    await walker.looks('a session that was just confirmed')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /Good/ }).waitFor()
    await page.getByRole('link', { name }).waitFor({ state: 'detached' })
    await page.goForward()
    await walker.press('link', 'Correct')
    await walker.sees('It is confirmed, and your pay is on its way.')
    expect((await recorded(maya.practiceId, id)).versions).toHaveLength(1)
  },
)

flow(
  'a connection lost while saving loses nothing and doubles nothing, and the page says so',
  () => house,
  async (walker, turn) => {
    const { id, name } = await waits(maya, esme, marchDay(turn))
    const { page } = walker
    await enter(walker)
    await walker.press('link', name)
    await walker.write('Session note', 'Worked on sleep. No change in risk.')
    await page.context().setOffline(true)
    await walker.pressOn(sign(page))
    await walker.sees('if your confirmation had arrived already, it is not recorded twice')
    await walker.sees('What you entered is still here')
    await page.context().setOffline(false)
    // The second try arrives, and its answer is lost: nobody here knows what was done.
    const losesAnswer = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/confirmations', losesAnswer, { times: 1 })
    await walker.pressOn(sign(page))
    await expect.poll(async () => (await recorded(maya.practiceId, id)).versions.length, { timeout: 20_000 }).toBe(1)
    await walker.sees('What you entered is still here')
    await walker.pressOn(sign(page))
    await page.getByRole('heading', { name: /^Session with Esme Calloway/ }).waitFor()
    const { versions, notes } = await recorded(maya.practiceId, id)
    expect(versions).toHaveLength(1)
    expect(notes).toEqual(['Worked on sleep. No change in risk.'])
  },
  /net::ERR_/,
)

flow(
  'a session that expired while a note was typed is opened again over the page, and the note is signed',
  () => house,
  async (walker, turn) => {
    const { id, name } = await waits(maya, clara, marchDay(turn))
    const { page } = walker
    await enter(walker)
    await walker.press('link', name)
    await walker.write('Session note', 'A long note that must not be lost.')
    await page.context().clearCookies()
    await walker.pressOn(sign(page))
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await dialog.getByText('What you entered is still here').waitFor()
    await walker.looks('sign in again')
    await walker.press('button', 'Continue as Maya Lindqvist', { within: dialog })
    await page.getByRole('heading', { name: /^Session with Clara Winslow/ }).waitFor()
    const { versions, notes } = await recorded(maya.practiceId, id)
    expect(versions).toHaveLength(1)
    expect(notes).toEqual(['A long note that must not be lost.'])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length].every((n) => n <= 1))).toBe(true)
  },
  /status of 401/,
)

flow(
  'late on the 15th in another zone, the payday is told before the confirmation is made',
  () => house,
  async (walker, turn) => {
    const { id, name } = await waits(west, west.client, addDays(calendarDate('2026-04-08'), -turn))
    const late = instantAt(calendarDate('2026-04-15'), '21:30', west.zone)
    if (house.server.world.clock.now() < late) await house.server.advance(late)
    const { page } = walker
    await walker.enterAs(/West Rivera/)
    await walker.press('link', name)
    await walker.press('button', 'As planned')
    // The first session of these two: nothing is filled in from the last one.
    const diagnosis = page.getByRole('combobox', { name: 'Diagnosis' })
    if (turn === 0) {
      await walker.write('Diagnosis', 'generalized anxiety')
      await page.getByRole('option', { name: 'F41.1' }).waitFor()
      await diagnosis.press('ArrowDown')
      await diagnosis.press('Enter')
      await diagnosis.press('Escape')
    }
    await walker.sees('It is already Thu, Apr 16 in New York: you will be paid on Fri, May 15.')
    await walker.looks('confirm, late at night')
    await walker.pressOn(sign(page))
    await walker.sees('You will be paid $118.00 on Fri, May 15.')
    expect((await recorded(west.practiceId, id)).versions).toMatchObject([{ payOn: '2026-05-15' }])
  },
)

flow(
  'a payout opens the sessions that it pays, and its statement is kept as paper and as table',
  () => house,
  async (walker) => {
    const paid = instantAt(calendarDate('2026-05-01'), '09:00', zone)
    if (house.server.world.clock.now() < paid) await house.server.advance(paid)
    await walker.enterAs(/Maya Lindqvist/)
    await walker.sees(/Good \w+, Maya/)
    await walker.goTo('Payments')
    await walker.arrives('Payments', 'payments')
    await walker.press('link', 'Thu, Apr 30, 2026')
    await walker.page.waitForURL(/payout=/)
    await walker.page.getByRole('link', { name: /Ada Fenwick, Wed, Mar 25/ }).waitFor()
    await walker.arrives('Past', 'a payout that is open')
    for (const [kind, begins] of [
      ['PDF', '%PDF-'],
      ['CSV', 'Date of service,'],
    ] as const) {
      const link = walker.page.getByRole('link', { name: `as ${kind}, Thu, Apr 30, 2026` })
      const [download] = await Promise.all([walker.page.waitForEvent('download'), walker.pressOn(link)])
      const text = readFileSync(await download.path()).toString('latin1')
      expect(text.startsWith(begins)).toBe(true)
      expect(download.suggestedFilename()).toBe(`payout-2026-04-30.${kind.toLowerCase()}`)
    }
  },
)
