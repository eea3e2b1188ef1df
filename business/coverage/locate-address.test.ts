import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countiesOfState, countiesOfZip } from './counties-of-zip.ts'
import zipCounties from './data/zip-counties.json' with { type: 'json' }
import { countiesToAsk, locateAddress, onlyCountyOf } from './locate-address.ts'
import { builtInAreas, stateCodes } from './service-areas.ts'

const at = (state: string, zip: string | null, countyFips: string | null = null, servedBy: string | null = null) => ({
  state,
  zip,
  countyFips,
  servedBy,
  address: '1 Example Street',
})
const blue = (network: string) => ({ network, isBlue: true })
const aetna = { network: 'aetna', isBlue: false }

test.each([
  // place                                     state ZIP          plan                recorded         county, served by
  ['Queens lies in one county', 'NY', '11375', blue('anthem-ny'), null, null, '36081', null],
  ['nine digits are read as five', 'NY', '113750001', blue('anthem-ny'), null, null, '36081', null],
  ['what somebody said goes before the ZIP code', 'NY', '11375', blue('anthem-ny'), '36061', null, '36061', null],
  ['Amsterdam, NY: four counties, two sets of Blues', 'NY', '12010', blue('bcbs-ma'), null, null, null, null],
  ['the same, and the plan is at home in each of them', 'NY', '12010', blue('anthem-ny'), null, null, '36035', null],
  ['Fairfax: a city beside a county that a road divides', 'VA', '22030', blue('bcbs-ma'), null, null, null, null],
  ['the divided county, and nobody said who serves', 'VA', '22124', blue('bcbs-ma'), null, null, '51059', null],
  [
    'the divided county, as a person confirmed',
    'VA',
    '22124',
    blue('bcbs-ma'),
    null,
    'carefirst',
    '51059',
    'carefirst',
  ],
  ['who serves counts only where Blues share', 'NY', '11375', blue('bcbs-ma'), null, 'carefirst', '36081', null],
  ['a ZIP code of another state says nothing', 'NY', '90210', blue('bcbs-ma'), null, null, null, null],
  ['a ZIP code that nobody knows says nothing', 'NY', '00000', blue('bcbs-ma'), null, null, null, null],
  ['no ZIP code says nothing', 'NY', null, blue('bcbs-ma'), null, null, null, null],
  ['a county of another state is no county here', 'NY', '11375', blue('bcbs-ma'), '06037', null, '36081', null],
] as const)('%s', (_, state, zip, plan, recorded, servedBy, county, served) => {
  const located = locateAddress(at(state, zip, recorded, servedBy), plan, builtInAreas)
  expect(located).toEqual({ state, countyFips: county, servedBy: served, address: '1 Example Street' })
})

test.each([
  ['a plan that is not Blue', 'NY', '12010', aetna, []],
  ['a ZIP code in one county', 'NY', '11375', blue('bcbs-ma'), []],
  ['counties with the same Blues', 'CA', '90210', blue('bcbs-ma'), []],
  ['a plan that is at home in all of them', 'NY', '12010', blue('anthem-ny'), []],
  ['counties with other Blues', 'NY', '12010', blue('bcbs-ma'), ['Fulton', 'Montgomery', 'Saratoga', 'Schenectady']],
] as const)('a county is asked for only where it matters: %s', (_, state, zip, plan, names) => {
  expect(countiesToAsk({ state, zip }, plan, builtInAreas).map(({ name }) => name)).toEqual(names)
})

const zips = Object.entries(zipCounties.zips).flatMap(([area, those]) =>
  those.split(' ').map((each) => area + each.slice(0, 2)),
)
const states = stateCodes()

test('every ZIP code lies in counties that have a name, and in one state', () => {
  const lines = Object.values(zipCounties.zips).flatMap((those) => those.split(' '))
  const lists = lines.map((line) => line.slice(3).split(','))
  expect(lists.length).toBeGreaterThan(39_000)
  expect(lists.filter((fips) => fips.length > 1).length).toBeGreaterThan(11_000)
  const names = new Set(Object.keys(zipCounties.counties))
  expect(lists.flat().filter((fips) => !names.has(fips))).toEqual([])
  expect(lists.filter((fips) => new Set(fips.map((one) => one.slice(0, 2))).size !== 1)).toEqual([])
})

test('a county is filled in only where the ZIP code lies in one, and asked for only among its own', () => {
  const anyZip = fc.constantFrom(...zips)
  const anyState = fc.constantFrom(...states)
  const network = fc.constantFrom(...builtInAreas.licenseeIds)
  fc.assert(
    fc.property(anyZip, anyState, network, (zip, state, id) => {
      const counties = countiesOfZip(zip, state).map(({ fips }) => fips)
      expect(onlyCountyOf({ state, zip })).toBe(counties.length === 1 ? counties[0] : null)
      const located = locateAddress(at(state, zip), blue(id), builtInAreas)
      if (located.countyFips !== null) expect(counties).toContain(located.countyFips)
      const asked = countiesToAsk({ state, zip }, blue(id), builtInAreas).map(({ fips }) => fips)
      for (const fips of asked) expect(counties).toContain(fips)
      if (asked.length > 0) expect(located.countyFips).toBeNull()
    }),
    { numRuns: 1500 },
  )
})

test('every state with ZIP codes lists its counties by name', () => {
  expect(countiesOfState('DE').map(({ name }) => name)).toEqual(['Kent', 'New Castle', 'Sussex'])
  expect(countiesOfState('XX')).toEqual([])
})
