import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { account } from './accounts.ts'
import { levelReceivable } from './level-receivable.ts'
import { effectOn, transfer } from './transfer.ts'

const receivable = account('client_receivable', 'session')
const excess = account('client_refunds_due', 'session')
const treasury = account('treasury')

function after(receivableBefore: number, excessBefore: number, change: number) {
  const posted = transfer(receivable, treasury, cents(change))
  const levels = levelReceivable(
    { receivable, receivableBalance: cents(receivableBefore), excess, excessBalance: cents(excessBefore) },
    posted,
  )
  const all = [...posted, ...levels]
  return {
    receivable: receivableBefore + effectOn(all, receivable),
    excess: excessBefore + effectOn(all, excess),
  }
}

test.each([
  // situation                                  receivable  excess  change   then: receivable  excess
  ['paid as owed', 2500, 0, -2500, 0, 0],
  ['paid in part', 2500, 0, -1000, 1500, 0],
  ['paid too much', 2500, 0, -4000, 0, -1500],
  ['paid too much again', 0, -1500, -500, 0, -2000],
  ['owed more, and the excess pays it', 0, -1500, 1000, 0, -500],
  ['owed more than the excess', 0, -1500, 4000, 2500, 0],
  ['nothing happens', 2500, 0, 0, 2500, 0],
] as const)('%s', (_, receivableBefore, excessBefore, change, receivableThen, excessThen) => {
  expect(after(receivableBefore, excessBefore, change)).toEqual({ receivable: receivableThen, excess: excessThen })
})

test('no receivable ends below zero, no excess above, never both at once, and no cent is lost', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: -2_000_000, max: 2_000_000 }), (owed, over, change) => {
      // Before a posting only one of the two stands away from zero: that is what the rule keeps up.
      const before = owed >= over ? { receivable: owed - over, excess: 0 } : { receivable: 0, excess: owed - over }
      const then = after(before.receivable, before.excess, change)
      expect(then.receivable).toBeGreaterThanOrEqual(0)
      expect(then.excess).toBeLessThanOrEqual(0)
      expect(then.receivable === 0 || then.excess === 0).toBe(true)
      expect(then.receivable + then.excess).toBe(owed - over + change)
    }),
  )
})
