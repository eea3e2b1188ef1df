import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { weighChargeback } from './weigh-chargeback.ts'

// biome-ignore format: a table, one situation a line
test.each([
  // situation                                captured  refunded  taken before  taken now  refused
  ['all of it',                                   2500,        0,            0,      2500, null],
  ['a part of it',                                2500,        0,            0,         1, null],
  ['the rest of it',                              2500,        0,         1000,      1500, null],
  ['more than is left',                           2500,        0,         1000,      1501, 'chargeback_too_much'],
  ['again, when all of it is gone',               2500,        0,         2500,         1, 'chargeback_of_nothing'],
  ['what was refunded: the bank may not know',    2500,     2500,            0,      2500, null],
] as const)('a client’s bank takes back %s', (_, captured, refunded, takenBack, taken, code) => {
  const payment = { captured: cents(captured), refunded: cents(refunded), takenBack: cents(takenBack) }
  expect(weighChargeback(payment, cents(taken))?.code ?? null).toBe(code)
})
