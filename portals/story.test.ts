import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeExplanation } from '../business/payouts/describe-explanation.ts'
import type { Explanation } from '../business/payouts/explain-session.ts'
import { instant } from '../libraries/calendar/index.ts'
import type { RunningServer } from '../server/start.ts'
import { variantClients } from '../server/story-network.ts'
import { flow } from './flow.ts'
import { type FlowHouse, openFlowHouse } from './flow-house.ts'
import { expectAccessible, type Walker, watch } from './walker.ts'

let house: FlowHouse
let server: RunningServer
/** The path of the session that the insurer denies. */
let denied = ''

beforeAll(async () => {
  house = await openFlowHouse()
  server = house.server
}, 180_000)

afterAll(() => house?.close())

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
  const context = await house.browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York' })
  const seen = watch(context, server.url)
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
  denied = new URL(page.url()).pathname
  await expectAccessible(page, 'a confirmed session')

  await toPayday(page)
  await page.getByText('You were paid $118.00 on Thu, Apr 30.').first().waitFor()

  await page.getByRole('navigation', { name: 'Practice' }).getByRole('link', { name: 'Payments' }).click()
  await page.getByRole('link', { name: 'Thu, Apr 30, 2026' }).click()
  await page.getByRole('link', { name: new RegExp(`${client}, Wed, Apr 8`) }).waitFor()
  await expectAccessible(page, 'payments')

  // Half a year after its answer the denial is final; nobody clicks that far.
  await server.advance(instant('2026-12-01T12:00:00-05:00'))
  expect(await page.title()).not.toContain(givenName)
  expect(seen).toEqual([])
  await context.close()
}, 300_000)

flow(
  'the page of a session that the insurer denied says whose loss it is, and where its money went',
  () => house,
  async (walker) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.open(denied)
    await walker.sees(/is our loss, and you keep your pay/)
    await walker.sees('You were paid $118.00 on Thu, Apr 30')
    await walker.arrives('Where the money goes', 'a denied session')
  },
)

/** Every cell of the document stands on the page, and in the file that the page offers. */
async function showsTheSame({ page }: Walker, reason = ''): Promise<void> {
  const asked = reason === '' ? '' : `?reason=${encodeURIComponent(reason)}`
  const sessionId = denied.split('/').at(-1)
  const answer = await page.request.get(`${house.server.url}/api/sessions/${sessionId}/explanation${asked}`)
  const paper = describeExplanation((await answer.json()) as Explanation)
  const cells = paper.parts.flatMap((part) => {
    if (part.kind === 'facts') return part.rows.flatMap(({ name, value }) => [name, value])
    return part.kind === 'table' ? part.rows.flat() : [part.text]
  })
  const seen = await page.locator('main').innerText()
  expect(cells.filter((cell) => !seen.includes(cell))).toEqual([])
  const href = await page.getByRole('link', { name: 'Download as PDF' }).getAttribute('href')
  const file = await page.request.get(`${house.server.url}${href}`)
  expect(file.headers()['content-type']).toBe('application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await file.body())), { mergePages: true })
  for (const word of ['Juniper Counseling', '$118.00', 'Every posting']) expect(text).toContain(word)
}

flow(
  'a therapist has a session explained, to the last posting',
  () => house,
  async (walker) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.open(denied)
    await walker.press('link', 'Explain everything')
    await walker.arrives('This session, explained', 'a session explained')
    await walker.sees('Asked again with the same facts, today’s rules give the same answer.')
    await walker.sees('The session was confirmed: who owes its worth, and whose it is (the practice)')
    await showsTheSame(walker)
    expect(await walker.page.title()).toBe('Session explained, Evenkeel')
  },
)

flow(
  'the operator says why before a session is explained to them',
  () => house,
  async (walker) => {
    await walker.enterAs(/Robin Calder/)
    await walker.open(`/operations/sessions/${denied.split('/').at(-1)}/explanation`)
    await walker.arrives('Why do you look at this session?', 'a reason to look')
    await walker.press('button', 'Show the session')
    await walker.sees('Say in a few words why you look.')
    await walker.write('Reason', 'The practice asked about its payment')
    await walker.press('button', 'Show the session')
    await walker.arrives('A session, explained', 'a session explained to the operator')
    await walker.sees('You look because: The practice asked about its payment')
    await showsTheSame(walker, 'The practice asked about its payment')
  },
)

flow(
  'a therapist finds the sessions from home',
  () => house,
  async (walker) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.arrives(/Maya/, 'home')
    await walker.goTo(/Sessions/)
    await walker.arrives('Sessions', 'sessions')
  },
)

flow(
  'an administrator of a group adds sessions for every clinician of it',
  () => house,
  async (walker) => {
    await walker.enterAs(/Sam Whitlow/)
    await walker.press('link', 'Add session')
    await walker.arrives('Add session', 'add session')
    await walker.choose('Clinician', 'Ines Okafor')
    await walker.choose('Clinician', 'Theo Brandt')
  },
)

test('who is not signed in is led to the door, and the operator sees the queues', async () => {
  const context = await house.browser.newContext({ locale: 'en-US' })
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
