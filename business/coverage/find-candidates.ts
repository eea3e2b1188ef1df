import type { Method } from './answer.ts'
import type { ClientLocation, Credential, Facts, State } from './facts.ts'
import { isCredentialInForce } from './is-credential-in-force.ts'
import { isLicensee, type LocalBlues, localBluesAt } from './service-areas.ts'

/** A way to bill: payer-ready when any of the credentials behind it is known to the payer on the day of asking. */
export type Route = { method: Method; claimTo: string; payerReady: boolean }

// A plan that is not Blue asks no one who is local: it has one possible place.
const onePlace: readonly LocalBlues[] = [[]]

/** The places where the client may be, as far as they differ for this plan, each by its local Blues (rule 4). */
export function placesOf({ plan }: Facts, location: ClientLocation): readonly LocalBlues[] {
  return plan.isBlue ? localBluesAt(location) : onePlace
}

/** A plan that is not Blue is at home everywhere; a Blue plan is where its home licensee holds the place (rule 6). */
export function isAtHome(facts: Facts, blues: LocalBlues): boolean {
  return !facts.plan.isBlue || blues.includes(facts.plan.network)
}

/** The routes of rules 6 and 7 in a state, where these Blues are local; authority to practise is not looked at here. */
export function findRoutes(facts: Facts, state: State, blues: LocalBlues): Route[] {
  const { plan } = facts
  const atHome = isAtHome(facts, blues)
  const routes: Route[] = []
  for (const credential of facts.provider.credentials) {
    if (credential.state !== state || !isCredentialInForce(credential, facts.on)) continue
    if (atHome) {
      if (credential.network === plan.network) add(routes, 'in_network', credential, facts)
    } else if (credential.via === 'virtual_network') {
      if (credential.network === plan.network) add(routes, 'virtual_network', credential, facts)
    } else if (plan.blueCard && blues.includes(credential.network)) {
      add(routes, 'bluecard', credential, facts)
    }
  }
  return routes
}

/**
 * The further routes of a documented crisis (rule 8): what is held in any state with the plan's network and, for a
 * BlueCard plan, directly with any licensee.
 */
export function findCrisisRoutes(facts: Facts): Route[] {
  const { plan } = facts
  const routes: Route[] = []
  for (const credential of facts.provider.credentials) {
    if (!isCredentialInForce(credential, facts.on)) continue
    const ofPlan = credential.network === plan.network
    const ofAnyBlue = plan.isBlue && plan.blueCard && credential.via === 'direct' && isLicensee(credential.network)
    if (ofPlan || ofAnyBlue) add(routes, 'crisis_exception', credential, facts)
  }
  return routes
}

function add(routes: Route[], method: Method, credential: Credential, facts: Facts): void {
  const payerReady = credential.payerReady !== null && credential.payerReady <= facts.asOf
  const known = routes.find((route) => route.method === method && route.claimTo === credential.network)
  if (known === undefined) routes.push({ method, claimTo: credential.network, payerReady })
  else if (payerReady) known.payerReady = true
}
