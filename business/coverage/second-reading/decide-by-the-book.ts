import type { CalendarDate } from '../../../libraries/calendar/index.ts'
import type { Answer, Failure, Method, Missing, Reason, Remedy, RouteReason } from '../answer.ts'
import type { ClientLocation, Credential, Facts } from '../facts.ts'
import { licensees, type World, worldsOf } from './blues-by-the-book.ts'

/**
 * The billing decision a second time, for tests only: each sentence of the rules as it stands, in their order, plain and
 * slow, written from the rules alone by somebody who had not seen `decideBillingRoute`. It shares its types and the data
 * of service areas, and nothing else, so that a misreading would have to be made twice to go unseen.
 */
export function decideByTheBook(facts: Facts): Answer {
  const place = facts.session.clientLocation
  const { coverage } = facts

  // 1. "An exclusion in force on `on`: not_billable. Nothing overrides it."
  if (facts.provider.exclusions.some((exclusion) => inPeriod(exclusion, facts.on)))
    return no(facts, ['provider_excluded'])

  // 2. "No location"; "outside the US"; "for confirmation, a blank address".
  if (place === null) return ask(facts, ['location_unknown'], ['client_location'], [{ kind: 'record_location' }])
  if (place.state === 'outside_us') return no(facts, ['outside_country'])
  if (facts.purpose === 'confirmation' && blank(place.address))
    return ask(facts, ['address_missing'], ['address'], [{ kind: 'record_location' }])

  // 3. "Coverage inactive"; "unverified".
  if (coverage === 'inactive') return no(facts, ['coverage_inactive'], [{ kind: 'update_coverage' }])
  if (coverage === 'unverified')
    return ask(facts, ['coverage_unverified'], ['verified_coverage'], [{ kind: 'verify_coverage' }])

  // 4. Worlds. "A plan that is not Blue has one world."
  const worlds = facts.plan.isBlue ? worldsOf(place) : [new Set<string>()]

  // 5 to 8. "Each world has candidate routes or a failure"; a documented crisis has further candidates in every world.
  const crisis = isDocumented(facts, place) ? crisisRoutes(facts) : []
  const found = worlds.map((world) => {
    const routine = lookIn(facts, place, world)
    return { failure: routine.failure, remedies: routine.remedies, routes: [...routine.routes, ...crisis] }
  })

  // 9. "If every world has candidates and some (method, claimTo) is a candidate in all of them: the best of these."
  const everywhere = (found[0]?.routes ?? []).filter((route) =>
    found.every(({ routes }) => routes.some((other) => same(route, other))),
  )
  if (everywhere.length > 0) return bill(facts, everywhere)

  // 10. "Else, if some world has candidates."
  if (found.some(({ routes }) => routes.length > 0))
    return place.countyFips === null
      ? ask(facts, ['county_unknown'], ['client_county'], [{ kind: 'record_county' }])
      : ask(facts, ['service_area_boundary'], ['exact_service_area'], [{ kind: 'confirm_service_area' }])

  // 11. "Else all worlds fail; F = their failures, each once, sorted."
  const failures = [...new Set(found.flatMap(({ failure }) => failure ?? []))].sort()
  const remedies = found.flatMap((world) => world.remedies)
  const told = facts.session.crisis
  if (told === null || isDocumented(facts, place)) return no(facts, failures, remedies)
  if (!told.codes.includes('90839'))
    return no(facts, ['crisis_code_required', ...failures], [{ kind: 'use_crisis_code' }, ...remedies])
  const missing: Missing[] = [
    ...(blank(told.narrative) ? (['crisis_narrative'] as const) : []),
    ...(blank(told.resolution) ? (['crisis_resolution'] as const) : []),
    ...(blank(place.address) ? (['exact_address'] as const) : []),
  ]
  return ask(facts, ['crisis_undocumented', ...failures], missing, [{ kind: 'document_crisis' }, ...remedies])
}

type Route = { method: Method; claimTo: string; ready: boolean }

/** What rules 5 to 7 find in one world. */
type Found = { routes: Route[]; failure: Failure | null; remedies: Remedy[] }

// Rule 5.
function lookIn(facts: Facts, place: ClientLocation, world: World): Found {
  const { network, acceptedStates } = facts.plan
  const { state } = place
  const authorities = facts.provider.authorities.filter((authority) => authority.state === state)
  // "State not accepted for this plan."
  if (acceptedStates !== 'all' && !acceptedStates.includes(state))
    return { routes: [], failure: 'plan_not_accepted', remedies: [] }
  const atHome = !facts.plan.isBlue || world.has(network)
  const further = atHome ? lookAtHome(facts, state, world) : lookAway(facts, state, world)
  if (authorities.some((authority) => inPeriod(authority, facts.on))) return further
  // "No authority in the state in force on `on`: license_not_in_force if there is any authority for the state at any time."
  // Remedies: a licence, temporary practice, another provider, "and those that rules 6 and 7 would give".
  return {
    routes: [],
    failure: authorities.length > 0 ? 'license_not_in_force' : 'not_licensed_in_state',
    remedies: [
      { kind: 'obtain_license', state },
      { kind: 'check_temporary_practice', state },
      { kind: 'refer_to_provider', network, state },
      ...further.remedies,
    ],
  }
}

// Rule 6: "Not Blue, or home licensee in L (the client is at home), whatever `via`."
function lookAtHome(facts: Facts, state: string, world: World): Found {
  const { network, isBlue, blueCard } = facts.plan
  const ours = facts.provider.credentials.filter((credential) => credential.network === network)
  const here = ours.filter((credential) => credential.state === state)
  const routes = here.filter((credential) => inForce(credential, facts.on)).map(routeOf(facts, 'in_network'))
  if (routes.length > 0) return { routes, failure: null, remedies: [] }

  const obtain: Remedy[] = [
    { kind: 'obtain_credential', network, state },
    { kind: 'refer_to_provider', network, state },
  ]
  const pending = here.filter((credential) => credential.status === 'pending')
  if (pending.length > 0) return { routes, failure: 'credential_pending', remedies: pending.map(awaiting) }
  const later = here.filter((credential) => startsAfter(credential, facts.on))
  if (later.length > 0) return { routes, failure: 'credential_not_yet_effective', remedies: [waiting(later)] }
  if (here.some((credential) => credential.status === 'terminated' || isOver(credential, facts.on)))
    return { routes, failure: 'credential_ended', remedies: obtain }
  // "For a Blue plan with BlueCard whose failure is one of the last two, while a direct credential with another
  // licensee of L in the state is in force: bluecard_not_in_home_area."
  const localBlue = facts.provider.credentials.some(
    (credential) =>
      credential.network !== network &&
      world.has(credential.network) &&
      credential.state === state &&
      credential.via === 'direct' &&
      inForce(credential, facts.on),
  )
  if (isBlue && blueCard && localBlue) return { routes, failure: 'bluecard_not_in_home_area', remedies: obtain }
  const elsewhere = ours.some((credential) => credential.state !== state && inForce(credential, facts.on))
  return {
    routes,
    failure: elsewhere ? 'not_credentialed_in_state' : 'not_credentialed_with_plan',
    remedies: obtain,
  }
}

// Rule 7: "Blue, away from home (H not in L)."
function lookAway(facts: Facts, state: string, world: World): Found {
  const { network: home, blueCard } = facts.plan
  const here = facts.provider.credentials.filter((credential) => credential.state === state)
  const local = here.filter((credential) => world.has(credential.network))
  const routes = [
    ...here
      .filter((one) => one.network === home && one.via === 'virtual_network' && inForce(one, facts.on))
      .map(routeOf(facts, 'virtual_network')),
    ...local
      .filter((one) => blueCard && one.via === 'direct' && inForce(one, facts.on))
      .map(routeOf(facts, 'bluecard')),
  ]
  if (routes.length > 0) return { routes, failure: null, remedies: [] }

  const optInOrRefer: Remedy[] = [
    { kind: 'opt_in_virtual_network', network: home, state },
    { kind: 'refer_to_provider', network: home, state },
  ]
  const obtain: Remedy[] = [...world].map((network) => ({ kind: 'obtain_credential', network, state }))
  if (!blueCard) return { routes, failure: 'outside_service_area_no_bluecard', remedies: optInOrRefer }
  if (local.some((one) => one.via === 'virtual_network' && inForce(one, facts.on)))
    return { routes, failure: 'virtual_network_serves_own_members_only', remedies: [...obtain, ...optInOrRefer] }
  const direct = local.filter((one) => one.via === 'direct')
  const pending = direct.filter((one) => one.status === 'pending')
  if (pending.length > 0) return { routes, failure: 'credential_pending', remedies: pending.map(awaiting) }
  const later = direct.filter((one) => startsAfter(one, facts.on))
  if (later.length > 0) return { routes, failure: 'credential_not_yet_effective', remedies: [waiting(later)] }
  return { routes, failure: 'not_credentialed_with_local_blue', remedies: [...obtain, ...optInOrRefer] }
}

// Rule 8: "its codes hold 90839 and narrative, resolution and address are not blank."
function isDocumented(facts: Facts, place: ClientLocation): boolean {
  const { crisis } = facts.session
  return (
    crisis?.codes.includes('90839') === true &&
    ![crisis.narrative, crisis.resolution, place.address].some((words) => blank(words))
  )
}

// Rule 8: "each credential in force in any state with the plan's network, and for a Blue plan with BlueCard each direct
// one with any licensee; claim to that credential's network."
function crisisRoutes(facts: Facts): Route[] {
  const { network, isBlue, blueCard } = facts.plan
  return facts.provider.credentials
    .filter((credential) => inForce(credential, facts.on))
    .filter(
      (credential) =>
        credential.network === network ||
        (isBlue && blueCard && credential.via === 'direct' && licensees.has(credential.network)),
    )
    .map(routeOf(facts, 'crisis_exception'))
}

const reasonOf: Record<Method, RouteReason> = {
  in_network: 'credentialed_in_state',
  virtual_network: 'virtual_network',
  bluecard: 'bluecard_local_plan',
  crisis_exception: 'crisis_exception',
}

// Rule 9: the order of choice, each question asked only where the ones before it do not tell two routes apart.
function bill(facts: Facts, routes: Route[]): Answer {
  const isReady = (route: Route) => routes.some((other) => same(route, other) && other.ready)
  const kinds: Method[] = ['in_network', 'virtual_network', 'bluecard', 'crisis_exception']
  const rank = (route: Route) => [
    route.method === 'crisis_exception' ? 'after' : '',
    isReady(route) ? '' : 'after',
    `${kinds.indexOf(route.method)}`,
    route.method === 'crisis_exception' && route.claimTo !== facts.plan.network ? 'after' : '',
    route.claimTo,
  ]
  const best = [...routes].sort((a, b) => firstDifference(rank(a), rank(b)))[0] as Route
  const reason = reasonOf[best.method]
  return {
    id: facts.id,
    outcome: isReady(best) ? 'billable' : 'billable_held',
    method: best.method,
    claimTo: best.claimTo,
    because: isReady(best) ? [reason] : ['awaiting_payer_ready', reason],
    missing: [],
    remedies: [],
    review: best.method === 'crisis_exception',
  }
}

function no(facts: Facts, because: Reason[], remedies: Remedy[] = []): Answer {
  return unbilled(facts, 'not_billable', because, [], remedies)
}

function ask(facts: Facts, because: Reason[], missing: Missing[], remedies: Remedy[]): Answer {
  return unbilled(facts, 'needs_information', because, missing, remedies)
}

function unbilled(
  facts: Facts,
  outcome: Answer['outcome'],
  because: Reason[],
  missing: Missing[],
  remedies: Remedy[],
): Answer {
  // "No duplicates, sorted by kind, network, state, on."
  const parts = (remedy: Partial<Record<'kind' | 'network' | 'state' | 'on', string>>) =>
    [remedy.kind, remedy.network, remedy.state, remedy.on].map((part) => part ?? '')
  const once = new Map(remedies.map((remedy) => [parts(remedy).join(' '), remedy]))
  const sorted = [...once.values()].sort((a, b) => firstDifference(parts(a), parts(b)))
  return { id: facts.id, outcome, method: null, claimTo: null, because, missing, remedies: sorted, review: false }
}

/** Below zero where the first word that differs comes earlier in `a`. */
function firstDifference(a: string[], b: string[]): number {
  const at = a.findIndex((word, index) => word !== b[index])
  return at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}

const routeOf =
  (facts: Facts, method: Method) =>
  (credential: Credential): Route => ({
    method,
    claimTo: credential.network,
    // "payerReady not after asOf."
    ready: credential.payerReady !== null && credential.payerReady <= facts.asOf,
  })

function same(a: Route, b: Route): boolean {
  return a.method === b.method && a.claimTo === b.claimTo
}

function awaiting({ network, state }: Credential): Remedy {
  return { kind: 'await_credential', network, state }
}

/** "wait_until(earliest such `from`)." */
function waiting(later: Credential[]): Remedy {
  const days = later.flatMap(({ from }) => from ?? []).sort()
  return { kind: 'wait_until', on: days[0] as CalendarDate }
}

// "A credential is in force when active and `on` lies in its period."
function inForce(credential: Credential, on: CalendarDate): boolean {
  return credential.status === 'active' && inPeriod(credential, on)
}

function startsAfter({ status, from }: Credential, on: CalendarDate): boolean {
  return status === 'active' && from !== null && from > on
}

function isOver({ status, until }: Credential, on: CalendarDate): boolean {
  return status === 'active' && until !== null && until <= on
}

/** Half-open: `from` is the first day in force, `until` the first day no longer. */
function inPeriod(period: { from: CalendarDate | null; until: CalendarDate | null }, on: CalendarDate): boolean {
  return period.from !== null && period.from <= on && (period.until === null || on < period.until)
}

function blank(words: string | null): boolean {
  return words === null || words.trim() === ''
}
