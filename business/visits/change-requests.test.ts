import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../database/act-as.ts'
import { addHours, calendarDate, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import { recordLogin } from '../clients/login-store.ts'

let house: StoryHouse
let maya: Requests
let june: Requests
let stranger: Requests
const base = `/api/practices/${soloPractice.id}`
const client = variantClients.pays_in_june
const mine = `/api/clients/${client.id}/appointments`

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  const { id: userId } = await house.signIn.addUser({ name: 'June', email: 'june.asks@example.com' })
  const actor = { user: userId, now: house.world.clock.now(), person: client.id }
  await asPerson(house.database.portal, actor, (tx) =>
    recordLogin(tx, { personId: client.id, userId, from: calendarDate('2026-01-01') }),
  )
  june = await house.login(userId)
  stranger = await house.login((await house.someClient()).userId)
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, starts: '09:00', stops: '17:00', place: 'either' }))
  const named = await maya.post(`${base}/members/${client.clinicianId}/working-hours`, {
    startsOn: '2026-04-08',
    blocks: hours,
  })
  expect(named.statusCode).toBe(201)
})
afterAll(() => house?.close())

const at = (day: string, time: string) => instantAt(calendarDate(day), time, zone)

async function planned(startsAt: Instant): Promise<string> {
  const { id: personId, clinicianId: memberId } = client
  const plan = { personId, memberId, startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' }
  const answer = await maya.post(`${base}/sessions`, { ...plan, despite: ['outside_working_hours'] })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}

const cancelling = { version: 1, kind: 'cancel', reason: 'not_well', message: null, proposed: [], feeCents: 0 }
const moving = { ...cancelling, kind: 'move', reason: 'work' }
const ask = (id: string, body: object, key?: string) => june.post(`${mine}/${id}/change-requests`, body, key)
const requestsOf = async (id: string) => (await maya.get(`${base}/sessions/${id}/change-requests`)).json()
const answer = (id: string, requestId: string, body: object, key?: string) =>
  maya.post(`${base}/sessions/${id}/change-requests/${requestId}/answers`, body, key)
const accepting = { answer: 'accept', startsAt: null, feeCents: null, despite: [] }
const visitOf = async (id: string) =>
  (await june.get(mine)).json().upcoming.find((visit: { sessionId: string }) => visit.sessionId === id)
const letters = async () => {
  const rows = await house.as((tx) => tx.selectFrom('house.mail').select(['subject', 'body', 'recipient']).execute())
  return rows.map(({ subject, body, recipient }) => ({ recipient, text: `${subject}\n${body}` }))
}

test('what cancelling costs is told before it is asked, and counts from when it was asked', async () => {
  const late = await planned(at('2026-04-09', '10:00'))
  const early = await planned(at('2026-04-13', '10:00'))
  expect(await visitOf(late)).toMatchObject({ cancelNowCents: 5000, mayAsk: true, request: null })
  expect(await visitOf(early)).toMatchObject({ cancelNowCents: 0 })
  const blind = await ask(late, cancelling)
  expect([blind.statusCode, blind.json().code]).toEqual([409, 'fee_changed'])
  expect((await ask(early, cancelling)).statusCode).toBe(201)
  const [waits] = await requestsOf(early)
  expect(waits).toMatchObject({ kind: 'cancel', reason: 'Not well', feeCents: 0, standing: 'open', became: null })
  house.goTo(at('2026-04-13', '08:00'))
  expect((await visitOf(early)).cancelNowCents).toBe(5000)
  const accepted = await answer(early, waits.id, accepting)
  expect([accepted.statusCode, accepted.json()]).toEqual([201, { standing: 'accepted', feeCents: 0 }])
  house.goTo(at('2026-04-08', '18:00'))
})

test('a late request is accepted with its fee, or with less; more than the client was told is refused', async () => {
  const id = await planned(at('2026-04-09', '11:30'))
  expect((await ask(id, { ...cancelling, feeCents: 5000 })).statusCode).toBe(201)
  const [{ id: requestId }] = await requestsOf(id)
  const more = await answer(id, requestId, { ...accepting, feeCents: 6000 })
  expect([more.statusCode, more.json().code]).toEqual([422, 'fee_above_policy'])
  expect((await requestsOf(id))[0].standing).toBe('open')
  const accepted = await answer(id, requestId, { ...accepting, feeCents: 2000 })
  expect(accepted.json()).toEqual({ standing: 'accepted', feeCents: 2000 })
  expect((await maya.get(`${base}/sessions/${id}/cancellation-terms`)).json().fee).toMatchObject({ cents: 2000 })
  expect((await maya.get(`${base}/sessions/${id}`)).json().cancellation).toMatchObject({
    initiator: 'client',
    reason: 'Not well',
  })
})

test('a client proposes free times, and the clinician takes one of them', async () => {
  const id = await planned(at('2026-04-14', '10:00'))
  const taken = await planned(at('2026-04-15', '13:00'))
  const free = (await june.get(`${mine}/${id}/free-times`)).json()
  expect(free).toMatchObject({ zone, minutes: 60 })
  expect(free.times).toContain(at('2026-04-15', '14:00'))
  expect(free.times).not.toContain(at('2026-04-15', '13:00'))
  expect(free.times).not.toContain(at('2026-04-15', '16:30'))
  const atTaken = await ask(id, { ...moving, proposed: [at('2026-04-15', '13:00')] })
  expect([atTaken.statusCode, atTaken.json().code]).toEqual([422, 'time_not_free'])
  const proposed = [at('2026-04-15', '14:00'), at('2026-04-16', '09:00')]
  expect((await ask(id, { ...moving, proposed, message: 'My shift was changed' })).statusCode).toBe(201)
  const [request] = await requestsOf(id)
  expect(request).toMatchObject({ kind: 'move', proposed, message: 'My shift was changed' })
  const moved = await answer(id, request.id, { ...accepting, startsAt: proposed[1] })
  expect(moved.json()).toEqual({ standing: 'accepted', feeCents: null })
  expect(await visitOf(id)).toMatchObject({ startsAt: proposed[1], version: 2, request: { standing: 'accepted' } })
  expect((await visitOf(taken)).request).toBeNull()
})

test('neither words nor times are no request to move; words alone are one', async () => {
  const id = await planned(at('2026-04-17', '10:00'))
  const empty = await ask(id, moving)
  expect([empty.statusCode, empty.json().code]).toEqual([422, 'no_time_proposed'])
  expect((await ask(id, { ...moving, message: 'Any weekday after four' })).statusCode).toBe(201)
  const [request] = await requestsOf(id)
  const unsaid = await answer(id, request.id, accepting)
  expect([unsaid.statusCode, unsaid.json().code]).toEqual([422, 'no_time_chosen'])
  const moved = await answer(id, request.id, { ...accepting, startsAt: at('2026-04-17', '16:00') })
  expect(moved.statusCode).toBe(201)
})

test('a decline is read in the portal, and its letter says nothing of why', async () => {
  const id = await planned(at('2026-04-20', '10:00'))
  await ask(id, { ...cancelling, message: 'The exposure exercises frighten me' })
  const [request] = await requestsOf(id)
  const words = 'Let us talk about it first; please come.'
  expect((await answer(id, request.id, { answer: 'decline', words })).json().standing).toBe('declined')
  expect(await visitOf(id)).toMatchObject({ request: { standing: 'declined', words } })
  const sent = await letters()
  expect(sent.some(({ text }) => text.startsWith('Your appointment stays on Mon, Apr 20, 2026 at 10:00 AM'))).toBe(true)
  expect(sent.some(({ text }) => text.startsWith('You are asked to cancel the appointment on Mon, Apr 20'))).toBe(true)
  for (const { text } of sent) expect(text).not.toMatch(/exposure|talk about it|not well|juniper|fenwick/i)
  const again = await ask(id, cancelling)
  expect(again.statusCode).toBe(201)
})

test('a double click asks once, a second request waits for the first, and a retry of an answer is the first answer', async () => {
  const id = await planned(at('2026-04-21', '10:00'))
  const key = crypto.randomUUID()
  const [first, repeated] = [await ask(id, cancelling, key), await ask(id, cancelling, key)]
  expect(repeated.json()).toEqual(first.json())
  const other = await ask(id, cancelling)
  expect([other.statusCode, other.json().code]).toEqual([409, 'asked_already'])
  expect(await requestsOf(id)).toHaveLength(1)
  const requestId = first.json().id
  const [once, twice] = await Promise.all([
    answer(id, requestId, accepting),
    answer(id, requestId, { answer: 'decline', words: 'No' }),
  ])
  expect([once.statusCode, twice.statusCode].toSorted()).toEqual([201, 409])
  const late = await answer(id, requestId, accepting)
  expect([late.statusCode, late.json().code]).toEqual([409, 'request_answered'])
  expect(late.json().detail).toMatch(/^Maya Lindqvist (accepted|declined) it/)
})

test('a request is taken back, once however often; the clinician who was slower is told', async () => {
  const id = await planned(at('2026-04-22', '10:00'))
  const { id: requestId } = (await ask(id, cancelling)).json()
  const back = () => june.post(`${mine}/${id}/change-requests/${requestId}/withdrawals`, {})
  expect([(await back()).statusCode, (await back()).statusCode]).toEqual([201, 201])
  const slow = await answer(id, requestId, accepting)
  expect([slow.statusCode, slow.json().code]).toEqual([409, 'request_lapsed'])
  expect(slow.json().detail).toContain('The client took it back')
  expect((await maya.get(`${base}/sessions/${id}`)).json().state).toBe('upcoming')
})

test('a request lapses when the session is moved otherwise, and when it begins', async () => {
  const moved = await planned(at('2026-04-23', '10:00'))
  const begun = await planned(at('2026-04-24', '10:00'))
  const [first, second] = [(await ask(moved, cancelling)).json(), (await ask(begun, cancelling)).json()]
  const startsAt = at('2026-04-23', '15:00')
  const times = { version: 1, startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' }
  expect((await maya.post(`${base}/sessions/${moved}/moves`, times)).statusCode).toBe(201)
  const lapsed = await answer(moved, first.id, accepting)
  expect([lapsed.statusCode, lapsed.json().code]).toEqual([409, 'request_lapsed'])
  expect(await visitOf(moved)).toMatchObject({ request: { standing: 'moved' } })
  const seen = await ask(moved, cancelling)
  expect([seen.statusCode, seen.json().code]).toEqual([409, 'visit_moved'])
  house.goTo(at('2026-04-24', '10:00'))
  const late = await answer(begun, second.id, accepting)
  expect([late.statusCode, late.json().code]).toEqual([409, 'request_lapsed'])
  const tooLate = await ask(begun, { ...cancelling, feeCents: 5000 })
  expect([tooLate.statusCode, tooLate.json().code]).toEqual([409, 'visit_has_begun'])
  house.goTo(at('2026-04-08', '18:00'))
})

test('what waits stands on the clinician’s Home until it is answered', async () => {
  const id = await planned(at('2026-04-28', '10:00'))
  const needs = async () =>
    (await maya.get(`${base}/home`))
      .json()
      .needsYou.filter(
        (need: { kind: string; sessionId: string }) => need.kind === 'change_request' && need.sessionId === id,
      )
  expect(await needs()).toEqual([])
  await ask(id, { ...moving, proposed: [at('2026-04-28', '11:00')] })
  expect(await needs()).toMatchObject([{ words: expect.stringContaining('They propose another time.') }])
  const [request] = await requestsOf(id)
  await answer(id, request.id, { answer: 'decline', words: 'Not that day, sorry.' })
  expect(await needs()).toEqual([])
})

test('nobody asks about, or reads, what is another’s', async () => {
  const id = await planned(at('2026-04-29', '10:00'))
  const { id: requestId } = (await ask(id, cancelling)).json()
  const own = `/api/clients/${(await stranger.get('/api/me')).json().people[0].personId}/appointments/${id}`
  expect((await stranger.get(`${own}/free-times`)).statusCode).toBe(404)
  expect((await stranger.post(`${own}/change-requests`, cancelling)).statusCode).toBe(404)
  const back = await stranger.post(`${own}/change-requests/${requestId}/withdrawals`, {})
  expect(back.statusCode).toBe(404)
  const ines = await house.login(groupPractice.members[0]?.userId ?? '')
  const other = `/api/practices/${groupPractice.id}/sessions/${id}/change-requests`
  expect((await ines.get(other)).statusCode).toBe(404)
  expect((await ines.post(`${other}/${requestId}/answers`, accepting)).statusCode).toBe(404)
  expect((await requestsOf(id))[0].standing).toBe('open')
})
