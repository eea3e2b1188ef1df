import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordLocation } from '../../business/clients/location-store.ts'
import { recordPolicy, recordPolicyCheck } from '../../business/clients/policy-store.ts'
import { recordPayer, recordPlan } from '../../business/contracts/plan-store.ts'
import { recordAuthority } from '../../business/credentialing/authority-store.ts'
import { recordCredential, recordCredentialChange } from '../../business/credentialing/credential-store.ts'
import { asOperations } from '../../database/act-as.ts'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { inForce, mayaId, network, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import { flow, walksOfEach } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import { expectAccessible, type Walker } from '../walker.ts'

let house: FlowHouse

const blue = variantClients.pays_less
const inCrisis = variantClients.denies
const base = `/api/practices/${soloPractice.id}`

// States with one Blue plan, in which Maya holds nothing: each walk asks in one of its own.
const trips = [
  ['FL', 'Florida', 'Orlando', '32801'],
  ['GA', 'Georgia', 'Atlanta', '30303'],
  ['AZ', 'Arizona', 'Phoenix', '85004'],
  ['CO', 'Colorado', 'Denver', '80202'],
  ['NV', 'Nevada', 'Reno', '89501'],
  ['ME', 'Maine', 'Portland', '04101'],
  ['IN', 'Indiana', 'Gary', '46402'],
  ['TN', 'Tennessee', 'Memphis', '38103'],
] as const

beforeAll(async () => {
  house = await openFlowHouse()
  const { databases, world } = house.server
  const at = world.clock.now()
  await asOperations(databases.operations, { user: null, now: at }, async (db) => {
    const mine = { practiceId: soloPractice.id, memberId: mayaId, during: inForce, at, by: 'test' }
    for (const state of ['TX', 'PA', 'VA']) {
      await recordAuthority(db, { ...mine, state, kind: 'license', number: null, id: world.ids.next() })
    }
    for (const [networkId, state] of [
      ['anthem-ny', 'NY'],
      ['carefirst', 'VA'],
    ] as const) {
      const credential = { networkId, state, via: 'direct' as const, status: 'active' as const }
      await recordCredential(db, { ...mine, ...credential, payerReady: inForce.from, id: world.ids.next() })
    }
    await takesBlue(db)
    const place = { street: '1 Example Street', countyFips: null, servedBy: null, recordedAt: at, recordedBy: 'test' }
    const during = { from: calendarDate('2026-04-01'), until: null }
    for (const [turn, [state, , city, zip]] of trips.entries()) {
      const trip = {
        ...place,
        personId: blue.id,
        id: world.ids.next(),
        label: `Trip ${turn}`,
        city,
        state,
        zip,
        during,
      }
      await recordLocation(db, trip)
    }
    const hotel = {
      personId: inCrisis.id,
      id: world.ids.next(),
      label: 'Hotel',
      city: 'Boston',
      state: 'MA',
      zip: '02116',
    }
    await recordLocation(db, { ...place, ...hotel, during })
  })
  for (let turn = 0; turn < walksOfEach; turn++) await confirmCrisis(turn)
}, 180_000)

/** A client of the house as a member of a Blue plan of another state, with BlueCard. */
async function takesBlue(db: Parameters<Parameters<typeof asOperations>[2]>[0]): Promise<void> {
  const { world } = house.server
  const at = world.clock.now()
  const payer = { id: 'blue-al', name: 'Blue plan of Alabama', electronicId: 'BLUEAL', filingCode: 'BL' }
  await recordPayer(db, { ...payer, clearinghouseId: 'lantern', source: 'test' })
  const plan = { id: 'blue-al-away', name: 'Blue of Alabama', payerId: payer.id, networkId: 'bcbs-al' }
  const terms = { isBlue: true, blueCard: true, acceptedStates: 'all' as const, during: inForce, source: 'test' }
  await recordPlan(db, { ...plan, ...terms })
  const id = world.ids.next()
  const during = { from: calendarDate('2026-04-02'), until: null }
  const card = { personId: blue.id, id, planId: plan.id, memberId: 'XAL100100', groupNumber: null, copay: cents(0) }
  await recordPolicy(db, {
    ...card,
    suitcase: true,
    holder: null,
    planAsTold: null,
    during,
    recordedAt: at,
    recordedBy: 'test',
  })
  const check = { personId: blue.id, policyId: id, id: world.ids.next(), coverage: 'active' as const, copay: null }
  await recordPolicyCheck(db, { ...check, checkedOn: during.from, source: 'test', recordedAt: at })
}

async function asMaya() {
  const { app, signIn } = house.server
  const cookies = (await signIn.enterAs(soloPractice.members[0]?.userId ?? '')) ?? []
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const post = async (url: string, payload: object) => {
    const headers = { cookie, 'idempotency-key': crypto.randomUUID() }
    const answer = await app.inject({ method: 'POST', url, payload, headers })
    expect([url, answer.statusCode, answer.json()]).toMatchObject([url, 201, {}])
    return answer.json()
  }
  return { post, get: async (url: string) => (await app.inject({ url, headers: { cookie } })).json() }
}

/** A crisis away from home, told and confirmed: each walk reviews one. */
async function confirmCrisis(turn: number): Promise<void> {
  const maya = await asMaya()
  const hour = String(8 + turn).padStart(2, '0')
  const on = calendarDate('2026-04-07')
  const times = { startsAt: instantAt(on, `${hour}:00`, zone), endsAt: instantAt(on, `${hour}:55`, zone) }
  const planned = { personId: inCrisis.id, memberId: mayaId, ...times, modality: 'telehealth' }
  const { id } = await maya.post(`${base}/sessions`, planned)
  const { locations } = await maya.get(`${base}/clients/${inCrisis.id}`)
  await maya.post(`${base}/sessions/${id}/confirmations`, {
    startedAt: times.startsAt,
    stoppedAt: times.endsAt,
    modality: 'telehealth',
    locationId: locations.find(({ label }: { label: string }) => label === 'Hotel').id,
    codes: [{ code: '90839', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    crisis: {
      risk: 'Said she would take the pills on her table; intent and means were there.',
      intervention: 'Assessed lethality, had the pills put away, and made a safety plan together.',
      people: 'Her sister, who came',
      disposition: 'Stays with her sister tonight; meets her psychiatrist tomorrow at nine.',
    },
    note: { body: 'A crisis; its record tells it.' },
  })
}

afterAll(() => house?.close())

flow(
  'a clinician reads where they may bill, opts in to a virtual network after seeing what it changes, and leaves it again',
  () => house,
  async (walker) => {
    await walker.enterAs(/Maya Lindqvist/)
    await walker.goTo(/Insurance status/)
    await walker.arrives('Insurance status', 'insurance status')
    await walker.sees(/You can see clients who are in New York/)
    await walker.sees(/Members of any other Blue plan/)
    // Each walk leaves what it took, so that the next one finds it offered.
    const offer = walker.page.getByRole('button', { name: /^Opt in to/ }).first()
    const name = (await offer.getAttribute('aria-label')) ?? ''
    await walker.press('button', name)
    await walker.sees(/planned or unbilled session/)
    await walker.looks('opting in')
    await walker.press('button', 'Opt in', { within: walker.page.getByRole('dialog'), exact: true })
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await walker.press('button', name.replace('Opt in to', 'Leave'))
    await walker.sees('What you confirmed before stays as it was.')
    await walker.press('button', 'Leave', { within: walker.page.getByRole('dialog'), exact: true })
    await walker.page.getByRole('dialog').waitFor({ state: 'detached' })
    await walker.page.getByRole('button', { name, exact: true }).waitFor()
  },
)

flow(
  'what if a client travels: the map and the list say where they can be seen, why not elsewhere, and who could',
  () => house,
  async (walker) => {
    const { givenName, familyName } = variantClients.pays_in_june
    await walker.enterAs(/Maya Lindqvist/)
    await walker.goTo(/Insurance status/)
    await walker.press('link', 'On a map, and on another day')
    await walker.arrives('What if', 'what if for a clinician')
    await walker.sees('Where Maya Lindqvist could see clients')
    await walker.choose('Client', `${givenName} ${familyName}`)
    await walker.sees('Seen by Maya Lindqvist')
    await walker.press('link', 'Arizona')
    await walker.sees('Not billable there')
    await walker.press('button', 'What is known of it')
    await walker.sees(/Check with the state’s board before you rely on it/)
    await walker.page.keyboard.press('Escape')
    await walker.sees(/Nobody in the network can be billed/)
    await walker.looks('what if for a client')
    // Whoever comes by a link finds the client's name in the field, and the best answer open.
    await walker.page.goto(walker.page.url().replace(/&state=[A-Z]+/, ''))
    await walker.page.getByRole('combobox', { name: 'Client' }).waitFor()
    await expect
      .poll(() => walker.page.getByRole('combobox', { name: 'Client' }).inputValue())
      .toBe(`${givenName} ${familyName}`)
    await walker.page
      .getByRole('link', { name: 'New York' })
      .and(walker.page.locator('[aria-current="true"]'))
      .waitFor()
  },
)

// Each walk enters the license of a state that no other walk enters and none of the trips goes to.
const states = ['Vermont', 'Oregon', 'Ohio', 'Iowa', 'Utah', 'Idaho', 'Kansas', 'Alaska']

flow(
  'the operator’s staff enter a license after seeing which sessions it turns around, and its history keeps who, when and why',
  () => house,
  async (walker, turn) => {
    const dialog = walker.page.getByRole('dialog')
    const state = states[turn] ?? ''
    await walker.enterAs(/Robin Calder/)
    await walker.goTo(/Clinicians/)
    await walker.arrives('Clinicians', 'clinicians')
    await walker.write('Find a clinician', 'maya')
    await walker.sees('One clinician')
    await walker.press('link', 'Maya Lindqvist')
    await walker.arrives('Maya Lindqvist', 'a clinician’s credentialing')

    await walker.press('button', 'Change: New York license')
    await walker.write('Last day, if it ends', '2026-04-08', { within: dialog })
    await walker.sees(/sessions? can no longer be billed/)
    await dialog
      .getByText(`${variantClients.pays_late.givenName} ${variantClients.pays_late.familyName}, Thu, Apr 9`)
      .waitFor()
    await walker.looks('what a license that ends turns around')
    await walker.press('button', 'Cancel', { within: dialog })

    await walker.press('button', 'Enter a license, privilege or permit')
    await walker.choose('State', state, { within: dialog })
    await walker.write('From', '2026-06-10', { within: dialog, exact: true })
    await walker.write('Last day, if it ends', '2026-06-01', { within: dialog })
    await walker.sees(/It would end on Tue, Jun 2, 2026, not after it begins/)
    await walker.write('Last day, if it ends', '2028-05-31', { within: dialog })
    await walker.sees(/planned and unbilled sessions changes/)
    await walker.press('button', 'Save', { within: dialog })
    await walker.sees('Say it in a few words: it is kept with the entry.')
    await walker.write('Why', 'The register of the board', { within: dialog })
    await walker.press('button', 'Save', { within: dialog })
    await dialog.waitFor({ state: 'detached' })
    const entries = walker.page.getByRole('region', { name: 'Everything that was entered' })
    await entries.getByText(`${state} license: Wed, Jun 10, 2026 to Wed, May 31, 2028`).waitFor()
    await entries.getByText('Robin Calder: The register of the board').first().waitFor()
  },
)

const article = ({ page }: Walker, name: RegExp) => page.getByRole('article', { name })
/** What a row of the queue says; the filters above it hide the same words. */
const asked = ({ page }: Walker, words: string | RegExp) => page.getByRole('table').getByText(words).first().waitFor()
const closed = ({ page }: Walker) => page.getByRole('dialog').waitFor({ state: 'detached' })

async function newPlace(walker: Walker, [label, city, state, zip]: readonly string[]): Promise<void> {
  const within = { within: walker.page.getByRole('dialog', { name: 'New location' }) }
  await walker.press('button', 'New location')
  await walker.write('Name of the place', label ?? '', within)
  await walker.write('Street and number', '4 Example Street', within)
  await walker.write('City', city ?? '', within)
  await walker.choose('State', state ?? '', within)
  await walker.write('ZIP code', zip ?? '', within)
}

flow(
  'a county is asked for where a ZIP code lies in several and it matters, and a person says who serves a shared one',
  () => house,
  async (walker, turn) => {
    await walker.enterAs(/Maya Lindqvist/)
    // The same dialog as on the client's page stands in their row of the list.
    await walker.goTo(/^Clients/)
    await walker.press('button', `New location: ${blue.givenName} ${blue.familyName}`)
    await walker.sees(/^Where Clara is during virtual sessions/)
    await walker.page.keyboard.press('Escape')
    await closed(walker)
    await walker.open(`/practice/${soloPractice.id}/clients/${blue.id}`)
    await newPlace(walker, [`Parents ${turn}`, 'Amsterdam', 'New York', '12010'])
    const dialog = walker.page.getByRole('dialog', { name: 'New location' })
    await dialog.getByRole('combobox', { name: 'County' }).waitFor()
    const means = dialog.getByRole('region', { name: 'What it means' })
    await means.getByText('Something must be known first').waitFor()
    await means.getByText(/virtual session/).waitFor()
    await walker.looks('a new location whose county matters')
    await walker.press('button', 'Record the location', { within: dialog })
    await closed(walker)
    const parents = article(walker, new RegExp(`Parents ${turn}`))
    await parents.getByText('Blue plans differ by county in this state').waitFor()
    await walker.looks('a client with places of every kind')
    await walker.press('button', 'Record the county', { within: parents })
    const county = walker.page.getByRole('dialog', { name: 'Record the county' })
    await county.getByText('Your client said so').or(county.getByLabel('How do you know?')).first().waitFor()
    await walker.choose('County', 'Montgomery', { within: county })
    await county
      .getByRole('region', { name: 'What it means' })
      .getByText('Billable through the local Blue plan', { exact: true })
      .waitFor()
    await walker.write('How do you know?', 'They said so', { within: county })
    await walker.looks('recording a county')
    await walker.press('button', 'Record the county', { within: county })
    await closed(walker)
    await parents.getByText('Billable through the local Blue plan').waitFor()
    await parents.getByText(/^The claim goes to /).waitFor()

    await newPlace(walker, [`Brother ${turn}`, 'Oakton', 'Virginia', '22124'])
    await walker.press('button', 'Record the location', { within: dialog })
    await closed(walker)
    const brother = article(walker, new RegExp(`Brother ${turn}`))
    await walker.press('button', 'Confirm who serves it', { within: brother })
    const serves = walker.page.getByRole('dialog', { name: 'Confirm who serves it' })
    await walker.tick(/^CareFirst/, { within: serves })
    await walker.write('How do you know?', 'The map of the road', { within: serves })
    await walker.looks('confirming who serves an address')
    await walker.press('button', 'Confirm it', { within: serves })
    await closed(walker)
    await brother.getByText('Billable through the local Blue plan').waitFor()
  },
)

flow(
  'each remedy has its door: the board, what is known of a while there, who else could, and asking for a credential',
  () => house,
  async (walker, turn) => {
    const [, stateName] = trips[turn] ?? []
    await walker.enterAs(/Maya Lindqvist/)
    await walker.open(`/practice/${soloPractice.id}/clients/${blue.id}`)
    const box = article(walker, new RegExp(`Trip ${turn}`))
    await box.getByText('You are not licensed in the state where your client is.').waitFor()
    const doors: [name: string, title: string][] = [
      ['Licensing board', `Licensed in ${stateName}`],
      ['What is known of it', `In ${stateName} for a while`],
      ['Who can see them', `Who can see them in ${stateName}`],
    ]
    for (const [name, title] of doors) {
      await walker.press('button', name, { within: box })
      const dialog = walker.page.getByRole('dialog', { name: title })
      await dialog.getByRole('paragraph').first().waitFor()
      await walker.looks(title)
      await walker.page.keyboard.press('Escape')
      await closed(walker)
    }
    await walker.press('button', 'Ask for it', { within: box })
    const ask = walker.page.getByRole('dialog', { name: `Credential in ${stateName}` })
    await walker.looks('asking for a credential')
    await walker.press('button', 'Ask for the credential', { within: ask })
    await ask.getByText('You asked on Wed, Apr 8, 2026.').waitFor()
    await walker.press('button', 'Close', { within: ask, exact: true })
    await walker.press('link', 'Virtual networks', { within: box })
    await walker.page.getByRole('heading', { name: 'Virtual networks' }).waitFor()
    await walker.page
      .getByRole('list', { name: 'Asked for' })
      .getByText(new RegExp(`, ${stateName}$`))
      .waitFor()

    await walker.enterAs(/Robin Calder/)
    await walker.open('/operations/queues/credentialRequests')
    await walker.arrives('Credentialing', 'what clinicians asked for')
    await asked(walker, new RegExp(`in ${stateName}`))
  },
)

flow(
  'a crisis exception is read by a person, who says what must follow, and the practice sees it beside the session',
  () => house,
  async (walker) => {
    await walker.enterAs(/Robin Calder/)
    await walker.page.getByRole('heading', { level: 1 }).first().waitFor()
    await walker.goTo(/^Compliance/)
    await walker.arrives('Compliance', 'compliance reviews')
    const row = walker.page.getByRole('row').filter({ hasText: 'Crisis exception' }).first()
    const session = (await row.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? ''
    await walker.pressOn(row.getByRole('button', { name: /^Review the record/ }))
    const review = walker.page.getByRole('dialog', { name: 'Review the record' })
    await review.getByText('Her sister, who came').waitFor()
    await walker.looks('a crisis record under review')
    await walker.tick('Follow-up needed', { within: review })
    await walker.press('button', 'Record what I found', { within: review })
    await review.getByText('Say what must follow; the practice reads it.').waitFor()
    await walker.write('What must follow', 'Say who stayed with her until her sister came.', { within: review })
    await walker.press('button', 'Record what I found', { within: review })
    await closed(walker)
    await asked(walker, 'Follow-up needed')

    await walker.enterAs(/Maya Lindqvist/)
    await walker.open(`/practice/${soloPractice.id}/sessions/${session}`)
    await walker.arrives('Crisis record', 'a session with a crisis record')
    await walker.sees(/something must follow: Say who stayed with her until her sister came\./)
    await walker.sees('You will be paid $160.00 on Thu, Apr 30.')
  },
)

flow(
  'a refusal on the confirm page leads to its remedies, and a crisis that is half told is there again after a look elsewhere',
  () => house,
  async (walker) => {
    const open = await asOperations(
      house.server.databases.operations,
      { user: null, now: house.server.world.clock.now() },
      (db) =>
        db
          .selectFrom('sessions.session')
          .select('id')
          .where('person_id', '=', inCrisis.id)
          .where('starts_at', '>=', instantAt(calendarDate('2026-04-08'), '00:00', zone))
          .executeTakeFirstOrThrow(),
    )
    await walker.enterAs(/Maya Lindqvist/)
    await walker.open(`/practice/${soloPractice.id}/sessions/${open.id}/confirm`)
    await walker.tick(/^Hotel/)
    await walker.sees('You are not licensed in the state where your client is.')
    await walker.press('button', 'Licensing board')
    await walker.page.getByRole('dialog', { name: 'Licensed in Massachusetts' }).getByRole('link').waitFor()
    await walker.page.keyboard.press('Escape')
    await closed(walker)
    await walker.choose('Service', /^90839/)
    await walker.sees('1 Example Street, Boston, MA 02116')
    await walker.press('button', 'Write it down')
    const risk = walker.page.getByLabel('What was the presenting risk?')
    await expect.poll(() => risk.evaluate((field) => field === document.activeElement)).toBe(true)
    await walker.write('What was the presenting risk?', 'n/a')
    await walker.sees('The presenting risk: that stands in for an answer. Say it in your own words.')
    await walker.write('What was the presenting risk?', 'He said that he would not live through the night.')
    await walker.looks('a crisis that is half told')
    await walker.press('link', 'Sessions', { within: walker.page.getByRole('navigation', { name: 'Breadcrumb' }) })
    await walker.page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor()
    await walker.page.goBack()
    await expect.poll(() => risk.inputValue()).toBe('He said that he would not live through the night.')
  },
)

test('a held claim that its payer will take no more stands in the operator’s queue with its limit, and a letter tells of it', async () => {
  const { databases, world } = house.server
  const at = world.clock.now()
  await asOperations(databases.operations, { user: null, now: at }, async (db) => {
    const credential = await db
      .selectFrom('credentialing.credential')
      .select('id')
      .where('member_id', '=', mayaId)
      .where('network_id', '=', network)
      .executeTakeFirstOrThrow()
    const late = { status: 'active' as const, during: inForce, payerReady: calendarDate('2026-09-01'), reason: 'Late' }
    const change = { practiceId: soloPractice.id, id: world.ids.next(), credentialId: credential.id, ...late }
    await recordCredentialChange(db, { ...change, at, by: 'test' })
  })
  const maya = await asMaya()
  const on = calendarDate('2026-04-08')
  const times = { startsAt: instantAt(on, '07:00', zone), endsAt: instantAt(on, '07:55', zone) }
  const held = variantClients.never_answers.id
  const { id } = await maya.post(`${base}/sessions`, {
    personId: held,
    memberId: mayaId,
    ...times,
    modality: 'telehealth',
  })
  const { locations } = await maya.get(`${base}/clients/${held}`)
  await maya.post(`${base}/sessions/${id}/confirmations`, {
    startedAt: times.startsAt,
    stoppedAt: times.endsAt,
    modality: 'telehealth',
    locationId: locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'As planned.' },
  })
  const context = await house.browser.newContext({ locale: 'en-US', timezoneId: zone, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${house.server.url}/sign-in`)
  await page.getByRole('button', { name: /Robin Calder/ }).click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const clock = { until: instantAt(calendarDate('2026-04-11'), '12:00', zone) }
  const headers = { 'Idempotency-Key': crypto.randomUUID() }
  await page.request.post(`${house.server.url}/api/demonstration/clock`, { data: clock, headers, timeout: 120_000 })
  await page.goto(`${house.server.url}/operations/queues/filingLimitClaims`)
  await page.getByRole('table').getByText('It waits beyond the limit').waitFor()
  // Ninety days after the day of service, whatever the payer's own date is.
  await page.getByRole('table').getByText('Jul 7').first().waitFor()
  await page.getByText('and that is our loss').first().waitFor()
  await expectAccessible(page, 'held claims near their filing limit')
  await page.goto(`${house.server.url}/operations/mail`)
  await page.getByText('A held claim comes near the filing limit').first().waitFor()
  await context.close()
}, 180_000)
