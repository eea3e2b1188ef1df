import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours, calendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { a835 } from '../../server/made-up-files.ts'
import { aClient, aConfirmedSession, aPractice, claimOf } from '../../server/made-up-practice.ts'
import { groupPractice, operatorStaff, theoId, zone } from '../../server/story-network.ts'
import { verifyAudit } from '../../server/verify-audit.ts'
import { joinPerson } from '../clients/join-person-flow.ts'
import { recordLogin } from '../clients/login-store.ts'

let house: StoryHouse
let robin: Requests
let second: Requests
beforeAll(async () => {
  house = await appWithStory()
  robin = await house.login(operatorStaff.userId)
  const other = await house.someone({ role: 'operator_staff', clinician: false, practiceId: house.world.operator })
  second = await house.login(other.userId)
})
afterAll(() => house?.close())

const desk = (id: string, rest = '') => `/api/operations/deletion-requests/${id}${rest}`
const mine = (personId: string, rest = '') => `/api/clients/${personId}${rest}`
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code]

/** Somebody who signed up and proved their address, and was never seen. */
async function newcomer(name: string) {
  const email = `${name.toLowerCase()}-${house.world.ids.next()}@example.com`
  const { id: userId } = await house.signIn.addUser({ name, email })
  const named = {
    givenName: name,
    familyName: 'Alder',
    dateOfBirth: calendarDate('1985-02-03'),
    email,
    phone: '5185550142',
  }
  const personId = await house.as((tx) =>
    joinPerson(tx, house.world, { userId, personId: house.world.ids.next(), ...named }),
  )
  return { userId, personId, email, ...(await house.login(userId)) }
}
type Newcomer = Awaited<ReturnType<typeof newcomer>>

const ask = async (client: Pick<Newcomer, 'personId' | 'post'>): Promise<string> => {
  const asked = await client.post(mine(client.personId, '/deletion-requests'), { words: 'I move away.' })
  expect(asked.statusCode).toBe(201)
  return asked.json().id
}
const approve = (id: string, by: Requests = robin) => by.post(desk(id, '/answers'), { answer: 'approved' })
const carryOut = (id: string, by: Requests = second) => by.post(desk(id, '/carryings-out'), {})
const rows = <T>(query: string) => house.as(async (tx) => (await sql.raw<T>(query).execute(tx)).rows)

async function booksHold() {
  expect((await house.verify()).faults).toEqual([])
  const audit = await house.as((tx) => verifyAudit(tx))
  expect(audit.findings).toEqual([])
}

test('whoever was never seen is told at once what goes, is approved by one and deleted by another, and nothing of theirs is left', async () => {
  const ada = await newcomer('Ada')
  await ada.post(mine(ada.personId, '/details'), {
    givenName: 'Ada',
    familyName: 'Alder',
    preferredName: 'Addy',
    sex: 'F',
    phone: '5185550142',
    address: { street: '4 Elm Street', city: 'Albany', state: 'NY', zip: '12203' },
  })
  const told = (await ada.get(mine(ada.personId, '/deletion'))).json()
  expect(told.barriers).toEqual([])
  expect(told.latest).toBeNull()
  const fates = Object.fromEntries(told.lines.map((line: { record: string; fate: string }) => [line.record, line.fate]))
  expect(fates).toEqual({ login: 'now', contact: 'now', looks: 'kept', request: 'kept' })

  const id = await ask(ada)
  expect((await ada.get(mine(ada.personId, '/deletion'))).json().latest).toMatchObject({
    id,
    state: 'asked',
    answerBy: '2026-05-23',
  })
  expect(codeOf(await ada.post(mine(ada.personId, '/deletion-requests'), {}))).toEqual([409, 'deletion_asked_already'])
  expect(codeOf(await carryOut(id))).toEqual([409, 'deletion_not_approved'])
  expect((await approve(id)).statusCode).toBe(201)
  expect(codeOf(await carryOut(id, robin))).toEqual([409, 'deletion_second_person_needed'])
  expect((await second.get(desk(id))).json()).toMatchObject({
    state: 'approved',
    mayCarryOut: true,
    next: ['carried_out', 'declined'],
  })
  expect((await carryOut(id)).statusCode).toBe(201)

  expect((await ada.get('/api/me')).statusCode).toBe(401)
  expect(await house.signIn.userByEmail(ada.email)).toBeNull()
  const left = await rows<{ found: string }>(`
    select 'person' as found from clients.person where person_id = '${ada.personId}' and (given_name = 'Ada' or email is not null or date_of_birth is not null)
    union all select 'change' from clients.person_change where person_id = '${ada.personId}' and (given_name = 'Ada' or street is not null or phone is not null)
    union all select 'proof' from clients.email_verification where person_id = '${ada.personId}'
    union all select 'login' from clients.login where person_id = '${ada.personId}' and during @> '2026-04-08'::date
    union all select 'answers' from house.replayed_answer_to_person where person_id = '${ada.personId}'`)
  expect(left).toEqual([])
  const [letter] = await rows<{ body: string }>(
    `select body from house.mail where about = 'deletion ${id}' and recipient = '${ada.email}' and subject like 'What was deleted%'`,
  )
  expect(letter?.body).toContain('Deleted:\n- Your login')
  expect(letter?.body).toContain('Apr 9, 2032')
  expect(letter?.body).toContain('Backups made before')
  const page = (await robin.get(desk(id))).json()
  expect(page).toMatchObject({ state: 'carried_out', name: 'Deleted client', next: [], keptUntil: '2032-04-09' })
  expect(page.tombstones.map(({ subject }: { subject: string }) => subject)).toContain('clients.person_change')
  expect(codeOf(await carryOut(id))).toEqual([409, 'deletion_carried_out_already'])
  await booksHold()

  // The address on the last letter goes thirty days after it has left.
  await rows(
    `insert into house.mail_attempt (practice_id, mail_id, id, outcome, at) select practice_id, id, gen_random_uuid(), 'sent', '2026-04-08T22:00:00Z' from house.mail where recipient = '${ada.email}'`,
  )
  const before = house.world.clock.now()
  house.goTo(addHours(before, 29 * 24))
  await house.doWhatIsDue()
  expect(await rows(`select 1 from house.mail where recipient = '${ada.email}'`)).not.toEqual([])
  house.goTo(addHours(before, 31 * 24))
  await house.doWhatIsDue()
  expect(await rows(`select 1 from house.mail where recipient = '${ada.email}'`)).toEqual([])
  house.goTo(before)
})

test('a client who was seen is postponed while the claim is open; then contact goes, the record stays until its day, and the rest is proposed after it', async () => {
  house.goToDay(calendarDate('2026-04-08'), '18:00')
  const practice = await aPractice(house)
  const client = await aClient(house, practice)
  const { id: userId } = await house.signIn.addUser({
    name: 'Seen Client',
    email: `seen-${client.personId}@example.com`,
  })
  await house.as((tx) => recordLogin(tx, { personId: client.personId, userId, from: calendarDate('2026-01-01') }))
  const login = { ...(await house.login(userId)), personId: client.personId }
  const session = await aConfirmedSession(house, practice, { client })
  const id = await ask(login)
  await approve(id)
  const early = await carryOut(id)
  expect(codeOf(early)).toEqual([409, 'deletion_postponed'])
  expect(early.json().detail).toContain('Nothing was deleted')
  expect((await login.get(mine(client.personId, '/deletion'))).json().barriers.length).toBeGreaterThan(0)

  house.goTo(addHours(house.world.clock.now(), 49))
  await house.doWhatIsDue()
  const { controlNumber } = await claimOf(house, session)
  const on = dateIn(house.world.clock.now(), zone)
  const answers = [{ number: controlNumber, charge: 15000, paid: 12500, share: 2500 }]
  house.outside.clearinghouse.offer('DEL1.835', new TextEncoder().encode(a835({ trace: 'DEL1', on, answers } as never)))
  await house.doWhatIsDue()
  expect((await login.get(mine(client.personId, '/deletion'))).json().barriers).toEqual([])
  const kept = (await login.get(mine(client.personId, '/deletion'))).json().lines
  expect(kept.find(({ record }: { record: string }) => record === 'money')).toMatchObject({
    fate: 'kept',
    until: '2036-04-11',
    certainty: 'known',
  })

  expect((await carryOut(id)).statusCode).toBe(201)
  const [person] = await rows<{ given_name: string; email: string | null; street: string | null }>(
    `select given_name, email, street from clients.known_person where person_id = '${client.personId}'`,
  )
  expect(person).toMatchObject({ email: null, street: null })
  expect(person?.given_name).not.toBe('Deleted')
  expect(await rows(`select 1 from claims.claim where person_id = '${client.personId}'`)).toHaveLength(1)
  expect(await rows(`select 1 from sessions.note where session_id = '${session.id}' and body = 'Deleted'`)).toEqual([])
  expect(
    await rows(
      `select 1 from charges.payment_method where person_id = '${client.personId}' and token not like 'deleted %'`,
    ),
  ).toEqual([])
  await booksHold()

  const before = house.world.clock.now()
  house.goTo(instantAt(calendarDate('2036-04-10'), '12:00', zone))
  await house.doWhatIsDue()
  expect((await robin.get(desk(id))).json().state).toBe('carried_out')
  house.goTo(instantAt(calendarDate('2036-04-12'), '12:00', zone))
  await house.doWhatIsDue()
  expect((await robin.get(desk(id))).json()).toMatchObject({
    state: 'final_proposed',
    next: ['final_approved', 'final_declined'],
  })
  await approve(id)
  expect(codeOf(await carryOut(id, robin))).toEqual([409, 'deletion_second_person_needed'])
  expect((await carryOut(id)).statusCode).toBe(201)
  expect((await robin.get(desk(id))).json()).toMatchObject({ state: 'final_carried_out', name: 'Deleted client' })
  expect(await rows(`select 1 from sessions.note where session_id = '${session.id}' and body <> 'Deleted'`)).toEqual([])
  await booksHold()
  house.goTo(before)
})

test('only whom it is about, or a child’s guardian, asks and takes back; nobody else learns of it', async () => {
  const [parent, stranger] = [await newcomer('Robin'), await newcomer('Sky')]
  const child = { givenName: 'Wren', familyName: 'Alder', dateOfBirth: '2014-09-30' }
  const { personId } = (await parent.post(mine(parent.personId, '/dependants'), child)).json()
  const id = await ask({ personId, post: parent.post })
  expect(codeOf(await stranger.get(mine(personId, '/deletion')))).toEqual([404, 'person_not_found'])
  expect(codeOf(await stranger.post(mine(personId, `/deletion-requests/${id}/withdrawals`), {}))).toEqual([
    404,
    'person_not_found',
  ])
  // Under a person of one's own, with the id of another's request: of a stranger, and of another member of the household.
  for (const [who, own] of [
    [stranger, stranger.personId],
    [parent, parent.personId],
  ] as const)
    expect(codeOf(await who.post(mine(own, `/deletion-requests/${id}/withdrawals`), {}))).toEqual([
      404,
      'deletion_not_open',
    ])
  expect((await parent.get(mine(parent.personId, '/deletion'))).json().latest).toBeNull()

  const key = crypto.randomUUID()
  const url = mine(personId, `/deletion-requests/${id}/withdrawals`)
  expect((await parent.post(url, {}, key)).statusCode).toBe(201)
  expect((await parent.post(url, {}, key)).headers['idempotency-replayed']).toBe('true')
  expect(codeOf(await parent.post(url, {}))).toEqual([404, 'deletion_not_open'])
  expect(codeOf(await approve(id))).toEqual([409, 'deletion_answered_already'])
  expect(codeOf(await carryOut(id))).toEqual([409, 'deletion_closed'])
  expect(codeOf(await stranger.get(desk(id)))[0]).toBe(403)

  // Whom a grown person allowed to act for them does not ask in their name.
  await stranger.post(mine(stranger.personId, '/permissions'), { email: parent.email })
  const { toMe } = (await parent.get(mine(parent.personId, '/household'))).json()
  await parent.post(mine(parent.personId, `/permissions/${toMe[0].permissionId}/answers`), { accepts: true })
  expect((await parent.get(mine(stranger.personId, '/deletion'))).statusCode).toBe(200)
  expect(codeOf(await parent.post(mine(stranger.personId, '/deletion-requests'), {}))).toEqual([403, 'not_the_person'])
})

test('a guardian keeps their login and letters when their child is deleted, and loses the child', async () => {
  const parent = await newcomer('Jules')
  const { personId } = (
    await parent.post(mine(parent.personId, '/dependants'), {
      givenName: 'Wren',
      familyName: 'Alder',
      dateOfBirth: '2014-09-30',
    })
  ).json()
  const id = await ask({ personId, post: parent.post })
  await approve(id)
  expect((await carryOut(id)).statusCode).toBe(201)
  expect((await parent.get('/api/me')).json().people).toMatchObject([{ personId: parent.personId }])
  expect((await parent.get(mine(personId))).statusCode).toBe(404)
  expect((await parent.get(mine(parent.personId))).json().person.email).toBe(parent.email)
  expect(await rows(`select 1 from house.mail where recipient = '${parent.email}'`)).not.toEqual([])
})

test('whoever signed in longer ago than a quarter of an hour proves themselves again before asking', async () => {
  const late = await newcomer('Late')
  await sql`update sign_in.session set "createdAt" = "createdAt" - interval '16 minutes' where "userId" = ${late.userId}`.execute(
    house.database.signIn,
  )
  expect(codeOf(await late.post(mine(late.personId, '/deletion-requests'), {}))).toEqual([403, 'sign_in_again'])
  expect((await late.get(mine(late.personId, '/deletion'))).json().latest).toBeNull()
})

test('two of the staff at once answer a case once and carry it out once; a no needs a reason, and is told by letter', async () => {
  const one = await newcomer('Twice')
  const id = await ask(one)
  const answered = await Promise.all([approve(id, robin), approve(id, second)])
  expect(answered.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  const approver = answered[0]?.statusCode === 201 ? robin : second
  const other = approver === robin ? second : robin
  const carried = await Promise.all([carryOut(id, other), carryOut(id, other)])
  expect(carried.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  expect(
    await rows(`select 1 from house.mail where about = 'deletion ${id}' and subject like 'What was deleted%'`),
  ).toHaveLength(1)

  const refused = await newcomer('Refused')
  const no = await ask(refused)
  expect(codeOf(await robin.post(desk(no, '/answers'), { answer: 'declined' }))).toEqual([422, 'reason_missing'])
  const words = 'We could not tell that it was you.'
  expect((await robin.post(desk(no, '/answers'), { answer: 'declined', words })).statusCode).toBe(201)
  expect((await refused.get(mine(refused.personId, '/deletion'))).json().latest).toMatchObject({
    state: 'declined',
    words,
  })
  const letters = await rows<{ body: string }>(
    `select body from house.mail where recipient = '${refused.email}' and body like '%${words}%'`,
  )
  expect(letters).toHaveLength(1)
  expect(await ask(refused)).not.toBe(no)
})

test('whoever works in a practice asks for their own profile; an owner with colleagues hands the practice on first', async () => {
  const path = `/api/practices/${groupPractice.id}`
  const userOf = (name: string) => groupPractice.members.find((member) => member.name === name)?.userId ?? ''
  const [ines, theo] = [await house.login(userOf('Ines Okafor')), await house.login(userOf('Theo Brandt'))]
  expect((await ines.get(`${path}/deletion`)).json().barriers).toMatchObject([{ reason: 'owner_stays' }])
  const asked = await theo.post(`${path}/deletion-requests`, {})
  expect(asked.statusCode).toBe(201)
  const { id } = asked.json()
  expect((await ines.get(`${path}/deletion`)).json().latest).toBeNull()
  expect(codeOf(await ines.post(`${path}/deletion-requests/${id}/withdrawals`, {}))).toEqual([404, 'deletion_not_open'])
  await approve(id)
  expect((await carryOut(id)).statusCode).toBe(201)
  expect((await theo.get('/api/me')).statusCode).toBe(401)
  const member = (await ines.get(`${path}/team`))
    .json()
    .members.find((each: { memberId: string }) => each.memberId === theoId)
  expect(member).toMatchObject({ name: 'Theo Brandt', standing: 'removed' })
  await booksHold()
})
