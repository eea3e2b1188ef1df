import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { account } from './accounts.ts'
import { checkBook } from './check-book.ts'
import { postClientPaid, postConfirmed, postPayerPaid } from './post-session.ts'
import type { PostedPosting } from './posted-posting.ts'
import type { Transfer } from './transfer.ts'

let postings = 0

function posting(kind: string, cause: string, transfers: readonly Transfer[]): PostedPosting {
  postings += 1
  return {
    id: `posting-${postings}`,
    key: kind,
    contentHash: '',
    kind,
    cause,
    subject: 'session',
    effectiveOn: calendarDate('2026-04-08'),
    payOn: null,
    recordedAt: instant('2026-04-08T22:00:00Z'),
    recordedBy: 'test',
    transfers: transfers.map((transfer, index) => ({ ...transfer, line: index + 1 })),
  }
}

const confirmed = () =>
  posting(
    'confirmed',
    'practice',
    postConfirmed({
      sessionId: 'session',
      payerId: 'payer',
      payer: cents(15000),
      client: cents(2500),
      provider: cents(11800),
    }),
  )
const paid = (amount: number) =>
  posting('payer_answer', 'payer', postPayerPaid({ sessionId: 'session', payerId: 'payer' }, cents(amount)))

test('a confirmed and paid session is in order, and its balances are told', () => {
  const client = posting('client_paid', 'client', postClientPaid('session', cents(2500)))
  const { faults, balances } = checkBook('book', [confirmed(), client, paid(12500)])
  expect(faults).toEqual([])
  expect(balances.get('treasury ')?.cents).toBe(15000)
  expect(balances.get('payer_receivable session/payer')?.cents).toBe(0)
})

test('a worth that was not handed on whole is named with its difference, even when a later posting hides it', () => {
  const value = account('session_value', 'session')
  const half = posting('confirmed', 'practice', [
    { debit: account('payer_receivable', 'session', 'payer'), credit: value, cents: cents(700) },
  ])
  const rest = posting('corrected', 'practice', [
    { debit: value, credit: account('operator_share'), cents: cents(700) },
  ])
  const { faults } = checkBook('book', [half, rest])
  expect(faults).toEqual([
    expect.objectContaining({ invariant: 1, difference: -700, where: `posting ${half.id}, session session` }),
  ])
})

test('a posting caused by a payer that touches the practice’s pay is named', () => {
  const clawback = posting('payer_reversal', 'payer', [
    { debit: account('practice_payable'), credit: account('payer_receivable', 'session', 'payer'), cents: cents(100) },
  ])
  const { faults } = checkBook('book', [confirmed(), clawback])
  expect(faults).toEqual([expect.objectContaining({ invariant: 2, where: `posting ${clawback.id}` })])
})

test('a receivable below zero is named, although the book balances', () => {
  const { faults } = checkBook('book', [confirmed(), paid(12501)])
  expect(faults).toEqual([
    expect.objectContaining({ invariant: 1, where: 'payer_receivable session/payer', difference: -1 }),
  ])
})

test('a liability above zero is named', () => {
  const refund = posting('client_refunded', 'client', [
    { debit: account('client_refunds_due', 'session'), credit: account('treasury'), cents: cents(5) },
  ])
  expect(checkBook('book', [confirmed(), refund]).faults).toEqual([
    expect.objectContaining({ invariant: 1, where: 'client_refunds_due session', difference: 5 }),
  ])
})
