import { type PracticeRole, practiceRoles } from './abilities-of.ts'

/** A role that was given to a member or taken from them, in the order in which it happened. */
export type RoleChange = { role: PracticeRole; change: 'given' | 'taken' }

/** The roles that a member holds: the first one, what it is to treat clients, and every change since. */
export function rolesAfter(
  first: { role: string; clinician: boolean },
  changes: readonly RoleChange[],
): readonly PracticeRole[] {
  const held = new Set<string>([first.role, ...(first.clinician ? ['clinician'] : [])])
  for (const { role, change } of changes) {
    if (change === 'given') held.add(role)
    else held.delete(role)
  }
  return practiceRoles.filter((role) => held.has(role))
}
