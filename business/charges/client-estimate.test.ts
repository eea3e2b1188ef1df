import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { clientEstimate } from './client-estimate.ts'

test.each([
  // situation                       rate   copay  client  payer
  ['a copay', 15000, 2500, 2500, 12500],
  ['no copay', 15000, 0, 0, 15000],
  ['a copay as large as the rate', 2500, 2500, 2500, 0],
  ['a copay larger than the rate', 2000, 2500, 2000, 0],
  ['a session worth nothing', 0, 2500, 0, 0],
] as const)('%s', (_, payerRate, copay, client, payer) => {
  expect(clientEstimate({ payerRate: cents(payerRate), copay: cents(copay) })).toEqual({ client, payer })
})

test('client and payer together owe the rate, and neither a negative amount', () => {
  const amount = fc.nat({ max: 10_000_000 }).map(cents)
  fc.assert(
    fc.property(amount, amount, (payerRate, copay) => {
      const { client, payer } = clientEstimate({ payerRate, copay })
      expect(client + payer).toBe(payerRate)
      expect(client >= 0 && payer >= 0 && client <= copay).toBe(true)
    }),
  )
})
