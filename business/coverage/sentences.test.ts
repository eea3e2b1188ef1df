import { expect, test } from 'vitest'
import { decideBillingRoute } from './decide-billing-route.ts'
import { factsOf, type WrittenFacts } from './facts-of.ts'

// What clinicians are told of billing insurance, sentence by sentence (docs/promises.md names the pages). Each line is a
// situation and its answer; a sentence turned round makes a line wrong.

type Line = [situation: string, facts: WrittenFacts, says: string]

/** Outcome, route and reasons on one line. */
function says(situation: string, facts: WrittenFacts): string {
  const { outcome, method, claimTo, because } = decideBillingRoute(factsOf(situation, facts))
  return method === null ? `${outcome}: ${because.join(' ')}` : `${outcome} ${method} to ${claimTo}`
}

const remediesFor = (facts: WrittenFacts) =>
  decideBillingRoute(factsOf('asked', facts)).remedies.map((remedy) => Object.values(remedy).join(' '))

function holds(lines: readonly Line[]): void {
  for (const [situation, facts, answer] of lines) expect(says(situation, facts), situation).toBe(answer)
}

test('a session is billable where the clinician is both licensed and credentialed with the plan, in the state where the client is', () => {
  holds([
    ['both', { client: 'NY', licensed: 'NY', credentialed: 'aetna NY' }, 'billable in_network to aetna'],
    ['no license', { client: 'NY', credentialed: 'aetna NY' }, 'not_billable: not_licensed_in_state'],
    ['no credential', { client: 'NY', licensed: 'NY' }, 'not_billable: not_credentialed_with_plan'],
    [
      'another plan’s',
      { client: 'NY', licensed: 'NY', credentialed: 'cigna NY' },
      'not_billable: not_credentialed_with_plan',
    ],
    [
      'license of another state',
      { client: 'NY', licensed: 'NJ', credentialed: 'aetna NY' },
      'not_billable: not_licensed_in_state',
    ],
    [
      'credential of another state',
      { client: 'NY', licensed: 'NY', credentialed: 'aetna NJ' },
      'not_billable: not_credentialed_in_state',
    ],
  ])
})

test('it is the hour of the session that counts: what ended before it or begins after it opens nothing', () => {
  holds([
    [
      'a license that ended that day',
      { licensed: 'CA until 2026-04-08', credentialed: 'aetna CA' },
      'not_billable: license_not_in_force',
    ],
    [
      'a license from the day after',
      { licensed: 'CA from 2026-04-09', credentialed: 'aetna CA' },
      'not_billable: license_not_in_force',
    ],
    [
      'a credential that ended',
      { licensed: 'CA', credentialed: 'aetna CA until 2026-04-08' },
      'not_billable: credential_ended',
    ],
    [
      'a credential to come',
      { licensed: 'CA', credentialed: 'aetna CA from 2026-04-09' },
      'not_billable: credential_not_yet_effective',
    ],
  ])
})

test('neither where the clinician sits nor where the client lives opens a place or closes it', () => {
  // The clinician sits, and the client lives, in New Jersey, where everything is held; or where nothing is.
  const atHome = { licensed: 'NJ', credentialed: 'aetna NJ' }
  holds([
    ['all of it at home, client elsewhere', { client: 'TX', ...atHome }, 'not_billable: not_licensed_in_state'],
    [
      'none of it at home, client where it is held',
      { client: 'TX', licensed: 'TX', credentialed: 'aetna TX' },
      'billable in_network to aetna',
    ],
  ])
})

test('licensed in two states and credentialed in one is that one state only', () => {
  const clinician = { licensed: 'CA; NY', credentialed: 'aetna CA' }
  holds([
    ['where it is credentialed', { client: 'CA', ...clinician }, 'billable in_network to aetna'],
    ['where it is only licensed', { client: 'NY', ...clinician }, 'not_billable: not_credentialed_in_state'],
  ])
})

test('a session is confirmed only with the place of the client, and its address', () => {
  const clinician = { licensed: 'CA', credentialed: 'aetna CA' }
  holds([
    ['with both', { ...clinician }, 'billable in_network to aetna'],
    ['without the place', { ...clinician, client: 'unknown' }, 'needs_information: location_unknown'],
    ['without the address', { ...clinician, address: null }, 'needs_information: address_missing'],
    ['with a blank address', { ...clinician, address: '  ' }, 'needs_information: address_missing'],
  ])
})

test('at home a Blue plan’s member is seen with a credential of that very plan in the state', () => {
  const member = { client: 'NC', plan: 'bcbs-nc BlueCard', licensed: 'NC' }
  holds([
    ['with it', { ...member, credentialed: 'bcbs-nc NC' }, 'billable in_network to bcbs-nc'],
    ['without any', member, 'not_billable: not_credentialed_with_plan'],
    ['with it in another state', { ...member, credentialed: 'bcbs-nc VA' }, 'not_billable: not_credentialed_in_state'],
    [
      'with the other Blue of the place',
      { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca CA' },
      'not_billable: bluecard_not_in_home_area',
    ],
  ])
})

test('away from home a BlueCard member is seen by a clinician licensed and credentialed with the Blue of the place', () => {
  const member = { client: 'NY/36061', plan: 'bcbs-nc BlueCard', licensed: 'NY', credentialed: 'anthem-ny NY' }
  holds([
    ['the North Carolina member in New York', member, 'billable bluecard to anthem-ny'],
    ['whichever Blue is home', { ...member, plan: 'bcbs-ma BlueCard' }, 'billable bluecard to anthem-ny'],
    ['not in the programme', { ...member, plan: 'bcbs-nc' }, 'not_billable: outside_service_area_no_bluecard'],
    ['not licensed there', { ...member, licensed: 'NC' }, 'not_billable: not_licensed_in_state'],
    [
      'credentialed with the home plan only',
      { ...member, credentialed: 'bcbs-nc NY' },
      'not_billable: not_credentialed_with_local_blue',
    ],
    [
      'credentialed with a Blue of another part of the state',
      { ...member, credentialed: 'highmark-wny NY' },
      'not_billable: not_credentialed_with_local_blue',
    ],
    ['with a plan that is not Blue', { ...member, plan: 'aetna BlueCard' }, 'not_billable: not_credentialed_with_plan'],
  ])
})

test('BlueCard is for members away from home: in their own area it opens nothing', () => {
  const clinician = { licensed: 'CA', credentialed: 'anthem-ca CA' }
  holds([
    ['away', { client: 'CA', plan: 'bcbs-nc BlueCard', ...clinician }, 'billable bluecard to anthem-ca'],
    ['at home', { client: 'CA', plan: 'bsca BlueCard', ...clinician }, 'not_billable: bluecard_not_in_home_area'],
  ])
})

test('a virtual network opens its plan’s members in its state, with a license there and without the Blue of the place', () => {
  const member = { client: 'TX', plan: 'bcbs-ma', licensed: 'TX', credentialed: 'bcbs-ma TX virtual' }
  holds([
    ['the Massachusetts member in Texas', member, 'billable virtual_network to bcbs-ma'],
    ['without the opt-in', { ...member, credentialed: '' }, 'not_billable: outside_service_area_no_bluecard'],
    ['without the license', { ...member, licensed: 'MA' }, 'not_billable: not_licensed_in_state'],
    ['in another state', { ...member, client: 'FL', licensed: 'FL' }, 'not_billable: outside_service_area_no_bluecard'],
  ])
})

test('a virtual network opens nobody else: no other Blue plan’s members, neither at home nor away', () => {
  const clinician = { client: 'TX', licensed: 'TX', credentialed: 'bcbs-ma TX virtual' }
  holds([
    ['its own member', { ...clinician, plan: 'bcbs-ma BlueCard' }, 'billable virtual_network to bcbs-ma'],
    ['the member at home', { ...clinician, plan: 'bcbs-tx BlueCard' }, 'not_billable: not_credentialed_with_plan'],
    [
      'another member away',
      { ...clinician, plan: 'bcbs-nc BlueCard' },
      'not_billable: not_credentialed_with_local_blue',
    ],
    [
      'another member away, by the virtual network of the Blue of the place',
      { ...clinician, plan: 'bcbs-nc BlueCard', credentialed: 'bcbs-tx TX virtual' },
      'not_billable: virtual_network_serves_own_members_only',
    ],
  ])
})

test('a client who moved is seen with a license and a credential of the new state, or referred to somebody who has them', () => {
  const before = { client: 'FL', credentialed: 'aetna NJ' }
  holds([
    ['neither', { ...before, licensed: 'NJ' }, 'not_billable: not_licensed_in_state'],
    ['the license alone', { ...before, licensed: 'NJ; FL' }, 'not_billable: not_credentialed_in_state'],
    ['both', { client: 'FL', licensed: 'NJ; FL', credentialed: 'aetna NJ; aetna FL' }, 'billable in_network to aetna'],
  ])
  expect(remediesFor({ ...before, licensed: 'NJ' })).toEqual([
    'check_temporary_practice FL',
    'obtain_credential aetna FL',
    'obtain_license FL',
    'refer_to_provider aetna FL',
  ])
  expect(remediesFor({ ...before, licensed: 'NJ; FL' })).toEqual([
    'obtain_credential aetna FL',
    'refer_to_provider aetna FL',
  ])
  // Also who lacks the license alone may refer.
  expect(remediesFor({ client: 'FL', credentialed: 'aetna FL', licensed: 'NJ' })).toEqual([
    'check_temporary_practice FL',
    'obtain_license FL',
    'refer_to_provider aetna FL',
  ])
})

test('on vacation a license of that state is needed; whether it lets clinicians practice for a while is theirs to ask', () => {
  const traveller = { client: 'FL', credentialed: 'aetna FL' }
  holds([
    ['without the license', { ...traveller, licensed: 'NJ' }, 'not_billable: not_licensed_in_state'],
    ['with it', { ...traveller, licensed: 'NJ; FL' }, 'billable in_network to aetna'],
    [
      'with a permit for a while',
      { ...traveller, licensed: 'FL permit until 2026-05-01' },
      'billable in_network to aetna',
    ],
    ['after it', { ...traveller, licensed: 'FL permit until 2026-04-08' }, 'not_billable: license_not_in_force'],
  ])
  expect(remediesFor({ ...traveller, licensed: 'NJ' })).toContain('check_temporary_practice FL')
})

test('a client who commutes may join from any state in which the session could be billed, wherever they live', () => {
  const clinician = { licensed: 'NY; NJ', credentialed: 'cigna NY; cigna NJ', plan: 'cigna' }
  holds([
    ['from work', { client: 'NY', ...clinician }, 'billable in_network to cigna'],
    ['from home', { client: 'NJ', ...clinician }, 'billable in_network to cigna'],
    ['from between', { client: 'CT', ...clinician }, 'not_billable: not_licensed_in_state'],
  ])
})

const emergency: WrittenFacts = {
  client: 'FL',
  licensed: 'NJ',
  credentialed: 'aetna NJ',
  crisis: { codes: ['90839'], narrative: 'What happened', resolution: 'How it ended' },
}

test('an emergency in another state is billed without its license, and a person looks at each afterwards', () => {
  holds([
    ['a documented crisis', emergency, 'billable crisis_exception to aetna'],
    ['the same without a crisis', { ...emergency, crisis: null }, 'not_billable: not_licensed_in_state'],
  ])
  expect(decideBillingRoute(factsOf('an emergency', emergency)).review).toBe(true)
  expect(says('abroad', { ...emergency, client: 'outside_us' })).toBe('not_billable: outside_country')
})

test('an emergency is billed as a crisis session, not by another code and not by the add-on alone', () => {
  const crisis = { narrative: 'What happened', resolution: 'How it ended' }
  holds([
    [
      'as a crisis',
      { ...emergency, crisis: { ...crisis, codes: ['90839', '90840'] } },
      'billable crisis_exception to aetna',
    ],
    [
      'as therapy',
      { ...emergency, crisis: { ...crisis, codes: ['90837'] } },
      'not_billable: crisis_code_required not_licensed_in_state',
    ],
    [
      'by the add-on',
      { ...emergency, crisis: { ...crisis, codes: ['90840'] } },
      'not_billable: crisis_code_required not_licensed_in_state',
    ],
  ])
})

test('the note of an emergency tells the crisis', () => {
  const told = { codes: ['90839'], narrative: null, resolution: 'How it ended' }
  holds([
    ['told', emergency, 'billable crisis_exception to aetna'],
    ['not told', { ...emergency, crisis: told }, 'needs_information: crisis_undocumented not_licensed_in_state'],
    [
      'white space',
      { ...emergency, crisis: { ...told, narrative: ' ' } },
      'needs_information: crisis_undocumented not_licensed_in_state',
    ],
  ])
})

test('the note of an emergency tells how it was resolved', () => {
  const told = { codes: ['90839'], narrative: 'What happened', resolution: null }
  holds([
    ['told', emergency, 'billable crisis_exception to aetna'],
    ['not told', { ...emergency, crisis: told }, 'needs_information: crisis_undocumented not_licensed_in_state'],
  ])
})

test('an emergency has the exact address where the client was at that moment', () => {
  holds([
    ['with it', { ...emergency, purpose: 'guidance' }, 'billable crisis_exception to aetna'],
    [
      'without it',
      { ...emergency, purpose: 'guidance', address: null },
      'needs_information: crisis_undocumented not_licensed_in_state',
    ],
    ['without it, to confirm', { ...emergency, address: ' ' }, 'needs_information: address_missing'],
  ])
})
