import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countiesOfState, countiesOfZip, countyName, isListedCounty } from './counties-of-zip.ts'
import countyChanges from './data/county-changes.json' with { type: 'json' }
import zipCounties from './data/zip-counties.json' with { type: 'json' }
import { countiesToAsk, locateAddress, onlyCountyOf } from './locate-address.ts'
import { builtInAreas, builtInEdition, serviceAreasFrom, stateCodes } from './service-areas.ts'

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
  ['Guam is one county', 'GU', '96913', blue('bcbs-ma'), null, null, '66010', null],
  ['so is each island that has a ZIP code', 'VI', '00802', blue('bcbs-ma'), null, null, '78030', null],
  ['Saipan', 'MP', '96950', blue('bcbs-ma'), null, null, '69110', null],
  ['Hartford lies in its former county', 'CT', '06103', blue('bcbs-ma'), null, null, '09003', null],
  ['its planning region is read as that county', 'CT', '06103', blue('bcbs-ma'), '09110', null, '09003', null],
  ['a region in one former county needs no ZIP code', 'CT', null, blue('bcbs-ma'), '09120', null, '09001', null],
  ['one in several with the same Blues is any of them', 'CT', null, blue('bcbs-ma'), '09190', null, '09001', null],
  ['a county that was renamed', 'SD', null, blue('bcbs-ma'), '46102', null, '46113', null],
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
  ['a county that is known, though a road divides it', 'VA', '22124', blue('bcbs-ma'), []],
  ['two Blues in the whole state', 'KS', '66013', blue('bcbs-ma'), ['Johnson', 'Miami']],
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

// As if another Blue held what was Fairfield County, and one more what was Hartford County.
const dividedConnecticut = serviceAreasFrom({
  asOf: '2026-11-21',
  licensees: [
    ...builtInEdition.licensees,
    {
      id: 'fairfield',
      name: 'Blue of Fairfield',
      areas: [{ state: 'CT', holds: 'counties', counties: ['09001'] }],
      certainty: 'likely',
      source: 'test',
    },
  ],
})

test.each([
  // Western Connecticut lies in Fairfield and Litchfield, Greater Bridgeport in Fairfield only.
  ['the ZIP code says which former county', '06604', '09190', '09001'],
  ['another ZIP code says the other', '06776', '09190', '09005'],
  ['without it the region leaves it open', null, '09190', null],
  ['a ZIP code outside the region does not decide', '06103', '09190', null],
  ['a region within one county says enough', null, '09120', '09001'],
])('where the Blues of a Connecticut region differ: %s', (_, zip, region, county) => {
  expect(locateAddress(at('CT', zip, region), blue('bcbs-ma'), dividedConnecticut).countyFips).toBe(county)
})

test('every county whose code came later lies in counties of the list, in its own state, and has a name', () => {
  expect(countyChanges.counties.length).toBeGreaterThan(10)
  for (const { code, former } of countyChanges.counties) {
    expect(countyName(code)).not.toBe(code)
    for (const county of former) {
      expect([code, county.slice(0, 2)]).toEqual([code, code.slice(0, 2)])
      expect([code, countyName(county)]).not.toEqual([code, county])
    }
  }
})

test.each([
  ['a former county of Connecticut', '09001', true],
  ['a planning region, whose code came later', '09190', false],
  ['no county at all', '36999', false],
])('areas name counties of the list: %s', (_, county, isListed) => {
  expect(isListedCounty(county)).toBe(isListed)
})

test('every state with ZIP codes lists its counties by name', () => {
  expect(countiesOfState('DE').map(({ name }) => name)).toEqual(['Kent', 'New Castle', 'Sussex'])
  expect(countiesOfState('XX')).toEqual([])
})
