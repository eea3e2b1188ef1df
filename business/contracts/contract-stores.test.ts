import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { entity, payer } from '../../server/story-network.ts'
import { contractInForce, type NewRate, ratesInForce, recordContract, recordRate } from './contract-store.ts'
import { paySchedules } from './pay-schedule-store.ts'
import { planInForce, recordPlan } from './plan-store.ts'

let house: House
beforeAll(async () => {
  house = await houseOnTestDatabase()
})
afterAll(() => house?.close())

const day = (text: string): CalendarDate => calendarDate(text)
const during = (from: string, until: string | null) => ({ from: day(from), until: until === null ? null : day(until) })

let contracts = 0
async function aContract(wanted: { network?: string; from?: string; until?: string | null; state?: string } = {}) {
  contracts += 1
  const id = `contract-${contracts}`
  await house.as((tx) =>
    recordContract(tx, {
      id,
      payerId: payer.id,
      networkId: wanted.network ?? `network-${contracts}`,
      state: wanted.state ?? 'NY',
      billingEntityId: entity.id,
      during: during(wanted.from ?? '2026-01-01', wanted.until ?? null),
      noticeDays: 90,
      source: 'test',
    }),
  )
  return id
}

const rate = (contractId: string, amount: number, over: Partial<NewRate> = {}): NewRate => ({
  contractId,
  licenceFamily: 'social_work',
  code: '90837',
  modifiers: [],
  during: during('2026-01-01', null),
  cents: cents(amount),
  source: 'test',
  ...over,
})

test('a date of service finds the one contract of its network and state, or none', async () => {
  const first = await aContract({ network: 'n', from: '2025-01-01', until: '2026-01-01' })
  const second = await aContract({ network: 'n', from: '2026-01-01' })
  const on = async (text: string, state = 'NY') =>
    (await house.as((tx) => contractInForce(tx, 'n', state, day(text))))?.id ?? null
  expect([
    await on('2024-12-31'),
    await on('2025-12-31'),
    await on('2026-01-01'),
    await on('2026-01-01', 'NJ'),
  ]).toEqual([null, first, second, null])
})

test('two contracts of one network and state never overlap', async () => {
  await aContract({ network: 'overlap', from: '2026-01-01', until: '2026-07-01' })
  await expect(aContract({ network: 'overlap', from: '2026-06-30' })).rejects.toThrow(/exclusion constraint/)
  await aContract({ network: 'overlap', from: '2026-06-30', state: 'NJ' })
})

test('a changed rate takes effect on its day, and the old one stays for what was before', async () => {
  const contract = await aContract()
  await house.as(async (tx) => {
    await recordRate(tx, 'contracts.payer_rate', rate(contract, 15000, { during: during('2026-01-01', '2026-07-01') }))
    await recordRate(tx, 'contracts.payer_rate', rate(contract, 15500, { during: during('2026-07-01', null) }))
    await recordRate(tx, 'contracts.provider_rate', rate(contract, 11800))
  })
  const on = async (text: string) => {
    const { payer, provider } = await house.as((tx) => ratesInForce(tx, contract, 'social_work', day(text)))
    return [payer.map((one) => one.cents), provider.map((one) => one.cents)]
  }
  expect(await on('2025-12-31')).toEqual([[], []])
  expect(await on('2026-06-30')).toEqual([[15000], [11800]])
  expect(await on('2026-07-01')).toEqual([[15500], [11800]])
})

test('two rates of one key never overlap; another family, code or modifier is another key', async () => {
  const contract = await aContract()
  const record = (one: NewRate) => house.as((tx) => recordRate(tx, 'contracts.payer_rate', one))
  await record(rate(contract, 15000))
  await expect(record(rate(contract, 15100, { during: during('2026-03-01', '2026-04-01') }))).rejects.toThrow(
    /exclusion constraint/,
  )
  await record(rate(contract, 15200, { licenceFamily: 'psychologist' }))
  await record(rate(contract, 15300, { code: '90834' }))
  await record(rate(contract, 15400, { modifiers: ['U2', 'U1'] }))
  // The order in which modifiers are written is no difference.
  await expect(record(rate(contract, 15500, { modifiers: ['U1', 'U2'] }))).rejects.toThrow(/duplicate key/)
})

test('a rate is never negative', async () => {
  const contract = await aContract()
  await expect(house.as((tx) => recordRate(tx, 'contracts.payer_rate', rate(contract, -1)))).rejects.toThrow(
    /check constraint/,
  )
})

test('no practice may change what was agreed', async () => {
  const { portal, operations } = house.database
  for (const db of [portal, operations]) {
    await expect(db.updateTable('contracts.payer_rate').set({ cents: 1 }).execute()).rejects.toThrow(
      /permission denied/,
    )
    await expect(db.deleteFrom('contracts.payer_rate').execute()).rejects.toThrow(/permission denied/)
  }
  const stolen = rate('contract-1', 99999, { code: '99999' })
  await expect(recordRate(portal, 'contracts.provider_rate', stolen)).rejects.toThrow(/permission denied/)
})

test('a plan is known in its period, with the states in which it is accepted', async () => {
  const plan = { name: 'A plan', payerId: payer.id, networkId: 'n', isBlue: false, blueCard: false, source: 'test' }
  await house.as(async (tx) => {
    await recordPlan(tx, {
      ...plan,
      id: 'some',
      acceptedStates: ['NY', 'NJ'],
      during: during('2026-01-01', '2027-01-01'),
    })
    await recordPlan(tx, { ...plan, id: 'all', acceptedStates: 'all', during: during('2026-01-01', null) })
  })
  const states = async (id: string, on: string) =>
    (await house.as((tx) => planInForce(tx, id, day(on))))?.acceptedStates ?? null
  expect(await states('some', '2026-12-31')).toEqual(['NY', 'NJ'])
  expect(await states('some', '2027-01-01')).toBeNull()
  expect(await states('all', '2027-01-01')).toBe('all')
})

test('the pay schedule that comes with the product is there, once, however often it is brought in', async () => {
  const schedules = await house.as((tx) => paySchedules(tx))
  expect(schedules.map(({ from, until, schedule }) => [from, until, schedule.kind])).toEqual([
    ['2020-01-01', null, 'semi_monthly'],
  ])
})
