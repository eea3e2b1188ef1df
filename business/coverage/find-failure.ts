import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Failure, Remedy } from './answer.ts'
import type { Credential, Facts, State } from './facts.ts'
import { isAtHome } from './find-routes.ts'
import { isCredentialInForce } from './is-credential-in-force.ts'
import type { LocalBlues } from './service-areas.ts'

/** Why there is no route in a place, and what would make one. */
export type FailureThere = { reason: Failure; remedies: readonly Remedy[] }

/** The failure of rules 6 and 7 in a state, where these Blues are local and no route was found. */
export function findFailure(facts: Facts, state: State, blues: LocalBlues): FailureThere {
  return isAtHome(facts, blues) ? failureAtHome(facts, state, blues) : failureAwayFromHome(facts, state, blues)
}

function failureAtHome(facts: Facts, state: State, blues: LocalBlues): FailureThere {
  const { plan, on, provider } = facts
  let pending = false
  let ended = false
  let elsewhere = false
  let earliest: CalendarDate | null = null
  for (const credential of provider.credentials) {
    if (credential.network !== plan.network) continue
    if (credential.state !== state) elsewhere ||= isCredentialInForce(credential, on)
    else if (credential.status === 'pending') pending = true
    else if (startsAfter(credential, on)) earliest = earlierOf(earliest, credential.from)
    else ended = true
  }
  if (pending) return { reason: 'credential_pending', remedies: [awaitCredential(plan.network, state)] }
  if (earliest !== null) return notYetEffective(earliest)

  const remedies = [obtainCredential(plan.network, state), referToProvider(plan.network, state)]
  if (ended) return { reason: 'credential_ended', remedies }
  if (plan.isBlue && plan.blueCard && holdsAnotherLocalBlue(facts, state, blues)) {
    return { reason: 'bluecard_not_in_home_area', remedies }
  }
  return { reason: elsewhere ? 'not_credentialed_in_state' : 'not_credentialed_with_plan', remedies }
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

function failureAwayFromHome(facts: Facts, state: State, blues: LocalBlues): FailureThere {
  const { plan, on, provider } = facts
  const optIn: Remedy = { kind: 'opt_in_virtual_network', network: plan.network, state }
  const refer = referToProvider(plan.network, state)
  if (!plan.blueCard) return { reason: 'outside_service_area_no_bluecard', remedies: [optIn, refer] }

  let servesOwnMembers = false
  let earliest: CalendarDate | null = null
  const pending: Remedy[] = []
  for (const credential of provider.credentials) {
    if (credential.state !== state || !blues.includes(credential.network)) continue
    if (credential.via === 'virtual_network') servesOwnMembers ||= isCredentialInForce(credential, on)
    else if (credential.status === 'pending') pending.push(awaitCredential(credential.network, state))
    else if (startsAfter(credential, on)) earliest = earlierOf(earliest, credential.from)
  }
  const remedies = [...blues.map((blue) => obtainCredential(blue, state)), optIn, refer]
  if (servesOwnMembers) return { reason: 'virtual_network_serves_own_members_only', remedies }
  if (pending.length > 0) return { reason: 'credential_pending', remedies: pending }
  if (earliest !== null) return notYetEffective(earliest)
  return { reason: 'not_credentialed_with_local_blue', remedies }
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

function notYetEffective(on: CalendarDate): FailureThere {
  return { reason: 'credential_not_yet_effective', remedies: [{ kind: 'wait_until', on }] }
}

function awaitCredential(network: string, state: State): Remedy {
  return { kind: 'await_credential', network, state }
}

function obtainCredential(network: string, state: State): Remedy {
  return { kind: 'obtain_credential', network, state }
}

function referToProvider(network: string, state: State): Remedy {
  return { kind: 'refer_to_provider', network, state }
}
