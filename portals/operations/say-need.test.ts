import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownMoneyNeeded } from '../../business/operations/own-money-needed.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { sayNeed, sayNeedAdded } from './say-need.ts'

const told = (payable: number, inTransit: number, bank: number, expected: number) => {
  const figures = { payable, inTransit, bank, expected } as Record<'payable' | 'inTransit' | 'bank' | 'expected', Cents>
  return { ...figures, needed: ownMoneyNeeded(figures) }
}

test('a payday under a weak contract that the bank does not carry says how much of our own money it takes, and how that is computed', () => {
  const weak = told(1_180_000, 20_000, 900_000, 40_000)
  expect(sayNeed(weak)).toBe('$2,600.00 of our own money is needed by the next payday.')
  expect(sayNeedAdded(weak)).toBe(
    '$11,800.00 owed and $200.00 on its way, less $9,000.00 in the bank and $400.00 expected there: this much is lacking',
  )
})

test('a payday that the bank carries says what is left over', () => {
  const carried = told(804_000, 0, 6_784_200, 33_400)
  expect(sayNeed(carried)).toBe('The bank account carries the next payday.')
  expect(sayNeedAdded(carried)).toMatch(/: \$60,136\.00 is left over$/)
})

test('what is said to be lacking or left over is always what the four figures come to', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 })
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: -1_000_000, max: 10_000_000 }), amount, (a, b, c, d) => {
      const ahead = told(a, b, c, d)
      const left = c + d - a - b
      if (left >= 0) expect(sayNeedAdded(ahead)).toContain(`${formatCents(left as Cents)} is left over`)
      else expect(sayNeed(ahead)).toContain(formatCents(-left as Cents))
    }),
  )
})
