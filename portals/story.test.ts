import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../database/test-database.ts'
import { instant } from '../libraries/calendar/index.ts'
import { deeds } from '../server/due.ts'
import { type OpenPortals, openPortals } from '../server/open-portals.ts'
import { roomRoutes } from '../server/room-routes.ts'
import { seedStoryNetwork } from '../server/seed.ts'
import { readSettings } from '../server/settings.ts'
import { type RunningServer, startServer } from '../server/start.ts'
import { aprilStory, simulatedConfigs, storyCharacters, variantClients } from '../server/story-network.ts'
import { launchBrowser } from './browser.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let folder: string
let portals: OpenPortals
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  await Promise.all([
    openPortals(() => undefined).then((opened) => (portals = opened)),
    testDatabase().then((opened) => (database = opened)),
    launchBrowser().then((opened) => (browser = opened)),
  ])
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-browser-'))
  const { owner, portal, operations, sign_in } = database.urls
  const settings = {
    ...readSettings({ EVENKEEL_DATA: folder, PORT: '0' }),
    database: { owner, portal, operations, signIn: sign_in },
  }
  server = await startServer(settings, {
    deeds,
    rooms: roomRoutes,
    seed: seedStoryNetwork,
    characters: storyCharacters,
    simulated: simulatedConfigs(aprilStory),
    portalsFolder: portals.folder,
    logger: pino({ level: 'silent' }),
  })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await database?.close()
  portals?.letGo()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** What a page said or asked that it must not: anything in the console, and requests that leave the server's origin. */
function watch(context: BrowserContext): string[] {
  const seen: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => void seen.push(`error: ${error.error().message}`))
  context.on('request', (request) => {
    if (!request.url().startsWith(server.url)) seen.push(`left the origin: ${request.url()}`)
  })
  return seen
}

async function expectAccessible(page: Page, name: string) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  // A page of ours has one frame; the other mode opens a page of its own for every look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze()
  const found = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ html }) => html).join(' and ')}`)
  expect(found).toEqual([])
}

async function toPayday(page: Page) {
  const clock = page.getByRole('region', { name: 'Demonstration clock' })
  const moved = page.waitForResponse(
    (response) => response.url().endsWith('/api/demonstration/clock') && response.request().method() === 'POST',
    { timeout: 120_000 },
  )
  await clock.getByRole('button', { name: 'To payday' }).click()
  expect((await moved).status()).toBe(200)
  await clock.getByRole('button', { name: 'To payday', disabled: false }).waitFor()
}

async function addAndConfirm(page: Page, client: string) {
  await page.getByRole('link', { name: 'Add session' }).click()
  await page.getByRole('heading', { name: 'Add session' }).waitFor()
  await expectAccessible(page, 'add session')
  await page.getByRole('combobox', { name: 'Client' }).fill(client)
  await page.getByRole('option', { name: client }).click()
  await page.getByLabel('Day').fill('2026-04-08')
  await page.getByLabel('Start').fill('13:00')
  await page.getByLabel('End').fill('13:55')
  await page.getByRole('button', { name: 'Add session' }).click()

  await page.getByRole('heading', { name: `Session with ${client}, Wed, Apr 8, 2026` }).waitFor()
  await expectAccessible(page, 'a session to confirm')
  await page.getByRole('link', { name: 'Confirm', exact: true }).click()
  await page.getByRole('heading', { name: `Confirm your session with ${client}` }).waitFor()
  const promise = 'You will be paid $118.00 on Thu, Apr 30, 2026'
  await page.getByRole('heading', { name: `${promise} once you choose a diagnosis and write the note` }).waitFor()
  await page.getByText('Why billable?').click()
  await page.getByText('Source: Federal exclusions, 42 CFR 1001.1901').waitFor()
  await page.getByRole('combobox', { name: 'Diagnosis' }).fill('generalized anxiety')
  await page.getByRole('option', { name: 'F41.1' }).click()
  await page.getByRole('heading', { name: `${promise} once you write the note`, exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'confirm')
  await page.getByLabel('Session note').fill('Weekly session. No change in risk. Plan: continue.')
  await page.getByRole('heading', { name: promise, exact: true }).waitFor()
  // A double click is one deed.
  await page.getByRole('button', { name: 'Sign note & confirm session' }).dblclick()
  await page.getByRole('heading', { name: `Session with ${client}, Wed, Apr 8, 2026` }).waitFor()
  await page.getByText('You will be paid $118.00 on Thu, Apr 30.').waitFor()
}

test('a therapist confirms a session, is paid on payday, and keeps the money when the insurer denies', async () => {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
  const seen = watch(context)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const { givenName, familyName } = variantClients.denies
  const client = `${givenName} ${familyName}`

  await page.goto(`${server.url}/`)
  await page.getByRole('heading', { level: 1, name: /paid on schedule/ }).waitFor()
  await expectAccessible(page, 'landing')
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: /Maya Lindqvist/ }).waitFor()
  await expectAccessible(page, 'sign in')
  await page.getByRole('button', { name: /Maya Lindqvist/ }).click()
  await page.getByRole('heading', { level: 1, name: /Good evening, Maya/ }).waitFor()
  await expectAccessible(page, 'home')

  await addAndConfirm(page, client)
  const address = page.url()
  await expectAccessible(page, 'a confirmed session')

  await toPayday(page)
  await page.getByText('You were paid $118.00 on Thu, Apr 30.').first().waitFor()

  await page.getByRole('navigation', { name: 'Practice' }).getByRole('link', { name: 'Payments' }).click()
  await page.getByRole('link', { name: 'Thu, Apr 30, 2026' }).click()
  await page.getByRole('link', { name: new RegExp(`${client}, Wed, Apr 8`) }).waitFor()
  await expectAccessible(page, 'payments')

  // Half a year after its answer the denial is final; nobody clicks that far.
  await server.advance(instant('2026-12-01T12:00:00-05:00'))
  await page.goto(address)
  await page.getByText(/is our loss, and you keep your pay/).waitFor()
  await page.getByText('You were paid $118.00 on Thu, Apr 30').first().waitFor()
  await expectAccessible(page, 'a denied session')

  expect(await page.title()).not.toContain(givenName)
  expect(seen).toEqual([])
  await context.close()
}, 300_000)

test('the pages hold on a phone in the dark, by keyboard, with the drawer open', async () => {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'America/New_York',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  })
  const seen = watch(context)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.url}/sign-in`)
  const maya = page.getByRole('button', { name: /Maya Lindqvist/ })
  await maya.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Maya/ }).waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Open navigation' }).press('Enter')
  await page.getByRole('dialog', { name: 'Where to' }).waitFor()
  await expectAccessible(page, 'navigation')
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Sessions/ })
    .press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor()
  await expectAccessible(page, 'sessions')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  expect(seen).toEqual([])
  await context.close()
}, 120_000)

test('an administrator of a group adds sessions for every clinician of it', async () => {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
  const seen = watch(context)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.url}/sign-in`)
  await page.getByRole('button', { name: /Sam Whitlow/ }).click()
  await page.getByRole('link', { name: 'Add session' }).click()
  await page.getByRole('combobox', { name: 'Clinician' }).click()
  await page.getByRole('option', { name: 'Ines Okafor' }).waitFor()
  await page.getByRole('option', { name: 'Theo Brandt' }).waitFor()
  expect(await page.getByRole('option').count()).toBe(2)
  expect(seen).toEqual([])
  await context.close()
}, 120_000)

test('who is not signed in is led to the door, and the operator sees the queues', async () => {
  const context = await browser.newContext({ locale: 'en-US' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.url}/practice`)
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByRole('button', { name: /Robin Calder/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Queues' }).waitFor()
  await expectAccessible(page, 'queues')
  await context.close()
}, 120_000)
