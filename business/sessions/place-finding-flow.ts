import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import {
  actForPerson,
  locationFindingsOf,
  locationsOf,
  ownClient,
  policyInForce,
  recordLocationFinding,
} from '../clients/index.ts'
import { planInForce } from '../contracts/index.ts'
import { type County, countiesOfState, countiesOfZip, countyName } from '../coverage/counties-of-zip.ts'
import { serviceAreasOn } from '../coverage/index.ts'
import { countiesToAsk } from '../coverage/locate-address.ts'
import { type ServiceAreas, stateName } from '../coverage/service-areas.ts'
import {
  membersOf,
  practiceLocationFindings,
  practiceLocations,
  recordPracticeLocationFinding,
} from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'

/** A place of a client (`personId`), or of the practice itself. */
export type PlaceAsked = { locationId: string; personId: string | null }

export type CountyChoice = County & { shares: { id: string; name: string; rule: string }[] }

/** What is known of a place's county, and what a person may still say about it. */
export type PlaceCounty = {
  locationId: string
  label: string
  state: string
  stateName: string
  countyFips: string | null
  servedBy: string | null
  counties: CountyChoice[]
  findings: { countyName: string; servedBy: string | null; source: string; at: Instant; by: string }[]
}

type Known = { label: string; state: string; zip: string | null; countyFips: string | null; servedBy: string | null }
type Finding = { countyFips: string; servedBy: string | null; source: string; at: Instant; by: string }

/** The counties in which a place may lie, who shares each of them, and what was found out so far. */
export async function placeCounty(db: Db, world: World, who: Who, asked: PlaceAsked): Promise<PlaceCounty> {
  const today = dateIn(world.clock.now(), world.zone)
  const { areas } = await serviceAreasOn(db, today)
  const { place, findings } = await placeOf(db, who, asked, today)
  const names = new Map((await membersOf(db, who.practiceId)).map(({ userId, name }) => [userId, name]))
  return {
    locationId: asked.locationId,
    label: place.label,
    state: place.state,
    stateName: stateName(place.state),
    countyFips: place.countyFips,
    servedBy: place.servedBy,
    counties: choicesOf(place, areas),
    findings: findings.map(({ countyFips, servedBy, source, at, by }) => ({
      countyName: countyName(countyFips),
      servedBy: servedBy === null ? null : (areas.licenseeName(servedBy) ?? servedBy),
      source,
      at,
      by: names.get(by) ?? 'The operator',
    })),
  }
}

/** A person says in which county a place lies, and who serves the address where Blues share that county. */
export async function recordPlaceFinding(
  db: Db,
  world: World,
  who: Who,
  { locationId, personId, ...said }: PlaceAsked & { countyFips: string; servedBy: string | null; source: string },
): Promise<{ id: string }> {
  const at = world.clock.now()
  const today = dateIn(at, world.zone)
  const { areas } = await serviceAreasOn(db, today)
  const { place } = await placeOf(db, who, { locationId, personId }, today)
  const choice = choicesOf(place, areas).find(({ fips }) => fips === said.countyFips)
  if (choice === undefined) throw notThere()
  if (said.servedBy !== null && !choice.shares.some(({ id }) => id === said.servedBy)) throw notShared()
  const id = world.ids.next()
  const finding = { ...said, locationId, id, at, by: who.userId }
  if (personId === null) await recordPracticeLocationFinding(db, { ...finding, practiceId: who.practiceId })
  else await actForPerson(db, personId, () => recordLocationFinding(db, personId, finding))
  return { id }
}

/** The counties to choose from for a new address of a client; none where its ZIP code says enough for their plan. */
export async function countiesForNewPlace(
  db: Db,
  { personId, state, zip, on }: { personId: string; state: string; zip: string; on: CalendarDate },
): Promise<County[]> {
  const policy = await policyInForce(db, personId, on)
  const plan = policy === null ? null : await planInForce(db, policy.planId, on)
  if (plan === null) return []
  const { areas } = await serviceAreasOn(db, on)
  return countiesToAsk({ state, zip }, { network: plan.networkId, isBlue: plan.isBlue }, areas)
}

async function placeOf(
  db: Db,
  who: Who,
  { locationId, personId }: PlaceAsked,
  today: CalendarDate,
): Promise<{ place: Known; findings: readonly Finding[] }> {
  if (personId === null) {
    const place = (await practiceLocations(db, who.practiceId, today)).find(({ id }) => id === locationId)
    if (place === undefined) throw noSuchPlace()
    return { place, findings: await practiceLocationFindings(db, who.practiceId, locationId) }
  }
  await ownClient(db, who, personId, today)
  const place = (await locationsOf(db, personId)).find(({ id }) => id === locationId)
  if (place === undefined) throw noSuchPlace()
  const findings = (await locationFindingsOf(db, personId)).filter((one) => one.locationId === locationId)
  return { place, findings }
}

function choicesOf({ state, zip }: Known, areas: ServiceAreas): CountyChoice[] {
  const ofZip = countiesOfZip(zip, state)
  const possible = ofZip.length > 0 ? ofZip : countiesOfState(state)
  return possible
    .filter(({ fips }) => areas.isCountyOf(state, fips))
    .map((county) => ({ ...county, shares: areas.sharesOf(county.fips).map((share) => ({ ...share })) }))
}

function noSuchPlace(): Refusal {
  const detail = 'There is no such place any more. Load the page again; nothing was recorded.'
  return new Refusal({ status: 404, code: 'place_not_found', detail })
}

function notThere(): Refusal {
  const words = 'That county does not lie at this address. Choose one of those that the page offers.'
  return refused('county_not_there', 'countyFips', words)
}

function notShared(): Refusal {
  const words = 'Blue plans do not share that county this way. Choose one of those that the page offers.'
  return refused('county_not_shared', 'servedBy', words)
}

function refused(code: string, field: string, words: string): Refusal {
  return new Refusal({ status: 422, code, detail: `${words} Nothing was recorded.`, because: [{ code, field, words }] })
}
