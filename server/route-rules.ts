import { abilitiesOf, allows, type Needs, practiceRoles } from '../business/practices/abilities-of.ts'

export const roles = [...practiceRoles, 'operator_staff', 'client', 'anonymous'] as const

export type Role = (typeof roles)[number]

/**
 * public: anyone, without a transaction. signed_in: any login, `request.db` under portal sees the login's own rows.
 * practice: a member of :practiceId, under portal. client: a login that holds :personId today, under portal, in no
 * practice. session: a member of the practice whose :sessionId it is, under portal, or the operator's staff, under
 * operations. operations: the operator's staff, under operations.
 */
export type Door = 'public' | 'signed_in' | 'practice' | 'client' | 'session' | 'operations'

export type Rule = {
  door: Door
  /** Who may use it. Of a practice: the roles of which each alone reaches as far as `needs`. */
  roles: readonly Role[]
  /** What a member of the practice must be able to do, with all their roles together. */
  needs: Needs
  /** What it is to the audit: a look at one client's record, at a list of them, a write, or nothing of a client's. */
  audited: 'look' | 'list' | 'write' | 'nothing'
}

export const signedIn = [...practiceRoles, 'operator_staff', 'client'] as const

// What a route of a practice needs at least. `own` says that one may ask; whether it is their own, the room decides.
export const worksHere: Needs = {}
export const seesCalendar: Needs = { calendar: 'own' }
export const plans: Needs = { planning: 'own' }
export const confirms: Needs = { confirming: 'own' }
export const seesClients: Needs = { clients: 'own' }
export const readsNotes: Needs = { notes: 'own' }
export const seesMoney: Needs = { money: 'own' }
export const seesAllMoney: Needs = { money: 'all' }
export const seesBank: Needs = { bank: 'see' }
export const changesBank: Needs = { bank: 'change' }
export const seesStatus: Needs = { status: 'own' }
export const setsPractice: Needs = { settings: 'change' }
export const runsTeam: Needs = { team: 'run' }
export const decidesTeam: Needs = { team: 'decide' }

export function open(): Rule {
  return { door: 'public', roles, needs: {}, audited: 'nothing' }
}

export function anySignedIn(): Rule {
  return { door: 'signed_in', roles: signedIn, needs: {}, audited: 'nothing' }
}

export function practice(needs: Needs, audited: Rule['audited']): Rule {
  return { door: 'practice', roles: rolesThatReach(needs), needs, audited }
}

export function session(audited: Rule['audited']): Rule {
  return { door: 'session', roles: [...rolesThatReach(seesMoney), 'operator_staff'], needs: seesMoney, audited }
}

export function client(audited: Rule['audited']): Rule {
  return { door: 'client', roles: ['client'], needs: {}, audited }
}

export function operations(audited: Rule['audited']): Rule {
  return { door: 'operations', roles: ['operator_staff'], needs: {}, audited }
}

export function rolesThatReach(needs: Needs): readonly Role[] {
  return practiceRoles.filter((role) => allows(abilitiesOf([role]), needs))
}
