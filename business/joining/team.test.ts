import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { npiFrom } from '../../libraries/npi/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { groupPractice, operatorStaff, otherClient, soloPractice, theoId } from '../../server/story-network.ts'
import { networkDirectory } from '../credentialing/index.ts'

let house: StoryHouse
let ines: Requests
let theo: Requests
let sam: Requests
let maya: Requests
const team = `/api/practices/${groupPractice.id}/team`
const idOf = (name: string) => groupPractice.members.find((member) => member.name === name)?.id ?? ''
const userOf = (name: string) => groupPractice.members.find((member) => member.name === name)?.userId ?? ''
const password = 'correct horse battery staple'

beforeAll(async () => {
  house = await appWithStory()
  ines = await house.login(userOf('Ines Okafor'))
  theo = await house.login(userOf('Theo Brandt'))
  sam = await house.login(userOf('Sam Whitlow'))
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
})
afterAll(() => house?.close())

const provider = (over: object = {}) => ({
  givenName: 'Lena',
  familyName: 'Castell',
  email: 'lena@harborlane.example',
  residenceState: 'NY',
  licenceState: 'NY',
  licenceFamily: 'counselor',
  licenceNumber: 'NY-40021',
  npi: npiFrom('177700011'),
  portalAccess: true,
  ...over,
})

/** The secret behind # in the last letter to an address. */
async function tokenTo(email: string): Promise<string> {
  const letters = await house.as((tx) =>
    tx.selectFrom('house.mail').select(['recipient', 'body']).orderBy('recorded_at').orderBy('id').execute(),
  )
  const body = letters.findLast(({ recipient }) => recipient === email)?.body ?? ''
  return /#([A-Za-z0-9_-]{43})/.exec(body)?.[1] ?? ''
}

const accept = (token: string, secret = password) =>
  house.app.inject({ method: 'POST', url: '/api/team-invitations/acceptances', payload: { token, password: secret } })

const codeOf = (answer: { json(): { code?: string }; statusCode: number }) => [answer.statusCode, answer.json().code]

/** Whoever has joined, signed in as one of the story's people is: a second factor is another test's. */
async function enter(email: string): Promise<Requests> {
  return house.login((await house.signIn.userByEmail(email))?.userId ?? '')
}

test('an administrator adds a provider, who joins by the letter and sees their own calendar and no money of others', async () => {
  expect((await sam.post(`${team}/providers`, provider())).statusCode).toBe(201)
  const token = await tokenTo('lena@harborlane.example')
  const joined = await accept(token)
  expect(joined.statusCode).toBe(201)
  expect(joined.headers['set-cookie']).toBeDefined()
  const lena = await enter('lena@harborlane.example')
  const me = (await lena.get('/api/me')).json()
  expect(me.memberships[0]).toMatchObject({
    roles: ['clinician'],
    may: { calendar: 'own', money: 'own', team: 'none' },
  })
  expect((await lena.get(team)).statusCode).toBe(403)
  expect((await lena.get(`/api/practices/${groupPractice.id}/bank-accounts`)).statusCode).toBe(403)
  expect(
    (await lena.get(`/api/practices/${groupPractice.id}/calendar?memberId=${theoId}&from=2026-04-06&to=2026-04-12`))
      .statusCode,
  ).toBeGreaterThanOrEqual(400)
  const listed = (await ines.get(team)).json().members.find(({ name }: { name: string }) => name === 'Lena Castell')
  expect(listed).toMatchObject({ signsIn: true, invitation: null, licence: { state: 'NY', number: 'NY-40021' } })
})

test('an invitation opens once, not after its days, not after a later letter, and for no other address', async () => {
  const invite = (email: string) => sam.post(`${team}/invitations`, { name: 'Bea Ortiz', email, roles: ['biller'] })
  const { memberId } = (await invite('bea@harborlane.example')).json()
  const first = await tokenTo('bea@harborlane.example')
  expect(
    codeOf(await sam.post(`${team}/invitations`, { name: 'Bea', email: 'bea@harborlane.example', roles: ['biller'] })),
  ).toEqual([422, 'invited_already'])
  // Somebody who is signed in here under another address, and knows their own password, cannot take it.
  const maya2 = 'a password of somebody else'
  await house.signIn.addUser({ name: 'Bea Ortiz', email: 'bea@harborlane.example', password })
  expect(codeOf(await accept(first, maya2))).toEqual([403, 'wrong_password'])
  expect((await sam.post(`${team}/${memberId}/invitations`, { email: 'bea@harborlane.example' })).statusCode).toBe(201)
  expect(codeOf(await accept(first))).toEqual([410, 'invitation_replaced'])
  const second = await tokenTo('bea@harborlane.example')
  expect((await accept(second)).statusCode).toBe(201)
  const bea = await enter('bea@harborlane.example')
  expect(codeOf(await accept(second))).toEqual([410, 'invitation_accepted'])
  expect((await bea.get(`/api/practices/${groupPractice.id}/payments`)).statusCode).toBe(200)
  expect((await bea.get(`/api/practices/${groupPractice.id}/clients/${otherClient.id}/notes`)).statusCode).toBe(403)
  expect(codeOf(await accept('x'.repeat(43)))).toEqual([410, 'invitation_unknown'])

  await invite('late@harborlane.example')
  const late = await tokenTo('late@harborlane.example')
  const began = house.world.clock.now()
  house.goToDay(addDays(calendarDate('2026-04-08'), 15))
  expect(codeOf(await accept(late))).toEqual([410, 'invitation_expired'])
  house.goTo(began)
})

test('nobody raises themselves, and only an owner decides who administers', async () => {
  const role = (who: Requests, memberId: string, wanted: string, change = 'given') =>
    who.post(`${team}/${memberId}/roles`, { role: wanted, change })
  expect(codeOf(await role(theo, theoId, 'owner'))).toEqual([403, 'role_not_allowed'])
  expect(codeOf(await role(sam, idOf('Sam Whitlow'), 'owner'))).toEqual([403, 'owner_decides'])
  expect(codeOf(await role(sam, idOf('Sam Whitlow'), 'biller'))).toEqual([403, 'own_role'])
  expect(codeOf(await role(sam, theoId, 'admin'))).toEqual([403, 'owner_decides'])
  expect(codeOf(await role(ines, idOf('Ines Okafor'), 'owner', 'taken'))).toEqual([403, 'last_owner'])
  const wanted = { name: 'Eve', email: 'eve@harborlane.example', roles: ['owner'] }
  expect((await sam.post(`${team}/invitations`, wanted)).statusCode).toBe(400)
  expect(codeOf(await sam.post(`${team}/invitations`, { ...wanted, roles: ['admin'] }))).toEqual([403, 'owner_decides'])
  expect(
    (await ines.post(`${team}/${theoId}/roles`, { role: 'supervisor', change: 'given', memberId: idOf('Sam Whitlow') }))
      .statusCode,
  ).toBe(400)
  // A neighbour's team is nobody's business, and a foreign member is as unknown as none.
  expect((await maya.get(team)).statusCode).toBe(404)
  const own = `/api/practices/${soloPractice.id}/team/${theoId}`
  expect(codeOf(await maya.post(`${own}/archivings`, { archived: true }))).toEqual([404, 'member_not_found'])
  expect(codeOf(await maya.post(`${own}/roles`, { role: 'admin', change: 'given' }))).toEqual([404, 'member_not_found'])
})

test('a role that is given counts at the next request, and one that is taken too', async () => {
  const notes = `/api/practices/${groupPractice.id}/clients/${otherClient.id}/notes`
  expect((await sam.get(notes)).statusCode).toBe(403)
  await ines.post(`${team}/${idOf('Sam Whitlow')}/roles`, { role: 'supervisor', change: 'given' })
  expect((await sam.get(notes)).statusCode).toBe(200)
  await ines.post(`${team}/${idOf('Sam Whitlow')}/roles`, { role: 'supervisor', change: 'taken' })
  expect((await sam.get(notes)).statusCode).toBe(403)
})

test('of two who archive a provider at once one does it and the other is told by whom', async () => {
  const deed = (who: Requests) => who.post(`${team}/${theoId}/archivings`, { archived: true })
  const answers = await Promise.all([deed(ines), deed(sam)])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  const told = answers.find(({ statusCode }) => statusCode === 409)?.json()
  expect([told.code, told.detail]).toEqual([
    'standing_so_already',
    expect.stringMatching(/Theo Brandt is archived already .* by (Ines|Sam)/),
  ])
  expect((await theo.get('/api/me')).json().memberships[0]).toMatchObject({
    standing: 'archived',
    may: { planning: 'none', confirming: 'own' },
  })
  const session = {
    personId: otherClient.id,
    memberId: theoId,
    startsAt: '2026-04-14T14:00:00Z',
    endsAt: '2026-04-14T14:55:00Z',
    modality: 'telehealth',
  }
  expect((await theo.post(`/api/practices/${groupPractice.id}/sessions`, session)).statusCode).toBe(403)
  const listed = () => house.as(async (tx) => (await networkDirectory(tx)).map(({ memberId }) => memberId))
  expect(await listed()).not.toContain(theoId)
  expect((await ines.post(`${team}/${theoId}/archivings`, { archived: false })).statusCode).toBe(201)
  expect(await listed()).toContain(theoId)
  expect((await theo.get('/api/me')).json().memberships[0]).toMatchObject({ standing: 'active' })
})

test('a removal that is not possible yet is asked for ahead, once, and the operator sees it with what stands in the way', async () => {
  const robin = await house.login(operatorStaff.userId)
  const planned = { personId: otherClient.id, memberId: theoId, modality: 'telehealth' }
  const times = { startsAt: '2026-04-15T14:00:00Z', endsAt: '2026-04-15T14:55:00Z' }
  const session = await ines.post(`/api/practices/${groupPractice.id}/sessions`, { ...planned, ...times })
  expect(session.statusCode).toBe(201)
  const path = `${team}/${theoId}/removal-requests`
  const asked = { deed: 'asked', reason: 'He moves to Ohio.' }
  expect((await theo.post(path, asked)).statusCode).toBe(403)
  expect((await maya.post(path, asked)).statusCode).toBe(404)
  const [idOfInes] = groupPractice.members.map(({ id }) => id)
  const elsewhere = `/api/practices/${soloPractice.id}/team/${idOfInes}/removal-requests`
  expect(codeOf(await maya.post(elsewhere, asked))).toEqual([404, 'member_not_found'])
  expect((await sam.post(path, asked)).statusCode).toBe(201)
  expect(codeOf(await ines.post(path, asked))).toEqual([409, 'removal_asked_already'])
  expect((await ines.get(`${team}/${theoId}/removal`)).json()).toMatchObject({
    outcome: 'not_yet',
    request: { reason: 'He moves to Ohio.' },
  })
  const seen = async () => (await robin.get('/api/operations/removals')).json()
  expect(await seen()).toMatchObject([
    { name: 'Theo Brandt', state: 'not_yet', reason: 'He moves to Ohio.', by: 'Sam Whitlow' },
  ])
  expect((await seen())[0].because.join(' ')).toContain('still planned')
  const waiting = (await robin.get('/api/operations/queues/providerRemovals')).json()
  expect(waiting.rows).toMatchObject([{ name: 'Theo Brandt', next: 'See why' }])
  expect((await ines.get('/api/operations/removals')).statusCode).toBe(403)
  expect((await ines.post(path, { deed: 'taken_back' })).statusCode).toBe(201)
  expect(codeOf(await ines.post(path, { deed: 'taken_back' }))).toEqual([409, 'removal_not_asked'])
  expect(await seen()).toEqual([])
})

test('a removed member’s open page is refused by name at its next request, and what they recorded stays', async () => {
  const { memberId } = (
    await sam.post(
      `${team}/providers`,
      provider({ givenName: 'Otto', email: 'otto@harborlane.example', npi: npiFrom('177700022') }),
    )
  ).json()
  expect((await accept(await tokenTo('otto@harborlane.example'))).statusCode).toBe(201)
  const otto = await enter('otto@harborlane.example')
  expect((await otto.get(`/api/practices/${groupPractice.id}/home`)).statusCode).toBe(200)
  const form = { name: 'Otto Castell', reason: 'Has left the practice' }
  expect(codeOf(await sam.post(`${team}/${memberId}/removals`, { ...form, name: 'Otto' }))).toEqual([
    422,
    'name_differs',
  ])
  expect((await sam.get(`${team}/${memberId}/removal`)).json()).toEqual({
    outcome: 'possible',
    because: [],
    possibleOn: null,
    request: null,
  })
  expect((await sam.post(`${team}/${memberId}/removals`, form)).statusCode).toBe(201)
  expect(codeOf(await otto.get(`/api/practices/${groupPractice.id}/home`))).toEqual([404, 'practice_not_found'])
  expect((await otto.get('/api/me')).json().memberships).toEqual([])
  expect(
    codeOf(await ines.post(`${team}/${idOf('Ines Okafor')}/removals`, { name: 'Ines Okafor', reason: 'x' })),
  ).toEqual([409, 'owner_stays'])
})

test('who treats nobody asks from their own account, the operator finds the practice, and the owner agrees', async () => {
  const robin = await house.login('01960000-0000-7000-8000-000000000071')
  const { id: userId } = await house.signIn.addUser({ name: 'Kit Marlow', email: 'kit@mail.example', password })
  const kit = await house.login(userId)
  const asked = { name: 'Kit Marlow', practiceTold: 'maya@juniper.example' }
  expect((await kit.post('/api/me/admin-requests', asked)).statusCode).toBe(201)
  expect(codeOf(await kit.post('/api/me/admin-requests', asked))).toEqual([409, 'asked_already'])
  const { requests } = (await robin.get('/api/operations/admin-requests')).json()
  expect(requests[0]).toMatchObject({ name: 'Kit Marlow', state: 'looking_for_practice', via: 'client_account' })
  const { id } = requests[0]
  expect(
    (await kit.post(`/api/operations/admin-requests/${id}/approvals`, { practiceId: soloPractice.id })).statusCode,
  ).toBe(403)
  expect(
    (await robin.post(`/api/operations/admin-requests/${id}/approvals`, { practiceId: soloPractice.id })).statusCode,
  ).toBe(201)
  const [approval] = (await maya.get(`/api/practices/${soloPractice.id}/team`)).json().approvals
  expect(approval).toMatchObject({ name: 'Kit Marlow', email: 'kit@mail.example' })
  const answers = `/api/practices/${soloPractice.id}/admin-approvals/${approval.id}/answers`
  expect((await kit.post(answers, { answer: 'approved' })).statusCode).toBe(404)
  expect((await maya.post(answers, { answer: 'approved' })).statusCode).toBe(201)
  const { memberships } = (await kit.get('/api/me')).json()
  expect(memberships).toMatchObject([{ practiceName: 'Juniper Counseling', kind: 'solo', roles: ['admin'] }])
  expect(codeOf(await maya.post(answers, { answer: 'declined' }))).toEqual([409, 'answered_already'])
})

test('a scheduler plans in every calendar and sees neither notes nor money, on no page', async () => {
  const asked = { name: 'Sky Rowan', email: 'sky@harborlane.example', roles: ['scheduler'] }
  expect((await ines.post(`${team}/invitations`, asked)).statusCode).toBe(201)
  expect((await accept(await tokenTo('sky@harborlane.example'))).statusCode).toBe(201)
  const sky = await enter('sky@harborlane.example')
  const base = `/api/practices/${groupPractice.id}`
  const startsAt = '2026-04-07T14:00:00.000Z'
  const session = { personId: otherClient.id, memberId: theoId, startsAt, endsAt: '2026-04-07T14:45:00.000Z' }
  const { id } = (await sky.post(`${base}/sessions`, { ...session, modality: 'telehealth' })).json()
  const page = (await ines.get(`${base}/sessions/${id}`)).json()
  const confirmed = await theo.post(`${base}/sessions/${id}/confirmations`, {
    startedAt: startsAt,
    stoppedAt: session.endsAt,
    modality: 'telehealth',
    locationId: page.client.locations[0].id,
    codes: [{ code: '90834', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Worked on sleep and worry; agreed on a plan for the week.' },
  })
  expect(confirmed.statusCode).toBe(201)
  expect((await theo.get(`${base}/sessions/${id}`)).json()).toMatchObject({
    providerCents: 9400,
    note: expect.anything(),
  })
  const seen = (await sky.get(`${base}/sessions/${id}`)).json()
  expect(seen).toMatchObject({ providerCents: null, note: null, money: null, claimStatus: null, lastDiagnoses: [] })
  expect(seen.confirmation).toMatchObject({ providerCents: null, payerCents: null, diagnoses: [], codes: [] })
  expect(JSON.stringify(seen)).not.toMatch(/\$\d|F41/)
  const [row] = (await sky.get(`${base}/sessions?show=all`)).json()
  expect(row.providerCents).toBeNull()
  expect((await sky.get(`${base}/home`)).json()).toMatchObject({
    nextPayout: null,
    thisWindow: null,
    accountEnds: null,
  })
  for (const path of ['payments', 'bank-accounts', 'agreement', `clients/${otherClient.id}/notes`]) {
    expect([path, (await sky.get(`${base}/${path}`)).statusCode]).toEqual([path, 403])
  }
  expect((await sky.post(`${base}/sessions/${id}/confirmations`, {})).statusCode).toBe(403)
})

test('whoever opens a colleague’s calendar leaves in the audit whose it was', async () => {
  const calendar = `/api/practices/${groupPractice.id}/calendar?from=2026-04-06&days=7`
  expect((await ines.get(`${calendar}&memberId=${theoId}`)).statusCode).toBe(200)
  const events = await house.as((tx) =>
    tx.selectFrom('audit.event').select(['user_id', 'reason']).where('reason', 'like', 'The calendar of%').execute(),
  )
  expect(events.at(-1)).toEqual({ user_id: userOf('Ines Okafor'), reason: `The calendar of member ${theoId}` })
  const before = events.length
  expect((await theo.get(`${calendar}&memberId=${theoId}`)).statusCode).toBe(200)
  const after = await house.as((tx) =>
    tx.selectFrom('audit.event').select('id').where('reason', 'like', 'The calendar of%').execute(),
  )
  expect(after).toHaveLength(before)
})
