import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { addRemedy } from './add-remedy.ts'
import type { Failure, Remedy } from './answer.ts'
import type { Credential, Facts, State } from './facts.ts'
import { isAtHome } from './find-candidates.ts'
import { isCredentialInForce } from './is-credential-in-force.ts'
import type { LocalBlues } from './service-areas.ts'

/**
 * The failure of rules 6 and 7 in a state, where these Blues are local and no route was found; what would make one is
 * added to `remedies`.
 */
export function findFailure(facts: Facts, state: State, blues: LocalBlues, remedies: Remedy[]): Failure {
  return isAtHome(facts, blues)
    ? failAtHome(facts, state, blues, remedies)
    : failAwayFromHome(facts, state, blues, remedies)
}

function failAtHome(facts: Facts, state: State, blues: LocalBlues, remedies: Remedy[]): Failure {
  const { plan, on, provider } = facts
  const { network } = plan
  let pending = false
  let ended = false
  let elsewhere = false
  let earliest: CalendarDate | null = null
  for (const credential of provider.credentials) {
    if (credential.network !== network) continue
    if (credential.state !== state) elsewhere ||= isCredentialInForce(credential, on)
    else if (credential.status === 'pending') pending = true
    else if (startsAfter(credential, on)) earliest = earlierOf(earliest, credential.from)
    else ended = true
  }
  if (pending) {
    addRemedy(remedies, { kind: 'await_credential', network, state })
    return 'credential_pending'
  }
  if (earliest !== null) {
    addRemedy(remedies, { kind: 'wait_until', on: earliest })
    return 'credential_not_yet_effective'
  }
  addRemedy(remedies, { kind: 'obtain_credential', network, state })
  addRemedy(remedies, { kind: 'refer_to_provider', network, state })
  if (ended) return 'credential_ended'
  if (plan.isBlue && plan.blueCard && holdsAnotherLocalBlue(facts, state, blues)) return 'bluecard_not_in_home_area'
  return elsewhere ? 'not_credentialed_in_state' : 'not_credentialed_with_plan'
}

function holdsAnotherLocalBlue({ plan, on, provider }: Facts, state: State, blues: LocalBlues): boolean {
  return provider.credentials.some(
    (credential) =>
      credential.network !== plan.network &&
      credential.state === state &&
      credential.via === 'direct' &&
      isCredentialInForce(credential, on) &&
      blues.includes(credential.network),
  )
}

function failAwayFromHome(facts: Facts, state: State, blues: LocalBlues, remedies: Remedy[]): Failure {
  const { plan, on, provider } = facts
  if (!plan.blueCard) {
    addWaysIntoHomePlan(remedies, plan.network, state)
    return 'outside_service_area_no_bluecard'
  }
  let servesOwnMembers = false
  let earliest: CalendarDate | null = null
  const pending: string[] = []
  for (const credential of provider.credentials) {
    if (credential.state !== state || !blues.includes(credential.network)) continue
    if (credential.via === 'virtual_network') servesOwnMembers ||= isCredentialInForce(credential, on)
    else if (credential.status === 'pending') pending.push(credential.network)
    else if (startsAfter(credential, on)) earliest = earlierOf(earliest, credential.from)
  }
  if (!servesOwnMembers && pending.length > 0) {
    for (const network of pending) addRemedy(remedies, { kind: 'await_credential', network, state })
    return 'credential_pending'
  }
  if (!servesOwnMembers && earliest !== null) {
    addRemedy(remedies, { kind: 'wait_until', on: earliest })
    return 'credential_not_yet_effective'
  }
  for (const network of blues) addRemedy(remedies, { kind: 'obtain_credential', network, state })
  addWaysIntoHomePlan(remedies, plan.network, state)
  return servesOwnMembers ? 'virtual_network_serves_own_members_only' : 'not_credentialed_with_local_blue'
}

function addWaysIntoHomePlan(remedies: Remedy[], network: string, state: State): void {
  addRemedy(remedies, { kind: 'opt_in_virtual_network', network, state })
  addRemedy(remedies, { kind: 'refer_to_provider', network, state })
}

function startsAfter(
  credential: Credential,
  on: CalendarDate,
): credential is Credential & { status: 'active'; from: CalendarDate } {
  return credential.status === 'active' && credential.from !== null && credential.from > on
}

function earlierOf(earliest: CalendarDate | null, from: CalendarDate): CalendarDate {
  return earliest === null || from < earliest ? from : earliest
}
