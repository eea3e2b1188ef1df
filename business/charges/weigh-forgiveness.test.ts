import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { type Owed, weighForgiveness } from './weigh-forgiveness.ts'

const share = (over: object): Owed => ({
  kind: 'share',
  owed: cents(2500),
  isLocked: true,
  isOnItsWay: false,
  ...over,
})
const fee = (over: object): Owed => ({
  kind: 'fee',
  owed: cents(5000),
  paid: cents(0),
  ended: null,
  isOnItsWay: false,
  ...over,
})

// biome-ignore format: a table, one situation a line
test.each([
  ['a share of a locked session',                  share({}),                               null],
  ['a share that may still be corrected',          share({ isLocked: false }),              'share_not_final'],
  ['a share for which the card is being asked',    share({ isOnItsWay: true }),             'card_is_being_asked'],
  ['a share that was paid',                        share({ owed: 0 }),                      'nothing_owed'],
  ['a fee that nobody paid',                       fee({}),                                 null],
  ['a fee for which the card is being asked',      fee({ isOnItsWay: true }),               'card_is_being_asked'],
  ['a fee that was paid, the practice’s money',    fee({ owed: 0, paid: 5000 }),            'fee_is_paid'],
  ['a fee that the client’s bank took back',       fee({ owed: 0 }),                        'nothing_owed'],
  ['a fee that was forgiven',                      fee({ owed: 0, ended: 'forgiven' }),     'fee_ended'],
  ['a fee that was given up',                      fee({ owed: 0, ended: 'given_up' }),     'fee_ended'],
  ['a session for which nothing was asked',        { kind: 'nothing' } as const,            'nothing_owed'],
] as const)('the staff may forgive, or are told why not: %s', (_, stands, code) => {
  const refusal = weighForgiveness(stands)
  expect(refusal?.code ?? null).toBe(code)
  if (refusal !== null) expect(refusal.words).toMatch(/^[A-Z].*\.$/)
})
