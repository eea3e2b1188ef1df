import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { payoutState, payStanding } from './pay-standing.ts'
import type { PayoutEvent } from './payout-store.ts'

const payout = (id: string, payOn: string) => ({
  practiceId: 'practice',
  id,
  payOn: calendarDate(payOn),
  sendsOn: calendarDate(payOn),
  settlesOn: calendarDate(payOn),
  cents: cents(11800),
  bankAccountId: 'account',
  batchReference: 'batch',
  traceNumber: '123456780000001',
  fileId: 'file',
  fileName: `${id}.ach`,
  fileSha256: 'a'.repeat(64),
  recordedAt: instant('2026-04-29T13:00:00Z'),
})
const told = (payoutId: string, kind: PayoutEvent['kind'], on: string): PayoutEvent => ({
  practiceId: 'practice',
  payoutId,
  kind,
  sourceKey: kind,
  code: null,
  detail: kind,
  happenedOn: calendarDate(on),
  at: instant(`${on}T22:00:00Z`),
})
const line = (payoutId: string, subject: string, amount: number) => ({
  payoutId,
  kind: 'confirmed',
  subject,
  cents: cents(amount),
})
const april = payout('april', '2026-04-30')
const may = payout('may', '2026-05-06')

test.each([
  ['made', [], 'sent'],
  ['with the bank', ['sent'], 'sent'],
  ['arrived', ['sent', 'settled'], 'settled'],
  ['arrived, and the bank names a corrected account', ['sent', 'settled', 'change_notified'], 'settled'],
  ['came back after it had arrived', ['sent', 'settled', 'returned'], 'returned'],
  ['not taken by the bank', ['sent', 'refused'], 'returned'],
] as const)('a payout that is %s', (_, kinds, state) => {
  expect(payoutState(kinds.map((kind) => ({ kind })))).toBe(state)
})

test('pay that came back is followed to the payout that carries it again', () => {
  const back = [told('april', 'settled', '2026-04-30'), told('april', 'returned', '2026-05-04')]
  const again = [...back, told('may', 'sent', '2026-05-05')]
  const own = line('april', 'session', 11800)
  const paidAgain = line('may', 'april', 11800)
  const standing = (lines: ReturnType<typeof line>[], events: PayoutEvent[]) => {
    const { payout, state, arrived, toldOn } = payStanding('session', { lines, payouts: [april, may], events })
    return [payout?.id ?? null, state, arrived, toldOn]
  }
  expect(standing([], [])).toEqual([null, 'planned', 0, null])
  expect(standing([own], back)).toEqual(['april', 'returned', 0, '2026-05-04'])
  expect(standing([own, paidAgain], again)).toEqual(['may', 'sent', 0, '2026-05-05'])
  expect(standing([own, paidAgain], [...again, told('may', 'settled', '2026-05-06')])).toEqual([
    'may',
    'settled',
    11800,
    '2026-05-06',
  ])
})

test('only the lines of the session itself count as its pay', () => {
  const lines = [line('april', 'session', 11800), line('april', 'session', -2400), line('april', 'other', 9000)]
  const events = [told('april', 'settled', '2026-04-30')]
  expect(payStanding('session', { lines, payouts: [april], events }).arrived).toBe(9400)
})
