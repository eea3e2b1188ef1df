import { expect, test } from 'vitest'
import type { TraceStep } from './answer.ts'
import { explainStep } from './explain-step.ts'

const step = (rule: string, found: string): TraceStep => ({ rule, read: {}, found, source: 'Our rule' })

test.each([
  // rule        found                                           in words
  ['exclusion', 'no exclusion in force', 'No exclusion in force.'],
  ['location', 'the client is in NY', 'The client is in New York.'],
  ['location', 'location_unknown', 'We need to know where your client is during the session.'],
  ['coverage', 'coverage is active', 'Coverage is active.'],
  ['coverage', 'coverage_inactive', 'Your client’s insurance was not active on that day.'],
  ['routes', 'in_network to cedar-mutual (payer not ready)', 'In network with Cedar Mutual (payer not ready).'],
  ['choice', 'no route in every place', 'No route in every place.'],
  [
    'outcome',
    'billable: credentialed_in_state',
    'Yes. You are licensed where your client is and credentialed there with their plan.',
  ],
  ['outcome', 'not_billable: not_licensed_in_state', 'No. You are not licensed in the state where your client is.'],
  ['crisis', 'not asked: already decided', 'Not asked: already decided.'],
])('what the rule of %s found, "%s", is said in words', (rule, found, words) => {
  expect(explainStep(step(rule, found)).found).toBe(words)
})

test('a rule is named by what it asks, and keeps its source', () => {
  expect(explainStep(step('choice', 'x'))).toMatchObject({ asked: 'Which route is taken?', source: 'Our rule' })
})
