import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type OfferedRate, quoteRates } from './quote-rates.ts'

const day = calendarDate
const rate = (over: Partial<OfferedRate>): OfferedRate => ({
  planName: 'Cedar Mutual PPO',
  payerName: 'Cedar Mutual',
  state: 'NY',
  licenceFamily: 'social_work',
  code: '90837',
  modifiers: [],
  cents: cents(11800),
  during: { from: day('2020-01-01'), until: null },
  ...over,
})
const rates = [
  rate({ code: '90834', cents: cents(9400) }),
  rate({}),
  rate({ cents: cents(12100), during: { from: day('2026-07-01'), until: null } }),
  rate({ licenceFamily: 'psychologist', cents: cents(13000) }),
  rate({ state: 'NJ', cents: cents(11000) }),
]
rates[1] = rate({ during: { from: day('2020-01-01'), until: day('2026-07-01') } })

// biome-ignore format: a table
test.each([
  // who asks                             family          states        on             lines
  ['a social worker in New York',         'social_work',  ['NY'],       '2026-04-08',  [['NY', '90834', 9400], ['NY', '90837', 11800]]],
  ['the same once the rate has changed',  'social_work',  ['NY'],       '2026-07-01',  [['NY', '90834', 9400], ['NY', '90837', 12100]]],
  ['a psychologist is paid another rate', 'psychologist', ['NY'],       '2026-04-08',  [['NY', '90837', 13000]]],
  ['a social worker in two states',       'social_work',  ['NJ', 'NY'], '2026-04-08',  [['NJ', '90837', 11000], ['NY', '90834', 9400], ['NY', '90837', 11800]]],
  ['nobody contracted this license here', 'aprn',         ['NY'],       '2026-04-08',  []],
] as const)('%s', (_, licenceFamily, states, on, lines) => {
  const quote = quoteRates(rates, { licenceFamily, states, on: day(on) })
  expect(quote.map(({ state, code, cents: amount }) => [state, code, amount])).toEqual(lines)
})
