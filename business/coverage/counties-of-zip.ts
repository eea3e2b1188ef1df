import { laterCountyName } from './counties-as-listed.ts'
import zipCounties from './data/zip-counties.json' with { type: 'json' }
import { stateFips } from './service-areas.ts'

export type County = { fips: string; name: string }

const names: Readonly<Record<string, string>> = zipCounties.counties
const areas: Readonly<Record<string, string>> = zipCounties.zips

/**
 * The counties of a state in which a ZIP code lies, by their codes; none where it is not known or lies in another state
 * (HUD-USPS crosswalk; data/zip-counties.json says of when). Nine digits are read as their first five.
 */
export function countiesOfZip(zip: string | null, state: string): County[] {
  if (zip === null || !/^\d{5}/.test(zip)) return []
  const [area, rest] = [zip.slice(0, 3), zip.slice(3, 5)]
  const found = areas[area]?.split(' ').find((each) => each.startsWith(`${rest}:`))
  const fips = found?.slice(3).split(',') ?? []
  return fips
    .filter((one) => one.startsWith(stateFips(state) ?? '-'))
    .map((one) => ({ fips: one, name: countyName(one) }))
}

/** Every county of a state, by name. */
export function countiesOfState(state: string): County[] {
  const fips = stateFips(state) ?? '-'
  const counties = Object.entries(names).filter(([code]) => code.startsWith(fips))
  return counties.map(([code, name]) => ({ fips: code, name })).sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Whether a county is one of the list of 2010, by which service areas name them. */
export function isListedCounty(fips: string): boolean {
  return names[fips] !== undefined
}

/** "Fairfax"; the code itself where no name is known. */
export function countyName(fips: string): string {
  return names[fips] ?? laterCountyName(fips) ?? fips
}
