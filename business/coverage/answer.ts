import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { State } from './facts.ts'

export type Outcome = 'billable' | 'billable_held' | 'needs_information' | 'not_billable'

export type Method = 'in_network' | 'virtual_network' | 'bluecard' | 'crisis_exception'

/** Why no route exists in a place. */
export type Failure =
  | 'plan_not_accepted'
  | 'license_not_in_force'
  | 'not_licensed_in_state'
  | 'credential_pending'
  | 'credential_not_yet_effective'
  | 'credential_ended'
  | 'not_credentialed_in_state'
  | 'not_credentialed_with_plan'
  | 'bluecard_not_in_home_area'
  | 'outside_service_area_no_bluecard'
  | 'virtual_network_serves_own_members_only'
  | 'not_credentialed_with_local_blue'

/** Why the session may be billed. */
export type RouteReason = 'credentialed_in_state' | 'virtual_network' | 'bluecard_local_plan' | 'crisis_exception'

export type Reason =
  | Failure
  | RouteReason
  | 'provider_excluded'
  | 'location_unknown'
  | 'outside_country'
  | 'address_missing'
  | 'coverage_inactive'
  | 'coverage_unverified'
  | 'service_area_boundary'
  | 'county_unknown'
  | 'crisis_code_required'
  | 'crisis_undocumented'
  | 'awaiting_payer_ready'

/** What must be known before the question can be answered. */
export type Missing =
  | 'client_location'
  | 'address'
  | 'verified_coverage'
  | 'exact_service_area'
  | 'client_county'
  | 'crisis_narrative'
  | 'crisis_resolution'
  | 'exact_address'

/** What would make the session billable, for people to act on. */
export type Remedy =
  | { kind: 'record_location' }
  | { kind: 'record_county' }
  | { kind: 'confirm_service_area' }
  | { kind: 'verify_coverage' }
  | { kind: 'update_coverage' }
  | { kind: 'use_crisis_code' }
  | { kind: 'document_crisis' }
  | { kind: 'obtain_license'; state: State }
  | { kind: 'check_temporary_practice'; state: State }
  | { kind: 'await_credential'; network: string; state: State }
  | { kind: 'obtain_credential'; network: string; state: State }
  | { kind: 'opt_in_virtual_network'; network: string; state: State }
  | { kind: 'refer_to_provider'; network: string; state: State }
  | { kind: 'wait_until'; on: CalendarDate }

/** One rule: what it read, what it found, and on whose word it rests. */
export type TraceStep = { rule: string; read: Record<string, unknown>; found: string; source: string }

export type Answer = {
  id: string
  outcome: Outcome
  method: Method | null
  /** The network that the claim goes to. */
  claimTo: string | null
  /** The deciding reason first. */
  because: readonly Reason[]
  missing: readonly Missing[]
  /** No duplicates; sorted by kind, network, state, date. */
  remedies: readonly Remedy[]
  /** True for a crisis exception: a person looks at it afterwards. */
  review: boolean
  trace?: readonly TraceStep[]
}

/** The first thing that is wrong with a document of facts, by its path, as in `provider.credentials.0.from`. */
export type Problem = { field: string; expected: string }

/** The answer to facts that cannot be read; the id is null where even that is unreadable. */
export type Refusal = { id: string | null; outcome: 'refused'; problem: Problem }
