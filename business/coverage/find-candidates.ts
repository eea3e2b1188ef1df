import type { Method } from './answer.ts'
import type { ClientLocation, Credential, Facts, State } from './facts.ts'
import { isCredentialInForce } from './is-credential-in-force.ts'
import type { LocalBlues, ServiceAreas } from './service-areas.ts'

/** A way to bill: payer-ready when any of the credentials behind it is known to the payer on the day of asking. */
export type Route = { readonly method: Method; readonly claimTo: string; readonly payerReady: boolean }

// A plan that is not Blue asks no one who is local: it has one possible place.
const onePlace: readonly LocalBlues[] = [[]]

/** The places where the client may be, as far as they differ for this plan, each by its local Blues (rule 4). */
export function placesOf({ plan }: Facts, location: ClientLocation, areas: ServiceAreas): readonly LocalBlues[] {
  return plan.isBlue ? areas.localBluesAt(location) : onePlace
}

/** A plan that is not Blue is at home everywhere; a Blue plan is where its home licensee holds the place (rule 6). */
export function isAtHome(facts: Facts, blues: LocalBlues): boolean {
  return !facts.plan.isBlue || blues.includes(facts.plan.network)
}

// Most facts have no route in most places: they share one empty list.
const noRoutes: readonly Route[] = Object.freeze([])

/** The routes of rules 6 and 7 in a state, where these Blues are local; authority to practise is not looked at here. */
export function findRoutes(facts: Facts, state: State, blues: LocalBlues): readonly Route[] {
  const atHome = isAtHome(facts, blues)
  let routes = noRoutes
  for (const credential of facts.provider.credentials) {
    if (credential.state !== state) continue
    const method = atHome ? methodAtHome(credential, facts) : methodAwayFromHome(credential, facts, blues)
    if (method !== null && isCredentialInForce(credential, facts.on))
      routes = withRoute(routes, method, credential, facts)
  }
  return routes
}

function methodAtHome(credential: Credential, { plan }: Facts): Method | null {
  return credential.network === plan.network ? 'in_network' : null
}

function methodAwayFromHome(credential: Credential, { plan }: Facts, blues: LocalBlues): Method | null {
  if (credential.via === 'virtual_network') return credential.network === plan.network ? 'virtual_network' : null
  return plan.blueCard && blues.includes(credential.network) ? 'bluecard' : null
}

/**
 * The further routes of a documented crisis (rule 8): what is held in any state with the plan's network and, for a
 * BlueCard plan, directly with any licensee.
 */
export function findCrisisRoutes(facts: Facts, areas: ServiceAreas): readonly Route[] {
  const { plan } = facts
  let routes = noRoutes
  for (const credential of facts.provider.credentials) {
    if (!isCredentialInForce(credential, facts.on)) continue
    const ofPlan = credential.network === plan.network
    const ofAnyBlue =
      plan.isBlue && plan.blueCard && credential.via === 'direct' && areas.isLicensee(credential.network)
    if (ofPlan || ofAnyBlue) routes = withRoute(routes, 'crisis_exception', credential, facts)
  }
  return routes
}

function withRoute(
  routes: readonly Route[],
  method: Method,
  { network, payerReady }: Credential,
  { asOf }: Facts,
): readonly Route[] {
  const route = { method, claimTo: network, payerReady: payerReady !== null && payerReady <= asOf }
  if (routes.length === 0) return [route]
  // In one place a network is reached by one method only.
  const known = routes.find((one) => one.claimTo === network)
  if (known === undefined) return [...routes, route]
  return route.payerReady ? routes.map((one) => (one === known ? route : one)) : routes
}
