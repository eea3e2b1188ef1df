import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { cents, sum } from '../../libraries/money/index.ts'
import type { Payout } from '../contract.ts'
import { payByMonth } from './pay-by-month.ts'

const today = calendarDate('2026-04-30')
const payout = (settlesOn: string, amount: number, state: Payout['state'] = 'settled'): Payout => ({
  payoutId: settlesOn,
  payOn: calendarDate(settlesOn),
  settlesOn: calendarDate(settlesOn),
  cents: cents(amount),
  state,
  lines: [],
})

test('pay stands in the month in which it arrived, and months without any stand at zero', () => {
  const past = [payout('2026-04-30', 100), payout('2026-04-15', 200), payout('2026-02-13', 50)]
  expect(payByMonth(past, today)).toEqual([
    { month: '2026-02-01', cents: 50, payouts: 1 },
    { month: '2026-03-01', cents: 0, payouts: 0 },
    { month: '2026-04-01', cents: 300, payouts: 2 },
  ])
})

test('a payout that came back is paid again and counts once; one that has not arrived does not count yet', () => {
  expect(payByMonth([payout('2026-04-15', 200, 'returned')], today)).toEqual([])
  expect(payByMonth([payout('2026-05-15', 200, 'sent')], today)).toEqual([])
})

test('the months add up to what arrived in them, to the cent', () => {
  const days = fc.integer({ min: 0, max: 300 }).map((back) => addDays(today, -back))
  const payouts = fc.array(fc.tuple(days, fc.integer({ min: 1, max: 900_000 })))
  fc.assert(
    fc.property(payouts, (made) => {
      const past = made.map(([day, amount]) => payout(day, amount))
      expect(sum(payByMonth(past, today).map((month) => month.cents))).toBe(sum(past.map((each) => each.cents)))
    }),
  )
})
