import { expect, test } from 'vitest'
import type { Answer, Remedy } from './answer.ts'
import { decideBillingRoute } from './decide-billing-route.ts'
import { factsOf, type WrittenFacts } from './facts-of.ts'
import { decideByTheBook } from './second-reading/decide-by-the-book.ts'

const told = { codes: ['90839'], narrative: 'What happened', resolution: 'How it ended' }

/** What an answer says, on one line: outcome, route, reasons, what is missing. */
function said({ outcome, method, claimTo, because, missing, review }: Answer): string {
  const route = method === null ? '' : ` ${method} to ${claimTo}`
  const asked = missing.length === 0 ? '' : `, missing ${missing.join(' ')}`
  return `${outcome}${route}: ${because.join(' ')}${asked}${review ? ', to review' : ''}`
}

function written(remedies: readonly Remedy[]): string {
  return remedies.map((remedy) => Object.values(remedy).join(' ')).join('; ')
}

const unlicensedIn = (state: string, network: string) =>
  `check_temporary_practice ${state}; obtain_license ${state}; refer_to_provider ${network} ${state}`

type Case = [situation: string, facts: WrittenFacts, says: string, remedies?: string]

// biome-ignore format: a table reads by its lines
const anyPlan: Case[] = [
  ['licensed and credentialed where the client is', { client: 'CA', licensed: 'CA', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['licensed in New York, credentialed in California only', { client: 'NY', licensed: 'CA; NY', credentialed: 'aetna CA' }, 'not_billable: not_credentialed_in_state', 'obtain_credential aetna NY; refer_to_provider aetna NY'],
  ['credentialed but not licensed there', { client: 'NY', licensed: 'CA', credentialed: 'aetna NY' }, 'not_billable: not_licensed_in_state', unlicensedIn('NY', 'aetna')],
  ['neither licensed nor credentialed there', { client: 'NY', licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: not_licensed_in_state', 'check_temporary_practice NY; obtain_credential aetna NY; obtain_license NY; refer_to_provider aetna NY'],
  ['a license that ended on the day of service', { licensed: 'CA until 2026-04-08', credentialed: 'aetna CA' }, 'not_billable: license_not_in_force', unlicensedIn('CA', 'aetna')],
  ['a license on its last day', { licensed: 'CA until 2026-04-09', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['a license that begins tomorrow', { licensed: 'CA from 2026-04-09', credentialed: 'aetna CA' }, 'not_billable: license_not_in_force', unlicensedIn('CA', 'aetna')],
  ['one license ended, another in force', { licensed: 'CA until 2024-01-01; CA from 2025-01-01', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['a compact privilege', { licensed: 'CA compact', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['a temporary permit', { licensed: 'CA permit until 2026-05-01', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['a credential that is not decided', { licensed: 'CA', credentialed: 'aetna CA pending' }, 'not_billable: credential_pending', 'await_credential aetna CA'],
  ['a credential from tomorrow', { licensed: 'CA', credentialed: 'aetna CA from 2026-04-09' }, 'not_billable: credential_not_yet_effective', 'wait_until 2026-04-09'],
  ['a credential on its first day', { licensed: 'CA', credentialed: 'aetna CA from 2026-04-08' }, 'billable in_network to aetna: credentialed_in_state'],
  ['two credentials to come: the earlier one counts', { licensed: 'CA', credentialed: 'aetna CA from 2026-06-01; aetna CA virtual from 2026-05-01' }, 'not_billable: credential_not_yet_effective', 'wait_until 2026-05-01'],
  ['pending goes before not yet effective', { licensed: 'CA', credentialed: 'aetna CA from 2026-06-01; aetna CA pending' }, 'not_billable: credential_pending', 'await_credential aetna CA'],
  ['a credential that ended', { licensed: 'CA', credentialed: 'aetna CA until 2026-04-08' }, 'not_billable: credential_ended', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['a terminated credential, whatever its dates', { licensed: 'CA', credentialed: 'aetna CA terminated' }, 'not_billable: credential_ended', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['a terminated one to come is over too', { licensed: 'CA', credentialed: 'aetna CA terminated from 2026-05-01' }, 'not_billable: credential_ended', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['ended here goes before in force elsewhere', { licensed: 'CA', credentialed: 'aetna CA terminated; aetna NV' }, 'not_billable: credential_ended', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['pending elsewhere is nothing here', { licensed: 'CA', credentialed: 'aetna NV pending' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['in force in one other state and over in another', { licensed: 'CA', credentialed: 'aetna NV; aetna AZ terminated' }, 'not_billable: not_credentialed_in_state', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['credentialed with another plan', { licensed: 'CA', credentialed: 'cigna CA' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential aetna CA; refer_to_provider aetna CA'],
  ['a plan that is not Blue counts a virtual credential as its own', { licensed: 'CA', credentialed: 'aetna CA virtual' }, 'billable in_network to aetna: credentialed_in_state'],
  ['the payer does not have the credential yet', { licensed: 'CA', credentialed: 'aetna CA ready 2026-04-09' }, 'billable_held in_network to aetna: awaiting_payer_ready credentialed_in_state'],
  ['it had it by the day of asking', { licensed: 'CA', credentialed: 'aetna CA ready 2026-04-09', asOf: '2026-04-09' }, 'billable in_network to aetna: credentialed_in_state'],
  ['no one knows when the payer will', { licensed: 'CA', credentialed: 'aetna CA not-ready' }, 'billable_held in_network to aetna: awaiting_payer_ready credentialed_in_state'],
  ['one of two credentials is payer-ready', { licensed: 'CA', credentialed: 'aetna CA not-ready; aetna CA virtual' }, 'billable in_network to aetna: credentialed_in_state'],
  ['the plan is not accepted in the state', { accepted: 'NY NJ', licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: plan_not_accepted', ''],
  ['a plan accepted nowhere', { accepted: '', licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: plan_not_accepted', ''],
  ['not accepted goes before not licensed', { accepted: 'NY' }, 'not_billable: plan_not_accepted', ''],
  ['a county is never asked for a plan that is not Blue', { client: 'NY', licensed: 'NY', credentialed: 'aetna NY' }, 'billable in_network to aetna: credentialed_in_state'],
]

// biome-ignore format: a table reads by its lines
const beforeThePlace: Case[] = [
  ['an exclusion in force', { excluded: 'from 2026-04-08', licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: provider_excluded', ''],
  ['an exclusion that ended', { excluded: 'until 2026-04-08', licensed: 'CA', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['an exclusion of a documented crisis', { excluded: 'from 2020-01-01', crisis: told, credentialed: 'aetna CA' }, 'not_billable: provider_excluded', ''],
  ['an exclusion, and no location', { excluded: 'from 2020-01-01', client: 'unknown' }, 'not_billable: provider_excluded', ''],
  ['no location', { client: 'unknown', coverage: 'inactive' }, 'needs_information: location_unknown, missing client_location', 'record_location'],
  ['abroad', { client: 'outside_us', address: null, licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: outside_country', ''],
  ['no address at confirmation', { address: null, licensed: 'CA', credentialed: 'aetna CA' }, 'needs_information: address_missing, missing address', 'record_location'],
  ['an address of white space', { address: ' \t', licensed: 'CA', credentialed: 'aetna CA' }, 'needs_information: address_missing, missing address', 'record_location'],
  ['guidance needs no address', { purpose: 'guidance', address: null, licensed: 'CA', credentialed: 'aetna CA' }, 'billable in_network to aetna: credentialed_in_state'],
  ['the address is asked before coverage', { address: '', coverage: 'inactive' }, 'needs_information: address_missing, missing address', 'record_location'],
  ['coverage has ended', { coverage: 'inactive', licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: coverage_inactive', 'update_coverage'],
  ['coverage is not verified', { coverage: 'unverified' }, 'needs_information: coverage_unverified, missing verified_coverage', 'verify_coverage'],
]

const awayFromHome = 'bcbs-nc BlueCard'
// biome-ignore format: a table reads by its lines
const blues: Case[] = [
  ['at home with the home plan', { client: 'NC', plan: 'bcbs-nc', licensed: 'NC', credentialed: 'bcbs-nc NC' }, 'billable in_network to bcbs-nc: credentialed_in_state'],
  ['a virtual credential at home counts as any', { client: 'NC', plan: 'bcbs-nc', licensed: 'NC', credentialed: 'bcbs-nc NC virtual' }, 'billable in_network to bcbs-nc: credentialed_in_state'],
  ['the North Carolina member in New York City', { client: 'NY/36061', plan: awayFromHome, licensed: 'NY', credentialed: 'anthem-ny NY' }, 'billable bluecard to anthem-ny: bluecard_local_plan'],
  ['the same member without BlueCard', { client: 'NY/36061', plan: 'bcbs-nc', licensed: 'NY', credentialed: 'anthem-ny NY' }, 'not_billable: outside_service_area_no_bluecard', 'opt_in_virtual_network bcbs-nc NY; refer_to_provider bcbs-nc NY'],
  ['in Buffalo another Blue is local', { client: 'NY/36029', plan: awayFromHome, licensed: 'NY', credentialed: 'anthem-ny NY' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential highmark-wny NY; opt_in_virtual_network bcbs-nc NY; refer_to_provider bcbs-nc NY'],
  ['the Massachusetts virtual network in Texas', { client: 'TX', plan: 'bcbs-ma', licensed: 'TX', credentialed: 'bcbs-ma TX virtual' }, 'billable virtual_network to bcbs-ma: virtual_network'],
  ['the virtual network does not open the local Blue', { client: 'TX', plan: 'bcbs-tx', licensed: 'TX', credentialed: 'bcbs-ma TX virtual' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bcbs-tx TX; refer_to_provider bcbs-tx TX'],
  ['the virtual network does not follow to Oklahoma', { client: 'OK', plan: 'bcbs-ma', licensed: 'TX; OK', credentialed: 'bcbs-ma TX virtual' }, 'not_billable: outside_service_area_no_bluecard', 'opt_in_virtual_network bcbs-ma OK; refer_to_provider bcbs-ma OK'],
  ['a local Blue’s virtual network serves its own members', { client: 'MA', plan: awayFromHome, licensed: 'MA', credentialed: 'bcbs-ma MA virtual' }, 'not_billable: virtual_network_serves_own_members_only', 'obtain_credential bcbs-ma MA; opt_in_virtual_network bcbs-nc MA; refer_to_provider bcbs-nc MA'],
  ['a local virtual network in force and another that ended', { client: 'MA', plan: awayFromHome, licensed: 'MA', credentialed: 'bcbs-ma MA virtual; bcbs-ma MA virtual terminated' }, 'not_billable: virtual_network_serves_own_members_only', 'obtain_credential bcbs-ma MA; opt_in_virtual_network bcbs-nc MA; refer_to_provider bcbs-nc MA'],
  ['the virtual network goes before BlueCard', { client: 'TX', plan: 'bcbs-ma BlueCard', licensed: 'TX', credentialed: 'bcbs-ma TX virtual; bcbs-tx TX' }, 'billable virtual_network to bcbs-ma: virtual_network'],
  ['unless only BlueCard is payer-ready', { client: 'TX', plan: 'bcbs-ma BlueCard', licensed: 'TX', credentialed: 'bcbs-ma TX virtual not-ready; bcbs-tx TX' }, 'billable bluecard to bcbs-tx: bluecard_local_plan'],
  ['a direct credential with the home plan away from home', { client: 'TX', plan: 'bcbs-ma BlueCard', licensed: 'TX', credentialed: 'bcbs-ma TX' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential bcbs-tx TX; opt_in_virtual_network bcbs-ma TX; refer_to_provider bcbs-ma TX'],
  ['BlueCard is not for the home area', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca CA' }, 'not_billable: bluecard_not_in_home_area', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['at home with a plan that is no Blue', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'aetna CA' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['at home with the other local Blue in another state', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca NV' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['at home with the virtual network of the other local Blue', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca CA virtual' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['at home with what the other local Blue has ended', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca CA until 2026-04-08' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['at home with a Blue of elsewhere', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'bcbs-tx CA' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['without BlueCard the other Blue at home says nothing', { client: 'CA', plan: 'bsca', licensed: 'CA', credentialed: 'anthem-ca CA' }, 'not_billable: not_credentialed_with_plan', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['what ended at home goes before BlueCard’s reason', { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca CA; bsca CA terminated' }, 'not_billable: credential_ended', 'obtain_credential bsca CA; refer_to_provider bsca CA'],
  ['two local Blues: the first by id', { client: 'CA', plan: awayFromHome, licensed: 'CA', credentialed: 'bsca CA; anthem-ca CA' }, 'billable bluecard to anthem-ca: bluecard_local_plan'],
  ['two local Blues: the one that is payer-ready', { client: 'CA', plan: awayFromHome, licensed: 'CA', credentialed: 'bsca CA; anthem-ca CA not-ready' }, 'billable bluecard to bsca: bluecard_local_plan'],
  ['a pending local Blue', { client: 'TX', plan: awayFromHome, licensed: 'TX', credentialed: 'bcbs-tx TX pending' }, 'not_billable: credential_pending', 'await_credential bcbs-tx TX'],
  ['a local Blue that is pending in another state', { client: 'TX', plan: awayFromHome, licensed: 'TX', credentialed: 'bcbs-tx OK pending' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential bcbs-tx TX; opt_in_virtual_network bcbs-nc TX; refer_to_provider bcbs-nc TX'],
  ['a Blue that is pending here and not local', { client: 'TX', plan: awayFromHome, licensed: 'TX', credentialed: 'bcbs-ok TX pending' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential bcbs-tx TX; opt_in_virtual_network bcbs-nc TX; refer_to_provider bcbs-nc TX'],
  ['a pending virtual one is not looked at', { client: 'TX', plan: awayFromHome, licensed: 'TX', credentialed: 'bcbs-nc TX virtual pending' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential bcbs-tx TX; opt_in_virtual_network bcbs-nc TX; refer_to_provider bcbs-nc TX'],
  ['a local Blue from tomorrow', { client: 'TX', plan: awayFromHome, licensed: 'TX', credentialed: 'bcbs-tx TX from 2026-04-09' }, 'not_billable: credential_not_yet_effective', 'wait_until 2026-04-09'],
  ['two local Blues to come, each in places of its own', { client: 'MO', plan: awayFromHome, licensed: 'MO', credentialed: 'anthem-mo MO from 2026-06-01; blue-kc MO from 2026-05-01' }, 'not_billable: credential_not_yet_effective', 'wait_until 2026-05-01; wait_until 2026-06-01'],
  ['a territory without a Blue', { client: 'GU', plan: awayFromHome, licensed: 'GU' }, 'not_billable: not_credentialed_with_local_blue', 'opt_in_virtual_network bcbs-nc GU; refer_to_provider bcbs-nc GU'],
  ['not licensed away from home: the license and what else is lacking', { client: 'TX', plan: awayFromHome }, 'not_billable: not_licensed_in_state', 'check_temporary_practice TX; obtain_credential bcbs-tx TX; obtain_license TX; opt_in_virtual_network bcbs-nc TX; refer_to_provider bcbs-nc TX'],
]

// biome-ignore format: a table reads by its lines
const places: Case[] = [
  ['county unknown, and it matters', { client: 'NY', plan: awayFromHome, licensed: 'NY', credentialed: 'anthem-ny NY' }, 'needs_information: county_unknown, missing client_county', 'record_county'],
  ['county unknown, and nothing works anywhere', { client: 'MO', plan: awayFromHome, licensed: 'MO' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential anthem-mo MO; obtain_credential blue-kc MO; opt_in_virtual_network bcbs-nc MO; refer_to_provider bcbs-nc MO'],
  ['county unknown, and the virtual network works everywhere', { client: 'NY', plan: awayFromHome, licensed: 'NY', credentialed: 'anthem-ny NY; bcbs-nc NY virtual' }, 'billable virtual_network to bcbs-nc: virtual_network'],
  ['county unknown, and one Blue holds all of Ohio', { client: 'OH', plan: awayFromHome, licensed: 'OH', credentialed: 'anthem-oh OH; highmark-wv OH' }, 'billable bluecard to anthem-oh: bluecard_local_plan'],
  ['county unknown, and the other Blue of Ohio holds one county', { client: 'OH', plan: awayFromHome, licensed: 'OH', credentialed: 'highmark-wv OH' }, 'needs_information: county_unknown, missing client_county', 'record_county'],
  ['a Kansas City member somewhere in Missouri', { client: 'MO', plan: 'blue-kc BlueCard', licensed: 'MO', credentialed: 'blue-kc MO; anthem-mo MO' }, 'needs_information: county_unknown, missing client_county', 'record_county'],
  ['the same member in Jackson County', { client: 'MO/29095', plan: 'blue-kc BlueCard', licensed: 'MO', credentialed: 'blue-kc MO; anthem-mo MO' }, 'billable in_network to blue-kc: credentialed_in_state'],
  ['the same member in Saint Louis', { client: 'MO/29510', plan: 'blue-kc BlueCard', licensed: 'MO', credentialed: 'blue-kc MO; anthem-mo MO' }, 'billable bluecard to anthem-mo: bluecard_local_plan'],
  ['a county that a road divides', { client: 'VA/51059', plan: 'carefirst', licensed: 'VA', credentialed: 'carefirst VA' }, 'needs_information: service_area_boundary, missing exact_service_area', 'confirm_service_area'],
  ['a person confirmed the home side', { client: 'VA/51059/carefirst', plan: 'carefirst', licensed: 'VA', credentialed: 'carefirst VA' }, 'billable in_network to carefirst: credentialed_in_state'],
  ['a person confirmed the other side', { client: 'VA/51059/anthem-va', plan: 'carefirst', licensed: 'VA', credentialed: 'carefirst VA' }, 'not_billable: outside_service_area_no_bluecard', 'opt_in_virtual_network carefirst VA; refer_to_provider carefirst VA'],
  ['a divided county where neither side works', { client: 'VA/51059', plan: 'carefirst', licensed: 'VA' }, 'not_billable: not_credentialed_with_plan outside_service_area_no_bluecard', 'obtain_credential carefirst VA; opt_in_virtual_network carefirst VA; refer_to_provider carefirst VA'],
  ['three Blues in one county', { client: 'PA/42027', plan: awayFromHome, licensed: 'PA', credentialed: 'highmark-pa-west PA; capital PA' }, 'billable bluecard to capital: bluecard_local_plan'],
  ['Richmond is outside the divided part', { client: 'VA/51760', plan: awayFromHome, licensed: 'VA', credentialed: 'carefirst VA' }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential anthem-va VA; opt_in_virtual_network bcbs-nc VA; refer_to_provider bcbs-nc VA'],
]

// biome-ignore format: a table reads by its lines
const crises: Case[] = [
  ['a documented crisis without a license there', { client: 'FL', licensed: 'NJ', credentialed: 'aetna NJ', crisis: told }, 'billable crisis_exception to aetna: crisis_exception, to review'],
  ['a documented crisis where routine billing works', { licensed: 'CA', credentialed: 'aetna CA', crisis: told }, 'billable in_network to aetna: credentialed_in_state'],
  ['a routine route that is held goes before a crisis that is not', { licensed: 'CA', credentialed: 'aetna CA not-ready; aetna NV', crisis: told }, 'billable_held in_network to aetna: awaiting_payer_ready credentialed_in_state'],
  ['a crisis where the plan is not accepted', { accepted: 'NJ', credentialed: 'aetna NJ', crisis: told }, 'billable crisis_exception to aetna: crisis_exception, to review'],
  ['a crisis exception that waits for the payer', { client: 'FL', credentialed: 'aetna NJ not-ready', crisis: told }, 'billable_held crisis_exception to aetna: awaiting_payer_ready crisis_exception, to review'],
  ['a crisis with a plan held nowhere', { client: 'FL', licensed: 'FL', credentialed: 'cigna NJ', crisis: told }, 'not_billable: not_credentialed_with_plan', 'obtain_credential aetna FL; refer_to_provider aetna FL'],
  ['a crisis whose only credential is pending', { client: 'FL', licensed: 'FL', credentialed: 'aetna NJ pending', crisis: told }, 'not_billable: not_credentialed_with_plan', 'obtain_credential aetna FL; refer_to_provider aetna FL'],
  ['a crisis of a BlueCard client, with any Blue held directly', { client: 'FL', plan: awayFromHome, credentialed: 'anthem-ny NY', crisis: told }, 'billable crisis_exception to anthem-ny: crisis_exception, to review'],
  ['the plan’s own network goes first in a crisis', { client: 'FL', plan: awayFromHome, credentialed: 'anthem-ny NY; bcbs-nc NC virtual', crisis: told }, 'billable crisis_exception to bcbs-nc: crisis_exception, to review'],
  ['of other Blues the first by id', { client: 'FL', plan: awayFromHome, credentialed: 'horizon-nj NJ; anthem-ny NY', crisis: told }, 'billable crisis_exception to anthem-ny: crisis_exception, to review'],
  ['another Blue’s virtual network opens no crisis', { client: 'FL', licensed: 'FL', plan: awayFromHome, credentialed: 'anthem-ny NY virtual', crisis: told }, 'not_billable: not_credentialed_with_local_blue', 'obtain_credential florida-blue FL; opt_in_virtual_network bcbs-nc FL; refer_to_provider bcbs-nc FL'],
  ['without BlueCard only the plan’s own network opens it', { client: 'FL', licensed: 'FL', plan: 'bcbs-nc', credentialed: 'anthem-ny NY', crisis: told }, 'not_billable: outside_service_area_no_bluecard', 'opt_in_virtual_network bcbs-nc FL; refer_to_provider bcbs-nc FL'],
  ['a crisis in an unknown county that works everywhere', { client: 'NY', plan: awayFromHome, licensed: 'NY', credentialed: 'anthem-ny NY', crisis: told }, 'billable crisis_exception to anthem-ny: crisis_exception, to review'],
  ['a crisis that is not billed as one', { client: 'FL', licensed: 'NJ', credentialed: 'aetna NJ', crisis: { ...told, codes: ['90837'] } }, 'not_billable: crisis_code_required not_licensed_in_state', 'check_temporary_practice FL; obtain_credential aetna FL; obtain_license FL; refer_to_provider aetna FL; use_crisis_code'],
  ['the add-on code alone', { client: 'FL', licensed: 'FL', credentialed: 'aetna NJ', crisis: { ...told, codes: ['90840'], narrative: null } }, 'not_billable: crisis_code_required not_credentialed_in_state', 'obtain_credential aetna FL; refer_to_provider aetna FL; use_crisis_code'],
  ['a crisis without its story', { client: 'FL', licensed: 'FL', credentialed: 'aetna NJ', crisis: { ...told, narrative: ' ' } }, 'needs_information: crisis_undocumented not_credentialed_in_state, missing crisis_narrative', 'document_crisis; obtain_credential aetna FL; refer_to_provider aetna FL'],
  ['a crisis without its end', { client: 'FL', licensed: 'FL', credentialed: 'aetna NJ', crisis: { ...told, resolution: '' } }, 'needs_information: crisis_undocumented not_credentialed_in_state, missing crisis_resolution', 'document_crisis; obtain_credential aetna FL; refer_to_provider aetna FL'],
  ['a crisis with nothing told, in guidance', { client: 'FL', purpose: 'guidance', address: null, licensed: 'FL', credentialed: 'aetna NJ', crisis: { codes: ['90839'], narrative: null, resolution: '' } }, 'needs_information: crisis_undocumented not_credentialed_in_state, missing crisis_narrative crisis_resolution exact_address', 'document_crisis; obtain_credential aetna FL; refer_to_provider aetna FL'],
  ['an undocumented crisis where routine billing works', { licensed: 'CA', credentialed: 'aetna CA', crisis: { codes: [], narrative: null, resolution: null } }, 'billable in_network to aetna: credentialed_in_state'],
  ['a crisis abroad', { client: 'outside_us', credentialed: 'aetna CA', crisis: told }, 'not_billable: outside_country', ''],
]

const cases = [...anyPlan, ...beforeThePlace, ...blues, ...places, ...crises]

test.each(cases.map(([situation, facts, says, remedies = '']) => [situation, facts, says, remedies] as const))(
  '%s',
  (situation, facts, says, remedies) => {
    const whole = factsOf(situation, facts)
    const answer = decideBillingRoute(whole)
    expect(said(answer)).toBe(says)
    expect(written(answer.remedies)).toBe(remedies)
    expect(answer.id).toBe(situation)
    expect(decideByTheBook(whole)).toEqual(answer)
  },
)

test('a trace names every rule, and what it found never contradicts the answer', () => {
  for (const [situation, facts] of cases) {
    const answer = decideBillingRoute(factsOf(situation, facts), { trace: true })
    const { trace = [], ...rest } = answer
    expect(rest).toEqual(decideBillingRoute(factsOf(situation, facts)))
    expect(trace.map(({ rule }) => rule)).toEqual([
      'exclusion',
      'location',
      'coverage',
      'places',
      'authority',
      'routes',
      'crisis',
      'choice',
      'outcome',
    ])
    const deciding = trace.filter(({ found }) => !found.startsWith('not asked')).at(-1)
    expect(deciding?.found).toContain(answer.because[0])
    expect(trace.every(({ source }) => source !== '')).toBe(true)
  }
})

test('a trace shows each possible place with what was found there', () => {
  const { trace = [] } = decideBillingRoute(
    factsOf('divided', { client: 'VA/51059', plan: 'carefirst', licensed: 'VA', credentialed: 'carefirst VA' }),
    { trace: true },
  )
  expect(trace.find(({ rule }) => rule === 'routes')?.found).toBe(
    'anthem-va (away): outside_service_area_no_bluecard; carefirst (at home): in_network to carefirst',
  )
})
