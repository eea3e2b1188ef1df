import { expect, test } from 'vitest'
import serviceAreas from './data/service-areas.json' with { type: 'json' }
import stateList from './data/states.json' with { type: 'json' }
import { builtInAreas, stateCodes, stateFips, stateName } from './service-areas.ts'

const at = (state: string, countyFips: string | null, servedBy: string | null = null) =>
  builtInAreas.localBluesAt({ state, countyFips, servedBy, address: null }).map((blues) => blues.join(' '))

// Places with the Blues that serve them, as published by the licensees (data/service-areas.json names the sources).
test.each([
  ['New York City', 'NY', '36061', ['anthem-ny']],
  ['Plattsburgh', 'NY', '36019', ['anthem-ny excellus highmark-neny']],
  ['Albany', 'NY', '36001', ['anthem-ny highmark-neny']],
  ['Syracuse', 'NY', '36067', ['excellus']],
  ['Buffalo', 'NY', '36029', ['highmark-wny']],
  ['Philadelphia', 'PA', '42101', ['ibx']],
  ['State College', 'PA', '42027', ['capital highmark-bs-central-pa highmark-pa-west']],
  ['Scranton', 'PA', '42069', ['highmark-nepa']],
  ['Kansas City, Missouri', 'MO', '29095', ['blue-kc']],
  ['Kansas City, Kansas', 'KS', '20209', ['blue-kc']],
  ['Wichita', 'KS', '20173', ['bcbs-ks']],
  ['Saint Louis', 'MO', '29510', ['anthem-mo']],
  ['Vancouver, Washington', 'WA', '53011', ['regence-or']],
  ['Spokane', 'WA', '53063', ['premera-wa']],
  ['Seattle', 'WA', '53033', ['premera-wa regence-wa']],
  ['Arlington', 'VA', '51013', ['carefirst']],
  ['Fairfax County, which a road divides', 'VA', '51059', ['anthem-va', 'carefirst']],
  ['Richmond', 'VA', '51760', ['anthem-va']],
  ['Marietta, Ohio', 'OH', '39167', ['anthem-oh highmark-wv']],
  ['Columbus, Ohio', 'OH', '39049', ['anthem-oh']],
  ['Los Angeles', 'CA', '06037', ['anthem-ca bsca']],
  ['Boise', 'ID', '16001', ['bc-id regence-id']],
  ['San Juan', 'PR', '72127', ['triple-s']],
  ['Guam', 'GU', '66010', ['']],
] as const)('%s', (_, state, county, blues) => {
  expect(at(state, county)).toEqual(blues)
})

test('a divided county is served by the side that a person confirmed', () => {
  expect(at('VA', '51059', 'carefirst')).toEqual(['carefirst'])
  expect(at('VA', '51153', 'anthem-va')).toEqual(['anthem-va'])
})

test('with the county unknown every possible set of local Blues is looked at', () => {
  expect(at('OH', null)).toEqual(['anthem-oh', 'anthem-oh highmark-wv'])
  expect(at('VA', null)).toEqual(['anthem-va', 'carefirst'])
  expect(at('MO', null)).toEqual(['anthem-mo', 'blue-kc'])
  expect(at('TX', null)).toEqual(['bcbs-tx'])
  expect(at('AS', null)).toEqual([''])
  expect(at('NY', null)).toEqual([
    'anthem-ny',
    'anthem-ny excellus',
    'anthem-ny excellus highmark-neny',
    'anthem-ny highmark-neny',
    'excellus',
    'highmark-wny',
  ])
})

test('the county lists close: every county of the states that are covered by lists has a Blue', () => {
  const counted = (fips: string) =>
    Object.keys(serviceAreas.countyNames).filter((county) => county.startsWith(fips)).length
  expect([counted('36'), counted('42'), counted('29'), counted('20'), counted('53')]).toEqual([62, 67, 115, 105, 39])
})

test('every state and district has a Blue; of the territories only Puerto Rico and the Virgin Islands', () => {
  const without = stateList.states.map(({ code }) => code).filter((code) => at(code, null).includes(''))
  expect(without).toEqual(['AS', 'GU', 'MP'])
  expect(serviceAreas.licensees).toHaveLength(62)
})

test('a county belongs to its state, and to a list where the state is covered by lists only', () => {
  expect(builtInAreas.isCountyOf('CA', '06037')).toBe(true)
  expect(builtInAreas.isCountyOf('CA', '36061')).toBe(false)
  expect(builtInAreas.isCountyOf('CA', '6037')).toBe(false)
  expect(builtInAreas.isCountyOf('CA', '0603')).toBe(false)
  expect(builtInAreas.isCountyOf('CA', '0603x')).toBe(false)
  expect(builtInAreas.isCountyOf('CT', '09110')).toBe(true)
  expect(builtInAreas.isCountyOf('NY', '36002')).toBe(false)
  expect(builtInAreas.isCountyOf('GU', '66010')).toBe(true)
  expect(builtInAreas.isCountyOf('outside_us', '06037')).toBe(false)
})

test('states are listed in the order of their names', () => {
  const names = stateCodes().map(stateName)
  expect(names).toEqual([...names].sort())
  expect([names[0], names.length]).toEqual(['Alabama', 56])
})

test('who shares a county is named with the rule that divides it, and nobody where it is whole', () => {
  const shares = builtInAreas.sharesOf('51153')
  expect(shares.map(({ id }) => id).sort()).toEqual(['anthem-va', 'carefirst'])
  expect(shares.find(({ id }) => id === 'carefirst')).toMatchObject({
    name: expect.stringContaining('CareFirst'),
    rule: 'only the part lying east of State Route 123',
  })
  expect(builtInAreas.sharesOf('36061')).toEqual([])
})

test('a state is found by the digits of its counties, and no other is', () => {
  expect([stateFips('NY'), stateFips('VA'), stateFips('XX')]).toEqual(['36', '51', null])
})
