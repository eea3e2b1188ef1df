import { expect, test } from 'vitest'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import { factsOf, type WrittenFacts } from '../coverage/facts-of.ts'
import { contractStates } from './contract-states.ts'

const told = { codes: ['90839'], narrative: 'What happened', resolution: 'How it ended' }

test.each<[string, WrittenFacts, string, string[]]>([
  ['a session is priced where the client is', { client: 'CA', licensed: 'CA', credentialed: 'aetna CA' }, 'CA', ['CA']],
  [
    'a crisis elsewhere is priced by the contract of the state that the clinician is credentialed in',
    { client: 'NV', licensed: 'CA', credentialed: 'aetna CA', crisis: told },
    'NV',
    ['NV', 'CA'],
  ],
  [
    'a credential that has ended prices nothing',
    { client: 'NV', licensed: 'CA', credentialed: 'aetna CA; aetna AZ until 2026-01-01', crisis: told },
    'NV',
    ['NV', 'CA'],
  ],
])('%s', (situation, written, clientState, states) => {
  const facts = factsOf(situation, written)
  expect(contractStates(decideBillingRoute(facts), facts, clientState)).toEqual(states)
})
