import { holds } from '../../libraries/calendar/index.ts'
import type { Answer, TraceStep } from './answer.ts'
import { crisisStanding } from './crisis-standing.ts'
import type { ClientLocation, Credential, Facts } from './facts.ts'
import { findBarrier } from './find-barrier.ts'
import { findCrisisRoutes, findRoutes, isAtHome, placesOf, type Route } from './find-candidates.ts'
import { findFailure } from './find-failure.ts'
import { isBlank } from './is-blank.ts'
import { isCredentialInForce } from './is-credential-in-force.ts'
import type { LocalBlues, ServiceAreas } from './service-areas.ts'

const document = 'Billing insurance document'
const ours = 'Our rule'

/**
 * Every rule in its order: what it read, what it found, its source. Of the rules after the one that ended the decision
 * it says that they were not asked. The lists read are sorted, so that the same facts give the same trace.
 */
export function traceDecision(facts: Facts, answer: Answer, areas: ServiceAreas): TraceStep[] {
  const steps = [traceExclusion(facts), traceLocation(facts), traceCoverage(facts)]
  const location = facts.session.clientLocation
  const asksPlaces = location !== null && steps.every(({ found }) => !stops.has(found))
  const later = asksPlaces ? tracePlaces(facts, location, answer, areas) : []
  const reached = steps.findIndex(({ found }) => stops.has(found))
  const asked = reached === -1 ? [...steps, ...later] : steps.slice(0, reached + 1)
  return [...asked, ...allRules.slice(asked.length).map(notAsked)]
}

const allRules = ['exclusion', 'location', 'coverage', 'places', 'authority', 'routes', 'crisis', 'choice', 'outcome']

/** What is found of a rule that came after the one that ended the decision. */
export const notAskedWords = 'not asked: already decided'

const stops = new Set([
  'provider_excluded',
  'location_unknown',
  'outside_country',
  'address_missing',
  'coverage_inactive',
  'coverage_unverified',
])

function notAsked(rule: string): TraceStep {
  return { rule, read: {}, found: notAskedWords, source: ours }
}

function traceExclusion({ on, provider }: Facts): TraceStep {
  const exclusions = sorted(provider.exclusions)
  const found = exclusions.some((exclusion) => holds(exclusion, on)) ? 'provider_excluded' : 'no exclusion in force'
  return { rule: 'exclusion', read: { on, exclusions }, found, source: 'Federal exclusions, 42 CFR 1001.1901' }
}

function traceLocation({ purpose, session }: Facts): TraceStep {
  const { clientLocation } = session
  const read = { purpose, clientLocation }
  return { rule: 'location', read, found: locationFound(purpose, clientLocation), source: document }
}

function locationFound(purpose: Facts['purpose'], location: ClientLocation | null): string {
  if (location === null) return 'location_unknown'
  if (location.state === 'outside_us') return 'outside_country'
  return purpose === 'confirmation' && isBlank(location.address)
    ? 'address_missing'
    : `the client is in ${location.state}`
}

function traceCoverage({ coverage }: Facts): TraceStep {
  const found = coverage === 'active' ? 'coverage is active' : `coverage_${coverage}`
  return { rule: 'coverage', read: { coverage }, found, source: ours }
}

/** Rules 4 to 11, for a client who is in some state of the US. */
function tracePlaces(facts: Facts, location: ClientLocation, answer: Answer, areas: ServiceAreas): TraceStep[] {
  const { state } = location
  const { plan, provider, on, asOf } = facts
  const places = placesOf(facts, location, areas)
  const barrier = findBarrier(facts, state)
  const standing = crisisStanding(facts)
  const crisisRoutes = standing === 'documented' ? findCrisisRoutes(facts, areas) : []
  return [
    {
      rule: 'places',
      read: { isBlue: plan.isBlue, state, countyFips: location.countyFips, servedBy: location.servedBy },
      found: plan.isBlue ? places.map(inWords).join(' or ') : 'one place: the plan is not Blue',
      source: plan.isBlue ? areas.sourceOf(places.flat()) : ours,
    },
    {
      rule: 'authority',
      read: {
        on,
        acceptedStates: plan.acceptedStates,
        authorities: sorted(provider.authorities.filter((authority) => authority.state === state)),
      },
      found: barrier ?? 'the plan is accepted and an authority is in force',
      source: document,
    },
    {
      rule: 'routes',
      read: { on, plan, credentials: sorted(provider.credentials.filter((one) => mayMatter(one, facts, places))) },
      found: places.map((blues) => foundAt(facts, blues, state, barrier !== null)).join('; '),
      source: document,
    },
    {
      rule: 'crisis',
      read: { crisis: facts.session.crisis, address: location.address },
      found: standing === 'none' ? 'no crisis' : `${standing} crisis: ${routesInWords(crisisRoutes)}`,
      source: document,
    },
    {
      rule: 'choice',
      read: { asOf, payerReady: 'not after the day of asking' },
      found: answer.method === null ? 'no route in every place' : `${answer.method} to ${answer.claimTo}`,
      source: ours,
    },
    { rule: 'outcome', read: {}, found: `${answer.outcome}: ${answer.because.join(', ')}`, source: ours },
  ]
}

function mayMatter(credential: Credential, { plan, on }: Facts, places: readonly LocalBlues[]): boolean {
  return (
    credential.network === plan.network ||
    places.some((blues) => blues.includes(credential.network)) ||
    (plan.isBlue && isCredentialInForce(credential, on))
  )
}

function foundAt(facts: Facts, blues: LocalBlues, state: string, barred: boolean): string {
  const there = facts.plan.isBlue ? `${inWords(blues)} (${isAtHome(facts, blues) ? 'at home' : 'away'}): ` : ''
  const routes = findRoutes(facts, state, blues)
  if (routes.length === 0) return `${there}${findFailure(facts, state, blues, [])}`
  return `${there}${routesInWords(routes)}${barred ? ', if there were no barrier' : ''}`
}

function routesInWords(routes: readonly Route[]): string {
  if (routes.length === 0) return 'no route'
  return routes
    .map(({ method, claimTo, payerReady }) => `${method} to ${claimTo}${payerReady ? '' : ' (payer not ready)'}`)
    .sort()
    .join(', ')
}

function inWords(blues: LocalBlues): string {
  return blues.length === 0 ? 'no local Blue' : blues.join(' and ')
}

function sorted<T extends object>(entries: readonly T[]): T[] {
  return [...entries].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}
