import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, type CalendarDate, calendarDate, instant, isBankingDay } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type PayLine, planPayout } from './plan-payout.ts'

const zone = 'America/New_York'
const line = (payOn: string, amount: number, number = 1): PayLine => ({
  postingId: `p${number}`,
  line: number,
  payOn: calendarDate(payOn),
  cents: cents(amount),
})
const at = (moment: string, ...taken: string[]) => ({
  now: instant(moment),
  zone,
  taken: new Set(taken.map(calendarDate)),
})

test.each([
  [
    'on the send day at nine the window is paid',
    [line('2026-04-30', 11800)],
    at('2026-04-29T13:00:00Z'),
    ['2026-04-30', '2026-04-29', '2026-04-30', 11800],
  ],
  [
    'a pay date on a Sunday settles the Friday before',
    [line('2026-05-31', 5000)],
    at('2026-05-28T13:00:00Z'),
    ['2026-05-31', '2026-05-28', '2026-05-29', 5000],
  ],
  [
    'older lines and takebacks go with it',
    [line('2026-04-15', -800), line('2026-04-30', 11800, 2)],
    at('2026-04-29T13:00:00Z'),
    ['2026-04-30', '2026-04-29', '2026-04-30', 11000],
  ],
  [
    'what waited goes out today and settles the next banking day',
    [line('2026-04-30', 11800)],
    at('2026-05-11T14:00:00Z'),
    ['2026-05-12', '2026-05-11', '2026-05-12', 11800],
  ],
  [
    'what came up after the payout of a day goes the next day',
    [line('2026-04-30', 100)],
    at('2026-04-30T13:00:00Z', '2026-04-30'),
    ['2026-05-01', '2026-04-30', '2026-05-01', 100],
  ],
  [
    'what waited goes with the window of the day',
    [line('2026-04-15', 700), line('2026-04-30', 11800, 2)],
    at('2026-04-29T13:00:00Z'),
    ['2026-04-30', '2026-04-29', '2026-04-30', 12500],
  ],
] as const)('%s', (_, lines, when, [payOn, sendsOn, settlesOn, amount]) => {
  expect(planPayout(lines, when)).toMatchObject({ payOn, sendsOn, settlesOn, cents: amount })
})

test.each([
  ['before the send day', [line('2026-04-30', 11800)], at('2026-04-29T12:59:59Z')],
  [
    'when the lines sum to nothing',
    [line('2026-04-30', 11800), line('2026-04-30', -11800, 2)],
    at('2026-04-29T13:00:00Z'),
  ],
  ['when the practice owes', [line('2026-04-30', -100)], at('2026-04-29T13:00:00Z')],
  ['late, before the hour of the file', [line('2026-04-15', 700)], at('2026-04-29T12:59:59Z')],
  ['a second time for one pay date', [line('2026-04-30', 100)], at('2026-04-29T16:00:00Z', '2026-04-30')],
  ['late, on a Saturday', [line('2026-04-30', 11800)], at('2026-05-02T14:00:00Z')],
  ['when there are no lines', [], at('2026-04-29T13:00:00Z')],
] as const)('nothing is paid %s', (_, lines, when) => {
  expect(planPayout(lines, when)).toBeNull()
})

test('a payout pays exactly its lines, is sent on a banking day and settles on a later one', () => {
  const lines = fc.array(
    fc.record({
      postingId: fc.uuid(),
      line: fc.integer({ min: 1, max: 9 }),
      payOn: fc.constantFrom('2026-04-15', '2026-04-30', '2026-05-15', '2026-05-31').map(calendarDate),
      cents: fc.integer({ min: -20000, max: 20000 }).map(cents),
    }),
  )
  const moment = fc
    .date({ min: new Date('2026-04-01'), max: new Date('2026-06-30'), noInvalidDate: true })
    .map((day) => instant(day.toISOString()))
  fc.assert(
    fc.property(lines, moment, (lines, now) => {
      const plan = planPayout(lines, { now, zone, taken: new Set() })
      if (plan === null) return
      expect(plan.cents).toBe(plan.lines.reduce((total, { cents }) => total + cents, 0))
      expect(plan.cents).toBeGreaterThan(0)
      expect(isBankingDay(plan.sendsOn) && isBankingDay(plan.settlesOn)).toBe(true)
      expect(plan.sendsOn < plan.settlesOn && plan.settlesOn <= plan.payOn).toBe(true)
    }),
  )
})

test('whatever is late, and however often it is asked for, a window is paid on its own pay date', () => {
  const late = fc.array(
    fc.record({
      payOn: fc.constantFrom('2026-04-15', '2026-04-27', '2026-04-28', '2026-04-29').map(calendarDate),
      cents: fc.integer({ min: 1, max: 20000 }).map(cents),
      hour: fc.integer({ min: 0, max: 71 }),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(late, (late) => {
      const begins = instant('2026-04-27T04:00:00Z')
      const taken = new Set<CalendarDate>()
      let open: PayLine[] = [line('2026-04-30', 11800, 99)]
      let paidOn: string | null = null
      // Every half hour of the three days before the pay date, as the house is asked; lines turn up on the way.
      for (let minutes = 0; minutes <= 72 * 60; minutes += 30) {
        const now = addMinutes(begins, minutes)
        for (const [index, one] of late.entries()) {
          if (one.hour * 60 === minutes) open.push({ ...one, postingId: `late${index}`, line: 1 })
        }
        const plan = planPayout(open, { now, zone, taken })
        if (plan === null) continue
        expect(taken.has(plan.payOn)).toBe(false)
        taken.add(plan.payOn)
        if (plan.lines.some(({ postingId }) => postingId === 'p99')) paidOn = plan.payOn
        open = open.filter((line) => !plan.lines.includes(line))
      }
      expect(paidOn).toBe('2026-04-30')
    }),
  )
})
