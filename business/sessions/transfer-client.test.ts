import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addHours, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, otherClient, zone } from '../../server/story-network.ts'

let house: StoryHouse
let theo: Requests
let ines: Requests
let sam: Requests
const group = `/api/practices/${groupPractice.id}`
const client = `${group}/clients/${otherClient.id}`
const [inesMember, theoMember, samMember] = groupPractice.members
const inesId = inesMember?.id ?? ''
const theoId = theoMember?.id ?? ''
const today = calendarDate('2026-04-08')

beforeAll(async () => {
  house = await appWithStory()
  theo = await house.login(theoMember?.userId ?? '')
  ines = await house.login(inesMember?.userId ?? '')
  sam = await house.login(samMember?.userId ?? '')
})
afterAll(() => house.close())

async function plan(by: Requests, memberId: string, daysAhead: number, at: string, repeat: object | null = null) {
  const startsAt = instantAt(addDays(today, daysAhead), at, zone)
  const times = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' }
  const answer = await by.post(`${group}/sessions`, { personId: otherClient.id, memberId, ...times, repeat })
  expect([answer.statusCode, answer.json()]).toMatchObject([201, {}])
  return answer.json()
}
const sessionsOf = async (by: Requests) =>
  (await by.get(`${group}/sessions?show=all&client=${otherClient.id}`)).json() as {
    id: string
    memberId: string
    startsAt: string
    state: string
  }[]
const listedBy = async (by: Requests, clinician: string): Promise<string[]> => {
  const shown = ['active', 'prospect'].map((show) => by.get(`${group}/clients?show=${show}&clinician=${clinician}`))
  return (await Promise.all(shown)).flatMap((answer) => answer.json()).map(({ personId }) => personId)
}

test('a transfer first says where the colleague may bill the client, and names what their calendar has there', async () => {
  await plan(theo, theoId, 5, '10:00', { everyWeeks: 1, weekdays: [], lastOn: null, atMost: 4 })
  const preview = await sam.get(`${client}/transfer-preview?toMemberId=${inesId}`)
  expect(preview.statusCode).toBe(200)
  const { from, to, planName, places, sessions } = preview.json()
  expect([from.name, to.name, planName]).toEqual(['Theo Brandt', 'Ines Okafor', 'Cedar Mutual PPO'])
  expect(places.length).toBeGreaterThan(0)
  for (const { decision } of places) expect(decision.outcome).toMatch(/billable|needs/)
  expect(sessions).toHaveLength(4)
  expect(sessions.every(({ conflicts }: { conflicts: unknown[] }) => conflicts.length === 0)).toBe(true)
})

test('a time that the colleague has given away stops the whole by name, unless that session is to stay', async () => {
  const personId = (
    await sam.post(`${group}/clients`, {
      givenName: 'Quinn',
      familyName: 'Otter',
      email: 'quinn@example.com',
      phone: null,
      clinicianMemberId: inesId,
      notify: false,
    })
  ).json().personId
  const startsAt = instantAt(addDays(today, 12), '10:30', zone)
  const taken = { personId, memberId: inesId, startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' }
  expect((await ines.post(`${group}/sessions`, taken)).statusCode).toBe(201)
  const refused = await sam.post(`${client}/transfers`, { toMemberId: inesId })
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'time_conflict'])
  expect(refused.json().because[0].words).toMatch(/^In Ines Okafor’s calendar: There is another session on Mon, Apr 20/)
  expect((await sessionsOf(sam)).every(({ memberId }) => memberId === theoId)).toBe(true)
})

test('the client goes with the sessions to come and their series, once however often it is asked, and is written to', async () => {
  const key = crypto.randomUUID()
  const asked = { toMemberId: inesId, leaveConflicting: true }
  const first = await theo.post(`${client}/transfers`, asked, key)
  const again = await theo.post(`${client}/transfers`, asked, key)
  expect([first.statusCode, first.json()]).toEqual([201, { moved: 3, left: 1 }])
  expect(again.json()).toEqual(first.json())
  const anew = await sam.post(`${client}/transfers`, asked)
  expect([anew.statusCode, anew.json().code]).toEqual([409, 'stands_so_already'])
  const after = await sessionsOf(sam)
  expect(after.filter(({ memberId }) => memberId === inesId)).toHaveLength(3)
  expect(after.filter(({ memberId }) => memberId === theoId).map(({ startsAt }) => startsAt)).toEqual([
    instantAt(addDays(today, 12), '10:00', zone),
  ])
  const { rows } = { rows: await house.operations.selectFrom('house.mail').selectAll().execute() }
  const letters = rows.filter(({ subject }) => subject.startsWith('Ines Okafor of Harbor Lane Group looks after you'))
  expect(letters).toHaveLength(1)
  expect(letters[0]?.body).toContain('Your 3 appointments to come')
  await house.doWhatIsDue()
  expect(await sessionsOf(sam)).toHaveLength(4)
})

test('the former clinician keeps what was, the new one has the client on the list', async () => {
  expect(await listedBy(sam, inesId)).toContain(otherClient.id)
  expect(await listedBy(sam, theoId)).toEqual([])
  expect((await theo.get(client)).json().standing).toBe('archived')
})

test('the asked-for way: archived by one, added by the other with the same e-mail, the client is recognised at once', async () => {
  expect((await ines.post(`${client}/archivings`, { archived: true })).statusCode).toBe(201)
  const email = (
    await house.as((db) =>
      db.selectFrom('clients.person').select('email').where('person_id', '=', otherClient.id).executeTakeFirstOrThrow(),
    )
  ).email
  const body = { givenName: 'Hollis', familyName: 'Varga', email, phone: null, clinicianMemberId: theoId, notify: true }
  const added = await theo.post(`${group}/clients`, body)
  expect([added.statusCode, added.json()]).toEqual([201, { personId: otherClient.id, outcome: 'recognised' }])
  expect(await listedBy(sam, theoId)).toContain(otherClient.id)
  expect(await listedBy(sam, inesId)).not.toContain(otherClient.id)
  expect((await theo.get(client)).json()).toMatchObject({ personId: otherClient.id })
})

test('nobody transfers a colleague’s client, nor to somebody who does not treat', async () => {
  const byTheo = await theo.post(`${client}/transfers`, { toMemberId: inesId, fromMemberId: inesId })
  expect(byTheo.json().code).toBe('stands_so_already')
  const toSam = await sam.post(`${client}/transfers`, { toMemberId: samMember?.id })
  expect([toSam.statusCode, toSam.json().code]).toEqual([422, 'clinician_not_found'])
})
