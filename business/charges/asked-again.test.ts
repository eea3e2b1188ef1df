import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../database/act-as.ts'
import { addHours, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, operatorStaff, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import { recordLogin } from '../clients/login-store.ts'

let house: StoryHouse
let maya: Requests
let robin: Requests
let june: Requests
const base = `/api/practices/${soloPractice.id}`
const client = variantClients.pays_in_june
const start = instantAt(calendarDate('2026-04-08'), '18:00', zone)

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  const { id: userId } = await house.signIn.addUser({ name: 'June', email: 'june.again@example.com' })
  const actor = { user: userId, now: house.world.clock.now(), person: client.id }
  await asPerson(house.database.portal, actor, (tx) =>
    recordLogin(tx, { personId: client.id, userId, from: calendarDate('2026-01-01') }),
  )
  june = await house.login(userId)
})
afterAll(() => house?.close())

const lettersTo = async (to: string) => {
  const rows = await house.as((tx) =>
    tx.selectFrom('house.mail').select(['subject', 'body']).where('recipient', '=', to).orderBy('id').execute(),
  )
  return rows
}
const tokenIn = (body: string) => /\/invited(?:\?lang=\w+)?#([\w-]{43})/.exec(body)?.[1] ?? ''
const openings = (token: string) =>
  house.app.inject({ method: 'POST', url: '/api/client-invitations/openings', payload: { token } })

async function invited(email: string): Promise<string> {
  const answer = await maya.post(`${base}/clients`, {
    givenName: 'Wren',
    familyName: 'Vale',
    email,
    phone: null,
    dateOfBirth: null,
    clinicianMemberId: client.clinicianId,
    notify: true,
  })
  expect(answer.statusCode).toBe(201)
  return answer.json().personId
}

test('an invitation sent again has a new link, the former one says so, and letters keep their distance', async () => {
  const email = 'wren.invited@example.com'
  const personId = await invited(email)
  const standing = async () => (await maya.get(`${base}/clients/${personId}/invitation`)).json()
  expect(await standing()).toMatchObject({ invitation: 'waiting', waiting: { letters: 1, lastLetterAt: start } })
  const again = () => maya.post(`${base}/clients/${personId}/invitation-letters`, {})
  const soon = await again()
  expect([soon.statusCode, soon.json().code]).toEqual([429, 'invitation_sent_lately'])
  expect(soon.json().detail).toContain('Another one can go from Thu, Apr 9, 2026, 6:00 PM Eastern Time')
  house.goTo(addHours(start, 24))
  expect((await again()).statusCode).toBe(201)
  const [first, second] = (await lettersTo(email)).map(({ body }) => tokenIn(body))
  expect(first).not.toBe(second)
  const old = await openings(first ?? '')
  expect([old.statusCode, old.json().code]).toEqual([410, 'invitation_replaced'])
  const opened = await openings(second ?? '')
  expect(opened.json()).toMatchObject({ email, givenName: 'Wren', practiceName: soloPractice.name })
  expect((await openings('x'.repeat(43))).json().code).toBe('invitation_unknown')
  house.goTo(start)
})

test('the operator sends it too, both at once send one letter, and after the last letter there is no other', async () => {
  const email = 'wren.silent@example.com'
  const personId = await invited(email)
  house.goTo(addHours(start, 25))
  const rows = (await robin.get('/api/operations/client-invitations')).json()
  const row = rows.find((each: { email: string }) => each.email === email)
  expect(row).toMatchObject({ name: 'Wren Vale', practiceName: soloPractice.name, letters: 1 })
  const answers = await Promise.all([
    robin.post(`/api/operations/client-invitations/${row.invitationId}/letters`, {}),
    maya.post(`${base}/clients/${personId}/invitation-letters`, {}),
  ])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 429])
  for (const hours of [50, 75, 100]) {
    house.goTo(addHours(start, hours))
    expect((await maya.post(`${base}/clients/${personId}/invitation-letters`, {})).statusCode).toBe(201)
  }
  house.goTo(addHours(start, 200))
  const spent = await maya.post(`${base}/clients/${personId}/invitation-letters`, {})
  expect([spent.statusCode, spent.json().code]).toEqual([429, 'invitation_letters_spent'])
  expect(await lettersTo(email)).toHaveLength(5)
  house.goTo(start)
})

test('nobody sends an invitation of another practice', async () => {
  const personId = await invited('wren.other@example.com')
  const ines = await house.login(groupPractice.members[0]?.userId ?? '')
  const url = `/api/practices/${groupPractice.id}/clients/${personId}/invitation-letters`
  expect((await ines.post(url, {})).statusCode).toBe(404)
})

const mine = `/api/clients/${client.id}`

test('insurance that a client entered is not verified until the operator confirms it, and may be asked again in words', async () => {
  const insurance = async () => (await june.get(`${mine}/insurance`)).json()
  const planId = (await insurance()).plans[0].id
  const entered = await june.post(`${mine}/insurance`, {
    planId,
    planAsTold: null,
    memberId: 'ZK 1234',
    groupNumber: null,
    suitcase: null,
    holder: null,
    from: '2026-04-08',
    sex: 'F',
    address: { street: '1 Example Street', city: 'Queens', state: 'NY', zip: '11375' },
  })
  const policyId = entered.json().id
  const readiness = async () => (await maya.get(`${base}/clients/${client.id}`)).json().readiness
  expect(await readiness()).toMatchObject({ insurance: false, coverage: 'unverified' })
  const ask = (body: object) => robin.post(`/api/operations/coverage-checks/${policyId}/questions`, body)
  const wordless = await ask({ personId: client.id, reason: 'other', words: null })
  expect([wordless.statusCode, wordless.json().code]).toEqual([422, 'question_without_words'])
  const words = 'The plan says that the number ends in two letters.'
  expect((await ask({ personId: client.id, reason: 'member_unknown', words })).statusCode).toBe(201)
  expect(await readiness()).toMatchObject({ insurance: false, coverage: 'asked_again' })
  const { question } = (await insurance()).policies[0]
  expect(question).toMatchObject({ reason: 'member_unknown', words, isAnswered: false })
  const answer = (body: object) => june.post(`${mine}/insurance-questions/${question.id}/answers`, body)
  const empty = await answer({ words: null })
  expect([empty.statusCode, empty.json().code]).toEqual([422, 'answer_missing'])
  expect((await answer({ words: 'It is ZK 1234 AB' })).statusCode).toBe(201)
  expect((await answer({ words: 'Again' })).json().code).toBe('question_not_found')
  expect(await readiness()).toMatchObject({ coverage: 'unverified' })
  const checks = (await robin.get('/api/operations/coverage-checks')).json()
  expect(checks.find((check: { policyId: string }) => check.policyId === policyId)).toMatchObject({
    memberId: 'ZK 1234',
    question: { reason: 'member_unknown', answer: { words: 'It is ZK 1234 AB' } },
    photos: [],
  })
  const found = { personId: client.id, coverage: 'active', copayCents: 2500, planId: null, source: 'A call, 4711' }
  expect((await robin.post(`/api/operations/coverage-checks/${policyId}`, found)).statusCode).toBe(201)
  expect(await readiness()).toMatchObject({ insurance: true, coverage: 'active' })
  expect((await insurance()).policies[0].question).toBeNull()
})

test('a language is chosen once for the account, and every letter is in it from then on', async () => {
  expect((await june.post(`${mine}/languages`, { language: 'es' })).statusCode).toBe(201)
  expect((await june.get('/api/me')).json().people).toMatchObject([{ personId: client.id, language: 'es' }])
  const email = (await june.get(mine)).json().person.email
  const before = (await lettersTo(email)).length
  const startsAt = instantAt(calendarDate('2026-04-30'), '10:00', zone)
  const plan = { personId: client.id, memberId: client.clinicianId, startsAt, endsAt: addHours(startsAt, 1) }
  const added = await maya.post(`${base}/sessions`, {
    ...plan,
    modality: 'telehealth',
    tellsClient: true,
    despite: ['outside_working_hours'],
  })
  expect(added.statusCode).toBe(201)
  const cancelling = { version: 1, kind: 'cancelled', initiator: 'practice', reason: 'Ill', feeCents: null }
  await maya.post(`${base}/sessions/${added.json().id}/cancellations`, cancelling)
  const letters = (await lettersTo(email)).slice(before)
  expect(letters.map(({ subject }) => subject)).toEqual([
    'Su cita: jue, 30 de abr de 2026, 10:00 a. m. hora del Este',
    'Su cita ha sido cancelada: jue, 30 de abr de 2026, 10:00 a. m. hora del Este',
  ])
  for (const { body } of letters) expect(body).not.toMatch(/\b(your|appointment|sign in|the)\b/i)
})
