import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { upcomingPayouts } from './upcoming-payouts.ts'

const zone = 'America/New_York'
const april8 = instant('2026-04-08T22:00:00Z')
const line = (payOn: string, amount: number, number = 1) => ({
  postingId: `${payOn}-${number}`,
  line: 1,
  payOn: calendarDate(payOn),
  cents: cents(amount),
})
const upcoming = (lines: ReturnType<typeof line>[], hold: string | null = null) =>
  upcomingPayouts(lines, { now: april8, zone, hold }).map(({ payOn, sendsOn, settlesOn, cents, lines, hold }) => [
    payOn,
    sendsOn,
    settlesOn,
    cents,
    lines,
    hold,
  ])

test.each([
  ['nothing is owed', [], []],
  [
    'two sessions of one window',
    [line('2026-04-30', 11800), line('2026-04-30', 9400, 2)],
    [['2026-04-30', '2026-04-29', '2026-04-30', 21200, 2, null]],
  ],
  [
    'a payday on a holiday weekend arrives before',
    [line('2026-08-15', 100)],
    [['2026-08-15', '2026-08-13', '2026-08-14', 100, 1, null]],
  ],
  [
    'two windows',
    [line('2026-05-15', 100), line('2026-04-30', 200)],
    [
      ['2026-04-30', '2026-04-29', '2026-04-30', 200, 1, null],
      ['2026-05-15', '2026-05-14', '2026-05-15', 100, 1, null],
    ],
  ],
  [
    'what is overdue goes out the next banking day',
    [line('2026-03-31', 100)],
    [['2026-04-10', '2026-04-09', '2026-04-10', 100, 1, null]],
  ],
  [
    'less than nothing is set off against the next payday',
    [line('2026-03-31', -300), line('2026-04-30', 1000)],
    [['2026-04-30', '2026-04-29', '2026-04-30', 700, 2, null]],
  ],
] as const)('%s', (_, lines, expected) => {
  expect(upcoming([...lines])).toEqual(expected.map((row) => [...row]))
})

test('a hold stands at every payout, in words; less than nothing says that it is set off', () => {
  expect(upcoming([line('2026-04-30', 100)], 'Add a bank account.').map((row) => row[5])).toEqual([
    'Add a bank account.',
  ])
  expect(upcoming([line('2026-04-30', -100)])[0]?.[5]).toMatch(/set off/)
})

test('no line is lost or counted twice', () => {
  const day = fc.nat({ max: 120 }).map((days) => addDays(calendarDate('2026-02-01'), days))
  const lines = fc.array(fc.tuple(day, fc.integer({ min: -20_000, max: 20_000 })), { maxLength: 20 })
  fc.assert(
    fc.property(lines, (drawn) => {
      const rows = upcoming(drawn.map(([on, amount], index) => line(on, amount, index)))
      const total = (numbers: unknown[]) => numbers.reduce((all: number, one) => all + Number(one), 0)
      expect(total(rows.map((row) => row[3]))).toBe(total(drawn.map(([, amount]) => amount)))
      expect(total(rows.map((row) => row[4]))).toBe(drawn.length)
    }),
  )
})
