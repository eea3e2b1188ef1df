import { type Abilities, allows, type PracticeRole } from '../practices/abilities-of.ts'

/** Roles of the office: whoever runs the team gives and takes them. */
const officeRoles: readonly PracticeRole[] = ['biller', 'scheduler', 'supervisor']

export type RoleRefusal = 'owner_decides' | 'not_a_given_role' | 'last_owner' | 'own_role'

type Asked = {
  by: { memberId: string; may: Abilities }
  of: { memberId: string; roles: readonly PracticeRole[] }
  role: PracticeRole
  change: 'given' | 'taken'
  /** How many active owners the practice has. */
  owners: number
}

/**
 * Whether somebody may give or take a role; null: they may. Who owns and who administers is decided by an owner alone,
 * nobody raises themselves, the last owner stays, and to treat clients is no role that is given.
 */
export function mayChangeRole({ by, of, role, change, owners }: Asked): RoleRefusal | null {
  if (role === 'clinician') return 'not_a_given_role'
  if (!officeRoles.includes(role) && !allows(by.may, { team: 'decide' })) return 'owner_decides'
  if (change === 'given' && by.memberId === of.memberId && !allows(by.may, { team: 'decide' })) return 'own_role'
  if (change === 'taken' && role === 'owner' && of.roles.includes('owner') && owners <= 1) return 'last_owner'
  return null
}
