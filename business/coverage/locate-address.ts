import { countiesAsListed } from './counties-as-listed.ts'
import { type County, countiesOfZip } from './counties-of-zip.ts'
import type { ClientLocation, Plan } from './facts.ts'
import type { ServiceAreas } from './service-areas.ts'

/** A place as it is recorded: its county only where somebody said it, or where its ZIP code lies in one. */
export type RecordedPlace = {
  state: string
  zip: string | null
  countyFips: string | null
  servedBy: string | null
  address: string | null
}

type PlanOfCounty = Pick<Plan, 'network' | 'isBlue'>

/**
 * A recorded place as the billing decision takes it, its county by the list of 2010 that service areas go by: Connecticut's
 * planning regions become the former county that the ZIP code says. A county that nobody recorded comes from the ZIP code:
 * the only one that it lies in, or, where it lies in several and the same Blues serve each of them, the first of these, for any other
 * would decide the same. Where they differ it stays unknown, and the decision asks if it matters.
 */
export function locateAddress(place: RecordedPlace, plan: PlanOfCounty, areas: ServiceAreas): ClientLocation {
  const { state, address } = place
  const countyFips = countyOf(place, plan, areas)
  const isShared = countyFips !== null && place.servedBy !== null
  const servedBy = isShared && areas.holdersInPart(countyFips).includes(place.servedBy ?? '') ? place.servedBy : null
  return { state, countyFips, servedBy, address }
}

/** The counties to choose from when a new place is recorded; none where the ZIP code says enough for this plan. */
export function countiesToAsk(
  { state, zip }: Pick<RecordedPlace, 'state' | 'zip'>,
  plan: PlanOfCounty,
  areas: ServiceAreas,
): County[] {
  const place = { state, zip, countyFips: null, servedBy: null, address: null }
  const located = locateAddress(place, plan, areas)
  if (!plan.isBlue || located.countyFips !== null || areas.localBluesAt(located).length < 2) return []
  return countiesOfZip(zip, state).filter(({ fips }) => areas.isCountyOf(state, fips))
}

/** The county in which a ZIP code lies, where it is only one: what a new place is recorded with. */
export function onlyCountyOf({ state, zip }: Pick<RecordedPlace, 'state' | 'zip'>): string | null {
  const counties = countiesOfZip(zip, state)
  return counties.length === 1 ? (counties[0]?.fips ?? null) : null
}

function countyOf(place: RecordedPlace, plan: PlanOfCounty, areas: ServiceAreas): string | null {
  const { state } = place
  const [first, ...others] = possibleCounties(place, areas).map((fips) => {
    return { fips, blues: bluesFor(plan, state, fips, areas) }
  })
  if (first === undefined || !others.every(({ blues }) => blues === first.blues)) return null
  return others.length > 0 && areas.holdersInPart(first.fips).length > 0 ? null : first.fips
}

/** Those that somebody said, which is one, or several where its code is newer than the lists; else those of the ZIP code. */
function possibleCounties({ state, zip, countyFips }: RecordedPlace, areas: ServiceAreas): readonly string[] {
  const isCounty = (fips: string) => areas.isCountyOf(state, fips)
  const said = countyFips === null ? [] : countiesAsListed(countyFips).filter(isCounty)
  if (said.length === 1) return said
  const byZip = countiesOfZip(zip, state)
    .map(({ fips }) => fips)
    .filter(isCounty)
  const both = said.filter((fips) => byZip.includes(fips))
  if (both.length > 0) return both
  return said.length > 0 ? said : byZip
}

/** What a county means to a plan: its home, or the Blues that serve it; for a plan that is not Blue all are alike. */
function bluesFor({ network, isBlue }: PlanOfCounty, state: string, countyFips: string, areas: ServiceAreas): string {
  if (!isBlue) return 'any'
  const worlds = areas.localBluesAt({ state, countyFips, servedBy: null, address: null })
  return worlds.map((blues) => (blues.includes(network) ? 'home' : blues.join(' '))).join('; ')
}
