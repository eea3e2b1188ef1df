import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson, asPractice } from '../../database/act-as.ts'
import { type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase, longAgo } from '../../server/house-on-test-database.ts'
import { aClient, aPractice, type MadeUpClient, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { addressLine } from './address-line.ts'
import { locationsInForce, recordLocation } from './location-store.ts'
import { personById, recordPerson } from './person-store.ts'
import { type Coverage, policiesInForce, policyInForce, recordPolicy, recordPolicyCheck } from './policy-store.ts'
import { addToRoster, rosterOn, rosterWithoutAccess } from './roster-store.ts'

let house: House
let practice: MadeUpPractice
let client: MadeUpClient
beforeAll(async () => {
  house = await houseOnTestDatabase()
  practice = await aPractice(house)
  client = await aClient(house, practice)
})
afterAll(() => house?.close())

const day = (text: string): CalendarDate => calendarDate(text)
const asThePractice = <T>(practiceId: string, deed: Parameters<typeof asPractice<T>>[2]) =>
  asPractice(house.database.portal, { user: null, now: house.world.clock.now(), practice: practiceId }, deed)

/** A person without a policy, whom the practice may see. */
async function somebody(): Promise<string> {
  const personId = house.world.ids.next()
  const home = { street: '9 EXAMPLE STREET', city: 'QUEENS', state: 'NY', zip: '11375' }
  const born = { dateOfBirth: day('1990-01-01'), sex: 'U' as const, email: null }
  await house.as((tx) =>
    recordPerson(
      tx,
      { personId, givenName: 'Basil', familyName: 'Orchard', ...born, ...home },
      {
        practiceId: practice.practiceId,
        from: day('2026-01-01'),
        at: longAgo,
      },
    ),
  )
  return personId
}

async function aPolicy(personId: string, from: string, until: string | null, recordedAt = longAgo): Promise<string> {
  const id = house.world.ids.next()
  const during = { from: day(from), until: until === null ? null : day(until) }
  const card = { memberId: `M${id.slice(-4)}`, groupNumber: null, copay: cents(2500) }
  await house.as((tx) => recordPolicy(tx, { personId, id, planId: practice.planId, ...card, during, recordedAt }))
  return id
}

test('a policy is in force from its first day until, and not on, the day it ends', async () => {
  const personId = await somebody()
  const id = await aPolicy(personId, '2026-01-01', '2026-07-01')
  const on = async (text: string) => (await house.as((tx) => policyInForce(tx, personId, day(text))))?.id ?? null
  expect([await on('2025-12-31'), await on('2026-01-01'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([
    null,
    id,
    id,
    null,
  ])
})

test('of two policies in force the one recorded last counts, one for each person', async () => {
  const [one, two] = [await somebody(), await somebody()]
  await aPolicy(one, '2026-01-01', null)
  const later = await aPolicy(one, '2026-01-01', null, house.world.clock.now())
  const other = await aPolicy(two, '2026-01-01', null)
  const found = await house.as((tx) => policiesInForce(tx, [one, two], day('2026-04-08')))
  expect(found.map(({ id }) => id).toSorted()).toEqual([later, other].toSorted())
})

test('the latest check says how the coverage stands; unchecked is unverified', async () => {
  const personId = await somebody()
  const policyId = await aPolicy(personId, '2026-01-01', null)
  const coverage = async () => (await house.as((tx) => policyInForce(tx, personId, day('2026-04-08'))))?.coverage
  const check = (found: Coverage, on: string) =>
    house.as((tx) =>
      recordPolicyCheck(tx, {
        personId,
        policyId,
        id: house.world.ids.next(),
        coverage: found,
        checkedOn: day(on),
        source: 'test',
        recordedAt: house.world.clock.now(),
      }),
    )
  expect(await coverage()).toBe('unverified')
  await check('active', '2026-03-01')
  expect(await coverage()).toBe('active')
  await check('inactive', '2026-04-01')
  expect(await coverage()).toBe('inactive')
})

test('another practice sees neither the person nor their policies nor their places', async () => {
  const neighbour = await aPractice(house)
  const seenBy = (practiceId: string) =>
    asThePractice(practiceId, async (tx) => ({
      person: (await personById(tx, client.personId))?.personId ?? null,
      policies: (await policiesInForce(tx, [client.personId], day('2026-04-08'))).length,
      locations: (await locationsInForce(tx, [client.personId], day('2026-04-08'))).length,
    }))
  expect(await seenBy(practice.practiceId)).toEqual({ person: client.personId, policies: 1, locations: 1 })
  expect(await seenBy(neighbour.practiceId)).toEqual({ person: null, policies: 0, locations: 0 })
})

test('nobody gives themselves access to a person: a practice cannot, the person can', async () => {
  const neighbour = await aPractice(house)
  const access = {
    person_id: client.personId,
    practice_id: neighbour.practiceId,
    during: '[2026-04-08,)',
    recorded_at: house.world.clock.now(),
  }
  const forged = asThePractice(neighbour.practiceId, (tx) => tx.insertInto('clients.access').values(access).execute())
  await expect(forged).rejects.toThrow(/row-level security/)
  const actor = { user: null, now: house.world.clock.now(), person: client.personId }
  await asPerson(house.database.portal, actor, (tx) => tx.insertInto('clients.access').values(access).execute())
  expect(await asThePractice(neighbour.practiceId, (tx) => personById(tx, client.personId))).not.toBeNull()
})

test('a place has its address in one line, and none as long as no street is known', async () => {
  const personId = await somebody()
  const place = {
    personId,
    id: house.world.ids.next(),
    label: 'Home',
    street: null,
    city: null,
    state: 'NY',
    zip: null,
  }
  await house.as((tx) =>
    recordLocation(tx, {
      ...place,
      countyFips: null,
      servedBy: null,
      during: { from: day('2026-01-01'), until: null },
      recordedAt: longAgo,
      recordedBy: 'test',
    }),
  )
  const [found] = await house.as((tx) => locationsInForce(tx, [personId], day('2026-04-08')))
  expect(found === undefined ? '' : addressLine(found)).toBeNull()
  const known = { street: '100 Example Street', city: 'Queens', state: 'NY', zip: '11375' }
  expect(addressLine(known)).toBe('100 Example Street, Queens, NY 11375')
})

test('a client is on a list from the first day, and a list without access is found', async () => {
  const { practiceId, clinicianId } = practice
  const on = (text: string) => house.as((tx) => rosterOn(tx, practiceId, day(text)))
  expect(await on('2019-12-31')).toEqual([])
  expect(await on('2026-04-08')).toContainEqual({ personId: client.personId, memberId: clinicianId })
  expect(await house.as((tx) => rosterWithoutAccess(tx))).toEqual([])
  const stranger = house.world.ids.next()
  const entry = {
    practiceId,
    personId: stranger,
    memberId: clinicianId,
    from: day('2026-04-08'),
    at: longAgo,
    by: 'test',
  }
  await house.as((tx) => addToRoster(tx, entry))
  expect(await house.as((tx) => rosterWithoutAccess(tx))).toEqual([{ practiceId, personId: stranger }])
  expect((await house.verify()).faults).toEqual([expect.objectContaining({ where: `roster, person ${stranger}` })])
})
