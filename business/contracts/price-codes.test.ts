import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { priceCodes, type Rate } from './price-codes.ts'

const rate = (code: string, amount: number, ...modifiers: string[]): Rate => ({ code, modifiers, cents: cents(amount) })
const payer = [
  rate('90837', 15000),
  rate('90834', 12000),
  rate('90839', 20000),
  rate('90839', 22000, 'U1'),
  rate('90840', 0),
]
const provider = [rate('90837', 11800), rate('90834', 9400), rate('90839', 15000), rate('90840', 0)]

test.each([
  ['one code', [['90837', [], 1]], 15000, 11800],
  ['a modifier that no rate names changes nothing', [['90837', ['95'], 1]], 15000, 11800],
  ['a modifier that the payer pays for and the provider rate does not know', [['90839', ['U1'], 1]], 22000, 15000],
  ['units multiply', [['90834', [], 2]], 24000, 18800],
  [
    'a rate of zero is a rate',
    [
      ['90839', [], 1],
      ['90840', [], 3],
    ],
    20000,
    15000,
  ],
] as const)('%s', (_, codes, payerCents, providerCents) => {
  const priced = priceCodes(
    codes.map(([code, modifiers, units]) => ({ code, modifiers, units })),
    { payer, provider },
  )
  expect(priced).toMatchObject({ kind: 'priced', payer: payerCents, provider: providerCents })
})

test('a code without a rate is a named gap on each side, and nothing is priced', () => {
  expect(priceCodes([{ code: '90847', modifiers: [], units: 1 }], { payer, provider })).toEqual({
    kind: 'gaps',
    gaps: [
      { code: '90847', modifiers: [], side: 'payer_rate' },
      { code: '90847', modifiers: [], side: 'provider_rate' },
    ],
  })
})

test('the totals are the sums of the lines, in any order of codes', () => {
  const code = fc.record({
    code: fc.constantFrom('90837', '90834', '90839'),
    modifiers: fc.constant([]),
    units: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(code, { minLength: 1, maxLength: 5 }), (codes) => {
      const forward = priceCodes(codes, { payer, provider })
      const backward = priceCodes([...codes].reverse(), { payer, provider })
      if (forward.kind !== 'priced' || backward.kind !== 'priced') throw new Error('these codes have rates')
      expect(forward.payer).toBe(backward.payer)
      expect(forward.payer).toBe(forward.lines.reduce((total, line) => total + line.payer, 0))
      expect(forward.provider).toBe(forward.lines.reduce((total, line) => total + line.provider, 0))
    }),
  )
})
