import { addDays, type CalendarDate, type Period } from '../../libraries/calendar/index.ts'
import type { Authority } from './authority-store.ts'
import type { Credential } from './credential-store.ts'
import type { Exclusion } from './exclusion-store.ts'

type Held = { state: string; networkId: string; via: Credential['via']; status: Credential['status'] }

/** What somebody is about to record about a clinician's standing. */
export type CredentialingChange =
  | { kind: 'add_authority'; state: string; authority: Authority['kind']; number: string | null; during: Period }
  | { kind: 'change_authority'; authorityId: string; during: Period }
  | { kind: 'withdraw_authority'; authorityId: string }
  | ({ kind: 'add_credential'; during: Period | null; payerReady: CalendarDate | null } & Held)
  | {
      kind: 'change_credential'
      credentialId: string
      status: Credential['status']
      during: Period | null
      payerReady: CalendarDate | null
    }
  | { kind: 'add_exclusion'; during: Period }
  | { kind: 'change_exclusion'; exclusionId: string; during: Period }
  | { kind: 'withdraw_exclusion'; exclusionId: string }
  | { kind: 'opt_in'; networkId: string; state: string; from: CalendarDate; leadDays: number }
  | { kind: 'opt_out'; optInId: string; until: CalendarDate }

/** What a clinician holds, as the billing decision reads it. */
export type Standing = { authorities: Authority[]; credentials: Credential[]; exclusions: Exclusion[] }

type Owner = { practiceId: string; memberId: string }

/**
 * What the clinician would hold after a change, so that its effect can be shown before it is saved. What is added has an
 * empty id; a change of what is not there leaves the standing as it is.
 */
export function applyChange(standing: Standing, change: CredentialingChange, owner: Owner): Standing {
  const { authorities, credentials, exclusions } = standing
  const added = { ...owner, id: '' }
  switch (change.kind) {
    case 'add_authority': {
      const { state, authority: kind, number, during } = change
      return { ...standing, authorities: [...authorities, { ...added, state, kind, number, during }] }
    }
    case 'change_authority':
      return {
        ...standing,
        authorities: authorities.map((one) =>
          one.id === change.authorityId ? { ...one, during: change.during } : one,
        ),
      }
    case 'withdraw_authority':
      return { ...standing, authorities: authorities.filter(({ id }) => id !== change.authorityId) }
    case 'add_credential': {
      const { kind: _, ...credential } = change
      return { ...standing, credentials: [...credentials, { ...added, ...credential }] }
    }
    case 'change_credential': {
      const { status, during, payerReady } = change
      const changed = (one: Credential) =>
        one.id === change.credentialId ? { ...one, status, during, payerReady } : one
      return { ...standing, credentials: credentials.map(changed) }
    }
    case 'add_exclusion':
      return { ...standing, exclusions: [...exclusions, { id: '', ...change.during }] }
    case 'change_exclusion':
      return {
        ...standing,
        exclusions: exclusions.map((one) => (one.id === change.exclusionId ? { ...one, ...change.during } : one)),
      }
    case 'withdraw_exclusion':
      return { ...standing, exclusions: exclusions.filter(({ id }) => id !== change.exclusionId) }
    case 'opt_in':
      return { ...standing, credentials: [...credentials, { ...added, ...optedIn(change) }] }
    case 'opt_out':
      return {
        ...standing,
        credentials: credentials.flatMap((one) => (one.id === change.optInId ? ended(one, change.until) : [one])),
      }
  }
}

function optedIn({ networkId, state, from, leadDays }: Extract<CredentialingChange, { kind: 'opt_in' }>) {
  const during = { from, until: null }
  const payerReady = addDays(from, leadDays)
  return { networkId, state, via: 'virtual_network' as const, status: 'active' as const, during, payerReady }
}

/** An opt-in that ends before it began opened nothing. */
function ended(one: Credential, until: CalendarDate): Credential[] {
  if (one.during === null || until <= one.during.from) return []
  return [{ ...one, during: { from: one.during.from, until } }]
}
