import type { Remedy } from '../../business/coverage/answer.ts'

/** Where a remedy shows: a guidance box of a known place, the confirm page, or a state of What if. */
export type Where = 'guidance' | 'confirmation' | 'what_if'

/** What starts a remedy: a form over the page, a page, a deed, or something known to read. */
export type Door =
  | { opens: 'new_location'; name: string }
  | { opens: 'county'; name: string }
  | { opens: 'choose_county'; name: string }
  | { opens: 'ask_check'; name: string }
  | { opens: 'write_to_client'; name: string }
  | { opens: 'add_crisis_code'; name: string }
  | { opens: 'write_crisis'; name: string }
  | { opens: 'crisis_help'; name: string }
  | { opens: 'boards'; name: string; state: string }
  | { opens: 'temporary'; name: string; state: string }
  | { opens: 'colleagues'; name: string; state: string }
  | { opens: 'insurance_status'; name: string; part: 'networks' | 'virtual-networks' }
  | { opens: 'ask_credential'; name: string; network: string; state: string }
  | { opens: 'plan_session'; name: string; on: string }

// What the page at hand can do itself, before what takes weeks or another person.
const here: readonly Door['opens'][] = [
  'write_crisis',
  'add_crisis_code',
  'county',
  'choose_county',
  'new_location',
  'ask_check',
  'write_to_client',
]

/** Remedies in the order in which a person would try them. */
export function nearestFirst<Each extends Remedy>(remedies: readonly Each[], where: Where): Each[] {
  const rank = (remedy: Each) => {
    const at = here.indexOf(doorOf(remedy, where).opens)
    return at === -1 ? here.length : at
  }
  return remedies.toSorted((one, other) => rank(one) - rank(other))
}

/** Every remedy of the billing decision has its door, wherever it shows. */
export function doorOf(remedy: Remedy, where: Where): Door {
  switch (remedy.kind) {
    case 'record_location':
      return { opens: 'new_location', name: 'New location' }
    case 'record_county':
      return where === 'what_if'
        ? { opens: 'choose_county', name: 'Choose the county' }
        : { opens: 'county', name: 'Record the county' }
    case 'confirm_service_area':
      return where === 'what_if'
        ? { opens: 'new_location', name: 'Record the address there' }
        : { opens: 'county', name: 'Confirm who serves it' }
    case 'verify_coverage':
      return { opens: 'ask_check', name: 'Ask us to check it' }
    case 'update_coverage':
      return { opens: 'write_to_client', name: 'Ask your client' }
    case 'use_crisis_code':
      return where === 'confirmation'
        ? { opens: 'add_crisis_code', name: 'Bill it with 90839' }
        : { opens: 'crisis_help', name: 'When a crisis is billed' }
    case 'document_crisis':
      return where === 'confirmation'
        ? { opens: 'write_crisis', name: 'Write it down' }
        : { opens: 'crisis_help', name: 'What must be written' }
    case 'obtain_license':
      return { opens: 'boards', name: 'Licensing board', state: remedy.state }
    case 'check_temporary_practice':
      return { opens: 'temporary', name: 'What is known of it', state: remedy.state }
    case 'await_credential':
      return { opens: 'insurance_status', name: 'How far it is', part: 'networks' }
    case 'obtain_credential':
      return { opens: 'ask_credential', name: 'Ask for it', network: remedy.network, state: remedy.state }
    case 'opt_in_virtual_network':
      return { opens: 'insurance_status', name: 'Virtual networks', part: 'virtual-networks' }
    case 'refer_to_provider':
      return { opens: 'colleagues', name: 'Who can see them', state: remedy.state }
    case 'wait_until':
      return { opens: 'plan_session', name: 'Plan a session', on: remedy.on }
  }
}
