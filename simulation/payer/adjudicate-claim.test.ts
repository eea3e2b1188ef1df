import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { aClaim, aLine } from './a-claim.ts'
import { adjudicateClaim, type ClaimDecision, denyClaim, notAuthorized, reverseDecision } from './adjudicate-claim.ts'

const terms = (rate: number | null, copay: number, less = 0) => ({
  rateOf: () => (rate === null ? null : cents(rate)),
  copay: cents(copay),
  less: cents(less),
})

test.each([
  { says: 'pays the contract less the copay', rate: 15_000, copay: 2_500, less: 0, paid: 12_500, share: 2_500, co: 0 },
  { says: 'allows 20.00 less', rate: 15_000, copay: 2_500, less: 2_000, paid: 10_500, share: 2_500, co: 2_000 },
  {
    says: 'never asks more of the client than it allows',
    rate: 1_000,
    copay: 2_500,
    less: 0,
    paid: 0,
    share: 1_000,
    co: 14_000,
  },
  { says: 'cannot allow below nothing', rate: 1_500, copay: 2_500, less: 2_000, paid: 0, share: 0, co: 15_000 },
  { says: 'never allows more than the charge', rate: 20_000, copay: 2_500, less: 0, paid: 12_500, share: 2_500, co: 0 },
  {
    says: 'writes the difference to the charge off to the provider',
    rate: 14_000,
    copay: 0,
    less: 0,
    paid: 14_000,
    share: 0,
    co: 1_000,
  },
])('the payer $says', ({ rate, copay, less, paid, share, co }) => {
  const decision = adjudicateClaim(aClaim(), terms(rate, copay, less))
  expect(decision).toMatchObject({ status: '1', charge: 15_000, paid, patientShare: share })
  expect(adjusted(decision, 'CO')).toBe(co)
  expect(decision.lines.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount))).not.toContain(0)
})

test('a claim without a contracted rate is denied whole as the provider’s loss', () => {
  const decision = adjudicateClaim(aClaim(), terms(null, 2_500))
  expect(decision).toMatchObject({ status: '4', paid: 0, patientShare: 0 })
  expect(decision.lines[0]?.adjustments).toEqual([{ group: 'CO', reason: 'B7', amount: 15_000 }])
})

test('copay and reduction are taken once over all lines, and units multiply the rate', () => {
  const claim = aClaim({
    lines: [aLine({ charge: cents(1_000) }), aLine({ controlNumber: 'L2', charge: cents(3_000), units: 2 })],
  })
  const rateOf = (line: { controlNumber: string | null }) => cents(line.controlNumber === 'L1' ? 1_000 : 1_500)
  const decision = adjudicateClaim(claim, { rateOf, copay: cents(1_500), less: cents(1_200) })
  expect(decision).toMatchObject({ charge: 4_000, paid: 1_300, patientShare: 1_500 })
  expect(decision.lines.map(({ paid }) => paid)).toEqual([0, 1_300])
})

test('a denial leaves everything to the provider and nothing to the client', () => {
  const decision = denyClaim(aClaim(), notAuthorized)
  expect(decision).toMatchObject({ status: '4', charge: 15_000, paid: 0, patientShare: 0 })
  expect(decision.lines[0]).toMatchObject({
    adjustments: [{ group: 'CO', reason: '197', amount: 15_000 }],
    remarks: ['N54'],
  })
})

test('a reversal is the exact opposite of the decision it takes back', () => {
  const original = adjudicateClaim(aClaim(), terms(14_000, 2_500))
  const reversal = reverseDecision(original)
  expect(reversal).toMatchObject({ status: '22', charge: -15_000, paid: -11_500 })
  expect(adjusted(reversal, 'CO')).toBe(-1_000)
  expect(adjusted(reversal, 'PR')).toBe(-2_500)
})

test('every line of every decision balances: charge less adjustments is what is paid', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 4 }),
      amount,
      amount,
      amount,
      (charges, rate, copay, less) => {
        const claim = aClaim({ lines: charges.map((charge) => aLine({ charge: cents(charge) })) })
        const paid = adjudicateClaim(claim, terms(rate, copay, less))
        for (const decision of [paid, reverseDecision(paid), denyClaim(claim, notAuthorized)]) {
          for (const line of decision.lines) {
            expect(line.charge - line.adjustments.reduce((total, { amount }) => total + amount, 0)).toBe(line.paid)
          }
          expect(Math.abs(decision.charge)).toBe(charges.reduce((total, charge) => total + charge, 0))
        }
        expect(paid.paid).toBeGreaterThanOrEqual(0)
        expect(paid.patientShare).toBeLessThanOrEqual(copay)
      },
    ),
  )
})

function adjusted(decision: ClaimDecision, group: 'CO' | 'PR'): number {
  return decision.lines
    .flatMap(({ adjustments }) => adjustments)
    .filter((adjustment) => adjustment.group === group)
    .reduce((total, { amount }) => total + amount, 0)
}
