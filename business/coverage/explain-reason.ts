import { dateInWords } from '../../libraries/calendar/index.ts'
import type { Missing, Reason, Remedy } from './answer.ts'
import { networkName, stateName } from './service-areas.ts'

const reasons: Record<Reason, string> = {
  credentialed_in_state: 'You are licensed where your client is and credentialed there with their plan.',
  virtual_network: 'You joined the virtual network of your client’s plan for the state where your client is.',
  bluecard_local_plan:
    'Your client is away from their home Blue plan, and you are credentialed with the Blue plan where they are.',
  crisis_exception:
    'This is a documented crisis, so it may be billed as an exception. A person looks at it afterwards.',
  awaiting_payer_ready:
    'You may confirm this session. The claim waits until the insurer has you in its system; your payday stays the same.',
  provider_excluded: 'On that day you are excluded from federal health programs, so no session can be billed.',
  location_unknown: 'We need to know where your client is during the session.',
  outside_country: 'Your client is outside the United States, and insurance does not pay for sessions there.',
  address_missing: 'We need the address where your client was during the session.',
  coverage_inactive: 'Your client’s insurance was not active on that day.',
  coverage_unverified: 'We have not yet verified that your client’s insurance is active.',
  plan_not_accepted: 'We do not accept this plan in the state where your client is.',
  license_not_in_force: 'You have a license for the state where your client is, but it is not in force on that day.',
  not_licensed_in_state: 'You are not licensed in the state where your client is.',
  credential_pending: 'Your credentialing for the state where your client is has not been decided yet.',
  credential_not_yet_effective: 'Your credential for the state where your client is begins after that day.',
  credential_ended: 'Your credential with this plan ended in the state where your client is.',
  not_credentialed_in_state: 'You are credentialed with this plan, but not in the state where your client is.',
  not_credentialed_with_plan: 'You are not credentialed with this plan.',
  bluecard_not_in_home_area:
    'Your client is in their own Blue plan’s area, and you are credentialed with another Blue plan there. Only their own plan counts at home.',
  outside_service_area_no_bluecard:
    'Your client is outside their Blue plan’s area, and their plan is not part of BlueCard, which pays away from home.',
  virtual_network_serves_own_members_only:
    'You joined the virtual network of the Blue plan where your client is, but that opens only its own members.',
  not_credentialed_with_local_blue:
    'Your client is away from their home Blue plan, and you are not credentialed with a Blue plan where they are.',
  service_area_boundary:
    'Two Blue plans share this county, and we need to know which one serves your client’s address.',
  county_unknown: 'Blue plans differ by county in this state, and we need to know your client’s county.',
  crisis_code_required: 'A crisis can be billed here only with the crisis code 90839.',
  crisis_undocumented: 'A crisis can be billed here only with its story, its resolution and the exact address.',
}

const missing: Record<Missing, string> = {
  client_location: 'where your client is',
  address: 'the address where your client was',
  verified_coverage: 'whether the insurance is active',
  exact_service_area: 'which Blue plan serves the address',
  client_county: 'your client’s county',
  crisis_narrative: 'what happened in the crisis',
  crisis_resolution: 'how the crisis was resolved',
  exact_address: 'the exact address during the crisis',
}

/** One plain sentence or two to the clinician. */
export function explainReason(reason: Reason): string {
  return reasons[reason]
}

export function isReason(text: string): text is Reason {
  return Object.hasOwn(reasons, text)
}

/** What must be known, as the end of the sentence "Tell us …". */
export function explainMissing(what: Missing): string {
  return missing[what]
}

/** What to do, in one plain sentence to the clinician. */
export function explainRemedy(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'record_location':
      return 'Record where your client is, with the full address.'
    case 'record_county':
      return 'Record your client’s county.'
    case 'confirm_service_area':
      return 'Confirm which Blue plan serves the exact address.'
    case 'verify_coverage':
      return 'Ask us to verify the insurance first.'
    case 'update_coverage':
      return 'Ask your client for their current insurance.'
    case 'use_crisis_code':
      return 'If this was a crisis, bill it with 90839.'
    case 'document_crisis':
      return 'Write down what happened, how it was resolved, and the exact address.'
    case 'obtain_license':
      return `Get licensed in ${stateName(remedy.state)}.`
    case 'check_temporary_practice':
      return `Check whether ${stateName(remedy.state)} lets you practice there for a short time.`
    case 'await_credential':
      return `Wait for your credentialing with ${networkName(remedy.network)} in ${stateName(remedy.state)}.`
    case 'obtain_credential':
      return `Ask to be credentialed with ${networkName(remedy.network)} in ${stateName(remedy.state)}.`
    case 'opt_in_virtual_network':
      return `Join the virtual network of ${networkName(remedy.network)} for ${stateName(remedy.state)}.`
    case 'refer_to_provider':
      return `Refer your client to a clinician who takes ${networkName(remedy.network)} in ${stateName(remedy.state)}.`
    case 'wait_until':
      return `See your client from ${dateInWords(remedy.on)} on.`
  }
}
