import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../../libraries/money/index.ts'
import { account } from './accounts.ts'
import { postClientShare, postConfirmed, practicePayable, sessionAccounts } from './post-session.ts'
import { effectOn, opposite } from './transfer.ts'

const accounts = sessionAccounts('session', 'payer')

test('a session worth 150.00 with a copay of 25.00 and a provider rate of 118.00', () => {
  const worth = {
    sessionId: 'session',
    payerId: 'payer',
    payer: cents(15000),
    client: cents(2500),
    provider: cents(11800),
  }
  expect(postConfirmed(worth)).toEqual([
    { debit: accounts.payerReceivable, credit: accounts.value, cents: 12500 },
    { debit: accounts.clientReceivable, credit: accounts.value, cents: 2500 },
    { debit: accounts.value, credit: practicePayable, cents: 11800 },
    { debit: accounts.value, credit: account('operator_share'), cents: 3200 },
  ])
})

const worth = fc
  .record({ payer: fc.nat(10_000_000), copay: fc.nat(10_000_000), provider: fc.nat(10_000_000) })
  .map(({ payer, copay, provider }) => ({
    sessionId: 'session',
    payerId: 'payer',
    payer: cents(payer),
    client: cents(Math.min(payer, copay)),
    provider: cents(provider),
  }))

test('whatever the rates, the worth of a session is handed on whole, and the practice gets its rate', () => {
  fc.assert(
    fc.property(worth, (worth) => {
      const posted = postConfirmed(worth)
      const owed = effectOn(posted, accounts.payerReceivable) + effectOn(posted, accounts.clientReceivable)
      const result = effectOn(posted, account('operator_share')) + effectOn(posted, account('operator_subsidy'))
      expect(effectOn(posted, accounts.value)).toBe(0)
      expect(effectOn(posted, practicePayable)).toBe(-worth.provider + 0)
      expect(owed).toBe(worth.payer)
      expect(result).toBe(worth.provider - worth.payer)
      expect(posted.every(({ cents }) => cents > 0)).toBe(true)
    }),
  )
})

test('a posting and its opposite together are as if nothing had happened', () => {
  fc.assert(
    fc.property(worth, (worth) => {
      const posted = postConfirmed(worth)
      const both = [...posted, ...opposite(posted)]
      for (const one of both.flatMap(({ debit, credit }) => [debit, credit])) expect(effectOn(both, one)).toBe(0)
    }),
  )
})

test('what the payer says of the share changes sides, whichever way, and leaves the sum', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (said, booked) => {
      const posted = postClientShare(
        { sessionId: 'session', payerId: 'payer' },
        { saidByPayer: cents(said), bookedSoFar: cents(booked) },
      )
      expect(effectOn(posted, accounts.clientReceivable)).toBe(said - booked)
      expect(effectOn(posted, accounts.payerReceivable)).toBe(booked - said)
    }),
  )
})
