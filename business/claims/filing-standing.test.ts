import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, daysBetween } from '../../libraries/calendar/index.ts'
import answerLimits from './data/answer-limits.json' with { type: 'json' }
import { filingStanding } from './filing-standing.ts'
import { type AnswerLimit, limitDays } from './limit-of.ts'

const always = { from: calendarDate('2020-01-01'), until: null }
const limits: AnswerLimit[] = [
  { ...always, until: calendarDate('2026-07-01'), payerId: '', name: 'filing', days: 90 },
  { payerId: '', name: 'filing', days: 60, from: calendarDate('2026-07-01'), until: null },
  { ...always, payerId: 'long', name: 'filing', days: 365 },
  { ...always, payerId: '', name: 'filing_alarm', days: 30 },
  { ...always, payerId: 'long', name: 'filing_alarm', days: 90 },
]

test.each([
  // situation                              payer   service       waits until   today         state, limit, alarm
  ['the day before the alarm', 'any', '2026-04-08', '2026-06-01', '2026-06-06', 'quiet', '2026-07-07', '2026-06-07'],
  ['the day of the alarm', 'any', '2026-04-08', '2026-06-15', '2026-06-07', 'near', '2026-07-07', '2026-06-07'],
  ['the limit itself is still in time', 'any', '2026-04-08', null, '2026-07-07', 'near', '2026-07-07', '2026-06-07'],
  ['the day after the limit', 'any', '2026-04-08', null, '2026-07-08', 'passed', '2026-07-07', '2026-06-07'],
  ['ready on the very limit', 'any', '2026-04-08', '2026-07-07', '2026-04-10', 'quiet', '2026-07-07', '2026-06-07'],
  [
    'ready one day too late, known at once',
    'any',
    '2026-04-08',
    '2026-07-08',
    '2026-04-10',
    'too_late_as_it_waits',
    '2026-07-07',
    '2026-06-07',
  ],
  ['no day is known, long before', 'any', '2026-04-08', null, '2026-04-10', 'quiet', '2026-07-07', '2026-06-07'],
  ['a payer with a limit of its own', 'long', '2026-04-08', null, '2026-07-08', 'quiet', '2027-04-08', '2027-01-08'],
  [
    'a later limit holds for later care only',
    'any',
    '2026-06-30',
    null,
    '2026-07-30',
    'quiet',
    '2026-09-28',
    '2026-08-29',
  ],
  ['from its day on the new limit', 'any', '2026-07-01', null, '2026-07-31', 'near', '2026-08-30', '2026-07-31'],
] as const)('%s', (_, payerId, serviceOn, heldUntil, today, state, limitOn, alarmOn) => {
  const held = {
    payerId,
    serviceOn: calendarDate(serviceOn),
    heldUntil: heldUntil === null ? null : calendarDate(heldUntil),
  }
  expect(filingStanding(held, limits, calendarDate(today))).toMatchObject({ state, limitOn, alarmOn })
})

test('where no limit is known nothing is alarmed', () => {
  const held = { payerId: 'any', serviceOn: calendarDate('2019-12-31'), heldUntil: null }
  expect(filingStanding(held, limits, calendarDate('2026-07-08'))).toBeNull()
})

test('what happens at the limit is said wherever somebody must act, and pay is never in doubt', () => {
  const held = { payerId: 'any', serviceOn: calendarDate('2026-04-08'), heldUntil: calendarDate('2026-08-01') }
  for (const today of ['2026-04-10', '2026-07-01', '2026-07-08'] as const) {
    const { words } = filingStanding(held, limits, calendarDate(today)) ?? { words: '' }
    expect(words).toMatch(/our loss/)
    expect(words).toMatch(/the practice keeps its pay/)
  }
})

test('once somebody is told it stays told, and the limit lies as many days after care as the payer says', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(calendarDate('2026-01-01'), n))
  const rank = { quiet: 0, near: 1, too_late_as_it_waits: 1, passed: 2 }
  fc.assert(
    fc.property(day, fc.option(day, { nil: null }), day, fc.nat(400), (serviceOn, heldUntil, today, later) => {
      const held = { payerId: 'any', serviceOn, heldUntil }
      const now = filingStanding(held, limits, today)
      const then = filingStanding(held, limits, addDays(today, later))
      if (now === null || then === null) throw new Error('a limit is known for every day')
      expect(rank[then.state]).toBeGreaterThanOrEqual(rank[now.state])
      expect([60, 90]).toContain(daysBetween(serviceOn, now.limitOn))
    }),
  )
})

const comesWithIt = answerLimits.limits as (AnswerLimit & { source: string })[]
const filing = comesWithIt.filter(({ name }) => name === 'filing')
const filedWithin = (payerId: string) =>
  limitDays(comesWithIt, { name: 'filing', payerId, from: calendarDate('2026-04-08') })

test.each([
  // payer              days
  ['aetna', 120],
  ['magellan', 60],
  ['blue-anthem-ny', 90],
  ['cedar-mutual', 90],
] as const)(
  'what is known of how long %s takes claims comes with the product, and else the shortest common limit',
  (payerId, days) => {
    expect(filedWithin(payerId)).toBe(days)
  },
)

test('each payer’s filing limit has its source, and one that is to be verified is never longer than the general one', () => {
  const general = filedWithin('') ?? 0
  expect(filing.length).toBeGreaterThan(10)
  for (const { payerId, days, source } of filing) {
    expect([payerId, source.length > 40]).toEqual([payerId, true])
    if (source.includes('to be verified')) expect([payerId, days <= general]).toEqual([payerId, true])
    else expect([payerId, /likely|operator’s rule|operator's rule/.test(source)]).toEqual([payerId, true])
  }
})
