import { afterAll, beforeAll, expect, test } from 'vitest'
import { decrypt } from '../../database/encryption.ts'
import { type CalendarDate, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import {
  groupPractice,
  inForce,
  mayaId,
  operatorStaff,
  soloPractice,
  variantClients,
  zone,
} from '../../server/story-network.ts'
import { recordPolicy, recordPolicyCheck } from '../clients/policy-store.ts'
import { recordPayer, recordPlan } from '../contracts/plan-store.ts'
import { recordAuthority } from '../credentialing/authority-store.ts'
import { recordCredential, recordCredentialChange } from '../credentialing/credential-store.ts'

const base = `/api/practices/${soloPractice.id}`
const ada = variantClients.pays_in_june
const away = variantClients.denies
const held = variantClients.never_answers

let house: StoryHouse
let maya: Requests
let theo: Requests
let robin: Requests

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  theo = await house.login(groupPractice.members[1]?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  await house.as(async (db) => {
    const at = house.world.clock.now()
    const payer = { id: 'blue-ma', name: 'Blue plan of Massachusetts', electronicId: 'BLUEMA', filingCode: 'BL' }
    await recordPayer(db, { ...payer, clearinghouseId: 'lantern', source: 'test' })
    const plan = { id: 'blue-ma-away', name: 'Blue of Massachusetts', payerId: payer.id, networkId: 'bcbs-ma' }
    const terms = { isBlue: true, blueCard: true, acceptedStates: 'all' as const, during: inForce, source: 'test' }
    await recordPlan(db, { ...plan, ...terms })
    const mine = { practiceId: soloPractice.id, memberId: mayaId, during: inForce, at, by: 'test' }
    const license = { kind: 'license' as const, number: null }
    await recordAuthority(db, { ...mine, ...license, id: house.world.ids.next(), state: 'VA' })
    for (const [networkId, state] of [
      ['anthem-ny', 'NY'],
      ['carefirst', 'VA'],
    ] as const) {
      const credential = {
        networkId,
        state,
        via: 'direct' as const,
        status: 'active' as const,
        payerReady: inForce.from,
      }
      await recordCredential(db, { ...mine, ...credential, id: house.world.ids.next() })
    }
    await takesBlue(db, ada.id)
  })
})
afterAll(() => house?.close())

type Db = Parameters<Parameters<StoryHouse['as']>[0]>[0]

/** From May on the client’s plan is that of Massachusetts, with BlueCard. */
async function takesBlue(db: Db, personId: string): Promise<void> {
  const id = house.world.ids.next()
  const at = house.world.clock.now()
  const during = { from: calendarDate('2026-05-01'), until: null }
  const card = { personId, id, planId: 'blue-ma-away', memberId: 'XMA100100', groupNumber: null, copay: cents(0) }
  const words = { suitcase: true, holder: null, planAsTold: null, recordedBy: 'test', recordedAt: at }
  await recordPolicy(db, { ...card, ...words, during } as Parameters<typeof recordPolicy>[1])
  const check = { personId, policyId: id, id: house.world.ids.next(), coverage: 'active' as const }
  await recordPolicyCheck(db, {
    ...check,
    checkedOn: during.from,
    source: 'test',
    copay: null,
    recordedAt: at,
  } as Parameters<typeof recordPolicyCheck>[1])
}

const place = (label: string, city: string, state: string, zip: string) => {
  return { label, street: '1 Example Street', city, state, zip, from: '2026-05-01', lastDay: null }
}
type Box = { label: string; decision: { outcome: string; because: string[]; remedies: { kind: string }[] } }
const boxOf = async (label: string) => {
  const { places } = (await maya.get(`${base}/clients/${ada.id}/billing-method?on=2026-05-04`)).json()
  const box = places.find((each: Box) => each.label === label)
  return {
    outcome: box.decision.outcome,
    because: box.decision.because[0],
    kinds: box.decision.remedies.map((one: { kind: string }) => one.kind),
  }
}
const added = async (body: object) => (await maya.post(`${base}/clients/${ada.id}/locations`, body)).json().id

test('a county comes from the ZIP code where that says enough, and is asked for only where it matters', async () => {
  const ask = async (state: string, zip: string, on: string) =>
    (await maya.get(`${base}/clients/${ada.id}/counties?state=${state}&zip=${zip}&on=${on}`)).json().counties
  expect(await ask('NY', '11375', '2026-05-04')).toEqual([])
  expect((await ask('NY', '12010', '2026-05-04')).map(({ name }: { name: string }) => name)).toEqual([
    'Fulton',
    'Montgomery',
    'Saratoga',
    'Schenectady',
  ])
  // Before May their plan is no Blue plan: no county matters.
  expect(await ask('NY', '12010', '2026-04-08')).toEqual([])
  await added(place('Queens', 'Queens', 'NY', '11375'))
  expect(await boxOf('Queens')).toMatchObject({ outcome: 'billable', because: 'bluecard_local_plan' })
  const rows = await house.as((db) =>
    db.selectFrom('clients.location').select('county_fips').where('label', '=', 'Queens').execute(),
  )
  expect(rows).toEqual([{ county_fips: '36081' }])
})

test('a county that is recorded later opens the place, keeps who said so, and overwrites nothing', async () => {
  const id = await added(place('Amsterdam', 'Amsterdam', 'NY', '12010'))
  expect(await boxOf('Amsterdam')).toEqual({
    outcome: 'needs_information',
    because: 'county_unknown',
    kinds: ['record_county'],
  })
  const path = `${base}/clients/${ada.id}/locations/${id}`
  const wrong = await maya.post(`${path}/findings`, { countyFips: '36061', servedBy: null, source: 'She said so' })
  expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'county_not_there'])
  const said = await maya.post(`${path}/findings`, { countyFips: '36057', servedBy: null, source: 'She said so' })
  expect(said.statusCode).toBe(201)
  expect(await boxOf('Amsterdam')).toMatchObject({ outcome: 'billable', because: 'bluecard_local_plan' })
  expect((await maya.get(`${path}/county`)).json()).toMatchObject({
    countyFips: '36057',
    findings: [{ countyName: 'Montgomery', servedBy: null, source: 'She said so', by: 'Maya Lindqvist' }],
  })
  const rows = await house.as((db) =>
    db.selectFrom('clients.location').select('county_fips').where('id', '=', id).execute(),
  )
  expect(rows).toEqual([{ county_fips: null }])
})

test('where a road divides a county a person says who serves the address; the last word counts, the first stays', async () => {
  const id = await added(place('Oakton', 'Oakton', 'VA', '22124'))
  expect(await boxOf('Oakton')).toEqual({
    outcome: 'needs_information',
    because: 'service_area_boundary',
    kinds: ['confirm_service_area'],
  })
  const path = `${base}/clients/${ada.id}/locations/${id}`
  const { counties } = (await maya.get(`${path}/county`)).json()
  expect(counties[0].shares.map(({ id: each }: { id: string }) => each).sort()).toEqual(['anthem-va', 'carefirst'])
  const find = (servedBy: string) => maya.post(`${path}/findings`, { countyFips: '51059', servedBy, source: 'The map' })
  expect((await find('highmark-wv')).json().code).toBe('county_not_shared')
  // What each answer would mean is told before one is recorded.
  const means = async (servedBy: string | null) => {
    const change = { kind: 'finding', locationId: id, countyFips: '51059', servedBy }
    return (await maya.post(`${base}/clients/${ada.id}/location-effects`, { change })).json().decision
  }
  expect(await means(null)).toMatchObject({ because: ['service_area_boundary'] })
  expect(await means('carefirst')).toMatchObject({ outcome: 'billable', method: 'bluecard', claimTo: 'carefirst' })
  expect(await means('anthem-va')).toMatchObject({ because: ['not_credentialed_with_local_blue'] })
  expect(await boxOf('Oakton')).toMatchObject({ because: 'service_area_boundary' })
  expect((await find('carefirst')).statusCode).toBe(201)
  expect(await boxOf('Oakton')).toMatchObject({ outcome: 'billable', because: 'bluecard_local_plan' })
  house.goTo(instantAt(calendarDate('2026-04-08'), '19:00', zone))
  expect((await find('anthem-va')).statusCode).toBe(201)
  expect(await boxOf('Oakton')).toMatchObject({ outcome: 'not_billable', because: 'not_credentialed_with_local_blue' })
  const { findings } = (await maya.get(`${path}/county`)).json()
  expect(findings.map(({ servedBy }: { servedBy: string }) => servedBy)).toEqual([
    expect.stringContaining('Anthem'),
    expect.stringContaining('CareFirst'),
  ])
})

test('a client who adds a place themselves names its county where that matters, and none that lies elsewhere', async () => {
  const client = await house.someClient()
  await house.as((db) => takesBlue(db, client.personId))
  const own = await house.login(client.userId)
  const path = `/api/clients/${client.personId}`
  const asked = await own.get(`${path}/counties?state=NY&zip=12010&on=2026-05-04`)
  expect(asked.json().counties).toHaveLength(4)
  expect((await own.get(`${path}/counties?state=NY&zip=11375&on=2026-05-04`)).json().counties).toEqual([])
  const add = (countyFips: string | null) =>
    own.post(`${path}/locations`, { ...place('Aunt', 'Amsterdam', 'NY', '12010'), countyFips })
  expect((await add('36061')).json().code).toBe('county_not_there')
  expect((await add('36057')).statusCode).toBe(201)
  expect((await add(null)).statusCode).toBe(201)
  const rows = await house.as((db) =>
    db.selectFrom('clients.location').select('county_fips').where('person_id', '=', client.personId).execute(),
  )
  expect(rows.map(({ county_fips }) => county_fips)).toEqual(['36057', null])
})

test('nobody else’s clinician learns of a place or says where it lies', async () => {
  const id = await added(place('Elsewhere', 'Queens', 'NY', '11375'))
  const path = `/api/practices/${groupPractice.id}/clients/${ada.id}/locations/${id}`
  expect((await theo.get(`${path}/county`)).statusCode).toBe(404)
  const said = await theo.post(`${path}/findings`, { countyFips: '36081', servedBy: null, source: 'guessed' })
  expect(said.statusCode).toBe(404)
})

const queue = async (name: string) => (await robin.get(`/api/operations/queues/${name}`)).json()

test('a credential is asked for once, stands in the operator’s queue, and leaves it when it is applied for', async () => {
  const body = { memberId: mayaId, networkId: 'cedar-mutual', state: 'MA', words: 'My license comes in May' }
  const first = await maya.post(`${base}/credential-requests`, body)
  const second = await maya.post(`${base}/credential-requests`, body)
  expect([first.statusCode, second.json().id]).toEqual([201, first.json().id])
  expect((await maya.get(`${base}/credential-requests`)).json()).toMatchObject([
    { state: 'MA', stateName: 'Massachusetts' },
  ])
  const { rows } = await queue('credentialRequests')
  expect(rows).toMatchObject([{ name: 'Maya Lindqvist', detail: expect.stringContaining('My license comes in May') }])
  const there = await maya.post(`${base}/credential-requests`, { ...body, state: 'NY' })
  expect([there.statusCode, there.json().code]).toEqual([409, 'credential_under_way'])
  const theirs = await theo.post(`/api/practices/${groupPractice.id}/credential-requests`, body)
  expect(theirs.statusCode).toBe(404)
  await house.as((db) =>
    recordCredential(db, {
      practiceId: soloPractice.id,
      id: house.world.ids.next(),
      memberId: mayaId,
      networkId: 'cedar-mutual',
      state: 'MA',
      via: 'direct',
      status: 'pending',
      during: null,
      payerReady: null,
      at: house.world.clock.now(),
      by: 'test',
    }),
  )
  expect((await queue('credentialRequests')).rows).toEqual([])
})

test('a practice asks that insurance be checked now, and the operator sees that somebody waits for it', async () => {
  const client = variantClients.pays_late
  await house.as((db) => {
    const card = { personId: client.id, id: house.world.ids.next(), planId: 'cedar-mutual-ppo', memberId: 'PAYS900' }
    const words = { groupNumber: null, copay: cents(2500), suitcase: false, holder: null, planAsTold: null }
    const during = { from: calendarDate('2026-04-08'), until: null }
    return recordPolicy(db, { ...card, ...words, during, recordedAt: house.world.clock.now(), recordedBy: 'test' })
  })
  const reasons = async () => (await queue('coverageChecks')).rows.map(({ reason }: { reason: string }) => reason)
  expect(await reasons()).toEqual(['New insurance'])
  const ask = (requests: Requests, practice: string) =>
    requests.post(`/api/practices/${practice}/clients/${client.id}/coverage-check-requests`, {})
  expect((await ask(theo, groupPractice.id)).statusCode).toBe(404)
  expect((await ask(maya, soloPractice.id)).statusCode).toBe(201)
  expect(await reasons()).toEqual(['A practice asks'])
})

const told = {
  risk: 'Said she would take the pills on her table; intent and means were there.',
  intervention: 'Assessed lethality, had the pills put away, and made a safety plan together.',
  people: 'Her sister, who came',
  disposition: 'Stays with her sister tonight; meets her psychiatrist tomorrow at nine.',
}
const at = (time: string) => instantAt(calendarDate('2026-04-08') as CalendarDate, time, zone)

async function crisisSession(start = '10:00', end = '10:55') {
  const planned = { personId: away.id, memberId: mayaId, startsAt: at(start), endsAt: at(end), modality: 'telehealth' }
  const { id } = (await maya.post(`${base}/sessions`, planned)).json()
  return `${base}/sessions/${id}`
}
const draft = (locationId: string, crisis: object | null, over = {}) => ({
  startedAt: at('10:00'),
  stoppedAt: at('10:55'),
  modality: 'telehealth',
  locationId,
  codes: [{ code: '90839', modifiers: [], units: 1 }],
  diagnoses: ['F41.1'],
  crisis,
  ...over,
})
const signed = { note: { body: 'A crisis, told in its own record.' } }

test('a crisis away from home is billed once its record says something, paid on the same day as any, and read by a person', async () => {
  const here = { ...place('Hotel', 'Boston', 'MA', '02116'), from: '2026-04-01' }
  const hotel = (await maya.post(`${base}/clients/${away.id}/locations`, here)).json().id
  const session = await crisisSession()
  const empty = (await maya.post(`${session}/confirmation-preview`, draft(hotel, null))).json()
  expect(empty.refusals.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining(['crisis.risk', 'crisis.intervention', 'crisis.people', 'crisis.disposition']),
  )
  expect(empty.decision).toMatchObject({ because: ['crisis_undocumented', expect.any(String)] })
  const thin = await maya.post(`${session}/confirmations`, {
    ...draft(hotel, { ...told, intervention: told.risk, disposition: 'n/a' }),
    ...signed,
  })
  expect(thin.statusCode).toBe(422)
  expect(thin.json().because.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['crisis_copies_another', 'crisis_placeholder', 'crisis_undocumented']),
  )
  const done = await maya.post(`${session}/confirmations`, { ...draft(hotel, told), ...signed })
  expect([done.statusCode, done.json().payOn]).toEqual([201, '2026-04-30'])
  const page = (await maya.get(session)).json()
  expect(page.confirmation.decision.method).toBe('crisis_exception')
  expect(page).toMatchObject({ crisis: told, review: { standing: 'open', words: null } })
  const kept = await house.as(async (db) => {
    const row = await db
      .selectFrom('sessions.confirmation')
      .select(['practice_id', 'id', 'facts'])
      .where('id', '=', done.json().confirmationId)
      .executeTakeFirstOrThrow()
    return decrypt(db, 'sessions.confirmation.facts', [row.practice_id, row.id], row.facts)
  })
  for (const words of Object.values(told)) expect(kept).toContain(words)
})

test('a review says in words what must follow, is decided again, and the practice reads it beside the session', async () => {
  const { rows } = await queue('complianceReviews')
  expect(rows).toMatchObject([{ reason: 'Crisis exception', ageDays: 0, next: 'Review the record' }])
  expect(rows[0].detail).toContain('in Massachusetts')
  const reviewId = rows[0].item.split(' ')[1]
  const session = `${base}/sessions/${rows[0].page.id}`
  const path = `/api/operations/compliance-reviews/${soloPractice.id}/${reviewId}`
  expect((await robin.get(path)).json()).toMatchObject({ record: told, address: '1 Example Street, Boston, MA 02116' })
  const put = await robin.post('/api/operations/work', { items: [rows[0].item], deed: 'resolved', words: 'Done' })
  expect(put.json().code).toBe('review_needs_finding')
  const silent = await robin.post(`${path}/decisions`, { finding: 'follow_up', words: ' ' })
  expect([silent.statusCode, silent.json().code]).toEqual([422, 'words_missing'])
  const follow = { finding: 'follow_up', words: 'Say who stayed with her until her sister came.' }
  expect((await robin.post(`${path}/decisions`, follow)).statusCode).toBe(201)
  expect((await queue('complianceReviews')).rows).toMatchObject([{ reason: 'Follow-up needed' }])
  expect((await maya.get(session)).json().review).toMatchObject({ standing: 'follow_up', words: follow.words })
  house.goTo(instantAt(calendarDate('2026-04-08'), '20:00', zone))
  expect((await robin.post(`${path}/decisions`, { finding: 'in_order', words: null })).statusCode).toBe(201)
  expect((await queue('complianceReviews')).rows).toEqual([])
  const page = (await maya.get(session)).json()
  expect([page.review.standing, page.confirmation.payOn]).toEqual(['in_order', '2026-04-30'])
  expect((await robin.get(path)).json().decisions).toHaveLength(2)
  expect((await maya.get(path)).statusCode).toBe(403)
})

test('a crisis at home owes its record too, and no review: it is billed like any session', async () => {
  const { locations } = (await maya.get(`${base}/clients/${away.id}`)).json()
  const home = locations.find(({ label }: { label: string }) => label === 'Home').id
  const session = await crisisSession('12:00', '12:55')
  const over = { startedAt: at('12:00'), stoppedAt: at('12:55') }
  const bare = await maya.post(`${session}/confirmations`, { ...draft(home, null, over), ...signed })
  expect(bare.json().because.map(({ code }: { code: string }) => code)).toContain('crisis_blank')
  expect((await maya.post(`${session}/confirmations`, { ...draft(home, told, over), ...signed })).statusCode).toBe(201)
  const page = (await maya.get(session)).json()
  expect([page.confirmation.decision.method, page.review, page.crisis]).toEqual(['in_network', null, told])
})

test('a held claim is told to the operator before its payer takes it no more: once, by number, with what then happens', async () => {
  const [credential] = await house.as((db) =>
    db
      .selectFrom('credentialing.credential')
      .select('id')
      .where('member_id', '=', mayaId)
      .where('network_id', '=', 'cedar-mutual')
      .where('state', '=', 'NY')
      .execute(),
  )
  await house.as((db) =>
    recordCredentialChange(db, {
      practiceId: soloPractice.id,
      id: house.world.ids.next(),
      credentialId: credential?.id ?? '',
      status: 'active',
      during: inForce,
      payerReady: calendarDate('2026-07-06'),
      reason: 'The payer enrols late',
      at: house.world.clock.now(),
      by: 'test',
    }),
  )
  const { locations } = (await maya.get(`${base}/clients/${held.id}`)).json()
  const times = { startedAt: at('14:00'), stoppedAt: at('14:55') }
  const planned = { personId: held.id, memberId: mayaId, startsAt: times.startedAt, endsAt: times.stoppedAt }
  const { id } = (await maya.post(`${base}/sessions`, { ...planned, modality: 'telehealth' })).json()
  const codes = [{ code: '90837', modifiers: [], units: 1 }]
  const body = { ...draft(locations[0].id, null, { ...times, codes }), ...signed }
  expect((await maya.post(`${base}/sessions/${id}/confirmations`, body)).statusCode).toBe(201)

  const letters = () =>
    house.as((db) =>
      db
        .selectFrom('house.mail')
        .select(['recipient', 'subject', 'body'])
        .where('subject', 'like', '%filing limit')
        .execute(),
    )
  const days: [day: string, letters: number, waiting: number][] = [
    ['2026-04-11', 0, 0],
    // Ninety days after the 8th of April is the 7th of July: thirty days before it the operator is told.
    ['2026-06-06', 0, 0],
    ['2026-06-07', 1, 1],
    ['2026-06-20', 1, 1],
  ]
  for (const [day, mails, waiting] of days) {
    house.goToDay(calendarDate(day))
    await house.doWhatIsDue()
    expect([day, (await letters()).length, (await queue('filingLimitClaims')).count]).toEqual([day, mails, waiting])
  }
  const [letter] = await letters()
  expect(letter?.recipient).toBe(operatorStaff.email)
  expect(letter?.body).toMatch(/the payer takes it until Tue, Jul 7, 2026 only.*our loss; the practice keeps its pay/)
  expect(letter?.body).not.toContain(held.familyName)
  const { rows } = await queue('filingLimitClaims')
  expect(rows).toMatchObject([
    { reason: 'The limit is near', deadline: '2026-07-07', next: 'Ask the payer for an earlier date' },
  ])
  expect((await queue('heldClaims')).count).toBe(1)
  house.goToDay(calendarDate('2026-07-06'))
  await house.doWhatIsDue()
  expect((await queue('filingLimitClaims')).count).toBe(0)
})
