import { holds } from '../../libraries/calendar/index.ts'
import type { Failure } from './answer.ts'
import type { Facts, State } from './facts.ts'

/** What can stand before every routine route in a state. */
export type Barrier = Extract<Failure, 'plan_not_accepted' | 'license_not_in_force' | 'not_licensed_in_state'>

/** The barrier of rule 5, or null where the plan is accepted and an authority to practise is in force. */
export function findBarrier({ plan, provider, on }: Facts, state: State): Barrier | null {
  if (plan.acceptedStates !== 'all' && !plan.acceptedStates.includes(state)) return 'plan_not_accepted'
  let barrier: Barrier = 'not_licensed_in_state'
  for (const authority of provider.authorities) {
    if (authority.state !== state) continue
    if (holds(authority, on)) return null
    barrier = 'license_not_in_force'
  }
  return barrier
}
