import builtIn from './data/service-areas.json' with { type: 'json' }
import stateList from './data/states.json' with { type: 'json' }
import type { ClientLocation, State } from './facts.ts'

/** The Blue licensees whose area holds a place, sorted by id; none where no licensee has the state. */
export type LocalBlues = readonly string[]

/** How sure the data is: what is to verify may warn, and never decides. */
export type Certainty = 'certain' | 'likely' | 'to_verify'

type Area = {
  state: State
  holds: 'whole_state' | 'whole_state_except' | 'counties'
  counties?: readonly string[]
  except?: readonly string[]
  inPart?: readonly { county: string; rule: string }[]
}

export type Licensee = {
  id: string
  name: string
  areas: readonly Area[]
  certainty: Certainty
  source: string
  note?: string
}

/** Who holds which counties, as of a day: a whole set, replaced by a later edition and never changed. */
export type AreaEdition = { asOf: string; licensees: readonly Licensee[] }

type StateAreas = {
  /** Some licensee has the whole state, or all but some counties: then a county that no list names is held too. */
  beyondLists: boolean
  byCounty: Map<string, readonly LocalBlues[]>
  elsewhere: readonly LocalBlues[]
  countyUnknown: readonly LocalBlues[]
}

/** What an edition answers about places. */
export type ServiceAreas = {
  asOf: string
  /** Every licensee's id, in the order of ids. */
  licenseeIds: readonly string[]
  /**
   * The possible sets of local Blues at a place (coverage rule 4): one where the area is certain, several where the
   * county is not known or is shared by a road and no person has confirmed who serves the address.
   */
  localBluesAt(location: ClientLocation): readonly LocalBlues[]
  /** The licensees that hold a county only in part, as divided by a road; mostly none. */
  holdersInPart(county: string): readonly string[]
  /** The same, each with the rule that divides the county, in words: what a person looks at who confirms a side. */
  sharesOf(county: string): readonly { id: string; name: string; rule: string }[]
  isLicensee(network: string): boolean
  /** The name on the card, for a licensee; null for any other network. */
  licenseeName(network: string): string | null
  /** Whether a five-digit county code lies in the state and, where the state is covered by county lists only, is in one. */
  isCountyOf(state: State, county: string): boolean
  /** On whose word the areas of some licensees rest, and what of it is not certain. */
  sourceOf(ids: readonly string[]): string
}

const statesByCode = new Map(stateList.states.map((state) => [state.code, state]))
const noLicensee: readonly LocalBlues[] = [[]]

export function serviceAreasFrom({ asOf, licensees }: AreaEdition): ServiceAreas {
  const licenseesById = new Map(licensees.map((licensee) => [licensee.id, licensee]))
  const inPartByCounty = new Map<string, readonly string[]>()
  const areasByState = new Map<State, StateAreas>()
  for (const code of statesByCode.keys()) areasByState.set(code, areasOf(licensees, code, inPartByCounty))

  const holdersInPart = (county: string) => inPartByCounty.get(county) ?? []
  const servedBy = (county: string, licensee: string, choices: readonly LocalBlues[]) => {
    const sharing = holdersInPart(county)
    return choices.filter((blues) => blues.every((blue) => blue === licensee || !sharing.includes(blue)))
  }
  return {
    asOf,
    licenseeIds: [...licenseesById.keys()].sort(),
    localBluesAt(location) {
      const areas = areasByState.get(location.state)
      if (areas === undefined) return noLicensee
      if (location.countyFips === null) return areas.countyUnknown
      const choices = areas.byCounty.get(location.countyFips) ?? areas.elsewhere
      return location.servedBy === null ? choices : servedBy(location.countyFips, location.servedBy, choices)
    },
    holdersInPart,
    sharesOf: (county) =>
      licensees.flatMap(({ id, name, areas }) =>
        areas.flatMap(({ inPart = [] }) =>
          inPart.filter((part) => part.county === county).map(({ rule }) => ({ id, name, rule })),
        ),
      ),
    isLicensee: (network) => licenseesById.has(network),
    licenseeName: (network) => licenseesById.get(network)?.name ?? null,
    isCountyOf(state, county) {
      const areas = areasByState.get(state)
      if (areas === undefined || !/^\d{5}$/.test(county)) return false
      if (statesByCode.get(state)?.fips !== county.slice(0, 2)) return false
      return areas.beyondLists || areas.byCounty.size === 0 || areas.byCounty.has(county)
    },
    sourceOf(ids) {
      const areas = [...new Set(ids)].sort().map((id) => {
        const licensee = licenseesById.get(id)
        return `${id} (${licensee?.certainty ?? 'unknown'}): ${licensee?.source ?? 'unknown'}`
      })
      return [`Service areas as of ${asOf}`, ...areas].join('; ')
    },
  }
}

/** The edition that comes with the product; the database holds it too, with those before it. */
export const builtInEdition = builtIn as AreaEdition
export const builtInAreas = serviceAreasFrom(builtInEdition)

/** The name on the card, for a licensee; any other network's id, written as a name. */
export function networkName(network: string): string {
  return builtInAreas.licenseeName(network) ?? network.split('-').map(capital).join(' ')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Every state, district and territory by its two letters, in the order of their names. */
export function stateCodes(): string[] {
  return [...statesByCode.values()].sort((one, other) => (one.name < other.name ? -1 : 1)).map(({ code }) => code)
}

/** The two digits with which the codes of a state's counties begin; null where there is no such state. */
export function stateFips(code: State): string | null {
  return statesByCode.get(code)?.fips ?? null
}

export function isState(code: string): boolean {
  return statesByCode.has(code)
}

export function stateName(code: State): string {
  return statesByCode.get(code)?.name ?? code
}

function areasOf(
  licensees: readonly Licensee[],
  state: State,
  inPartByCounty: Map<string, readonly string[]>,
): StateAreas {
  const held = licensees.flatMap(({ id, areas }) =>
    areas.filter((area) => area.state === state).map((area) => ({ id, area })),
  )
  const counties = new Set(held.flatMap(({ area }) => namedCounties(area)))
  const elsewhere = distinct([held.filter(({ area }) => area.holds !== 'counties').map(({ id }) => id)])
  const beyondLists = elsewhere.some((blues) => blues.length > 0)

  const byCounty = new Map<string, readonly LocalBlues[]>()
  for (const county of counties) {
    const whole = held.filter(({ area }) => holdsWholly(area, county)).map(({ id }) => id)
    const inPart = held.filter(({ area }) => holdsInPart(area, county)).map(({ id }) => id)
    if (inPart.length > 0) inPartByCounty.set(county, inPart)
    byCounty.set(county, distinct(inPart.length === 0 ? [whole] : inPart.map((id) => [...whole, id])))
  }
  const listed = [...byCounty.values()].flat()
  const countyUnknown = distinct(beyondLists || listed.length === 0 ? [...listed, ...elsewhere] : listed)
  return { beyondLists, byCounty, elsewhere, countyUnknown }
}

function namedCounties(area: Area): readonly string[] {
  return [...(area.counties ?? []), ...(area.except ?? []), ...(area.inPart ?? []).map(({ county }) => county)]
}

function holdsInPart(area: Area, county: string): boolean {
  return (area.inPart ?? []).some((shared) => shared.county === county)
}

function holdsWholly(area: Area, county: string): boolean {
  if (holdsInPart(area, county)) return false
  if (area.holds === 'counties') return (area.counties ?? []).includes(county)
  return !(area.except ?? []).includes(county)
}

function distinct(choices: readonly (readonly string[])[]): readonly LocalBlues[] {
  const byKey = new Map(choices.map((blues) => [[...blues].sort().join(' '), [...blues].sort()]))
  return [...byKey.keys()].sort().map((key) => byKey.get(key) ?? [])
}
