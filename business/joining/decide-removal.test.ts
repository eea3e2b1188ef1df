import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { decideRemoval, type RemovalFacts } from './decide-removal.ts'

const on = calendarDate('2026-05-06')
const facts = (over: Partial<RemovalFacts> = {}): RemovalFacts => ({
  on,
  planned: [],
  toConfirm: [],
  pay: [],
  openCases: 0,
  returnBankingDays: 5,
  ...over,
})
const day = calendarDate
const paid = (state: RemovalFacts['pay'][number]['state'], settlesOn: string) => [{ state, settlesOn: day(settlesOn) }]

// biome-ignore format: a table
test.each([
  // situation                                          facts                                                                          reason                 possible on
  ['a session that took place can be confirmed',        { toConfirm: [{ confirmBy: day('2026-05-08') }] },                             'sessions_to_confirm', '2026-05-09'],
  ['no rate is entered, so its days stand still',       { toConfirm: [{ confirmBy: null }] },                                          'sessions_to_confirm', null],
  ['a session is still planned',                        { planned: [{ confirmBy: day('2026-06-12') }] },                               'sessions_planned',    '2026-06-13'],
  ['pay waits for its payday',                          { pay: paid('to_come', '2026-05-15') },                                        'pay_to_come',         '2026-05-22'],
  ['the payout is on its way over a holiday',           { pay: paid('sent', '2026-05-22') },                                           'payout_on_its_way',   '2026-06-01'],
  ['it settled four banking days ago',                  { pay: paid('settled', '2026-04-30') },                                        'payout_can_return',   '2026-05-07'],
  ['the bank sent it back and it was not paid again',   { pay: paid('returned', '2026-04-30') },                                       'payout_returned',     null],
  ['a claim is followed up',                            { openCases: 1 },                                                              'case_open',           null],
] as const)('not yet: %s', (_, over, reason, possibleOn) => {
  const answer = decideRemoval(facts(over as Partial<RemovalFacts>))
  expect(answer).toMatchObject({ outcome: 'not_yet', because: [{ reason, count: 1 }], possibleOn })
})

test.each([
  ['nothing of theirs is open', {}],
  ['the last payout settled five banking days ago', { pay: paid('settled', '2026-04-29') }],
] as const)('possible: %s', (_, over) => {
  expect(decideRemoval(facts(over as Partial<RemovalFacts>))).toEqual({ outcome: 'possible' })
})

test('the day that is named is the first on which nothing stands in the way, if nothing new happens', () => {
  const date = fc.integer({ min: -40, max: 40 }).map((days) => addDays(on, days))
  const sessions = fc.array(fc.record({ confirmBy: date.filter((each) => each >= on) }), { maxLength: 3 })
  const pay = fc.array(fc.record({ state: fc.constant('settled' as const), settlesOn: date }), { maxLength: 3 })
  fc.assert(
    fc.property(sessions, pay, (toConfirm, lines) => {
      const answer = decideRemoval(facts({ toConfirm, pay: lines }))
      if (answer.outcome === 'possible' || answer.possibleOn === null) return
      // By then the sessions have lapsed, and what has settled can come back no more.
      const then = (at: typeof on) =>
        decideRemoval(facts({ on: at, toConfirm: toConfirm.filter(({ confirmBy }) => confirmBy >= at), pay: lines }))
      expect(then(answer.possibleOn)).toEqual({ outcome: 'possible' })
      expect(then(addDays(answer.possibleOn, -1)).outcome).toBe('not_yet')
    }),
  )
})
