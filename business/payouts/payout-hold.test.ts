import { expect, test } from 'vitest'
import { addHours, instant } from '../../libraries/calendar/index.ts'
import { type BankAccount, payoutDestination } from './payout-hold.ts'

const long = instant('2026-01-02T15:00:00Z')
const now = instant('2026-04-29T13:00:00Z')
const verified = { outcome: 'verified' as const, because: 'test deposits', at: long }

function account(over: Partial<BankAccount>): BankAccount {
  return {
    id: 'a1',
    holder: 'business',
    holderName: 'Example',
    routing: '021000021',
    account: '1001',
    kind: 'checking',
    recordedAt: long,
    check: verified,
    ...over,
  }
}

test.each([
  ['nobody gave an account', [], true, { hold: 'no_bank_account', until: null }],
  ['the W-9 is missing', [account({})], false, { hold: 'w9_missing', until: null }],
  ['nobody verified it', [account({ check: null })], true, { hold: 'bank_account_unverified', until: null }],
  [
    'the bank refused it',
    [account({ check: { outcome: 'refused', because: 'R02', at: now } })],
    true,
    { hold: 'bank_account_refused', until: null },
  ],
  [
    'it was changed an hour ago',
    [account({}), account({ id: 'a2', recordedAt: addHours(now, -1) })],
    true,
    { hold: 'bank_account_just_changed', until: addHours(now, 47) },
  ],
])('pay waits when %s', (_, accounts, hasTaxForm, expected) => {
  expect(payoutDestination({ accounts, hasTaxForm }, now)).toEqual(expected)
})

test('the first account needs no 48 hours, and a changed one is used from then on', () => {
  const fresh = account({ recordedAt: addHours(now, -1) })
  expect(payoutDestination({ accounts: [fresh], hasTaxForm: true }, now)).toEqual({ account: fresh })
  const changed = account({ id: 'a2', recordedAt: addHours(now, -48) })
  expect(payoutDestination({ accounts: [account({}), changed], hasTaxForm: true }, now)).toEqual({ account: changed })
})
