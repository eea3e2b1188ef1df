import type { Reason } from '../../business/coverage/answer.ts'
import { isReason } from '../../business/coverage/explain-reason.ts'
import type { Turned } from './credentialing-queries.ts'

/** Why a session stands as it does, in words for the operator's staff: the portal's own are said to the clinician. */
const reasons: Record<Reason, string> = {
  credentialed_in_state: 'Credentialed with the plan in the state where the client is.',
  virtual_network: 'By the home plan’s virtual network in that state.',
  bluecard_local_plan: 'By BlueCard, through the local Blue plan.',
  crisis_exception: 'As a documented crisis; it is reviewed afterwards.',
  awaiting_payer_ready: 'The payer does not have the clinician in its system yet.',
  provider_excluded: 'The clinician is excluded from federal health programs on that day.',
  location_unknown: 'Nobody knows where the client will be.',
  address_missing: 'The address of the session is missing.',
  outside_country: 'The client is outside the United States.',
  coverage_inactive: 'The client’s coverage is not active.',
  coverage_unverified: 'The client’s coverage is not verified.',
  plan_not_accepted: 'The plan is not accepted in that state.',
  license_not_in_force: 'The license for that state is not in force on that day.',
  not_licensed_in_state: 'The clinician has no license in that state.',
  credential_pending: 'The credential is applied for, and not granted.',
  credential_not_yet_effective: 'The credential begins later.',
  credential_ended: 'The credential has ended by that day.',
  not_credentialed_in_state: 'Credentialed with the plan in another state only.',
  not_credentialed_with_plan: 'Not credentialed with the plan.',
  bluecard_not_in_home_area: 'The client is in their plan’s own area, where BlueCard does not apply.',
  outside_service_area_no_bluecard: 'The client is outside their plan’s area, and the plan has no BlueCard.',
  virtual_network_serves_own_members_only: 'The virtual network there serves its own members only.',
  not_credentialed_with_local_blue: 'Not credentialed with the local Blue plan.',
  service_area_boundary: 'The county is shared by two Blue plans: the side of the road must be known.',
  county_unknown: 'The client’s county must be known.',
  crisis_code_required: 'A crisis needs a crisis code.',
  crisis_undocumented: 'The crisis is not documented.',
}

export function sayWhy({ because }: Turned['after']): string {
  return because.map((reason) => (isReason(reason) ? reasons[reason] : reason)).join(' ')
}
