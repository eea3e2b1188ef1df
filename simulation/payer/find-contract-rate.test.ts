import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { type ContractRate, findContractRate, overlappingRates, type ServiceToPrice } from './find-contract-rate.ts'

const rate = (over: Partial<ContractRate> = {}): ContractRate => ({
  billingTin: '131234567',
  code: '90837',
  modifiers: [],
  from: calendarDate('2026-01-01'),
  until: calendarDate('2027-01-01'),
  cents: 15_000,
  ...over,
})
const service = (over: Partial<ServiceToPrice> = {}): ServiceToPrice => ({
  billingTin: '131234567',
  network: null,
  state: 'NY',
  taxonomy: '1041C0700X',
  code: '90837',
  modifiers: [],
  servedOn: calendarDate('2026-04-08'),
  ...over,
})

test.each([
  { says: 'the rate of the billing entity and code', with: {}, for: {}, cents: 15_000 },
  { says: 'no rate for another billing entity', with: {}, for: { billingTin: '999999999' }, cents: null },
  { says: 'no rate for another code', with: {}, for: { code: '90834' }, cents: null },
  { says: 'a telehealth service at the plain rate', with: {}, for: { modifiers: ['95'] }, cents: 15_000 },
  { says: 'no plain rate for a modifier that selects one', with: {}, for: { modifiers: ['HO'] }, cents: null },
  {
    says: 'modifiers in any order',
    with: { modifiers: ['HO', '95'] },
    for: { modifiers: ['95', 'HO'] },
    cents: 15_000,
  },
  { says: 'a rate of the client’s state only there', with: { state: 'NJ' }, for: {}, cents: null },
  { says: 'a rate of a licence family only for it', with: { taxonomies: ['2084P0800X'] }, for: {}, cents: null },
  { says: 'a rate of a network only for it', with: { network: 'OPEN' }, for: { network: 'OPEN' }, cents: 15_000 },
  { says: 'no rate before the first day', with: {}, for: { servedOn: calendarDate('2025-12-31') }, cents: null },
  { says: 'no rate on the day the period ends', with: {}, for: { servedOn: calendarDate('2027-01-01') }, cents: null },
])('the contract gives $says', ({ with: over, for: asked, cents }) => {
  expect(findContractRate([rate(over)], service(asked))).toBe(cents)
})

test('an exact set of modifiers goes before the plain rate', () => {
  expect(findContractRate([rate(), rate({ modifiers: ['95'], cents: 14_000 })], service({ modifiers: ['95'] }))).toBe(
    14_000,
  )
})

test('two rates that could price one service are named, and neither is guessed', () => {
  const general = rate()
  const local = rate({ state: 'NY', cents: 16_000 })
  expect(overlappingRates([general, local])).toEqual([[general, local]])
  expect(findContractRate([general, local], service())).toBeNull()
  expect(overlappingRates([rate({ state: 'NJ' }), local])).toEqual([])
  expect(overlappingRates([general, rate({ from: calendarDate('2027-01-01'), until: null })])).toEqual([])
})
