import { allows } from '../business/practices/abilities-of.ts'
import type { Who, World } from '../business/world.ts'
import type { Rule } from './route-rules.ts'

/** Whether a member may use a route: the operator's staff hold one role, which opens theirs; in a practice abilities decide. */
export function mayUse({ roles, needs }: Rule, { practiceId, may }: Who, world: World): boolean {
  return practiceId === world.operator ? roles.includes('operator_staff') : allows(may, needs)
}
