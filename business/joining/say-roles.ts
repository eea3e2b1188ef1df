import type { PracticeRole } from '../practices/abilities-of.ts'

const said: Record<PracticeRole, string> = {
  owner: 'an owner',
  admin: 'an administrator',
  biller: 'a biller',
  scheduler: 'a scheduler',
  supervisor: 'a clinical supervisor',
  clinician: 'a provider',
}

/** Roles in a letter: "an administrator and a biller". */
export function sayRoles(roles: readonly PracticeRole[]): string {
  return roles.map((role) => said[role]).join(' and ')
}
