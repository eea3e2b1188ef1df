import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperations } from '../../database/act-as.ts'
import { addDays, addMonths, calendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { appOnTestDatabase } from '../../server/app-on-test-database.ts'
import { joinPerson } from './join-person-flow.ts'

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let house: House
beforeAll(async () => {
  house = await appOnTestDatabase()
})
afterAll(() => house?.close())

const today = () => dateIn(house.world.clock.now(), house.world.zone)

/** Somebody who signed up and proved their address. */
async function grown(name: string, email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`) {
  const { id: userId } = await house.signIn.addUser({ name, email })
  const named = {
    givenName: name,
    familyName: 'Alder',
    dateOfBirth: calendarDate('1985-02-03'),
    email,
    phone: '5185550142',
  }
  const personId = await asOperations(house.database.operations, { user: userId, now: house.world.clock.now() }, (db) =>
    joinPerson(db, house.world, { userId, personId: house.world.ids.next(), ...named }),
  )
  const cookie = ((await house.signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')
  const headers = { cookie }
  return {
    userId,
    personId,
    email,
    get: (url: string) => house.app.inject({ method: 'GET', url, headers }),
    post: (url: string, payload: object = {}) =>
      house.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      }),
  }
}
const at = (personId: string, rest = '') => `/api/clients/${personId}${rest}`
const child = { givenName: 'Wren', familyName: 'Alder-Poe', dateOfBirth: '2014-09-30', sex: 'F' }

test('one login has several patients, each with a record of their own under their own name and birth date', async () => {
  const parent = await grown('Robin')
  const added = await parent.post(at(parent.personId, '/dependants'), child)
  expect(added.statusCode).toBe(201)
  const { personId } = added.json()
  expect((await parent.get('/api/me')).json().people).toHaveLength(2)
  const account = (await parent.get(at(personId))).json()
  expect(account.person).toMatchObject({ ...child, email: parent.email })
  const body = {
    planId: 'not_listed',
    planAsTold: 'Any',
    memberId: 'M-1',
    groupNumber: null,
    suitcase: null,
    holder: null,
  }
  await parent.post(at(personId, '/insurance'), body)
  expect((await parent.get(at(parent.personId, '/insurance'))).json().policies).toEqual([])
  const { relation, acting } = (await parent.get(at(personId, '/household'))).json()
  expect(relation).toBe('guardian')
  expect(acting).toMatchObject([{ relation: 'guardian', name: 'Robin Alder', isThisLogin: true, until: '2032-09-30' }])
})

test('another login sees nothing of the child, and a guardian’s access ends when it is given back, the same day too', async () => {
  const [parent, stranger] = [await grown('Robin'), await grown('Sky')]
  const { personId } = (await parent.post(at(parent.personId, '/dependants'), child)).json()
  for (const rest of ['', '/household', '/insurance', '/appointments', '/looks'])
    expect([rest, (await stranger.get(at(personId, rest))).statusCode]).toEqual([rest, 404])
  expect((await stranger.post(at(personId, `/logins/${parent.userId}/ends`))).statusCode).toBe(404)
  expect((await parent.post(at(personId, `/logins/${parent.userId}/ends`))).statusCode).toBe(201)
  expect((await parent.get(at(personId))).statusCode).toBe(404)
  expect((await parent.get('/api/me')).json().people).toHaveLength(1)
})

test('on the eighteenth birthday the guardian’s access ends by itself', async () => {
  const parent = await grown('Robin')
  const soon = addDays(addMonths(today(), -18 * 12), 2)
  const { personId } = (await parent.post(at(parent.personId, '/dependants'), { ...child, dateOfBirth: soon })).json()
  const before = house.world.clock.now()
  house.setClock(instantAt(addDays(today(), 1), '23:00', house.world.zone))
  expect((await parent.get(at(personId))).statusCode).toBe(200)
  house.setClock(instantAt(addDays(today(), 1), '00:30', house.world.zone))
  expect((await parent.get(at(personId))).statusCode).toBe(404)
  house.setClock(before)
})

const details = (name: string, address: object | null) => {
  const known = { givenName: name, familyName: 'Alder', preferredName: null, sex: 'U', phone: '5185550142' }
  return { ...known, address }
}
const omaha = { street: '12 Howard Street', city: 'Omaha', state: 'NE', zip: '68102' }
const albany = { street: '4 Elm Street', city: 'Albany', state: 'NY', zip: '12203' }

test('a guardian acts until the child is of age where it lives: at nineteen in Nebraska, on March 1 for a child of February 29', async () => {
  const parent = await grown('Robin')
  expect((await parent.post(at(parent.personId, '/details'), details('Robin', omaha))).statusCode).toBe(201)
  const born = { ...child, dateOfBirth: '2008-02-29' }
  const { personId } = (await parent.post(at(parent.personId, '/dependants'), born)).json()
  const until = async () => (await parent.get(at(personId, '/household'))).json().acting[0].until
  expect(await until()).toBe('2027-03-01')
  const old = await parent.post(at(parent.personId, '/dependants'), { ...child, dateOfBirth: '2007-04-08' })
  expect([old.statusCode, old.json().code]).toEqual([422, 'adult_needs_own_account'])
  expect(old.json().detail).toContain('Apr 8, 2026')
})

test('a child who moves is of age by the law of the new state, and a move never lengthens what a guardian may do', async () => {
  const parent = await grown('Robin')
  await parent.post(at(parent.personId, '/details'), details('Robin', omaha))
  const { personId } = (
    await parent.post(at(parent.personId, '/dependants'), { ...child, dateOfBirth: '2010-06-01' })
  ).json()
  const until = async () => (await parent.get(at(personId, '/household'))).json().acting[0].until
  expect(await until()).toBe('2029-06-01')
  await parent.post(at(personId, '/details'), details('Wren', albany))
  expect(await until()).toBe('2028-06-01')
  await parent.post(at(personId, '/details'), details('Wren', { ...omaha, state: 'MS', zip: '39201', city: 'Jackson' }))
  expect(await until()).toBe('2028-06-01')

  const older = (await parent.post(at(parent.personId, '/dependants'), { ...child, dateOfBirth: '2007-06-01' })).json()
  expect((await parent.get(at(older.personId))).statusCode).toBe(200)
  expect((await parent.post(at(older.personId, '/details'), details('Wren', albany))).statusCode).toBe(201)
  expect((await parent.get(at(older.personId))).statusCode).toBe(404)
})

test('a grown person is not added by another: they allow it themselves, until a day, and may end it', async () => {
  const [parent, spouse, stranger] = [await grown('Robin'), await grown('Jules'), await grown('Sky')]
  const added = await parent.post(at(parent.personId, '/dependants'), { ...child, dateOfBirth: '1984-01-01' })
  expect([added.statusCode, added.json().code]).toEqual([422, 'adult_needs_own_account'])

  const allowed = await spouse.post(at(spouse.personId, '/permissions'), { email: parent.email, lastDay: '2026-12-31' })
  expect(allowed.statusCode).toBe(201)
  expect((await parent.get(at(spouse.personId))).statusCode).toBe(404)
  expect((await stranger.get(at(stranger.personId, '/household'))).json().toMe).toEqual([])
  const { toMe } = (await parent.get(at(parent.personId, '/household'))).json()
  expect(toMe).toMatchObject([{ name: 'Jules Alder', until: '2027-01-01' }])
  const answers = `/permissions/${toMe[0].permissionId}/answers`
  expect((await stranger.post(at(stranger.personId, answers), { accepts: true })).statusCode).toBe(404)
  expect((await parent.post(at(parent.personId, answers), { accepts: true })).statusCode).toBe(201)
  expect((await parent.post(at(parent.personId, answers), { accepts: true })).statusCode).toBe(404)
  expect((await parent.get(at(spouse.personId))).statusCode).toBe(200)

  // Whoever acts for somebody neither passes it on nor ends what is not theirs.
  const passedOn = await parent.post(at(spouse.personId, '/permissions'), { email: stranger.email })
  expect([passedOn.statusCode, passedOn.json().code]).toEqual([403, 'not_the_person'])
  expect((await parent.post(at(spouse.personId, `/logins/${spouse.userId}/ends`))).statusCode).toBe(403)
  expect((await spouse.post(at(spouse.personId, `/logins/${spouse.userId}/ends`))).json().code).toBe('login_not_ended')
  expect((await spouse.post(at(spouse.personId, `/logins/${parent.userId}/ends`))).statusCode).toBe(201)
  expect((await parent.get(at(spouse.personId))).statusCode).toBe(404)
})

test('a permission can be taken back before it is answered, and whoever has no account learns of it by letter alone', async () => {
  const spouse = await grown('Jules')
  const email = 'nobody-there@example.com'
  const { id } = (await spouse.post(at(spouse.personId, '/permissions'), { email })).json()
  expect((await spouse.post(at(spouse.personId, `/permissions/${id}/withdrawals`))).statusCode).toBe(201)
  const late = await grown('Late', email)
  expect((await late.get(at(late.personId, '/household'))).json().toMe).toEqual([])
})

test('who looked at my record: others by name and role, with the reason, oneself only when asked', async () => {
  const parent = await grown('Robin')
  await parent.get(at(parent.personId))
  expect((await parent.get(at(parent.personId, '/looks'))).json()).toEqual({ looks: [], more: false })
  const own = (await parent.get(at(parent.personId, '/looks?own=true'))).json().looks
  expect(own.at(-1)).toMatchObject({ role: 'own_login', deed: 'looked', what: 'account' })
})
