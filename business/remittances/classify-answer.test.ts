import { expect, test } from 'vitest'
import type { ClaimPayment } from '../../libraries/x12/model-remittance.ts'
import { type AnswerKind, classifyAnswer } from './classify-answer.ts'

function claim(status: string, paidCents: number, ...adjustments: [string, string, number][]): ClaimPayment {
  return {
    claimControlNumber: 'A1',
    status,
    chargeCents: 15000,
    paidCents,
    filingCode: '12',
    payerClaimControlNumber: 'ICN1',
    patient: { kind: 'person', last: 'Example' },
    adjustments: [],
    lines: [
      {
        procedure: '90837',
        modifiers: [],
        chargeCents: 15000,
        paidCents,
        units: 1,
        adjustments: adjustments.map(([group, reason, cents]) => ({ group, reason, cents })),
      },
    ],
  }
}

const cases: [string, ClaimPayment, AnswerKind, number][] = [
  ['paid with a copay', claim('1', 12500, ['PR', '3', 2500]), 'answer', 2500],
  ['the whole session is the deductible', claim('1', 0, ['PR', '1', 15000]), 'answer', 15000],
  [
    'deductible, coinsurance and copay are one share',
    claim('1', 9000, ['PR', '1', 3000], ['PR', '2', 2000], ['PR', '3', 1000]),
    'answer',
    6000,
  ],
  ['other patient responsibility is no share', claim('1', 12500, ['PR', '96', 2500]), 'answer', 0],
  ['less allowed', claim('1', 10500, ['CO', '45', 2000], ['PR', '3', 2500]), 'answer', 2500],
  ['nothing allowed by contract is an underpayment', claim('1', 0, ['CO', '45', 15000]), 'answer', 0],
  ['denied by status', claim('4', 0, ['CO', '197', 15000]), 'denial', 0],
  ['denied without the status', claim('1', 0, ['CO', '197', 15000]), 'denial', 0],
  ['taken back', claim('22', -12500, ['PR', '3', -2500]), 'reversal', -2500],
  ['not our claim, forwarded', claim('23', 0, ['OA', '109', 15000]), 'information', 0],
  ['predetermination', claim('25', 0, ['OA', '101', 15000]), 'information', 0],
]

test.each(cases)('%s', (_, answer, kind, share) => {
  const classified = classifyAnswer(answer)
  expect(classified.kind).toBe(kind)
  expect(classified.clientShare).toBe(share)
})
