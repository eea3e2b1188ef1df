import { expect, test } from 'vitest'
import { claimStatuses } from './claim-status.ts'
import { decideResubmission } from './decide-resubmission.ts'

test.each([
  // status            the payer's number   what goes out, or why nothing does
  ['rejected', null, { outcome: 'may_go', frequency: '1', originalReference: null }],
  ['file_rejected', 'ICN1', { outcome: 'may_go', frequency: '1', originalReference: null }],
  ['denied', 'ICN1', { outcome: 'may_go', frequency: '7', originalReference: 'ICN1' }],
  ['denied', null, { outcome: 'must_not', because: 'payer_number_missing' }],
  ['underpaid', 'ICN1', { outcome: 'may_go', frequency: '7', originalReference: 'ICN1' }],
  ['accepted', 'ICN1', { outcome: 'must_not', because: 'payer_decides' }],
  ['ready', null, { outcome: 'must_not', because: 'not_sent_yet' }],
  ['paid', 'ICN1', { outcome: 'must_not', because: 'paid_as_agreed' }],
] as const)('a claim that is %s, with the payer’s number %s', (status, payerNumber, answer) => {
  expect(decideResubmission(status, payerNumber)).toMatchObject(answer)
})

test('only what the payer has decided names the payer’s number', () => {
  for (const status of claimStatuses) {
    const decided = decideResubmission(status, 'ICN1')
    if (decided.outcome !== 'may_go') continue
    expect([status, decided.frequency === '7']).toEqual([status, decided.originalReference !== null])
  }
})
