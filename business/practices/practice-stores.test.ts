import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPractice } from '../../database/act-as.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase, longAgo } from '../../server/house-on-test-database.ts'
import { aPractice, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { entity } from '../../server/story-network.ts'
import { billingEntities, recordBillingEntity } from './billing-entity-store.ts'
import { practiceLocations, recordPracticeLocation } from './location-store.ts'
import { clinicianById, memberById, membersOf, practiceById, practicesAll, recordMember } from './practice-store.ts'

let house: House
let practice: MadeUpPractice
beforeAll(async () => {
  house = await houseOnTestDatabase()
  practice = await aPractice(house)
})
afterAll(() => house?.close())

const as = <T>(practiceId: string, deed: Parameters<typeof asPractice<T>>[2]) =>
  asPractice(house.database.portal, { user: null, now: house.world.clock.now(), practice: practiceId }, deed)

const member = (over: object = {}) => ({
  practiceId: practice.practiceId,
  id: house.world.ids.next(),
  userId: null,
  name: 'Sam Whitlow',
  role: 'admin' as const,
  clinician: false,
  npi: null,
  taxonomy: null,
  licenceFamily: null,
  joinedAt: longAgo,
  ...over,
})

test('a member who treats nobody is a member and no clinician', async () => {
  const sam = member()
  await house.as((tx) => recordMember(tx, sam))
  expect(await house.as((tx) => memberById(tx, practice.practiceId, sam.id))).toMatchObject({ role: 'admin' })
  expect(await house.as((tx) => clinicianById(tx, practice.practiceId, sam.id))).toBeNull()
  const maya = await house.as((tx) => clinicianById(tx, practice.practiceId, practice.clinicianId))
  expect(maya).toMatchObject({ licenceFamily: 'social_work', taxonomy: '1041C0700X' })
})

test('nobody treats clients without a number to bill with', async () => {
  await expect(house.as((tx) => recordMember(tx, member({ clinician: true })))).rejects.toThrow(/check constraint/)
})

test('a practice sees itself and its own members, and no other practice', async () => {
  const neighbour = await aPractice(house)
  const seen = await as(neighbour.practiceId, async (tx) => ({
    practices: (await practicesAll(tx)).map(({ practiceId }) => practiceId),
    members: await membersOf(tx, practice.practiceId),
    other: await practiceById(tx, practice.practiceId),
  }))
  expect(seen).toEqual({ practices: [neighbour.practiceId], members: [], other: null })
})

test('an office is there from its first day until, and not on, the day it is given up', async () => {
  const { practiceId } = practice
  const place = { street: '7 JUNIPER COURT', city: 'QUEENS', state: 'NY', zip: '11375', countyFips: '36081' }
  const during = { from: calendarDate('2026-01-01'), until: calendarDate('2026-07-01') }
  await house.as((tx) =>
    recordPracticeLocation(tx, {
      practiceId,
      id: house.world.ids.next(),
      label: 'Office',
      ...place,
      during,
      at: longAgo,
    }),
  )
  const on = async (text: string) =>
    (await as(practiceId, (tx) => practiceLocations(tx, practiceId, calendarDate(text)))).length
  expect([await on('2025-12-31'), await on('2026-01-01'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([
    0, 1, 1, 0,
  ])
})

test('a billing entity is recorded once and read by every practice', async () => {
  const during = { from: calendarDate('2020-01-01'), until: null }
  await house.as((tx) => recordBillingEntity(tx, { ...entity, legalName: 'ANOTHER NAME', during, source: 'test' }))
  const found = await as(practice.practiceId, (tx) => billingEntities(tx))
  expect(found.map(({ id, legalName }) => [id, legalName])).toEqual([[entity.id, entity.legalName]])
})
