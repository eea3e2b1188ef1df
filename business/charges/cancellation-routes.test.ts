import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, soloPractice, variantClients, zone } from '../../server/story-network.ts'

let house: StoryHouse
let maya: Requests
let theo: Requests
let sam: Requests
const base = `/api/practices/${soloPractice.id}`
const group = `/api/practices/${groupPractice.id}`
const client = variantClients.pays_in_june
const [ines, theoMember, samMember] = groupPractice.members

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  theo = await house.login(theoMember?.userId ?? '')
  sam = await house.login(samMember?.userId ?? '')
})
afterAll(() => house.close())

/** A session of tomorrow: within the 24 hours of the policy. */
async function planned(at: string): Promise<string> {
  const startsAt = instantAt(calendarDate('2026-04-09'), at, zone)
  const answer = await maya.post(`${base}/sessions`, {
    personId: client.id,
    memberId: client.clinicianId,
    startsAt,
    endsAt: addHours(startsAt, 1),
    modality: 'telehealth',
  })
  expect(answer.statusCode).toBe(201)
  return answer.json().id
}

const terms = async (id: string) => (await maya.get(`${base}/sessions/${id}/cancellation-terms`)).json()
const cancelling = { version: 1, kind: 'cancelled', initiator: 'client', reason: 'Ill', feeCents: null }

test('a late cancellation asks the fee of the policy, the card pays it, and a forgiven fee goes back', async () => {
  const id = await planned('10:00')
  expect(await terms(id)).toMatchObject({ ifClientCancels: { cents: 5000, because: 'late_cancellation' }, fee: null })
  const cancelled = await maya.post(`${base}/sessions/${id}/cancellations`, cancelling)
  expect([cancelled.statusCode, cancelled.json()]).toEqual([201, { feeCents: 5000, count: 1 }])
  expect((await terms(id)).fee).toMatchObject({ cents: 5000, owedCents: 5000, paidCents: 0 })
  await house.doWhatIsDue()
  expect((await terms(id)).fee).toMatchObject({ owedCents: 0, paidCents: 5000, ended: null })
  const forgiven = await maya.post(`${base}/sessions/${id}/fee-forgiveness`, { reason: 'They were in hospital' })
  expect(forgiven.statusCode).toBe(201)
  await house.doWhatIsDue()
  expect((await terms(id)).fee).toMatchObject({ owedCents: 0, paidCents: 0, ended: 'forgiven' })
  expect((await house.verify()).faults).toEqual([])
  expect(house.outside).toMatchObject({ desk: { refunds: [{ cents: 5000 }] } })
})

test('the same cancellation sent again is answered as the first, and its fee is asked once', async () => {
  const id = await planned('12:00')
  const key = crypto.randomUUID()
  const [first, again] = [
    await maya.post(`${base}/sessions/${id}/cancellations`, cancelling, key),
    await maya.post(`${base}/sessions/${id}/cancellations`, cancelling, key),
  ]
  expect(again.json()).toEqual(first.json())
  const other = await maya.post(`${base}/sessions/${id}/cancellations`, cancelling)
  expect([other.statusCode, other.json().code]).toEqual([409, 'session_cancelled'])
  expect(other.json().because[0].words).toContain('Maya Lindqvist cancelled it on Wed, Apr 8, 2026.')
})

test('more than the policy asks is refused by name, and the session stands', async () => {
  const id = await planned('14:00')
  const answer = await maya.post(`${base}/sessions/${id}/cancellations`, { ...cancelling, feeCents: 9000 })
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'fee_above_policy'])
  expect((await maya.get(`${base}/sessions/${id}`)).json()).toMatchObject({ state: 'upcoming', cancellation: null })
})

test('a session that somebody moved meanwhile is not cancelled by whoever saw its former times', async () => {
  const id = await planned('16:00')
  const startsAt = instantAt(calendarDate('2026-04-10'), '16:00', zone)
  const times = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' }
  const moved = await maya.post(`${base}/sessions/${id}/moves`, { version: 1, ...times })
  expect([moved.statusCode, moved.json()]).toEqual([201, { count: 1 }])
  const answer = await maya.post(`${base}/sessions/${id}/cancellations`, cancelling)
  expect([answer.statusCode, answer.json().code]).toEqual([409, 'session_changed_meanwhile'])
  expect(answer.json().because[0].words).toContain('Fri, Apr 10, 2026, 4:00 PM')
})

test('a policy starts late enough for every client to read of it, and asks no more than the operator allows', async () => {
  const policy = { startsOn: '2026-04-12', windowHours: 48, lateCents: 6000, noShowCents: 9000 }
  const set = (over: object) => maya.post(`${base}/cancellation-policies`, { ...policy, ...over })
  expect((await set({ startsOn: '2026-04-11' })).json().code).toBe('policy_too_soon')
  expect((await set({ lateCents: 25_001 })).json().code).toBe('fee_too_high')
  expect((await set({})).statusCode).toBe(201)
  const seen = (await maya.get(`${base}/cancellation-policies`)).json()
  expect(seen).toMatchObject({ today: { windowHours: 24, lateCents: 5000 }, later: [{ startsOn: '2026-04-12' }] })
})

test('a clinician opens their own calendar only; whoever runs the office opens each, and the first to begin with', async () => {
  const of = (memberId?: string) => `${group}/calendar?from=2026-04-05&days=7${memberId ? `&memberId=${memberId}` : ''}`
  expect((await theo.get(of(ines?.id))).statusCode).toBe(404)
  expect((await theo.get(of())).json()).toMatchObject({
    memberId: theoMember?.id,
    clinicians: [{ name: 'Theo Brandt' }],
  })
  expect((await sam.get(of())).json().memberId).toBe(ines?.id)
  expect((await sam.get(of(theoMember?.id))).json().memberId).toBe(theoMember?.id)
  const times = { startsAt: '2026-04-14T16:00:00Z', endsAt: '2026-04-14T17:00:00Z', words: '' }
  expect((await theo.post(`${group}/unavailable-times`, { memberId: ines?.id, ...times })).statusCode).toBe(404)
  expect((await sam.post(`${group}/unavailable-times`, { memberId: ines?.id, ...times })).statusCode).toBe(201)
  expect((await sam.get(`${group}/calendar?from=2026-04-14&days=1`)).json().unavailable).toHaveLength(1)
})

test('weekly hours are kept from a day on, and the calendar shows those of each day', async () => {
  const hours = `${base}/members/${client.clinicianId}/working-hours`
  const block = { weekday: 1, starts: '09:00', stops: '12:00', place: 'telehealth' }
  const overlap = await maya.post(hours, { startsOn: '2026-04-13', blocks: [block, { ...block, starts: '11:00' }] })
  expect([overlap.statusCode, overlap.json().code]).toEqual([422, 'working_hours_refused'])
  expect((await maya.post(hours, { startsOn: '2026-04-13', blocks: [block] })).statusCode).toBe(201)
  expect((await maya.get(hours)).json().weeks).toMatchObject([{ startsOn: '2026-04-13', blocks: [block] }])
  const seen = (await maya.get(`${base}/calendar?from=2026-04-13&days=7`)).json().workingHours
  expect(seen).toEqual([
    { startsAt: '2026-04-13T13:00:00.000Z', endsAt: '2026-04-13T16:00:00.000Z', place: 'telehealth' },
  ])
})
