import type { Method } from './answer.ts'
import type { Route } from './find-candidates.ts'

const rank: Record<Method, number> = { in_network: 0, virtual_network: 1, bluecard: 2, crisis_exception: 3 }

/**
 * The best of the routes that exist in every possible place (rule 9), or null. A route is the same in two places when
 * method and claim address agree; whether the payer is ready does not depend on the place.
 */
export function chooseRoute(routesByPlace: readonly (readonly Route[])[], planNetwork: string): Route | null {
  let best: Route | null = null
  for (const route of routesByPlace[0] ?? []) {
    if (!existsEverywhere(route, routesByPlace)) continue
    if (best === null || goesBefore(route, best, planNetwork)) best = route
  }
  return best
}

function existsEverywhere(route: Route, routesByPlace: readonly (readonly Route[])[]): boolean {
  for (let place = 1; place < routesByPlace.length; place += 1) {
    const there = routesByPlace[place] ?? []
    if (!there.some((other) => other.method === route.method && other.claimTo === route.claimTo)) return false
  }
  return true
}

function goesBefore(one: Route, other: Route, planNetwork: string): boolean {
  const oneIsCrisis = one.method === 'crisis_exception'
  if (oneIsCrisis !== (other.method === 'crisis_exception')) return !oneIsCrisis
  if (one.payerReady !== other.payerReady) return one.payerReady
  if (one.method !== other.method) return rank[one.method] < rank[other.method]
  if (oneIsCrisis && (one.claimTo === planNetwork) !== (other.claimTo === planNetwork)) {
    return one.claimTo === planNetwork
  }
  return one.claimTo < other.claimTo
}
