import { Engine } from 'json-rules-engine'
import type { Facts } from '../business/coverage/facts.ts'
import { holds } from '../libraries/calendar/index.ts'

/**
 * The peer: json-rules-engine with the first five rules of the decision only (exclusion, place, coverage, accepted plan,
 * authority), each as one rule over facts that are already worked out for it. Blue plans, crisis and remedies are left out.
 */
export async function measureRulesEngine(facts: readonly Facts[]): Promise<{ perSecond: number; kept: number }> {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const no = (fact: string, value: unknown, type: string, priority: number) =>
    engine.addRule({ conditions: { all: [{ fact, operator: 'equal', value }] }, event: { type }, priority })
  no('excluded', true, 'provider_excluded', 50)
  no('state', null, 'location_unknown', 40)
  no('state', 'outside_us', 'outside_country', 40)
  no('coverage', 'inactive', 'coverage_inactive', 30)
  no('coverage', 'unverified', 'coverage_unverified', 30)
  no('accepted', false, 'plan_not_accepted', 20)
  no('licensed', false, 'not_licensed_in_state', 10)
  let kept = 0
  const begun = performance.now()
  for (const { provider, session, plan, coverage, on } of facts) {
    const state = session.clientLocation?.state ?? null
    const { events } = await engine.run({
      excluded: provider.exclusions.some((one) => holds(one, on)),
      state,
      coverage,
      accepted: plan.acceptedStates === 'all' || plan.acceptedStates.includes(state ?? ''),
      licensed: provider.authorities.some((one) => one.state === state && holds(one, on)),
    })
    kept += events.length
  }
  return { perSecond: (facts.length * 1000) / (performance.now() - begun), kept }
}
