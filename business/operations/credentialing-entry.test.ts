import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CalendarDate, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { seedClientOf } from '../../server/seed.ts'
import {
  groupPractice,
  inForce,
  mayaId,
  network,
  operatorStaff,
  otherClient,
  plan,
  type StoryClient,
  soloPractice,
  theoId,
  variantClients,
  zone,
} from '../../server/story-network.ts'
import { policiesOf, takeBackPolicy } from '../clients/index.ts'
import { locationsOf, recordLocation } from '../clients/location-store.ts'
import { recordPayer, recordPlan } from '../contracts/plan-store.ts'
import { builtInAreas, builtInEdition, serviceAreasFrom } from '../coverage/service-areas.ts'
import { recordAuthority } from '../credentialing/authority-store.ts'
import { recordCredential } from '../credentialing/credential-store.ts'
import { type NetworkChange, networkEffect, openQuestions } from '../sessions/index.ts'
import { turnedSessions } from '../sessions/turned-sessions.ts'

/** Nine clients whose answers each hang on one thing, with a session on 20 April and one on 4 May. */
let house: StoryHouse
let maya: Requests
let theo: Requests
let robin: Requests
const ids: Record<string, string> = {}
const days = ['2026-04-20', '2026-05-04'].map(calendarDate)
const solo = `/api/practices/${soloPractice.id}`
const deskOf = (memberId: string, practiceId: string) => `/api/operations/practices/${practiceId}/members/${memberId}`
const desk = deskOf(mayaId, soloPractice.id)
const theosDesk = deskOf(theoId, groupPractice.id)

const clients = {
  license: aClient(31, 'Lia License', { state: 'NJ', planId: plan.id }),
  permit: aClient(32, 'Pia Permit', { state: 'VT', planId: plan.id }),
  privilege: aClient(33, 'Priya Privilege', { state: 'AZ', planId: plan.id, clinicianId: theoId }),
  credential: aClient(34, 'Cleo Credential', { state: 'PA', planId: plan.id }),
  ready: aClient(35, 'Rae Ready', { state: 'CT', planId: plan.id }),
  virtual: aClient(36, 'Vera Virtual', { state: 'TX', planId: 'blue-ma-local' }),
  traveller: aClient(37, 'Tess Traveller', { state: 'TX', planId: 'blue-nc-ppo' }),
  area: aClient(38, 'Ava Area', { state: 'NY', county: '36081', planId: 'blue-anthem-ny' }),
  plain: aClient(39, 'Pat Plain', { state: 'NY', county: '36081', planId: plan.id }),
}

type Made = { story: StoryClient; state: string; county: string | null; planId: string }

function aClient(
  number: number,
  name: string,
  about: { state: string; planId: string; county?: string; clinicianId?: string },
): Made {
  const [givenName = '', familyName = ''] = name.split(' ')
  const id = `01960000-0000-7000-8000-0000000007${number}`
  const { clinicianId = mayaId, state, planId, county = null } = about
  const story = {
    ...variantClients.pays_in_june,
    id,
    givenName,
    familyName,
    clinicianId,
    memberId: `PAYS1007${number}`,
  }
  return { story, state, county, planId }
}

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  theo = await house.login(groupPractice.members[1]?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  await house.as(async (db) => {
    for (const [id, networkId, blueCard] of [
      ['blue-ma-local', 'bcbs-ma', false],
      ['blue-nc-ppo', 'bcbs-nc', true],
      ['blue-anthem-ny', 'anthem-ny', true],
    ] as const) {
      const payer = { id, name: id, electronicId: id.toUpperCase(), filingCode: 'BL', clearinghouseId: 'lantern' }
      await recordPayer(db, { ...payer, source: 'test' })
      const about = { payerId: id, networkId, isBlue: true, blueCard, acceptedStates: 'all' as const }
      await recordPlan(db, { ...about, id, name: id, during: inForce, source: 'test' })
    }
    await holds()
    for (const made of Object.values(clients)) await lives(made)
  })
  for (const { story } of Object.values(clients)) await planned(story)
}, 120_000)
afterAll(() => house?.close())

/** What Maya and Theo hold besides New York, so that each client lacks at most one thing. */
async function holds(): Promise<void> {
  const at = house.world.clock.now()
  const authority = (memberId: string, practiceId: string, state: string) => {
    ids[`license ${state}`] = house.world.ids.next()
    const base = { practiceId, memberId, state, kind: 'license' as const, number: null, during: inForce }
    return house.as((db) => recordAuthority(db, { ...base, id: ids[`license ${state}`] ?? '', at, by: 'test' }))
  }
  const credential = (networkId: string, state: string, over: object = {}) => {
    ids[`${networkId} ${state}`] = house.world.ids.next()
    const base = { practiceId: soloPractice.id, memberId: mayaId, networkId, state, via: 'direct' as const }
    const how = { status: 'active' as const, during: inForce, payerReady: inForce.from, at, by: 'test' }
    return house.as((db) => recordCredential(db, { ...base, ...how, id: ids[`${networkId} ${state}`] ?? '', ...over }))
  }
  for (const state of ['PA', 'CT', 'TX']) await authority(mayaId, soloPractice.id, state)
  await authority(theoId, groupPractice.id, 'OH')
  for (const state of ['NJ', 'VT']) await credential(network, state)
  await credential(network, 'AZ', { practiceId: groupPractice.id, memberId: theoId })
  await credential(network, 'CT', { payerReady: null })
  await credential('bcbs-tx', 'TX')
  await credential('anthem-ny', 'NY')
}

async function lives({ story, state, county, planId }: Made): Promise<void> {
  const practiceId = story.clinicianId === theoId ? groupPractice.id : soloPractice.id
  await house.as(async (db) => {
    const terms = { planId, copay: cents(0), card: 'tok_good_test', checkedOn: calendarDate('2026-04-08') }
    await seedClientOf(db, house.world, practiceId, story, terms)
    const [home] = await locationsOf(db, story.id)
    await db
      .updateTable('clients.location')
      .set({ during: '[2020-01-01,2020-01-02)' })
      .where('id', '=', home?.id ?? '')
      .execute()
    const place = { label: 'Home', street: '1 Example Way', city: 'Anywhere', state, zip: '00000', servedBy: null }
    await recordLocation(db, {
      ...place,
      personId: story.id,
      id: house.world.ids.next(),
      countyFips: county,
      during: { from: inForce.from, until: null },
      recordedAt: house.world.clock.now(),
      recordedBy: 'test',
    })
  })
}

async function planned(story: StoryClient): Promise<void> {
  const [who, practiceId] = story.clinicianId === theoId ? [theo, groupPractice.id] : [maya, soloPractice.id]
  for (const on of days) {
    const at = (time: string) => instantAt(on, time, zone)
    const hour = String(7 + Number(story.id.slice(-1))).padStart(2, '0')
    const body = {
      personId: story.id,
      memberId: story.clinicianId,
      startsAt: at(`${hour}:00`),
      endsAt: at(`${hour}:55`),
      modality: 'telehealth',
    }
    const answer = await who.post(`/api/practices/${practiceId}/sessions`, body)
    if (answer.statusCode !== 201) throw new Error(answer.body)
  }
}

type Turned = {
  clientName: string
  serviceOn: string
  before: { outcome: string }
  after: { outcome: string; because: string[] }
}
const told = ({ turned }: { turned: Turned[] }) =>
  turned.map(({ clientName, serviceOn, before, after }) => [
    clientName.split(' ')[0],
    serviceOn,
    before.outcome,
    after.outcome,
  ])

const from = (day: string, until: string | null = null) => ({ from: day, until })
const both = (name: string, before: string, after: string) => days.map((on) => [name, on, before, after])
const later = (name: string, before: string, after: string) => [[name, '2026-05-04', before, after]]
const terms = '/api/operations/terms'
const wide = { from: inForce.from, until: inForce.until }

// Each kind of change, what it says before it is saved, and at whose door.
test.each<[string, () => Requests, string, () => object, (string | CalendarDate)[][]]>([
  [
    'a license',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({ kind: 'add_authority', state: 'NJ', authority: 'license', number: 'NJ1', during: from('2026-04-01') }),
    both('Lia', 'not_billable', 'billable'),
  ],
  [
    'a compact privilege',
    () => robin,
    `${theosDesk}/credentialing-effects`,
    () => ({
      kind: 'add_authority',
      state: 'AZ',
      authority: 'compact_privilege',
      number: null,
      during: from('2026-05-01'),
    }),
    later('Priya', 'not_billable', 'billable'),
  ],
  [
    'a temporary permit',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({
      kind: 'add_authority',
      state: 'VT',
      authority: 'temporary_permit',
      number: null,
      during: from('2026-04-15', '2026-05-01'),
    }),
    [['Pia', '2026-04-20', 'not_billable', 'billable']],
  ],
  [
    'a license that ends',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({ kind: 'change_authority', authorityId: ids['license CT'], during: { ...wide, until: '2026-05-01' } }),
    later('Rae', 'billable_held', 'not_billable'),
  ],
  [
    'a license that was entered by mistake',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({ kind: 'withdraw_authority', authorityId: ids['license CT'] }),
    both('Rae', 'billable_held', 'not_billable'),
  ],
  [
    'a credential',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({
      kind: 'add_credential',
      networkId: network,
      state: 'PA',
      via: 'direct',
      status: 'active',
      during: from('2026-05-01'),
      payerReady: null,
    }),
    later('Cleo', 'not_billable', 'billable_held'),
  ],
  [
    'the day on which the payer is ready',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({
      kind: 'change_credential',
      credentialId: ids[`${network} CT`],
      status: 'active',
      during: wide,
      payerReady: '2026-04-08',
    }),
    both('Rae', 'billable_held', 'billable'),
  ],
  [
    'a credential that ends',
    () => robin,
    `${desk}/credentialing-effects`,
    () => ({
      kind: 'change_credential',
      credentialId: ids['bcbs-tx TX'],
      status: 'terminated',
      during: { ...wide, until: '2026-04-20' },
      payerReady: null,
    }),
    both('Tess', 'billable', 'not_billable'),
  ],
  [
    'opting in to a virtual network',
    () => maya,
    `${solo}/credentialing-effects`,
    () => ({ kind: 'opt_in', networkId: 'bcbs-ma', state: 'TX', from: '2026-05-01' }),
    later('Vera', 'not_billable', 'billable_held'),
  ],
  [
    'a plan that leaves BlueCard',
    () => robin,
    `${terms}-effects`,
    () => ({ kind: 'plan_terms', planId: 'blue-nc-ppo', from: '2026-05-01', blueCard: false, acceptedStates: 'all' }),
    later('Tess', 'billable', 'not_billable'),
  ],
  [
    'a plan that is accepted in fewer states',
    () => robin,
    `${terms}-effects`,
    () => ({ kind: 'plan_terms', planId: plan.id, from: '2026-04-10', blueCard: false, acceptedStates: ['NJ'] }),
    [...both('Rae', 'billable_held', 'not_billable'), ...both('Pat', 'billable', 'not_billable')].sort(
      (a, b) => String(a[1]).localeCompare(String(b[1])) || 0,
    ),
  ],
  [
    'a licensee that gives up a county',
    () => robin,
    `${terms}-effects`,
    () => ({
      kind: 'service_area',
      licenseeId: 'anthem-ny',
      from: '2026-05-01',
      area: { state: 'NY', holds: 'counties', counties: ['36061'], except: [] },
    }),
    later('Ava', 'billable', 'needs_information'),
  ],
])('before it is saved, %s shows which sessions it turns around', async (_, who, url, change, expected) => {
  const answer = await who().post(url, { change: change() })
  expect([answer.statusCode, answer.json().refusal ?? null, told(answer.json())]).toEqual([200, null, expected])
})

test('the whole network, decided at once, turns the sessions that are turned one by one', async () => {
  const sees = (ids: readonly string[]) => (one: { id: string }) => ids.includes(one.id)
  const from = calendarDate('2026-04-09')
  const cases: NetworkChange[] = [
    { from, plan: (one) => (sees([plan.id])(one) ? { ...one, acceptedStates: ['NJ'] } : one) },
    { from: calendarDate('2026-05-01'), plan: (one) => (one.isBlue ? { ...one, acceptedStates: [] } : one) },
    {
      from,
      areas: serviceAreasFrom({
        ...builtInEdition,
        licensees: builtInEdition.licensees.filter(({ id }) => id !== 'bcbs-tx'),
      }),
    },
    { from, plan: (one) => ({ ...one, blueCard: false }), areas: builtInAreas },
  ]
  for (const change of cases) {
    const together = await house.as((db) => networkEffect(db, house.world, change))
    const oneByOne = await house.as(async (db) => {
      const turned = []
      for (const { id: practiceId } of [soloPractice, groupPractice]) {
        const { questions } = await openQuestions(db, house.world, { practiceId })
        const changed = turnedSessions(questions, (one) => {
          const after = { ...one, plan: change.plan?.(one.plan) ?? one.plan, areas: change.areas ?? one.areas }
          return one.on < change.from ? one : after
        })
        turned.push(...changed)
      }
      return turned
    })
    const ids = (turned: { sessionId: string }[]) => turned.map(({ sessionId }) => sessionId).sort()
    expect(ids(together.turned)).toEqual(ids(oneByOne))
    expect(together.count).toBe(oneByOne.length)
    expect(oneByOne.length).toBeGreaterThan(0)
  }
})

test('leaving a virtual network shows what it closes, after it was opened', async () => {
  const opened = await maya.post(`${solo}/virtual-opt-ins`, { networkId: 'bcbs-ma', state: 'TX', from: '2026-04-08' })
  const change = { kind: 'opt_out', optInId: opened.json().id, until: '2026-05-01' }
  const shown = await maya.post(`${solo}/credentialing-effects`, { change })
  expect(told(shown.json())).toEqual(later('Vera', 'billable_held', 'not_billable'))
})

test('an exclusion overrides everything, and what it did is shown again when it was a mistake', async () => {
  const read = async () => (await robin.get(`${desk}/credentialing`)).json()
  const enter = async (change: object, reason: string) =>
    robin.post(`${desk}/credentialing-changes`, { change, reason, seen: (await read()).seen })
  const entered = await enter({ kind: 'add_exclusion', during: from('2026-05-01') }, 'On the list of May')
  const closed = told(entered.json().effect)
  expect(closed).toContainEqual(['Pat', '2026-05-04', 'billable', 'not_billable'])
  expect(closed.every(([, on]) => on === '2026-05-04')).toBe(true)
  const exclusionId = entered.json().id
  const taken = await enter({ kind: 'withdraw_exclusion', exclusionId }, 'Somebody of the same name')
  expect(told(taken.json().effect)).toEqual(closed.map(([name, on, before, after]) => [name, on, after, before]))
  const { exclusions, entries } = await read()
  expect(exclusions).toEqual([])
  expect(entries.slice(0, 2)).toMatchObject([
    { subject: 'exclusion', isFirst: false, from: null, by: operatorStaff.name, reason: 'Somebody of the same name' },
    { subject: 'exclusion', isFirst: true, from: '2026-05-01', by: operatorStaff.name, reason: 'On the list of May' },
  ])
})

test('an entry keeps what was known before, with who entered it, when and why', async () => {
  const before = (await robin.get(`${desk}/credentialing`)).json()
  const change = { kind: 'change_authority', authorityId: ids['license PA'], during: from('2020-01-01', '2027-03-01') }
  const saved = await robin.post(`${desk}/credentialing-changes`, {
    change,
    reason: 'Renewed by the board',
    seen: before.seen,
  })
  expect(saved.statusCode).toBe(201)
  const after = (await robin.get(`${desk}/credentialing`)).json()
  expect(after.seen).toBe(before.seen + 1)
  expect(after.authorities.find(({ id }: { id: string }) => id === ids['license PA'])).toMatchObject({
    until: '2027-03-01',
  })
  const history = after.entries.filter(({ subjectId }: { subjectId: string }) => subjectId === ids['license PA'])
  expect(history).toMatchObject([
    { until: '2027-03-01', reason: 'Renewed by the board', by: operatorStaff.name, at: house.world.clock.now() },
    { until: inForce.until, isFirst: true },
  ])
})

test('of two people who open the page at once, the second is told what the first entered, and saves nothing', async () => {
  const { seen } = (await robin.get(`${desk}/credentialing`)).json()
  const ends = (until: string) => ({
    change: { kind: 'change_authority', authorityId: ids['license PA'], during: from('2020-01-01', until) },
    reason: 'The letter says so',
    seen,
  })
  const [first, second] = await Promise.all([
    robin.post(`${desk}/credentialing-changes`, ends('2028-01-01')),
    robin.post(`${desk}/credentialing-changes`, ends('2029-01-01')),
  ])
  const lost = [first, second].find(({ statusCode }) => statusCode === 409)
  expect([first.statusCode, second.statusCode].sort()).toEqual([201, 409])
  expect(lost?.json()).toMatchObject({ code: 'standing_changed_meanwhile' })
  expect(lost?.json().detail).toContain(operatorStaff.name)
  const now = (await robin.get(`${desk}/credentialing`)).json()
  expect(now.seen).toBe(seen + 1)
})

test.each([
  [
    'a credential that is not there',
    {
      kind: 'change_credential',
      credentialId: otherClient.id,
      status: 'active',
      during: from('2026-04-08'),
      payerReady: null,
    },
    404,
    'standing_not_found',
  ],
  [
    'a state that is none',
    { kind: 'add_authority', state: 'XX', authority: 'license', number: null, during: from('2026-04-08') },
    422,
    'state_unknown',
  ],
  [
    'a network that is none',
    {
      kind: 'add_credential',
      networkId: 'nobody',
      state: 'NY',
      via: 'direct',
      status: 'active',
      during: from('2026-04-08'),
      payerReady: null,
    },
    422,
    'network_unknown',
  ],
  [
    'dates the wrong way round',
    { kind: 'add_exclusion', during: from('2026-04-08', '2026-04-08') },
    422,
    'period_backwards',
  ],
  [
    'an active credential without a period',
    {
      kind: 'add_credential',
      networkId: network,
      state: 'OH',
      via: 'direct',
      status: 'active',
      during: null,
      payerReady: null,
    },
    422,
    'period_missing',
  ],
  [
    'periods that overlap',
    { kind: 'add_authority', state: 'NY', authority: 'license', number: null, during: from('2026-04-08') },
    422,
    'period_overlaps',
  ],
  [
    'a privilege of a compact that is not in force',
    { kind: 'add_authority', state: 'NJ', authority: 'compact_privilege', number: null, during: from('2026-04-08') },
    422,
    'compact_not_in_force',
  ],
])(
  'the desk says before and when it is saved that it refuses %s, and records nothing',
  async (_, change, status, code) => {
    const { seen } = (await robin.get(`${desk}/credentialing`)).json()
    const shown = await robin.post(`${desk}/credentialing-effects`, { change })
    expect(shown.json()).toMatchObject({ turned: [], refusal: { code } })
    const answer = await robin.post(`${desk}/credentialing-changes`, { change, reason: 'A test of the desk', seen })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.json().detail).toMatch(/Nothing was saved\.$/)
    expect((await robin.get(`${desk}/credentialing`)).json().seen).toBe(seen)
  },
)

test('a policy that was taken back turns no session around, neither of the whole network nor one by one', async () => {
  const change: NetworkChange = { from: calendarDate('2026-04-09'), plan: (one) => ({ ...one, acceptedStates: [] }) }
  const turns = () =>
    house.as(async (db) => {
      const { looked, count } = await networkEffect(db, house.world, change)
      const { questions } = await openQuestions(db, house.world, { practiceId: soloPractice.id })
      return { looked, count, ofPat: questions.filter(({ clientName }) => clientName === 'Pat Plain').length }
    })
  const { looked, count, ofPat } = await turns()
  expect(ofPat).toBe(2)
  await house.as(async (db) => {
    const personId = clients.plain.story.id
    const [policy] = await policiesOf(db, personId)
    const who = { practiceId: soloPractice.id, userId: mayaId }
    await takeBackPolicy(db, house.world, who, { personId, policyId: policy?.id ?? '' })
  })
  expect(await turns()).toEqual({ looked, count: count - 2, ofPat: 0 })
})

test('only the operator’s staff enter what a clinician holds, or change what a plan accepts', async () => {
  const change = { kind: 'add_exclusion', during: from('2026-04-08') }
  const answers = [
    await maya.post(`${desk}/credentialing-changes`, { change, reason: 'not mine', seen: 0 }),
    await maya.post(`${terms}-changes`, { change, reason: 'not mine' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
})

test('a compact privilege opens its state while the home license is in force, and ends with it', async () => {
  const enter = async (change: object) => {
    const { seen } = (await robin.get(`${theosDesk}/credentialing`)).json()
    const saved = await robin.post(`${theosDesk}/credentialing-changes`, { change, reason: 'The board says so', seen })
    expect(saved.statusCode).toBe(201)
    return told(saved.json().effect)
  }
  const guided = async (on: string) => {
    const client = `/api/practices/${groupPractice.id}/clients/${clients.privilege.story.id}`
    const { places } = (await theo.get(`${client}/billing-method?on=${on}`)).json()
    return places.find(({ state }: { state: string }) => state === 'AZ').decision.because
  }
  const privilege = { kind: 'add_authority', state: 'AZ', authority: 'compact_privilege', number: null }
  expect(await enter({ ...privilege, during: from('2026-04-15') })).toEqual(both('Priya', 'not_billable', 'billable'))
  expect(await guided('2026-05-04')).toEqual(['credentialed_in_state'])

  const lapses = { kind: 'change_authority', authorityId: ids['license OH'], during: from('2020-01-01', '2026-05-04') }
  expect(await enter(lapses)).toEqual(later('Priya', 'billable', 'not_billable'))
  expect(await guided('2026-05-03')).toEqual(['credentialed_in_state'])
  expect(await guided('2026-05-04')).toEqual(['license_not_in_force'])
  const whatIf = (await theo.get(`/api/practices/${groupPractice.id}/members/${theoId}/what-if?on=2026-05-04`)).json()
  expect(JSON.stringify(whatIf.states.find(({ state }: { state: string }) => state === 'AZ'))).not.toContain(
    '"billable"',
  )
})

test('a claim that waits for the payer is among what the payer’s day turns around', async () => {
  house.goToDay(calendarDate('2026-04-20'), '18:00')
  const { sessions } = await sessionOf(clients.ready.story)
  const id = sessions[0]?.id ?? ''
  await confirm(id)
  house.goToDay(calendarDate('2026-06-30'))
  await house.doWhatIsDue()
  const during = wide
  const change = {
    kind: 'change_credential',
    credentialId: ids[`${network} CT`],
    status: 'active',
    during,
    payerReady: '2026-06-30',
  }
  const shown = (await robin.post(`${desk}/credentialing-effects`, { change })).json()
  expect(shown.turned).toMatchObject([
    { sessionId: id, isConfirmed: true, before: { outcome: 'billable_held' }, after: { outcome: 'billable' } },
  ])
})

async function sessionOf(story: StoryClient): Promise<{ sessions: { id: string }[] }> {
  const rows = await house.as((db) =>
    db.selectFrom('sessions.session').select('id').where('person_id', '=', story.id).orderBy('starts_at').execute(),
  )
  return { sessions: rows }
}

async function confirm(id: string): Promise<void> {
  const whole = '[2020-01-01,2036-01-01)'
  await house.as(async (db) => {
    const known = await db.selectFrom('contracts.contract').selectAll().executeTakeFirstOrThrow()
    await db
      .insertInto('contracts.contract')
      .values({ ...known, during: whole, id: 'cedar-mutual-ct', state: 'CT' })
      .execute()
    for (const table of ['contracts.payer_rate', 'contracts.provider_rate'] as const) {
      const rates = await db.selectFrom(table).selectAll().where('contract_id', '=', known.id).execute()
      await db
        .insertInto(table)
        .values(rates.map((rate) => ({ ...rate, during: whole, contract_id: 'cedar-mutual-ct' })))
        .execute()
    }
  })
  const page = (await maya.get(`${solo}/sessions/${id}`)).json()
  const answer = await maya.post(`${solo}/sessions/${id}/confirmations`, {
    startedAt: page.startsAt,
    stoppedAt: page.endsAt,
    modality: 'telehealth',
    locationId: page.client.locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    crisis: null,
    note: { body: 'Worked on sleep.' },
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

test('further terms of a plan begin on their day, once, and leave what was before as it was', async () => {
  house.goToDay(calendarDate('2026-07-01'))
  const change = {
    kind: 'plan_terms',
    planId: 'blue-nc-ppo',
    from: '2026-08-01',
    blueCard: false,
    acceptedStates: 'all',
  }
  const saved = await robin.post(`${terms}-changes`, { change, reason: 'Letter of the plan' })
  expect(saved.statusCode).toBe(201)
  const plans = (await robin.get('/api/operations/plans')).json()
  expect(plans.find(({ id }: { id: string }) => id === 'blue-nc-ppo').terms).toMatchObject([
    { from: '2020-01-01', until: '2026-08-01', blueCard: true },
    { from: '2026-08-01', until: '2036-01-01', blueCard: false, source: 'Letter of the plan' },
  ])
  const again = await robin.post(`${terms}-changes`, { change: { ...change, blueCard: true }, reason: 'No, it stays' })
  expect([again.statusCode, again.json().code]).toEqual([422, 'day_is_taken'])
})

test.each([
  ['no county of the state', 'NY', '36999', 'county_unknown', '36999 is no county of New York.'],
  ['a county of another state', 'NY', '34001', 'county_unknown', '34001 is no county of New York.'],
  [
    'a Connecticut planning region',
    'CT',
    '09190',
    'county_unknown',
    'Western Connecticut planning region (09190) has a newer code: areas name it by its former counties, 09001 and 09005.',
  ],
])('a service area names counties that there are: %s', async (_, state, county, code, words) => {
  const area = { state, holds: 'counties', counties: [county], except: [] }
  const change = { kind: 'service_area', licenseeId: 'anthem-ny', from: '2026-08-15', area }
  expect((await robin.post(`${terms}-effects`, { change })).json().refusal).toMatchObject({ code, words })
})

test('an area that holds just what it held already is no further edition', async () => {
  const all = (await robin.get('/api/operations/service-areas')).json()
  const { holds, counties, except } = all.find(({ id }: { id: string }) => id === 'anthem-ny').areas[0]
  const area = { state: 'NY', holds, counties: counties.toReversed(), except }
  const change = { kind: 'service_area', licenseeId: 'anthem-ny', from: '2026-08-15', area }
  const answer = await robin.post(`${terms}-changes`, { change, reason: 'The same again' })
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'nothing_changes'])
})

test('a further edition of the service areas answers from its day on', async () => {
  const area = { state: 'NY', holds: 'counties', counties: ['36061'], except: [] }
  const change = { kind: 'service_area', licenseeId: 'anthem-ny', from: '2026-09-01', area }
  expect((await robin.post(`${terms}-changes`, { change, reason: 'A new map' })).statusCode).toBe(201)
  const held = async () => {
    const all = (await robin.get('/api/operations/service-areas')).json()
    const { areas, source } = all.find(({ id }: { id: string }) => id === 'anthem-ny')
    return [areas[0].counties.length, areas[0].inPart, source]
  }
  const [before, inPart, source] = await held()
  expect(before).toBeGreaterThan(1)
  house.goToDay(calendarDate('2026-09-01'))
  expect(await held()).toEqual([1, inPart, 'A new map'])
  expect(source).not.toBe('A new map')
})

test('a credential is asked for, applied for, granted and known to the payer, and each step is told to clinician and staff', async () => {
  const asked = { memberId: mayaId, networkId: network, state: 'TX', words: 'Two clients moved' }
  expect((await maya.post(`${solo}/credential-requests`, asked)).statusCode).toBe(201)
  const waiting = async (queue: string) => {
    const { rows } = (await robin.get(`/api/operations/queues/${queue}`)).json()
    return rows
      .filter(({ reason, code }: { reason: string; code: string | null }) => `${reason} ${code}`.includes('in Texas'))
      .map(({ reason, next }: { reason: string; next: string | null }) => [reason, next])
  }
  const stands = async () => {
    const { networks } = (await maya.get(`${solo}/insurance-status`)).json()
    return networks.find((one: { networkId: string; state: string }) => one.networkId === network && one.state === 'TX')
      ?.standing
  }
  const enter = async (change: object, reason: string) => {
    const { seen } = (await robin.get(`${desk}/credentialing`)).json()
    const answer = await robin.post(`${desk}/credentialing-changes`, { change, reason, seen })
    expect(answer.statusCode).toBe(201)
    return answer.json().id
  }
  expect(await waiting('credentialRequests')).toEqual([['Cedar Mutual in Texas', 'Apply for it, or say why not']])
  const { tasks, requests } = (await robin.get(`${desk}/credentialing`)).json()
  expect(requests).toMatchObject([{ networkId: network, state: 'TX', words: 'Two clients moved' }])
  expect(tasks.map(({ kind, what }: { kind: string; what: string }) => `${kind}: ${what}`)).toContain(
    'asked_for: Cedar Mutual in Texas',
  )

  const none = { during: null, payerReady: null }
  const applied = { kind: 'add_credential', networkId: network, state: 'TX', via: 'direct', status: 'pending', ...none }
  const credentialId = await enter(applied, 'Sent with the whole file')
  expect([await stands(), await waiting('credentialRequests')]).toEqual(['pending', []])
  expect(await waiting('pendingCredentials')).toEqual([['Applied for', 'Ask how it stands']])

  house.goToDay(calendarDate('2026-12-15'))
  expect(await waiting('pendingCredentials')).toEqual([
    ['Applied for longer than usual', 'Press the payer for an answer'],
  ])

  const granted = { kind: 'change_credential', credentialId, status: 'active', during: from('2026-12-01') }
  await enter({ ...granted, payerReady: null }, 'Their letter of December')
  expect([await stands(), await waiting('pendingCredentials')]).toEqual([
    'held',
    [['In force, and the payer names no day', 'Ask when claims may come']],
  ])
  await enter({ ...granted, payerReady: '2026-12-15' }, 'Their roster')
  expect([await stands(), await waiting('pendingCredentials')]).toEqual(['in_force', []])
})

test('a license that ends stands in its queue with the sessions that wait for it, and leaves it when it is renewed', async () => {
  const { seen, authorities } = (await robin.get(`${theosDesk}/credentialing`)).json()
  const license = authorities.find(({ state }: { state: string }) => state === 'NY')
  const ends = (until: string) => ({
    kind: 'change_authority',
    authorityId: license.id,
    during: from(license.from, until),
  })
  const save = (until: string, count: number) =>
    robin.post(`${theosDesk}/credentialing-changes`, { change: ends(until), reason: 'The board says so', seen: count })
  expect((await save('2026-12-20', seen)).statusCode).toBe(201)
  const startsAt = instantAt(calendarDate('2026-12-22'), '10:00', zone)
  const endsAt = instantAt(calendarDate('2026-12-22'), '10:55', zone)
  const planned = { personId: otherClient.id, memberId: theoId, startsAt, endsAt, modality: 'telehealth' }
  expect((await theo.post(`/api/practices/${groupPractice.id}/sessions`, planned)).statusCode).toBe(201)
  const rows = async () =>
    (await robin.get('/api/operations/queues/expirables'))
      .json()
      .rows.map(({ name, reason, detail, deadline, page }: Record<string, unknown>) => [
        name,
        reason,
        detail,
        deadline,
        page,
      ])
  expect(await rows()).toEqual([
    [
      'Theo Brandt',
      'License ends within 7 days',
      'Harbor Lane Group; one session waits for it',
      '2026-12-20',
      { kind: 'clinician', practiceId: groupPractice.id, id: theoId },
    ],
  ])
  expect((await save('2028-12-20', seen + 1)).statusCode).toBe(201)
  expect(await rows()).toEqual([])
})
