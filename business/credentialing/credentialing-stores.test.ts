import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPractice } from '../../database/act-as.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { aPractice, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { authoritiesOf } from './authority-store.ts'
import { credentialsOf, recordCredential } from './credential-store.ts'

let house: House
let practice: MadeUpPractice
beforeAll(async () => {
  house = await houseOnTestDatabase()
  practice = await aPractice(house, { payerReady: calendarDate('2026-05-04') })
})
afterAll(() => house?.close())

const as = <T>(practiceId: string, deed: Parameters<typeof asPractice<T>>[2]) =>
  asPractice(house.database.portal, { user: null, now: house.world.clock.now(), practice: practiceId }, deed)

test('a clinician’s licences and credentials come with their periods', async () => {
  const { practiceId, clinicianId } = practice
  expect(await as(practiceId, (tx) => authoritiesOf(tx, practiceId, clinicianId))).toEqual([
    expect.objectContaining({ state: 'NY', kind: 'license', during: { from: '2020-01-01', until: '2036-01-01' } }),
  ])
  expect(await as(practiceId, (tx) => credentialsOf(tx, practiceId, clinicianId))).toEqual([
    expect.objectContaining({ networkId: practice.networkId, status: 'active', payerReady: '2026-05-04' }),
  ])
})

test('another practice sees none of them', async () => {
  const { practiceId } = await aPractice(house)
  expect(await as(practiceId, (tx) => authoritiesOf(tx, practice.practiceId, practice.clinicianId))).toEqual([])
  expect(await as(practiceId, (tx) => credentialsOf(tx, practice.practiceId, practice.clinicianId))).toEqual([])
})

const credential = () => ({
  practiceId: practice.practiceId,
  id: house.world.ids.next(),
  memberId: practice.clinicianId,
  networkId: 'another',
  state: 'NY',
  via: 'direct' as const,
  status: 'active' as const,
  during: { from: calendarDate('2026-01-01'), until: null },
  payerReady: null,
  at: house.world.clock.now(),
  by: 'test',
})

test('a practice cannot credential its own clinicians; the operator can', async () => {
  await expect(as(practice.practiceId, (tx) => recordCredential(tx, credential()))).rejects.toThrow(/permission denied/)
  await house.as((tx) => recordCredential(tx, credential()))
})

test('an active credential has a period', async () => {
  await expect(house.as((tx) => recordCredential(tx, { ...credential(), during: null }))).rejects.toThrow(
    /check constraint/,
  )
})

test('the day from which the payer takes claims may be named later, by the operator, and nothing else changes', async () => {
  const { id, ...rest } = credential()
  await house.as((tx) => recordCredential(tx, { ...rest, id }))
  const name = (deed: Parameters<typeof house.as>[0]) => house.as(deed)
  await name((tx) =>
    tx
      .updateTable('credentialing.credential')
      .set({ payer_ready: calendarDate('2026-06-01') })
      .where('id', '=', id)
      .execute(),
  )
  const known = await house.as((tx) => credentialsOf(tx, practice.practiceId, practice.clinicianId))
  expect(known.find((one) => one.id === id)?.payerReady).toBe('2026-06-01')
  await expect(
    name((tx) => tx.updateTable('credentialing.credential').set({ status: 'active' }).execute()),
  ).rejects.toThrow(/permission denied/)
})
