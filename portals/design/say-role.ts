import type { Role } from '../contract.ts'

const roles: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Administrator',
  biller: 'Biller',
  scheduler: 'Scheduler',
  supervisor: 'Clinical supervisor',
  clinician: 'Clinician',
  operator_staff: 'Operations',
}

/** A role in a practice by the word that people use; one that is new here by its own. */
export function sayRole(role: string): string {
  return role in roles ? roles[role as Role] : role
}
