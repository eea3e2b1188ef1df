import { addDays, type CalendarDate, dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import { plansInForce, succeedPlan } from '../contracts/index.ts'
import { countiesAsListed } from '../coverage/counties-as-listed.ts'
import { countyName, isListedCounty } from '../coverage/counties-of-zip.ts'
import { areaEditionOn, recordFurtherAreas } from '../coverage/index.ts'
import { isState, type Licensee, serviceAreasFrom, stateName } from '../coverage/service-areas.ts'
import { type NetworkChange, type NetworkEffect, networkEffect } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { unbilledSessions } from './enter-credentialing-flow.ts'

/** Terms that hold for the whole network: what a plan accepts, or the area of a Blue licensee in one state. */
export type TermsChange = { from: CalendarDate } & (
  | { kind: 'plan_terms'; planId: string; blueCard: boolean; acceptedStates: 'all' | string[] }
  | { kind: 'service_area'; licenseeId: string; area: Licensee['areas'][number] }
)

export type TermsRefusal = { code: string; field: string; words: string }

export type WeighedTerms = { effect: NetworkEffect; refusal: TermsRefusal | null }

/** What further terms would turn around at every practice, before they are saved; or why they may not be. */
export async function weighTerms(db: Db, world: World, change: TermsChange): Promise<WeighedTerms> {
  const none = { looked: 0, count: 0, turned: [] }
  const tomorrow = addDays(dateIn(world.clock.now(), world.zone), 1)
  if (change.from < tomorrow) {
    const words = `Terms begin tomorrow or later: for days that have been, what was decided stays. The first day is ${dateInWords(tomorrow)}.`
    return { effect: none, refusal: { code: 'day_has_passed', field: 'from', words } }
  }
  const asked = change.kind === 'plan_terms' ? await askPlan(db, change) : await askArea(db, change)
  if ('words' in asked) return { effect: none, refusal: asked }
  const effect = await networkEffect(db, world, { ...asked, from: change.from }, await unbilledSessions(db))
  return { effect, refusal: null }
}

type Asked = TermsRefusal | Omit<NetworkChange, 'from'>

async function askPlan(db: Db, change: Extract<TermsChange, { kind: 'plan_terms' }>): Promise<Asked> {
  const { planId, blueCard, acceptedStates, from } = change
  const plan = (await plansInForce(db, from)).find(({ id }) => id === planId)
  if (plan === undefined) {
    return { code: 'plan_not_found', field: 'planId', words: 'No such plan is in force on that day.' }
  }
  if (blueCard && !plan.isBlue) {
    return {
      code: 'not_a_blue_plan',
      field: 'blueCard',
      words: `${plan.name} is no Blue plan: only those have BlueCard.`,
    }
  }
  const unknown = acceptedStates === 'all' ? undefined : acceptedStates.find((state) => !isState(state))
  if (unknown !== undefined) {
    const words = `${unknown} is no state, district or territory of the US.`
    return { code: 'state_unknown', field: 'acceptedStates', words }
  }
  if (blueCard === plan.blueCard && sameStates(acceptedStates, plan.acceptedStates)) {
    return { code: 'nothing_changes', field: 'planId', words: 'These are the terms already: nothing would change.' }
  }
  return { plan: (one) => (one.id === planId ? { ...one, blueCard, acceptedStates } : one) }
}

function sameStates(one: 'all' | readonly string[], other: 'all' | readonly string[]): boolean {
  if (one === 'all' || other === 'all') return one === other
  return [...one].sort().join() === [...other].sort().join()
}

async function askArea(db: Db, change: Extract<TermsChange, { kind: 'service_area' }>): Promise<Asked> {
  const edition = await areaEditionOn(db, change.from)
  const licensee = edition.licensees.find(({ id }) => id === change.licenseeId)
  if (licensee === undefined) {
    return { code: 'licensee_not_found', field: 'licenseeId', words: `${change.licenseeId} is no Blue licensee.` }
  }
  if (!isState(change.area.state)) {
    const words = `${change.area.state} is no state, district or territory of the US.`
    return { code: 'state_unknown', field: 'state', words }
  }
  const areas = serviceAreasFrom(withArea(edition, change))
  const counties = [...(change.area.counties ?? []), ...(change.area.except ?? [])]
  const wrong = counties.find((county) => !areas.isCountyOf(change.area.state, county) || !isListedCounty(county))
  if (wrong !== undefined) {
    return { code: 'county_unknown', field: 'counties', words: sayWrongCounty(wrong, change.area.state) }
  }
  const before = licensee.areas.find(({ state }) => state === change.area.state)
  if (before !== undefined && holdsTheSame(before, change.area)) {
    return { code: 'nothing_changes', field: 'counties', words: 'It holds just that already: nothing would change.' }
  }
  return { areas }
}

function sayWrongCounty(county: string, state: string): string {
  const former = countiesAsListed(county)
  if (former[0] === county) return `${county} is no county of ${stateName(state)}.`
  return `${countyName(county)} (${county}) has a newer code: areas name it by its former counties, ${former.join(' and ')}.`
}

type Area = Licensee['areas'][number]

function holdsTheSame(one: Area, other: Area): boolean {
  const said = ({ holds, counties = [], except = [] }: Area) =>
    JSON.stringify([holds, [...counties].sort(), [...except].sort()])
  return said(one) === said(other)
}

function withArea(
  edition: { asOf: string; licensees: readonly Licensee[] },
  { licenseeId, area }: Extract<TermsChange, { kind: 'service_area' }>,
  source?: string,
) {
  const licensees = edition.licensees.map((licensee) => {
    if (licensee.id !== licenseeId) return licensee
    // Counties that a road divides are told with their rules, and stay as they were.
    const inPart = licensee.areas.find(({ state }) => state === area.state)?.inPart ?? []
    const others = licensee.areas.filter(({ state }) => state !== area.state)
    return { ...licensee, ...(source === undefined ? {} : { source }), areas: [...others, { ...area, inPart }] }
  })
  return { ...edition, licensees }
}

/** Saves further terms from their day on; what was in force before stays as it was. Null, or why they may not be saved. */
export async function changeTerms(
  db: Db,
  world: World,
  { change, reason }: { change: TermsChange; reason: string },
): Promise<{ effect: NetworkEffect } | { refusal: TermsRefusal }> {
  const { effect, refusal } = await weighTerms(db, world, change)
  if (refusal !== null) return { refusal }
  const isSaved =
    change.kind === 'plan_terms'
      ? await succeedPlan(db, { ...change, source: reason })
      : await recordFurtherAreas(db, {
          ...withArea(await areaEditionOn(db, change.from), change, reason),
          from: change.from,
          at: world.clock.now(),
        })
  if (isSaved) return { effect }
  const words = 'Other terms begin on that very day already. Choose another day.'
  return { refusal: { code: 'day_is_taken', field: 'from', words } }
}
