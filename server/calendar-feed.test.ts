import { randomBytes } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordSession } from '../business/sessions/session-store.ts'
import { decrypt } from '../database/encryption.ts'
import { addHours, instant } from '../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from './app-with-story.ts'
import { practices, variantClients } from './story-network.ts'

let house: StoryHouse
let maya: Requests
let theo: Requests
const [solo, group] = practices
const client = variantClients.pays_in_june
const startsAt = instant('2026-04-14T14:00:00Z')
const sessionId = '018f0000-0000-7000-8000-00000000abcd'

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(solo?.members[0]?.userId ?? '')
  theo = await house.login(group?.members.find(({ role }) => role === 'clinician')?.userId ?? '')
  const { now } = house.world.clock
  const session = { practiceId: solo?.id ?? '', id: sessionId, memberId: client.clinicianId, personId: client.id }
  const times = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' as const }
  await house.as((tx) => recordSession(tx, { ...session, ...times, at: now(), by: 'test' }))
})
afterAll(() => house.close())

const feeds = `/api/practices/${solo?.id}/members/${client.clinicianId}/calendar-feeds`
const fetchFeed = (token: string) => house.app.inject({ method: 'GET', url: `/api/calendar-feeds/${token}.ics` })
const events = (file: string) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')

test('a private address gives a program that cannot sign in the times of the sessions, until it is closed', async () => {
  const token = randomBytes(32).toString('base64url')
  expect((await fetchFeed(token)).statusCode).toBe(404)
  const { id } = (await maya.post(feeds, { token })).json()
  const file = await fetchFeed(token)
  expect(file.headers['content-type']).toContain('text/calendar')
  expect(events(file.body).map((event) => event.getFirstPropertyValue('uid'))).toEqual([
    `${sessionId}@appointments.evenkeel`,
  ])
  for (const name of [client.givenName, client.familyName, 'Maya', solo?.name ?? ''])
    expect(file.body).not.toContain(name)
  await maya.post(`/api/practices/${solo?.id}/sessions/${sessionId}/moves`, {
    version: 1,
    startsAt: addHours(startsAt, 2),
    endsAt: addHours(startsAt, 3),
    modality: 'telehealth',
  })
  const moved = events((await fetchFeed(token)).body)[0]
  expect(Number(moved?.getFirstPropertyValue('sequence'))).toBe(1)
  expect(String(moved?.getFirstPropertyValue('dtstart'))).toBe('2026-04-14T12:00:00')
  expect((await maya.post(`${feeds}/${id}/revocations`, {})).statusCode).toBe(201)
  expect((await fetchFeed(token)).statusCode).toBe(404)
})

test('the address itself is kept nowhere', async () => {
  const token = randomBytes(32).toString('base64url')
  await maya.post(feeds, { token })
  const rows = await house.as((tx) => tx.selectFrom('scheduling.feed').selectAll().execute())
  const answers = await house.as(async (tx) => {
    const kept = await tx.selectFrom('house.replayed_answer').selectAll().execute()
    return Promise.all(
      kept.map(({ practice_id, user_id, key, answer }) =>
        decrypt(tx, 'house.replayed_answer.answer', [practice_id, user_id, key], answer),
      ),
    )
  })
  expect(JSON.stringify([rows, answers])).not.toContain(token)
})

test('nobody opens an address of a colleague’s calendar, or of a neighbour’s practice', async () => {
  const token = randomBytes(32).toString('base64url')
  expect((await theo.post(feeds, { token })).statusCode).toBe(404)
  const owner = group?.members.find(({ role }) => role === 'owner')?.id
  const theirs = `/api/practices/${group?.id}/members/${owner}/calendar-feeds`
  expect((await theo.post(theirs, { token })).statusCode).toBe(404)
})

test('one session is fetched as a file of its own', async () => {
  const file = await maya.get(`/api/practices/${solo?.id}/sessions/${sessionId}/appointment.ics`)
  expect(file.statusCode).toBe(200)
  expect(file.headers['content-disposition']).toBe('attachment; filename="appointment.ics"')
  expect(events(file.body)).toHaveLength(1)
})
