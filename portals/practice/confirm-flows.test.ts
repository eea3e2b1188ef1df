import { readFileSync } from 'node:fs'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAuthority } from '../../business/credentialing/authority-store.ts'
import { recordCredential } from '../../business/credentialing/credential-store.ts'
import { recordMember, recordPractice } from '../../business/practices/practice-store.ts'
import { confirmationsOf } from '../../business/sessions/confirmation-store.ts'
import { notesOf } from '../../business/sessions/note-store.ts'
import { recordSession } from '../../business/sessions/session-store.ts'
import { asOperations } from '../../database/act-as.ts'
import { addMinutes, calendarDate, instant, instantAt } from '../../libraries/calendar/index.ts'
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
import { expectAccessible } from '../walker.ts'

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
    const startsAt = instantAt(calendarDate('2026-04-15'), '19:00', west.zone)
    await recordSession(db, {
      practiceId,
      id: world.ids.next(),
      memberId,
      personId: west.client.id,
      startsAt,
      endsAt: addMinutes(startsAt, 55),
      modality: 'telehealth',
      at: longAgo,
      by: 'story',
    })
  })
}

let house: FlowHouse

beforeAll(async () => {
  const characters = [...storyCharacters, { email: west.email, what: 'works late on the other coast' }]
  house = await openFlowHouse({ seed: seedBothCoasts, characters })
  const { pays_in_june, denies, never_answers, pays_less } = variantClients
  for (const client of [pays_in_june, denies, never_answers, pays_less]) await heldBefore(client.id)
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

async function pageOf(who: RegExp, over: { width?: number; touch?: boolean; timezoneId?: string } = {}) {
  const { width = 1440, touch = false, timezoneId = 'America/New_York' } = over
  const context = await house.browser.newContext({
    locale: 'en-US',
    timezoneId,
    reducedMotion: 'reduce',
    hasTouch: touch,
    viewport: { width, height: width === 390 ? 844 : 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${house.server.url}/sign-in`)
  await page.getByRole('button', { name: who }).click()
  await page.getByRole('heading', { level: 1, name: /Good/ }).waitFor()
  return { context, page }
}

/** What was recorded of a client's session of April: confirmations by version, and the note. */
async function recorded(personId: string) {
  const { operations } = house.server.databases
  return asOperations(operations, { user: null, now: house.server.world.clock.now() }, async (db) => {
    const session = await db
      .selectFrom('sessions.session')
      .select(['id', 'practice_id'])
      .where('person_id', '=', personId)
      .where('starts_at', '>', '2026-04-01T00:00:00.000Z' as typeof longAgo)
      .executeTakeFirstOrThrow()
    const versions = await confirmationsOf(db, session.practice_id, session.id)
    const notes = await notesOf(db, session.practice_id, session.id)
    return { versions, notes: notes.map(({ body }) => body) }
  })
}

const sign = (page: Page) => page.getByRole('button', { name: 'Sign note & confirm session' })

test('on a phone, a session in which nothing unusual happened is confirmed in three taps', async () => {
  const { context, page } = await pageOf(/Maya Lindqvist/, { width: 390, touch: true })
  await page.getByRole('link', { name: 'Confirm the session with Ada Fenwick' }).tap()
  await page.getByRole('button', { name: 'As planned' }).tap()
  await page.getByRole('heading', { name: 'You will be paid $118.00 on Thu, Apr 30, 2026', exact: true }).waitFor()
  await expectAccessible(page, 'confirm, filled in as last time')
  await sign(page).tap()
  await page.getByText('You will be paid $118.00 on Thu, Apr 30.').waitFor()

  const { versions, notes } = await recorded(variantClients.pays_in_june.id)
  expect(versions).toMatchObject([{ version: 1, diagnoses: ['F41.1'], payOn: '2026-04-30' }])
  expect(notes).toEqual([expect.stringContaining('Session held as planned.')])
  await context.close()
}, 180_000)

test('a double click confirms once, and the way back leads home, not to a second try', async () => {
  const { context, page } = await pageOf(/Maya Lindqvist/)
  await page.getByRole('link', { name: 'Confirm the session with Dorian Petrel' }).click()
  await page.getByRole('button', { name: 'As planned' }).click()
  await sign(page).dblclick()
  await page.getByRole('heading', { name: /^Session with Dorian Petrel/ }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: /Good/ }).waitFor()
  await page.getByRole('link', { name: 'Confirm the session with Esme Calloway' }).waitFor()
  await page.getByRole('link', { name: 'Confirm the session with Dorian Petrel' }).waitFor({ state: 'detached' })
  await page.goForward()
  await page.getByRole('link', { name: 'Correct' }).click()
  await page.getByText('It is confirmed, and your pay is on its way.').waitFor()
  expect((await recorded(variantClients.denies.id)).versions).toHaveLength(1)
  await context.close()
}, 180_000)

test('a connection lost while saving loses nothing and doubles nothing, and the page says so', async () => {
  const { context, page } = await pageOf(/Maya Lindqvist/)
  await page.getByRole('link', { name: 'Confirm the session with Esme Calloway' }).click()
  await page.getByLabel('Session note').fill('Worked on sleep. No change in risk.')
  await context.setOffline(true)
  await sign(page).click()
  await page.getByText('if your confirmation had arrived already, it is not recorded twice').waitFor()
  await page.getByText('What you entered is still here').waitFor()
  await context.setOffline(false)
  // The second try arrives, and its answer is lost: nobody here knows what was done.
  const losesAnswer = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route('**/confirmations', losesAnswer, { times: 1 })
  await sign(page).click()
  await page.getByText('What you entered is still here').waitFor()
  await sign(page).click()
  await page.getByRole('heading', { name: /^Session with Esme Calloway/ }).waitFor()
  const { versions, notes } = await recorded(variantClients.never_answers.id)
  expect(versions).toHaveLength(1)
  expect(notes).toEqual(['Worked on sleep. No change in risk.'])
  await context.close()
}, 180_000)

test('a session that expired while a note was typed is opened again over the page, and the note is signed', async () => {
  const { context, page } = await pageOf(/Maya Lindqvist/)
  await page.getByRole('link', { name: 'Confirm the session with Clara Winslow' }).click()
  await page.getByLabel('Session note').fill('A long note that must not be lost.')
  await context.clearCookies()
  await sign(page).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByText('What you entered is still here').waitFor()
  await expectAccessible(page, 'sign in again')
  await dialog.getByRole('button', { name: 'Continue as Maya Lindqvist' }).click()
  await page.getByRole('heading', { name: /^Session with Clara Winslow/ }).waitFor()
  const { versions, notes } = await recorded(variantClients.pays_less.id)
  expect(versions).toHaveLength(1)
  expect(notes).toEqual(['A long note that must not be lost.'])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length].every((n) => n <= 1))).toBe(true)
  await context.close()
}, 180_000)

test('late on the 15th in another zone, the payday is told before the confirmation is made', async () => {
  await house.server.advance(instantAt(calendarDate('2026-04-15'), '21:30', west.zone))
  const { context, page } = await pageOf(/West Rivera/, { timezoneId: west.zone })
  await page.getByRole('link', { name: 'Confirm the session with Opal Reyes' }).click()
  await page.getByRole('combobox', { name: 'Diagnosis' }).fill('generalized anxiety')
  await page.getByRole('option', { name: 'F41.1' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'As planned' }).click()
  await page.getByText('It is already Thu, Apr 16 in New York: you will be paid on Fri, May 15.').waitFor()
  await expectAccessible(page, 'confirm, late at night')
  await sign(page).click()
  await page.getByText('You will be paid $118.00 on Fri, May 15.').waitFor()
  expect((await recorded(west.client.id)).versions).toMatchObject([{ payOn: '2026-05-15' }])
  await context.close()
}, 240_000)

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
