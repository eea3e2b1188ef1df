import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, soloPractice } from '../../server/story-network.ts'
import { recordPracticeLocation } from './location-store.ts'

let house: StoryHouse
let sam: Requests
const base = `/api/practices/${groupPractice.id}`

beforeAll(async () => {
  house = await appWithStory()
  sam = await house.login(groupPractice.members.find(({ role }) => role === 'admin')?.userId ?? '')
})
afterAll(() => house?.close())

test('everybody who works in a group is named to its members, and who of them treats clients', async () => {
  const answer = await sam.get(`${base}/members`)
  expect(answer.json().map(({ name, role, clinician }: Record<string, unknown>) => [name, role, clinician])).toEqual([
    ['Ines Okafor', 'owner', true],
    ['Theo Brandt', 'clinician', true],
    ['Sam Whitlow', 'admin', false],
  ])
})

test('the places of a practice are those in force on the day that is asked about', async () => {
  const id = crypto.randomUUID()
  await house.as((db) =>
    recordPracticeLocation(db, {
      ...{ practiceId: groupPractice.id, id, label: 'Annex', street: '3 Quay Street', city: 'ALBANY', state: 'NY' },
      ...{ zip: '12207', countyFips: '36001', at: instant('2026-04-01T12:00:00Z') },
      during: { from: calendarDate('2026-05-01'), until: null },
    }),
  )
  const labels = async (on: string) =>
    (await sam.get(`${base}/locations?on=${on}`)).json().map(({ label }: { label: string }) => label)
  expect(await labels('2026-04-30')).toHaveLength(1)
  expect(await labels('2026-05-01')).toContain('Annex')
  const refused = await sam.get(`${base}/locations?on=2026-02-30`)
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'date_impossible'])
})

test('nobody reads who works in another practice, or where', async () => {
  for (const what of ['members', 'locations']) {
    const answer = await sam.get(`/api/practices/${soloPractice.id}/${what}`)
    expect([what, answer.statusCode]).toEqual([what, 404])
  }
})
