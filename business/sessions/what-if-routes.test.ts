import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instant, instantAt } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, inForce, mayaId, soloPractice, theoId, variantClients } from '../../server/story-network.ts'
import { recordLocation } from '../clients/location-store.ts'
import { recordPolicy, recordPolicyCheck } from '../clients/policy-store.ts'
import { recordPayer, recordPlan } from '../contracts/plan-store.ts'
import { recordAuthority } from '../credentialing/authority-store.ts'

let house: StoryHouse
let maya: Requests
let theo: Requests
const at = instant('2026-04-08T22:00:00Z')
const client = variantClients.pays_in_june.id
const practice = `/api/practices/${soloPractice.id}`

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  theo = await house.login(groupPractice.members[1]?.userId ?? '')
  await house.as(async (db) => {
    const blue = { id: 'blue-ma', name: 'Blue plan of Massachusetts' }
    await recordPayer(db, {
      ...blue,
      electronicId: 'BLUEMA',
      filingCode: 'BL',
      clearinghouseId: 'lantern',
      source: 'test',
    })
    await recordPlan(db, {
      id: 'blue-ma-local',
      name: 'Blue of Massachusetts, local',
      payerId: blue.id,
      networkId: 'bcbs-ma',
      isBlue: true,
      blueCard: false,
      acceptedStates: 'all',
      during: inForce,
      source: 'test',
    })
    const by = { practiceId: soloPractice.id, memberId: mayaId, at, by: 'test' }
    await recordAuthority(db, {
      ...by,
      id: house.world.ids.next(),
      state: 'TX',
      kind: 'license',
      number: null,
      during: inForce,
    })
  })
})
afterAll(() => house?.close())

const status = async (requests: Requests, path = practice) => (await requests.get(`${path}/insurance-status`)).json()

test('a clinician sees where they may bill, what the virtual networks open, and where their boards are listed', async () => {
  const seen = await status(maya)
  expect(seen.networks).toMatchObject([{ networkId: 'cedar-mutual', state: 'NY', standing: 'in_force' }])
  expect(seen.authorities.map(({ state }: { state: string }) => state).sort()).toEqual(['NY', 'TX'])
  const [texas] = seen.virtual.filter(
    ({ networkId, state }: { networkId: string; state: string }) => networkId === 'bcbs-ma' && state === 'TX',
  )
  expect(texas).toMatchObject({ standing: 'may_opt_in' })
  expect(texas.doesNotOpen).toContain('any other Blue plan')
  expect(seen.virtual.find(({ state }: { state: string }) => state === 'PA')).toMatchObject({
    standing: 'no_authority',
  })
  expect(seen.board.url).toMatch(/^https:/)
})

test('opting in is dated, done once however often it is sent, and opens the home plan’s own members only', async () => {
  const body = { networkId: 'bcbs-ma', state: 'TX', from: '2026-04-08' }
  const first = await maya.post(`${practice}/virtual-opt-ins`, body)
  const second = await maya.post(`${practice}/virtual-opt-ins`, body)
  expect([first.statusCode, first.json()]).toMatchObject([
    201,
    { from: '2026-04-08', until: null, payerReady: '2026-04-22' },
  ])
  expect(second.json().id).toBe(first.json().id)
  const seen = await status(maya)
  const held = seen.networks.find(({ networkId }: { networkId: string }) => networkId === 'bcbs-ma')
  expect(held).toMatchObject({ via: 'virtual_network', state: 'TX', standing: 'held' })
})

test.each([
  [
    'a state without a license',
    { networkId: 'horizon-nj', state: 'PA', from: '2026-04-08' },
    409,
    'no_authority_in_state',
  ],
  ['a day that has passed', { networkId: 'bcbs-ma', state: 'TX', from: '2026-04-07' }, 422, 'date_has_passed'],
  [
    'a network that offers none there',
    { networkId: 'bcbs-tx', state: 'TX', from: '2026-05-01' },
    409,
    'virtual_network_not_offered',
  ],
  ['no day of the calendar', { networkId: 'bcbs-ma', state: 'NY', from: '2026-02-30' }, 400, 'request_not_valid'],
])('opting in is refused for %s', async (_, body, code, problem) => {
  const answer = await maya.post(`${practice}/virtual-opt-ins`, body)
  expect([answer.statusCode, answer.json().code]).toEqual([code, problem])
})

test('an administrator who treats nobody cannot opt in for a clinician', async () => {
  const sam = await house.login(groupPractice.members[2]?.userId ?? '')
  const answer = await sam.post(`/api/practices/${groupPractice.id}/virtual-opt-ins`, {
    networkId: 'horizon-nj',
    state: 'NY',
    from: '2026-04-08',
  })
  expect(answer.statusCode).toBe(403)
})

test('what if: the client can be seen in New York only, and every other state says what is missing', async () => {
  const { states } = (await maya.get(`${practice}/clients/${client}/what-if`)).json()
  const open = states.filter(({ decision }: { decision: { outcome: string } }) => decision.outcome === 'billable')
  expect(open.map(({ state }: { state: string }) => state)).toEqual(['NY'])
  expect(states).toHaveLength(56)
  const texas = states.find(({ state }: { state: string }) => state === 'TX')
  expect(texas.decision).toMatchObject({ outcome: 'not_billable', because: ['not_credentialed_in_state'] })
})

test('a move that is announced shows what breaks, and how many sessions it concerns', async () => {
  const from = calendarDate('2026-05-01')
  const location = {
    personId: client,
    label: 'New home',
    street: '1 Example Way',
    city: 'Austin',
    state: 'TX',
    zip: '78701',
  }
  await house.as((db) =>
    recordLocation(db, {
      ...location,
      id: house.world.ids.next(),
      countyFips: null,
      servedBy: null,
      during: { from, until: null },
      recordedAt: at,
      recordedBy: 'test',
    }),
  )
  const day = (on: string, time: string) => instantAt(calendarDate(on), time, 'America/New_York')
  for (const on of ['2026-04-20', '2026-05-04', '2026-05-11']) {
    const body = {
      personId: client,
      memberId: mayaId,
      startsAt: day(on, '10:00'),
      endsAt: day(on, '10:55'),
      modality: 'telehealth',
    }
    expect((await maya.post(`${practice}/sessions`, body)).statusCode).toBe(201)
  }
  const { announced } = (await maya.get(`${practice}/clients/${client}/what-if`)).json()
  expect(announced).toMatchObject([
    { state: 'TX', from: '2026-05-01', sessionsThen: 2, decision: { outcome: 'not_billable' } },
  ])
})

test('a trip concerns the sessions on its days alone', async () => {
  const trip = { label: 'Cabin', street: '2 Example Way', city: 'Scranton', state: 'PA', zip: '18503' }
  const added = await maya.post(`${practice}/clients/${client}/locations`, {
    ...trip,
    from: '2026-04-18',
    lastDay: '2026-05-04',
  })
  expect(added.statusCode).toBe(201)
  const { announced } = (await maya.get(`${practice}/clients/${client}/what-if`)).json()
  const cabin = announced.find(({ state }: { state: string }) => state === 'PA')
  expect(cabin).toMatchObject({ until: '2026-05-05', sessionsThen: 2 })
})

const effectOf = async (change: object, who = maya) =>
  who.post(`${practice}/clients/${client}/location-effects`, { change })
const turnedOf = (answer: Awaited<ReturnType<typeof effectOf>>) =>
  answer
    .json()
    .turned.map((one: { serviceOn: string; before: object; after: object }) => [one.serviceOn, one.before, one.after])

test('before a place is recorded it is told what it turns around on its days, and nothing is recorded', async () => {
  const places = async () => (await maya.get(`${practice}/clients/${client}`)).json().locations.length
  const before = await places()
  const arizona = { kind: 'new_place', state: 'AZ', zip: '85004', countyFips: null, from: '2026-04-19' }
  const stay = await effectOf({ ...arizona, lastDay: '2026-04-20' })
  expect(stay.statusCode).toBe(200)
  expect(stay.json()).toMatchObject({ looked: 1, count: 1, decision: { outcome: 'not_billable' } })
  expect(turnedOf(stay)).toMatchObject([
    ['2026-04-20', { outcome: 'billable' }, { because: ['not_licensed_in_state'] }],
  ])
  // The day after the last one is not concerned; a place where the same holds turns nothing.
  expect((await effectOf({ ...arizona, lastDay: '2026-04-19' })).json()).toMatchObject({ looked: 0, turned: [] })
  const upstate = { ...arizona, state: 'NY', zip: '14604', lastDay: null }
  expect((await effectOf(upstate)).json()).toMatchObject({ looked: 3, turned: [], decision: { outcome: 'billable' } })
  expect(await places()).toBe(before)
})

test('before a place ends it is told which sessions then have none, or are held where the client still is', async () => {
  const { locations } = (await maya.get(`${practice}/clients/${client}`)).json()
  const named = (label: string) => locations.find((one: { label: string }) => one.label === label).id
  const ended = await effectOf({ kind: 'end_place', locationId: named('Home'), lastDay: '2026-04-19' })
  // The cabin is what is left in April; in May it is the new home in Texas, which was recorded first.
  expect(turnedOf(ended)).toMatchObject([
    ['2026-04-20', { outcome: 'billable' }, { because: ['not_licensed_in_state'] }],
    ['2026-05-04', { outcome: 'billable' }, { because: ['not_credentialed_in_state'] }],
    ['2026-05-11', { outcome: 'billable' }, { because: ['not_credentialed_in_state'] }],
  ])
  expect(ended.json()).toMatchObject({ looked: 3, decision: null })
})

test('what a place would do is told of one’s own client alone, and of a place that can be', async () => {
  const change = { kind: 'new_place', state: 'AZ', zip: '85004', countyFips: null, from: '2026-04-19', lastDay: null }
  expect((await effectOf(change, theo)).statusCode).toBe(404)
  expect((await effectOf({ ...change, state: 'ZZ' })).json()).toMatchObject({ code: 'state_unknown' })
  expect((await effectOf({ ...change, lastDay: '2026-04-18' })).json()).toMatchObject({ code: 'ends_before_it_begins' })
})

test('a referral lists who in the network can see this client there, one’s own practice first, and nobody of another plan', async () => {
  const { colleagues } = (await maya.get(`${practice}/clients/${client}/colleagues?state=NY`)).json()
  const names = colleagues.map(({ name }: { name: string }) => name)
  expect(names[0]).toBe('Maya Lindqvist')
  expect(names).toContain('Theo Brandt')
  expect(names).not.toContain('Sam Whitlow')
  const nobody = (await maya.get(`${practice}/clients/${client}/colleagues?state=AZ`)).json()
  expect(nobody.colleagues).toEqual([])
  expect(nobody.temporary.length).toBeGreaterThan(0)
})

test('a client’s plan with a virtual network is billed by it where it was opted in to', async () => {
  const person = variantClients.pays_late.id
  await house.as(async (db) => {
    const policyId = house.world.ids.next()
    const policy = {
      personId: person,
      id: policyId,
      planId: 'blue-ma-local',
      memberId: 'BMA000000001',
      groupNumber: null,
      copay: cents(0),
    }
    await recordPolicy(db, { ...policy, during: { from: calendarDate('2027-01-01'), until: null }, recordedAt: at })
    const check = { personId: person, policyId, id: house.world.ids.next(), coverage: 'active' as const }
    await recordPolicyCheck(db, { ...check, checkedOn: calendarDate('2026-04-08'), source: 'test', recordedAt: at })
  })
  const { states } = (await maya.get(`${practice}/clients/${person}/what-if?on=2027-02-01`)).json()
  const answers = Object.fromEntries(
    states.map(({ state, decision }: { state: string; decision: { outcome: string; because: string[] } }) => [
      state,
      decision,
    ]),
  )
  expect(answers.TX).toMatchObject({ outcome: 'billable_held', because: ['awaiting_payer_ready', 'virtual_network'] })
  expect(answers.NY).toMatchObject({ outcome: 'not_billable', because: ['outside_service_area_no_bluecard'] })
})

test('a colleague of another practice is not looked into: a clinician sees their own standing only', async () => {
  expect((await theo.get(`/api/practices/${groupPractice.id}/insurance-status?memberId=${mayaId}`)).statusCode).toBe(
    404,
  )
  expect((await theo.get(`/api/practices/${groupPractice.id}/members/${mayaId}/what-if`)).statusCode).toBe(404)
  const own = (await theo.get(`/api/practices/${groupPractice.id}/members/${theoId}/what-if`)).json()
  const newYork = own.states.find(({ state }: { state: string }) => state === 'NY')
  expect(
    newYork.plans.find(({ planName }: { planName: string }) => planName === 'Cedar Mutual PPO').decision.outcome,
  ).toBe('billable')
})
