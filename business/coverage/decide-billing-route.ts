import { holds } from '../../libraries/calendar/index.ts'
import { addRemedy } from './add-remedy.ts'
import type { Answer, Failure, Method, Missing, Reason, Remedy, RouteReason } from './answer.ts'
import { chooseRoute } from './choose-route.ts'
import { crisisStanding, missingFromCrisis } from './crisis-standing.ts'
import type { ClientLocation, Facts, State } from './facts.ts'
import { type Barrier, findBarrier } from './find-barrier.ts'
import { findCrisisRoutes, findRoutes, placesOf, type Route } from './find-candidates.ts'
import { findFailure } from './find-failure.ts'
import { isBlank } from './is-blank.ts'
import { builtInAreas, type LocalBlues, type ServiceAreas } from './service-areas.ts'
import { traceDecision } from './trace-decision.ts'

const nothing: readonly never[] = Object.freeze([])
const reasonFor: Record<Method, RouteReason> = {
  in_network: 'credentialed_in_state',
  virtual_network: 'virtual_network',
  bluecard: 'bluecard_local_plan',
  crisis_exception: 'crisis_exception',
}

/**
 * May this session be billed, and by which route? Total over validated facts: the same facts always give the same
 * answer, and `areas` are those of the edition in force on the date. The rules, in their order, stand in the room's README; with `trace`, each says what it read and found.
 */
export function decideBillingRoute(
  facts: Facts,
  { trace = false, areas = builtInAreas }: { trace?: boolean; areas?: ServiceAreas } = {},
): Answer {
  const answer = decide(facts, areas)
  return trace ? { ...answer, trace: traceDecision(facts, answer, areas) } : answer
}

function decide(facts: Facts, areas: ServiceAreas): Answer {
  if (isExcluded(facts)) return no(facts, ['provider_excluded'], nothing)

  const location = facts.session.clientLocation
  if (location === null) return ask(facts, 'location_unknown', 'client_location', { kind: 'record_location' })
  if (location.state === 'outside_us') return no(facts, ['outside_country'], nothing)
  if (facts.purpose === 'confirmation' && isBlank(location.address)) {
    return ask(facts, 'address_missing', 'address', { kind: 'record_location' })
  }
  switch (facts.coverage) {
    case 'inactive':
      return no(facts, ['coverage_inactive'], [{ kind: 'update_coverage' }])
    case 'unverified':
      return ask(facts, 'coverage_unverified', 'verified_coverage', { kind: 'verify_coverage' })
    case 'active':
      return decideAtPlaces(facts, location, areas)
  }
}

function isExcluded({ provider, on }: Facts): boolean {
  for (const exclusion of provider.exclusions) if (holds(exclusion, on)) return true
  return false
}

/** Rules 4 to 11, where the client may be in any of several places that differ in their local Blues. */
function decideAtPlaces(facts: Facts, location: ClientLocation, areas: ServiceAreas): Answer {
  const places = placesOf(facts, location, areas)
  const { state } = location
  const barrier = findBarrier(facts, state)
  const crisis = crisisStanding(facts)
  const crisisRoutes = crisis === 'documented' ? findCrisisRoutes(facts, areas) : nothing

  const routesByPlace: (readonly Route[])[] = []
  let someRoute = false
  for (const blues of places) {
    const routine = barrier === null ? findRoutes(facts, state, blues) : nothing
    const routes = crisisRoutes.length === 0 ? routine : [...routine, ...crisisRoutes]
    routesByPlace.push(routes)
    someRoute ||= routes.length > 0
  }

  if (someRoute) {
    const route = chooseRoute(routesByPlace, facts.plan.network)
    if (route !== null) return yes(facts, route)
    return location.countyFips === null
      ? ask(facts, 'county_unknown', 'client_county', { kind: 'record_county' })
      : ask(facts, 'service_area_boundary', 'exact_service_area', { kind: 'confirm_service_area' })
  }

  const reasons: Failure[] = []
  const remedies: Remedy[] = []
  for (const blues of places) {
    const reason = failAt(facts, state, blues, barrier, remedies)
    if (!reasons.includes(reason)) reasons.push(reason)
  }
  if (reasons.length > 1) reasons.sort()
  return crisis === 'undocumented' ? undocumentedCrisis(facts, reasons, remedies) : no(facts, reasons, remedies)
}

function failAt(facts: Facts, state: State, blues: LocalBlues, barrier: Barrier | null, remedies: Remedy[]): Failure {
  if (barrier === null) return findFailure(facts, state, blues, remedies)
  if (barrier === 'plan_not_accepted') return barrier
  addRemedy(remedies, { kind: 'check_temporary_practice', state })
  addRemedy(remedies, { kind: 'obtain_license', state })
  addRemedy(remedies, { kind: 'refer_to_provider', network: facts.plan.network, state })
  if (findRoutes(facts, state, blues).length === 0) findFailure(facts, state, blues, remedies)
  return barrier
}

/** A crisis that is not documented opens no route: it needs its code first, then its words (rule 11). */
function undocumentedCrisis(facts: Facts, reasons: readonly Failure[], remedies: Remedy[]): Answer {
  const missing = missingFromCrisis(facts)
  if (missing === 'crisis_code') {
    addRemedy(remedies, { kind: 'use_crisis_code' })
    return no(facts, ['crisis_code_required', ...reasons], remedies)
  }
  addRemedy(remedies, { kind: 'document_crisis' })
  const answer = no(facts, ['crisis_undocumented', ...reasons], remedies)
  return { ...answer, outcome: 'needs_information', missing }
}

function yes(facts: Facts, { method, claimTo, payerReady }: Route): Answer {
  const reason = reasonFor[method]
  return {
    id: facts.id,
    outcome: payerReady ? 'billable' : 'billable_held',
    method,
    claimTo,
    because: payerReady ? [reason] : ['awaiting_payer_ready', reason],
    missing: nothing,
    remedies: nothing,
    review: method === 'crisis_exception',
  }
}

function ask(facts: Facts, reason: Reason, missing: Missing, remedy: Remedy): Answer {
  return {
    id: facts.id,
    outcome: 'needs_information',
    method: null,
    claimTo: null,
    because: [reason],
    missing: [missing],
    remedies: [remedy],
    review: false,
  }
}

function no(facts: Facts, because: readonly Reason[], remedies: readonly Remedy[]): Answer {
  return {
    id: facts.id,
    outcome: 'not_billable',
    method: null,
    claimTo: null,
    because,
    missing: nothing,
    remedies,
    review: false,
  }
}
