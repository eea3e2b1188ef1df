import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { aClaim, aLine } from './a-claim.ts'
import { behaviourOfMember, stepsOf } from './behaviours.ts'
import { type Balance, type ClaimRecord, payeeKey } from './payer-state.ts'
import { planRemittance, type TermsOf } from './plan-remittance.ts'

const payee = aClaim().payee
const termsFor =
  (copay: number): TermsOf =>
  (_, lessCents) => ({ rateOf: (line) => line.charge, copay: cents(copay), less: cents(lessCents) })

const record = (number: string, charge: number, over: Partial<ClaimRecord> = {}): ClaimRecord => ({
  claim: aClaim({ payerClaimNumber: number, lines: [aLine({ charge: cents(charge) })] }),
  paid: null,
  answered: false,
  takenBack: false,
  ...over,
})
const step = (behaviour: string, index = 0) => {
  const found = stepsOf[behaviourOfMember(behaviour)][index]
  if (!found) throw new Error(`no step ${index} for ${behaviour}`)
  return found.act
}
const pays = step('PAYS')
const takesBack = step('TAKES', 1)

function plan(
  on: string,
  claims: { record: ClaimRecord; act: typeof pays }[],
  balances: Balance[] = [],
  copay = 2_500,
) {
  return planRemittance(termsFor(copay), { payee, on: calendarDate(on), claims, balances })
}

const balance = (amount: number, recoverFrom = '2026-10-01'): Balance => ({
  payerClaimNumber: 'P1',
  payeeKey: payeeKey(payee),
  amount: cents(amount),
  recoverFrom: calendarDate(recoverFrom),
})

test('the payment is the sum of the claims due that day', () => {
  const planned = plan('2026-06-12', [
    { record: record('P1', 15_000), act: pays },
    { record: record('P2', 9_000), act: pays },
  ])
  expect(planned).toMatchObject({ payment: 19_000, providerAdjustments: [], carried: [], taken: [], sendTwice: false })
})

test('a takeback pays nothing and asks for nothing yet: it is carried forward against the payee', () => {
  const first = plan('2026-06-12', [{ record: record('P1', 15_000), act: pays }])
  const paid = first.claims[0]?.decisions[0] ?? null
  const planned = plan('2026-09-15', [{ record: record('P1', 15_000, { paid, answered: true }), act: takesBack }])
  expect(planned.claims[0]?.decisions.map(({ status, paid }) => [status, paid])).toEqual([
    ['22', -12_500],
    ['4', 0],
  ])
  expect(planned).toMatchObject({
    payment: 0,
    providerAdjustments: [{ reference: 'P1', amount: -12_500 }],
    carried: [{ payerClaimNumber: 'P1', amount: 12_500, recoverFrom: '2026-10-01' }],
  })
})

test.each([
  { says: 'all of it', charge: 15_000, held: 12_500, payment: 0, taken: 12_500 },
  { says: 'the rest is paid', charge: 20_000, held: 12_500, payment: 5_000, taken: 12_500 },
  { says: 'no more than there is', charge: 7_500, held: 12_500, payment: 0, taken: 5_000 },
])('what is held against a payee is taken out of its other money: $says', ({ charge, held, payment, taken }) => {
  const planned = plan('2026-10-01', [{ record: record('P2', charge), act: step('HELD') }], [balance(held)])
  expect(planned).toMatchObject({ payment, providerAdjustments: [{ reference: 'P1', amount: taken }] })
})

test('nothing is taken before its day, and nothing out of another payee’s money', () => {
  const due = [{ record: record('P2', 15_000), act: pays }]
  expect(plan('2026-09-30', due, [balance(12_500)])).toMatchObject({ payment: 12_500, taken: [] })
  expect(plan('2026-10-01', due, [{ ...balance(12_500), payeeKey: 'other' }])).toMatchObject({
    payment: 12_500,
    taken: [],
  })
})

test('a payment that is sent twice says so, and is one payment', () => {
  expect(plan('2026-06-12', [{ record: record('P1', 15_000), act: step('TWICE') }])).toMatchObject({
    payment: 12_500,
    sendTwice: true,
  })
})

test('every plan balances: claims less provider adjustments is the payment, which is never below nothing', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amount, fc.constantFrom('PAYS', 'LESS', 'DENY', 'HELD', 'TAKES')), {
        minLength: 1,
        maxLength: 6,
      }),
      amount,
      fc.array(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 3 }),
      (claims, copay, held) => {
        const due = claims.map(([charge, behaviour], index) => {
          const fresh = record(`P${index}`, charge)
          if (behaviour !== 'TAKES') return { record: fresh, act: step(behaviour) }
          const paid = plan('2026-06-12', [{ record: fresh, act: pays }], [], copay).claims[0]?.decisions[0] ?? null
          return { record: { ...fresh, paid, answered: true }, act: takesBack }
        })
        const planned = plan(
          '2026-10-01',
          due,
          held.map((amount) => balance(amount)),
          copay,
        )
        const claimed = planned.claims
          .flatMap(({ decisions }) => decisions)
          .reduce((total, { paid }) => total + paid, 0)
        const adjusted = planned.providerAdjustments.reduce((total, { amount }) => total + amount, 0)
        expect(claimed - adjusted).toBe(planned.payment)
        expect(planned.payment).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
