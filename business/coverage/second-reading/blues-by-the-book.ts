import data from '../data/service-areas.json' with { type: 'json' }
import type { ClientLocation, State } from '../facts.ts'

/** The licensees whose area holds the place where the client may be: one world of rule 4. */
export type World = ReadonlySet<string>

type Split = { county: string; rule: string }
type Area = { state: State; holds: string; counties?: string[]; except?: string[]; inPart?: Split[] }

/** "A county no list names": no list holds it, and no exception leaves it out. */
const unnamed = 'a county no list names'

const held: { licensee: string; area: Area }[] = data.licensees.flatMap((licensee) =>
  licensee.areas.map((area: Area) => ({ licensee: licensee.id, area })),
)

export const licensees: ReadonlySet<string> = new Set(held.map(({ licensee }) => licensee))

/** Rule 4: the worlds of a place, for a Blue plan. */
export function worldsOf(place: ClientLocation): World[] {
  const here = held.filter(({ area }) => area.state === place.state)
  // "A state with no licensee has one world with L empty."
  if (here.length === 0) return [new Set()]
  // "County unknown: every county of the state, and, where a licensee has the whole state (or all but some), also …"
  const counties =
    place.countyFips !== null
      ? [place.countyFips]
      : [
          ...new Set(here.flatMap(({ area }) => named(area))),
          ...(here.some(({ area }) => area.holds !== 'counties') ? [unnamed] : []),
        ]
  return counties.flatMap((county) => {
    const whole = here.filter(({ area }) => holdsWhole(area, county)).map(({ licensee }) => licensee)
    const inPart = here.filter(({ area }) => splits(area).includes(county)).map(({ licensee }) => licensee)
    // "Where it is split, exactly one of those that hold it in part serves the place, servedBy if set; each choice is a world."
    const choices = place.countyFips !== null && place.servedBy !== null ? [place.servedBy] : inPart
    return inPart.length === 0 ? [new Set(whole)] : choices.map((one) => new Set([...whole, one]))
  })
}

function splits(area: Area): string[] {
  return (area.inPart ?? []).map((part) => part.county)
}

function named(area: Area): string[] {
  return [...(area.counties ?? []), ...(area.except ?? []), ...splits(area)]
}

function holdsWhole(area: Area, county: string): boolean {
  return area.holds === 'counties'
    ? (area.counties ?? []).includes(county)
    : !(area.except ?? []).includes(county) && !splits(area).includes(county)
}
