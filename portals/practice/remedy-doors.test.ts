import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Remedy } from '../../business/coverage/answer.ts'
import { anyFacts } from '../../business/coverage/any-facts.ts'
import { decideBillingRoute } from '../../business/coverage/decide-billing-route.ts'
import { explainRemedy } from '../../business/coverage/explain-reason.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { doorOf, nearestFirst } from './remedy-doors.ts'

const there = { network: 'aetna', state: 'FL' }

// One of each kind: the compiler asks for the rest when answer.ts gets a new one.
const each: { [Kind in Remedy['kind']]: Extract<Remedy, { kind: Kind }> } = {
  record_location: { kind: 'record_location' },
  record_county: { kind: 'record_county' },
  confirm_service_area: { kind: 'confirm_service_area' },
  verify_coverage: { kind: 'verify_coverage' },
  update_coverage: { kind: 'update_coverage' },
  use_crisis_code: { kind: 'use_crisis_code' },
  document_crisis: { kind: 'document_crisis' },
  obtain_license: { kind: 'obtain_license', state: 'FL' },
  check_temporary_practice: { kind: 'check_temporary_practice', state: 'FL' },
  await_credential: { kind: 'await_credential', ...there },
  obtain_credential: { kind: 'obtain_credential', ...there },
  opt_in_virtual_network: { kind: 'opt_in_virtual_network', ...there },
  refer_to_provider: { kind: 'refer_to_provider', ...there },
  wait_until: { kind: 'wait_until', on: calendarDate('2026-05-01') },
}

test.each([
  // remedy                    on a client's page  on the confirm page  in What if
  ['record_location', 'new_location', 'new_location', 'new_location'],
  ['record_county', 'county', 'county', 'choose_county'],
  ['confirm_service_area', 'county', 'county', 'new_location'],
  ['verify_coverage', 'ask_check', 'ask_check', 'ask_check'],
  ['update_coverage', 'write_to_client', 'write_to_client', 'write_to_client'],
  ['use_crisis_code', 'crisis_help', 'add_crisis_code', 'crisis_help'],
  ['document_crisis', 'crisis_help', 'write_crisis', 'crisis_help'],
  ['obtain_license', 'boards', 'boards', 'boards'],
  ['check_temporary_practice', 'temporary', 'temporary', 'temporary'],
  ['await_credential', 'insurance_status', 'insurance_status', 'insurance_status'],
  ['obtain_credential', 'ask_credential', 'ask_credential', 'ask_credential'],
  ['opt_in_virtual_network', 'insurance_status', 'insurance_status', 'insurance_status'],
  ['refer_to_provider', 'colleagues', 'colleagues', 'colleagues'],
  ['wait_until', 'plan_session', 'plan_session', 'plan_session'],
] as const)('%s has its words, and a door wherever it shows', (kind, guidance, confirmation, whatIf) => {
  const remedy = each[kind]
  expect(explainRemedy(remedy)).toMatch(/^[A-Z].*\.$/)
  const doors = (['guidance', 'confirmation', 'what_if'] as const).map((where) => doorOf(remedy, where))
  expect(doors.map(({ opens }) => opens)).toEqual([guidance, confirmation, whatIf])
  for (const { name } of doors) expect(name).toMatch(/^[A-Z]/)
})

test('whatever is asked, each remedy of the answer has words and a door', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const remedy of decideBillingRoute(facts).remedies) {
        met.add(remedy.kind)
        expect(explainRemedy(remedy).length).toBeGreaterThan(0)
        expect(doorOf(remedy, 'guidance').name.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 3000 },
  )
  // All but the rarest are met in every run: a county that a road divides is one in a few thousand.
  expect(met.size).toBeGreaterThan(11)
})

test('what the page itself can do stands before what takes weeks', () => {
  const { document_crisis, obtain_license, refer_to_provider, record_county } = each
  const kinds = (remedies: Remedy[]) => nearestFirst(remedies, 'confirmation').map(({ kind }) => kind)
  expect(kinds([obtain_license, document_crisis, refer_to_provider])).toEqual([
    'document_crisis',
    'obtain_license',
    'refer_to_provider',
  ])
  expect(kinds([refer_to_provider, record_county])).toEqual(['record_county', 'refer_to_provider'])
})
