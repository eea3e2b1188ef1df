import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cents, cents, least, plus, sum } from '../../libraries/money/index.ts'
import { neverNegative, neverPositive } from './accounts.ts'
import { feeAccounts, feeStands, postFee, postFeeChargedBack, postFeeForgiven, postFeePaid } from './post-fee.ts'
import { postClientRefunded, practicePayable, treasury } from './post-session.ts'
import { effectOn, opposite, type Transfer } from './transfer.ts'

const session = 'session'
const fee = cents(5000)
const { receivable, awaiting, refundsDue } = feeAccounts(session)
const nothing = feeStands(session, [])

/** Each event on what stood before it. */
function history(...events: ((stands: ReturnType<typeof feeStands>) => Transfer[])[]): Transfer[] {
  const transfers: Transfer[] = []
  for (const event of events) transfers.push(...event(feeStands(session, transfers)))
  return transfers
}
const recorded = () => postFee(session, fee)
const paid = (amount: Cents) => (stands: typeof nothing) => postFeePaid(session, amount, stands)
const forgiven = (stands: typeof nothing) => postFeeForgiven(session, stands)
const chargedBack = (amount: Cents) => (stands: typeof nothing) => postFeeChargedBack(session, amount, stands)

test('a fee waits for the client, and what the client pays is the practice’s, whole', () => {
  expect(recorded()).toEqual([{ debit: receivable, credit: awaiting, cents: fee }])
  const transfers = history(recorded, paid(fee))
  expect(effectOn(transfers, practicePayable)).toBe(-fee)
  expect(effectOn(transfers, treasury)).toBe(fee)
  expect(effectOn(transfers, receivable)).toBe(0)
  expect(effectOn(transfers, awaiting)).toBe(0)
})

test('a fee that nobody paid is taken back by its opposite', () => {
  expect(history(recorded, forgiven).slice(1)).toEqual(opposite(recorded()))
})

test('a fee charged back after it was paid out: the practice owes it again, and the operator loses nothing', () => {
  const transfers = history(recorded, paid(fee), chargedBack(fee))
  expect(effectOn(transfers, practicePayable)).toBe(0)
  expect(effectOn(transfers, treasury)).toBe(0)
  expect(effectOn(transfers, receivable)).toBe(0)
})

test('a fee forgiven after it was paid goes back to the client out of the practice’s next pay', () => {
  const transfers = history(recorded, paid(fee), forgiven)
  expect(effectOn(transfers, practicePayable)).toBe(0)
  expect(effectOn(transfers, refundsDue)).toBe(-fee)
})

test('money that comes after the fee was forgiven is due back, and nothing of it reaches the practice', () => {
  const transfers = history(recorded, forgiven, paid(fee))
  expect(effectOn(transfers, practicePayable)).toBe(0)
  expect(effectOn(transfers, refundsDue)).toBe(-fee)
})

const amount = fc.integer({ min: 1, max: 9000 }).map(cents)
const event = fc.oneof(
  fc.record({ kind: fc.constant('paid' as const), amount }),
  fc.record({ kind: fc.constant('charged back' as const), amount }),
  fc.record({ kind: fc.constant('refunded' as const), amount }),
  fc.record({ kind: fc.constant('forgiven' as const), amount: fc.constant(cents(0)) }),
)

test('whatever happens to a fee, the client owes what the practice waits for and no account stands on the wrong side', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const transfers = [...recorded()]
      for (const { kind, amount } of events) {
        const stands = feeStands(session, transfers)
        // Nobody can take back or refund what has not come.
        const held = cents(effectOn(transfers, treasury))
        if (kind === 'paid') transfers.push(...postFeePaid(session, amount, stands))
        if (kind === 'forgiven') transfers.push(...postFeeForgiven(session, stands))
        if (kind === 'refunded') transfers.push(...postClientRefunded(session, least(amount, stands.refundsDue)))
        if (kind === 'charged back') {
          const back = least(amount, cents(Math.max(held - stands.refundsDue, 0)))
          transfers.push(...postFeeChargedBack(session, back, stands))
        }
        expect(plus(effectOn(transfers, receivable), effectOn(transfers, awaiting))).toBe(0)
        for (const one of transfers.flatMap(({ debit, credit }) => [debit, credit])) {
          const balance = effectOn(transfers, one)
          if (neverNegative.includes(one.kind)) expect(balance).toBeGreaterThanOrEqual(0)
          if (neverPositive.includes(one.kind)) expect(balance).toBeLessThanOrEqual(0)
        }
      }
      const all = [receivable, awaiting, refundsDue, practicePayable, treasury]
      const lost = effectOn(transfers, { kind: 'bad_debt_absorbed', subject: '' })
      expect(sum(all.map((one) => effectOn(transfers, one))) + lost).toBe(0)
    }),
  )
})
