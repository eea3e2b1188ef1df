import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, addHours, type CalendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { demonstrationBegins } from '../../server/operator-clock.ts'
import { groupPractice, mayaId, otherClient, soloPractice, variantClients } from '../../server/story-network.ts'

const zone = 'America/New_York'
const april8 = '2026-04-08' as CalendarDate
const base = `/api/practices/${soloPractice.id}`
const ada = variantClients.pays_in_june
const theoId = otherClient.clinicianId

let house: StoryHouse
let maya: Requests
let homes: Map<string, string | null>

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  const clients: { personId: string; locations: { id: string }[] }[] = (await maya.get(`${base}/clients`)).json()
  homes = new Map(clients.map(({ personId, locations }) => [personId, locations[0]?.id ?? null]))
})
beforeEach(() => house.goTo(demonstrationBegins))
afterAll(() => house?.close())

const on = (day: CalendarDate, time: string) => instantAt(day, time, zone)

async function session({ client = ada.id, day = april8 as CalendarDate } = {}): Promise<string> {
  const body = {
    personId: client,
    memberId: mayaId,
    startsAt: on(day, '10:00'),
    endsAt: on(day, '10:55'),
    modality: 'telehealth',
  }
  const answer = await maya.post(`${base}/sessions`, body)
  expect([answer.statusCode, answer.json()]).toMatchObject([201, { id: expect.any(String) }])
  return answer.json().id
}

const draft = ({ client = ada.id as string, day = april8 as CalendarDate, ...over }: Record<string, unknown> = {}) => ({
  startedAt: on(day as CalendarDate, '10:00'),
  stoppedAt: on(day as CalendarDate, '10:55'),
  modality: 'telehealth',
  locationId: homes.get(client as string) ?? null,
  codes: [{ code: '90837', modifiers: [], units: 1 }],
  diagnoses: ['F41.1'],
  ...over,
})
const signed = { note: { body: 'Talked about the week.' } }

async function rowsOf(sessionId: string) {
  const { operations } = house.database
  const count = async (table: 'sessions.confirmation' | 'sessions.note' | 'sessions.void') =>
    (await operations.selectFrom(table).selectAll().where('session_id', '=', sessionId).execute()).length
  const postings = await operations
    .selectFrom('ledger.posting')
    .select('kind')
    .where('subject', '=', sessionId)
    .execute()
  return {
    confirmations: await count('sessions.confirmation'),
    notes: await count('sessions.note'),
    postings: postings.map(({ kind }) => kind),
  }
}

test('a confirmed session is booked, and its payday is promised', async () => {
  const id = await session()
  const preview = (await maya.post(`${base}/sessions/${id}/confirmation-preview`, draft())).json()
  expect(preview).toMatchObject({
    ok: true,
    refusals: [],
    codes: [{ code: '90837', verdict: 'ok', suggestion: null }],
    decision: {
      outcome: 'billable',
      method: 'in_network',
      claimTo: 'cedar-mutual',
      because: ['credentialed_in_state'],
    },
    money: { payerCents: 15000, clientCents: 2500, providerCents: 11800 },
    payOn: '2026-04-30',
    settlesOn: '2026-04-30',
    timeZone: zone,
  })
  expect(await rowsOf(id)).toEqual({ confirmations: 0, notes: 0, postings: [] })

  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  expect([answer.statusCode, answer.json()]).toEqual([
    201,
    {
      confirmationId: expect.any(String),
      version: 1,
      providerCents: 11800,
      payOn: '2026-04-30',
      settlesOn: '2026-04-30',
      editableUntil: addHours(demonstrationBegins, 48),
    },
  ])
  const { operations } = house.database
  const transfers = await operations
    .selectFrom('ledger.transfer as transfer')
    .innerJoin('ledger.posting as posting', 'posting.id', 'transfer.posting_id')
    .select(['transfer.debit', 'transfer.credit', 'transfer.cents'])
    .where('posting.subject', '=', id)
    .orderBy('transfer.line')
    .execute()
  expect(transfers).toEqual([
    { debit: 'payer_receivable', credit: 'session_value', cents: 12500 },
    { debit: 'client_receivable', credit: 'session_value', cents: 2500 },
    { debit: 'session_value', credit: 'practice_payable', cents: 11800 },
    { debit: 'session_value', credit: 'operator_share', cents: 3200 },
  ])
  const listed = (await maya.get(`${base}/sessions?show=confirmed`)).json()
  expect(listed).toContainEqual(
    expect.objectContaining({
      id,
      clientName: 'Ada Fenwick',
      state: 'confirmed',
      providerCents: 11800,
      payOn: '2026-04-30',
    }),
  )
})

test('the same confirmation sent again gets the first answer and is booked once', async () => {
  const id = await session()
  const key = crypto.randomUUID()
  const body = { ...draft(), ...signed }
  const [first, atOnce] = await Promise.all([
    maya.post(`${base}/sessions/${id}/confirmations`, body, key),
    maya.post(`${base}/sessions/${id}/confirmations`, body, key),
  ])
  const later = await maya.post(`${base}/sessions/${id}/confirmations`, body, key)
  expect(first.statusCode).toBe(201)
  expect([atOnce.statusCode, atOnce.json()]).toEqual([201, first.json()])
  expect([later.statusCode, later.json()]).toEqual([201, first.json()])
  expect(await rowsOf(id)).toEqual({ confirmations: 1, notes: 1, postings: ['confirmed'] })
})

test('a correction is a further version in the same window and needs no second note', async () => {
  const id = await session()
  await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  house.goTo(addHours(demonstrationBegins, 20))
  const shorter = { ...draft(), stoppedAt: on(april8, '10:45'), codes: [{ code: '90834', modifiers: [], units: 1 }] }
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, { ...shorter, note: null })
  expect(answer.json()).toMatchObject({
    version: 2,
    providerCents: 9400,
    payOn: '2026-04-30',
    editableUntil: addHours(demonstrationBegins, 48),
  })
  expect(await rowsOf(id)).toEqual({ confirmations: 2, notes: 1, postings: ['confirmed', 'corrected'] })
})

const noAddress = soloPractice.clients.find(({ street }) => street === null)?.id ?? ''
const inactive = soloPractice.clients.find(({ coverage }) => coverage === 'inactive')?.id ?? ''

test.each([
  // what is wrong                       with                                                           its code, its field
  [
    'the start is on no day of any calendar',
    { startedAt: '2026-02-30T10:00:00-05:00' },
    'start_impossible',
    'startedAt',
  ],
  ['the stop is no time of day', { stoppedAt: '2026-04-08T24:30:00-04:00' }, 'stop_impossible', 'stoppedAt'],
  ['it stops before it starts', { stoppedAt: '2026-04-08T09:00:00-04:00' }, 'stop_not_after_start', 'stoppedAt'],
  ['it lasts a day', { startedAt: '2026-04-07T09:00:00-04:00' }, 'longer_than_a_day', 'stoppedAt'],
  ['it is not over', { stoppedAt: '2026-04-08T23:00:00-04:00' }, 'not_ended_yet', 'stoppedAt'],
  ['its time is under what the code asks for', { stoppedAt: '2026-04-08T10:40:00-04:00' }, 'time_not_met', 'codes.0'],
  ['the code is none', { codes: [{ code: 'X0000', modifiers: [], units: 1 }] }, 'unknown_code', 'codes.0'],
  [
    'the code is for prescribers',
    { codes: [{ code: '99214', modifiers: [], units: 1 }] },
    'licence_may_not_use_it',
    'codes.0',
  ],
  ['no code is chosen', { codes: [] }, 'no_codes', 'codes'],
  ['half a unit', { codes: [{ code: '90837', modifiers: [], units: 0.5 }] }, 'units_not_whole', 'codes.0'],
  ['no diagnosis is chosen', { diagnoses: [] }, 'no_diagnosis', 'diagnoses'],
  ['the diagnosis is none', { diagnoses: ['F41.11'] }, 'unknown_diagnosis', 'diagnoses.0'],
  ['nobody said where the client was', { locationId: null }, 'location_unknown', 'locationId'],
  ['the place is another client’s', { locationId: crypto.randomUUID() }, 'location_unknown', 'locationId'],
  ['the place has no address', { client: noAddress }, 'address_missing', 'locationId'],
  ['the plan was not active', { client: inactive }, 'coverage_inactive', 'policy'],
  ['no rate is agreed', { codes: [{ code: '90846', modifiers: [], units: 1 }] }, 'no_rate_found', 'codes'],
  ['there is no note', { note: null }, 'note_missing', 'note'],
  ['the note is empty', { note: { body: '  \n' } }, 'note_missing', 'note'],
])('%s: the confirmation is refused by name, and nothing is lost', async (_, over, code, field) => {
  const client = 'client' in over ? (over.client as string) : ada.id
  const id = await session({ client })
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, {
    ...signed,
    ...draft(over),
    client: undefined,
  })
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'confirmation_refused'])
  expect(answer.json().because).toContainEqual({ code, field, words: expect.stringMatching(/\w/) })
  expect(await rowsOf(id)).toEqual({ confirmations: 0, notes: 0, postings: [] })
  if (code !== 'note_missing') {
    const { note: _note, ...asked } = { note: null, ...draft(over), client: undefined }
    const preview = (await maya.post(`${base}/sessions/${id}/confirmation-preview`, asked)).json()
    expect(preview).toMatchObject({ ok: false, payOn: '2026-04-30' })
    expect(preview.refusals).toContainEqual({ code, field, words: expect.any(String) })
  }
})

test('after 30 days a session can no longer be confirmed', async () => {
  const id = await session()
  house.goTo(on(addDays(april8, 30), '23:59'))
  const inTime = await maya.post(`${base}/sessions/${id}/confirmation-preview`, draft())
  expect(inTime.json()).toMatchObject({ ok: true })
  house.goTo(on(addDays(april8, 31), '00:00'))
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  expect(answer.json().because).toEqual([{ code: 'confirmation_too_late', field: 'on', words: expect.any(String) }])
  expect((await maya.get(`${base}/sessions`)).json()).toContainEqual(expect.objectContaining({ id, state: 'lapsed' }))
})

test.each(['confirmation-preview', 'confirmations'])('a missing rate found by %s stops the 30 days', async (deed) => {
  const id = await session()
  const body = {
    ...draft({ codes: [{ code: '90846', modifiers: [], units: 1 }] }),
    ...(deed === 'confirmations' ? signed : {}),
  }
  await maya.post(`${base}/sessions/${id}/${deed}`, body)
  house.goTo(on(addDays(april8, 60), '12:00'))
  expect((await maya.get(`${base}/sessions`)).json()).toContainEqual(
    expect.objectContaining({ id, state: 'to_confirm' }),
  )
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  expect(answer.statusCode).toBe(201)
})

test('a missing rate found after the 30 days, or beside another refusal, stops nothing', async () => {
  const [late, wrong] = [await session(), await session()]
  const noRate = { codes: [{ code: '90846', modifiers: [], units: 1 }] }
  await maya.post(`${base}/sessions/${wrong}/confirmation-preview`, draft({ ...noRate, diagnoses: [] }))
  house.goTo(on(addDays(april8, 40), '12:00'))
  await maya.post(`${base}/sessions/${late}/confirmation-preview`, draft(noRate))
  for (const id of [late, wrong]) {
    const answer = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
    expect(answer.json().because).toMatchObject([{ code: 'confirmation_too_late' }])
  }
})

test('a locked session is neither corrected nor voided by its practice', async () => {
  const id = await session()
  const { confirmationId } = (await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })).json()
  const lock = {
    practice_id: soloPractice.id,
    session_id: id,
    confirmation_id: confirmationId,
    locked_at: demonstrationBegins,
  }
  await house.database.operations.insertInto('sessions.lock').values(lock).execute()
  const corrected = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), note: null })
  expect([corrected.statusCode, corrected.json().because[0].code]).toEqual([409, 'session_locked'])
  const voided = await maya.post(`${base}/sessions/${id}/voids`, { reason: 'It did not happen.' })
  expect([voided.statusCode, voided.json().code]).toEqual([409, 'session_locked'])
  expect(await rowsOf(id)).toEqual({ confirmations: 1, notes: 1, postings: ['confirmed'] })
})

test('after 48 hours corrections are over, also before the lock is recorded', async () => {
  const id = await session()
  await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  house.goTo(addHours(demonstrationBegins, 48))
  const corrected = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), note: null })
  expect([corrected.statusCode, corrected.json().because[0].code]).toEqual([409, 'session_locked'])
  expect((await maya.post(`${base}/sessions/${id}/voids`, { reason: 'Too late.' })).json().code).toBe('session_locked')
})

test('a voided session takes back what it booked, once, and cannot be confirmed again', async () => {
  const id = await session()
  await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  const voided = await maya.post(`${base}/sessions/${id}/voids`, { reason: 'It did not happen.' })
  expect(voided.statusCode).toBe(201)
  const again = await maya.post(`${base}/sessions/${id}/voids`, { reason: 'It did not happen.' })
  expect([again.statusCode, again.json().code]).toEqual([409, 'session_voided'])
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  expect([answer.statusCode, answer.json().because[0].code]).toEqual([409, 'session_voided'])
  expect(await rowsOf(id)).toEqual({ confirmations: 1, notes: 1, postings: ['confirmed', 'voided'] })
})

test('an addendum stands below a signed note, and nowhere else', async () => {
  const id = await session()
  const early = await maya.post(`${base}/sessions/${id}/addenda`, { body: 'One more thing.' })
  expect([early.statusCode, early.json().code]).toEqual([409, 'note_missing'])
  await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  expect((await maya.post(`${base}/sessions/${id}/addenda`, { body: 'One more thing.' })).statusCode).toBe(201)
  expect((await rowsOf(id)).notes).toBe(2)
})

test('a neighbour practice finds nothing of this one, and a colleague’s session is unknown to a clinician', async () => {
  const id = await session()
  const theo = await house.login(groupPractice.members.find((member) => member.id === theoId)?.userId ?? '')
  expect((await theo.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })).statusCode).toBe(404)
  const theirs = `/api/practices/${groupPractice.id}/sessions/${id}`
  expect((await theo.post(`${theirs}/confirmation-preview`, draft())).json().code).toBe('session_not_found')
  expect((await theo.get(`/api/practices/${groupPractice.id}/sessions`)).json()).toEqual([])
})

test('a session is added for a clinician of the practice and a client on its list, and a clinician adds their own', async () => {
  const theo = await house.login(groupPractice.members.find((member) => member.id === theoId)?.userId ?? '')
  const owner = groupPractice.members[0]
  const body = { startsAt: on(april8, '10:00'), endsAt: on(april8, '10:55'), modality: 'telehealth' }
  const refused = async (over: object) => {
    const answer = await theo.post(`/api/practices/${groupPractice.id}/sessions`, { ...body, ...over })
    return [answer.statusCode, answer.json().code, ...answer.json().because.map(({ code }: { code: string }) => code)]
  }
  const client = groupPractice.clients[0]?.id
  expect(await refused({ personId: client, memberId: owner?.id })).toEqual([422, 'session_refused', 'not_your_session'])
  expect(await refused({ personId: client, memberId: mayaId })).toEqual([422, 'session_refused', 'not_a_clinician'])
  expect(await refused({ personId: ada.id, memberId: theoId })).toEqual([422, 'session_refused', 'client_not_visible'])
  expect(await refused({ personId: client, memberId: theoId, startsAt: '2026-02-30T10:00:00Z' })).toEqual([
    422,
    'session_refused',
    'start_impossible',
  ])
})

test('every deed on a session names its client and the session in the audit', async () => {
  const id = await session()
  await maya.post(`${base}/sessions/${id}/confirmation-preview`, draft())
  await maya.post(`${base}/sessions/${id}/confirmations`, { ...draft(), ...signed })
  const events = await house.database.operations
    .selectFrom('audit.event')
    .select(['action', 'person_id'])
    .where('subject', '=', `session ${id}`)
    .orderBy('id')
    .execute()
  const path = '/api/practices/:practiceId/sessions/:sessionId'
  expect(events).toEqual([
    { action: `look POST ${path}/confirmation-preview`, person_id: ada.id },
    { action: `write POST ${path}/confirmations`, person_id: ada.id },
  ])
})

test('the codes of a day and the diagnoses by words are offered', async () => {
  const codes = (await maya.get(`${base}/service-codes?on=2026-04-08`)).json()
  expect(codes).toContainEqual(expect.objectContaining({ code: '90837', minutesMin: 53, common: true }))
  expect((await maya.get(`${base}/service-codes?on=2026-02-30`)).json().code).toBe('date_impossible')
  const found = (await maya.get(`${base}/diagnosis-codes?q=generalized`)).json()
  expect(found.map(({ code }: { code: string }) => code)).toContain('F41.1')
})
