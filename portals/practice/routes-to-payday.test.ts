import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperations } from '../../database/act-as.ts'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { seedAwayNetwork } from '../../server/away-network.ts'
import { awayClients, withAwayPayers } from '../../server/away-network-data.ts'
import { seedStoryNetwork } from '../../server/seed.ts'
import type { Seed } from '../../server/start.ts'
import { aprilStory, simulatedConfigs, soloPractice, zone } from '../../server/story-network.ts'
import { flow, walksOfEach } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'

type Name = (typeof awayClients)[number]['name']

/** What was confirmed on the way here, for the day on which everything is paid. */
type Confirmed = {
  session: string
  payer: string
  memberId: string
  code: string
  place: string
  billed: string
  paid: string
}
const confirmed: Confirmed[] = []

const beyondNewYork: Seed = async (parts) => {
  await seedStoryNetwork(parts)
  const { operations, world } = parts
  await asOperations(operations, { user: null, now: world.clock.now() }, (db) => seedAwayNetwork(db, world))
}

let house: FlowHouse
beforeAll(async () => {
  const { payers, ...simulated } = withAwayPayers(simulatedConfigs(aprilStory))
  const quick = payers.map((payer) => ({ ...payer, pace: { pay: 16, deny: 20 } }))
  house = await openFlowHouse({ seed: beyondNewYork, simulated: { ...simulated, payers: quick } })
}, 240_000)
afterAll(() => house?.close())

const clientOf = (name: Name) => {
  const story = awayClients.find((each) => each.name === name)?.story
  if (story === undefined) throw new Error(`there is no client ${name}`)
  return { personId: story.id, name: `${story.givenName} ${story.familyName}`, memberId: story.memberId }
}

// A walk has a day of its own, so that nobody is seen twice at once.
const days = [
  '2026-04-08',
  '2026-04-07',
  '2026-04-06',
  '2026-04-03',
  '2026-04-02',
  '2026-04-01',
  '2026-03-31',
  '2026-03-30',
]

type Planned = { client: Name; day: string; at: string }

async function addsSession(walker: Walker, { client, day, at }: Planned): Promise<void> {
  const { name } = clientOf(client)
  await walker.enterAs(/Maya Lindqvist/)
  await walker.press('link', 'Add session')
  await walker.choose('Client', name)
  await walker.write('Day', day)
  await walker.write('Start', `${at}:00`)
  await walker.write('End', `${at}:55`)
  await walker.press('button', 'Add session')
  await walker.page.getByRole('heading', { name: new RegExp(`^Session with ${name}`) }).waitFor()
  await walker.press('link', 'Confirm', { exact: true })
  await walker.arrives(`Confirm your session with ${name}`, `confirming: ${client}`)
}

type Place = { label: string; street: string; city: string; state: string; zip: string; lastDay?: string }

/** A place that is recorded while the session is confirmed: with its days, where it is known when the client leaves. */
async function recordsPlace(walker: Walker, { label, street, city, state, zip, lastDay }: Place, day: string) {
  await walker.press('button', 'New location')
  const dialog = walker.page.getByRole('dialog', { name: 'New location' })
  const within = { within: dialog }
  await walker.write('Name of the place', label, within)
  await walker.write('Street and number', street, within)
  await walker.write('City', city, within)
  await walker.choose('State', state, within)
  await walker.write('ZIP code', zip, within)
  await walker.write('From', day, { ...within, exact: true })
  if (lastDay !== undefined) {
    await walker.tick('No end is known', within)
    await walker.write('Last day there', lastDay, within)
  }
  await walker.looks('a new location')
  await walker.press('button', 'Record the location', within)
  await dialog.waitFor({ state: 'detached' })
}

type Expected = Omit<Confirmed, 'session' | 'memberId'> & { client: Name; decision: string }

/** Diagnosis, note and signature, once the page has said by which route it is billed and what is paid. */
async function signs(walker: Walker, { client, decision, ...expected }: Expected): Promise<void> {
  const { name, memberId } = clientOf(client)
  await walker.sees(decision)
  await walker.sees(new RegExp(`You will be paid \\${expected.paid} on Thu, Apr 30, 2026`))
  const diagnosis = walker.page.getByRole('combobox', { name: 'Diagnosis' })
  if (!(await walker.page.getByText('F41.1').first().isVisible())) {
    await walker.write('Diagnosis', 'generalized anxiety')
    await walker.page.getByRole('option', { name: 'F41.1' }).waitFor()
    await (walker.walk.hand === 'keyboard' ? diagnosis.press('ArrowDown') : Promise.resolve())
    await (walker.walk.hand === 'keyboard' ? diagnosis.press('Enter') : walker.press('option', /^F41.1/))
    await walker.page.keyboard.press('Escape')
  }
  await walker.write('Session note', 'Seen elsewhere. No change in risk.')
  await walker.page
    .getByRole('heading', { name: `You will be paid ${expected.paid} on Thu, Apr 30, 2026`, exact: true })
    .waitFor()
  await walker.press('button', 'Sign note & confirm session')
  await walker.arrives(new RegExp(`^Session with ${name}`), `confirmed: ${client}`)
  await walker.sees(`You will be paid ${expected.paid} on Thu, Apr 30.`)
  confirmed.push({ ...expected, memberId, session: new URL(walker.page.url()).pathname })
}

flow(
  'a client who is away at another place of theirs is billed by the contract of the state where they are',
  () => house,
  async (walker, turn) => {
    await addsSession(walker, { client: 'away', day: days[turn] ?? '', at: '12' })
    await walker.tick(/At her sister’s/)
    const decision = 'Billable in network'
    await signs(walker, {
      client: 'away',
      decision,
      payer: 'CEDAR',
      code: '90837',
      place: '02',
      billed: '156',
      paid: '$122.00',
    })
  },
)

flow(
  'a member of a Blue plan elsewhere is billed to the local Blue plan, with the member id as it is printed',
  () => house,
  async (walker, turn) => {
    await addsSession(walker, { client: 'bluecard', day: days[turn] ?? '', at: '13' })
    const decision = 'Billable through the local Blue plan'
    await signs(walker, {
      client: 'bluecard',
      decision,
      payer: 'BLUENY',
      code: '90837',
      place: '10',
      billed: '153',
      paid: '$118.00',
    })
  },
)

// Opting in happens once for each network: every second walk takes the other one.
const virtuals = [
  {
    client: 'virtual' as const,
    network: 'BCBS of Massachusetts, in Texas',
    decision: 'Billable through the virtual network; the claim waits for the insurer',
    where: /^Austin/,
    ...{ payer: 'BLUEMA', place: '02', billed: '165', paid: '$127.00' },
  },
  {
    client: 'neighbour' as const,
    network: 'Horizon BCBS of New Jersey, in New York',
    decision: 'Billable through the virtual network',
    where: /^Home/,
    ...{ payer: 'BLUENJ', place: '10', billed: '153', paid: '$118.00' },
  },
]

flow(
  'a clinician opts in to a virtual network, and the claim of its member goes to the home plan',
  () => house,
  async (walker, turn) => {
    const { network, where, ...expected } = virtuals[turn % 2] ?? virtuals[0] ?? never()
    await walker.enterAs(/Maya Lindqvist/)
    await walker.goTo(/Insurance status/)
    await walker.arrives('Insurance status', 'insurance status')
    const offer = walker.page.getByRole('button', { name: `Opt in to ${network}` })
    if (await offer.isVisible()) {
      await walker.press('button', `Opt in to ${network}`)
      await walker.press('button', 'Opt in', { within: walker.page.getByRole('dialog'), exact: true })
      await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await walker.page.getByRole('button', { name: `Leave ${network}` }).waitFor()
    await addsSession(walker, {
      client: expected.client,
      day: '2026-04-08',
      at: String(14 + Math.floor(turn / 2)).padStart(2, '0'),
    })
    await walker.tick(where)
    await signs(walker, { ...expected, code: '90837' })
  },
)

flow(
  'a client on the road is seen where a license and a contract allow it, at a place that is recorded with its days',
  () => house,
  async (walker, turn) => {
    const day = days[turn] ?? ''
    await addsSession(walker, { client: 'on_the_road', day, at: '16' })
    const place = {
      label: `Cabin ${turn}`,
      street: `${7 + turn} Sample Lane`,
      city: 'Scranton',
      state: 'Pennsylvania',
      zip: '18503',
    }
    await recordsPlace(walker, { ...place, lastDay: '2026-04-12' }, day)
    await walker.tick(new RegExp(`^Cabin ${turn}`))
    const decision = 'Billable in network'
    await signs(walker, {
      client: 'on_the_road',
      decision,
      payer: 'CEDAR',
      code: '90837',
      place: '02',
      billed: '144',
      paid: '$114.00',
    })
  },
)

const crisis = [
  ['What was the presenting risk?', 'She had a plan and the means.'],
  ['What did you do?', 'Assessed intent, planned safety.'],
  ['Whom did you engage?', 'Her brother.'],
  ['How did it end?', 'Her brother took her home.'],
] as const

flow(
  'a crisis where the clinician has no license is billed as a documented exception, and somebody looks at it afterwards',
  () => house,
  async (walker, turn) => {
    const day = days[turn] ?? ''
    await addsSession(walker, { client: 'in_crisis', day, at: '17' })
    const place = {
      label: `Hotel ${turn}`,
      street: `${17 + turn} Sample Drive`,
      city: 'Naples',
      state: 'Florida',
      zip: '34102',
    }
    await recordsPlace(walker, place, day)
    await walker.tick(new RegExp(`^Hotel ${turn}`))
    await walker.sees('Not billable there')
    await walker.choose('Service', /^90839/)
    for (const [question, answer] of crisis) await walker.write(question, answer)
    await walker.looks('a crisis')
    const decision = 'Billable as a documented crisis'
    await signs(walker, {
      client: 'in_crisis',
      decision,
      payer: 'CEDAR',
      code: '90839',
      place: '02',
      billed: '208',
      paid: '$165.00',
    })
  },
)

function never(): never {
  throw new Error('there is no such walk')
}

test('each of them is paid on payday, and its claim lies with the payer that its decision named, at that contract’s rate', async () => {
  expect(confirmed).toHaveLength(5 * walksOfEach)
  const context = await house.browser.newContext({ locale: 'en-US', timezoneId: zone })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${house.server.url}/sign-in`)
  await page.getByRole('button', { name: /Maya Lindqvist/ }).click()
  await page.getByRole('heading', { level: 1, name: /Good evening, Maya/ }).waitFor()
  const moved = page.waitForResponse(
    (response) => response.url().endsWith('/api/demonstration/clock') && response.request().method() === 'POST',
    { timeout: 180_000 },
  )
  await page.getByRole('region', { name: 'Demonstration clock' }).getByRole('button', { name: 'To payday' }).click()
  expect((await moved).status()).toBe(200)
  // One session of each route is looked at in the browser; the rest is asked of the same routes below.
  for (const { session, paid } of confirmed.filter((_, index) => index % walksOfEach === 0)) {
    await page.goto(`${house.server.url}${session}`)
    await page.getByText(`You were paid ${paid} on Thu, Apr 30.`).first().waitFor()
  }
  for (const one of confirmed) {
    const claims = claimsAt(one.payer).filter(({ memberId, code }) => memberId === one.memberId && code === one.code)
    expect(claims.length, one.memberId).toBeGreaterThan(0)
    for (const claim of claims) {
      const { payer: payerId, place, billed } = one
      expect(claim).toMatchObject({ submitter: 'EVENKEEL01', receiver: 'LANTERN', payerId, place, billed })
      expect(claim.modifiers).toContain('95')
    }
    const elsewhere = payerIds.filter((payer) => payer !== one.payer)
    expect(elsewhere.flatMap(claimsAt).filter(({ memberId }) => memberId === one.memberId)).toEqual([])
  }
  await context.close()

  // What each payer pays is what its contract says, the client's share included; the claim that waited is paid last.
  await house.server.advance(instantAt(calendarDate('2026-05-13'), '12:00', zone))
  for (const { session, billed, paid } of confirmed) {
    const answered = await paidFor(session.split('/').at(-1) ?? '')
    expect(answered).toEqual({ status: 'paid', allowed: Number(billed) * 100, provider: paid, on: '2026-04-30' })
  }
}, 300_000)

/** What the payer's answer said of a session, what it paid and left to the client; and what the practice was paid, and when. */
async function paidFor(sessionId: string) {
  const owner = soloPractice.members[0]?.userId ?? ''
  const cookie = ((await house.server.signIn.enterAs(owner)) ?? []).map((line) => line.split(';')[0]).join('; ')
  const url = `/api/practices/${soloPractice.id}/sessions/${sessionId}`
  const page = (await house.server.app.inject({ url, headers: { cookie } })).json()
  return {
    status: page.claimStatus,
    allowed: page.money.payerPaidCents + page.confirmation.clientCents,
    provider: formatCents(page.money.paidToYouCents),
    on: page.confirmation.payOn,
  }
}

const payerIds = ['CEDAR', 'BLUENY', 'BLUENJ', 'BLUEMA', 'BLUENC']

type ReadClaim = {
  submitter: string
  receiver: string
  payerId: string
  memberId: string
  place: string
  billed: string
  code: string
  modifiers: string[]
}

/** The claims in a payer's own folder, read by nothing of ours: the elements of an 837P by their places in the guide. */
function claimsAt(payer: string): ReadClaim[] {
  const own = payer === 'CEDAR' ? ['received'] : [payer, 'received']
  const folder = join(house.folder, 'outside', 'payer', ...own)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => readClaims(readFileSync(join(folder, name), 'utf8')))
}

function readClaims(text: string): ReadClaim[] {
  const [element, end] = [text[3] ?? '*', text[105] ?? '~']
  const segments = text.split(end).map((segment) => segment.trim().split(element))
  const claims: ReadClaim[] = []
  const seen = { submitter: '', receiver: '', payerId: '', memberId: '' }
  for (const [id, ...of] of segments) {
    if (id === 'NM1' && of[0] === '41') seen.submitter = of[8] ?? ''
    if (id === 'NM1' && of[0] === '40') seen.receiver = of[8] ?? ''
    if (id === 'NM1' && of[0] === 'IL') seen.memberId = of[8] ?? ''
    if (id === 'NM1' && of[0] === 'PR') seen.payerId = of[8] ?? ''
    if (id === 'CLM') {
      const place = (of[4] ?? '').split(text[104] ?? ':')[0] ?? ''
      claims.push({ ...seen, place, billed: of[1] ?? '', code: '', modifiers: [] })
    }
    if (id === 'SV1') {
      const [, code = '', ...modifiers] = (of[0] ?? '').split(text[104] ?? ':')
      Object.assign(claims.at(-1) ?? {}, { code, modifiers })
    }
  }
  return claims
}
