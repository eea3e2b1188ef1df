import changes from './data/county-changes.json' with { type: 'json' }

const later = new Map(changes.counties.map((county) => [county.code, county]))

/**
 * A county as service areas and ZIP codes list it, which is by the codes of 2010: itself, or, where its code came later, the
 * former counties that it lies in. Connecticut's planning regions (since 2022) lie in several (data/county-changes.json).
 */
export function countiesAsListed(fips: string): readonly string[] {
  return later.get(fips)?.former ?? [fips]
}

/** The name of a county whose code came later; null for any other. */
export function laterCountyName(fips: string): string | null {
  return later.get(fips)?.name ?? null
}
