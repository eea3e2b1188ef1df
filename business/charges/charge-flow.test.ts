import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addHours, calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { type Answered, a835 } from '../../server/made-up-files.ts'
import { aConfirmedSession, aPractice, claimOf, giveCard, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { lockDueSessions } from '../claims/lock-session-flow.ts'
import { balances } from '../ledger/posting-store.ts'
import { takeClearinghouseFiles } from '../remittances/take-clearinghouse-files-flow.ts'
import type { Session } from '../sessions/session-store.ts'
import { chargesOf } from './charge-store.ts'
import { chargeShares, refundClients } from './charges-jobs.ts'
import { refundsOf } from './refund-store.ts'

let house: House
let practice: MadeUpPractice
beforeAll(async () => {
  house = await houseOnTestDatabase()
  practice = await aPractice(house)
})
afterAll(() => house?.close())

const locked = instant('2026-04-10T22:00:00Z')

beforeEach(() => {
  house.outside.desk.charges.length = 0
  house.outside.desk.refunds.length = 0
})

/** A session of 150.00 with a copay of 25.00, confirmed on 8 April and locked on the 10th. */
async function aLockedSession(card: string | null = 'tok_good'): Promise<Session> {
  house.goTo(instant('2026-04-08T22:00:00Z'))
  const session = await aConfirmedSession(house, practice, { card })
  house.goTo(locked)
  await lockDueSessions(house.operations, house.world)
  return session
}

const charge = () => chargeShares.run(house.operations, house.world)
const refund = () => refundClients.run(house.operations, house.world)
const chargesFor = ({ practiceId, id }: Session) => house.as((tx) => chargesOf(tx, practiceId, id))
const attemptsFor = async (session: Session) => (await chargesFor(session)).flatMap(({ attempts }) => attempts)

async function standing({ practiceId, id }: Session): Promise<Record<string, number>> {
  const found = await house.as((tx) => balances(tx, practiceId, [id]))
  return Object.fromEntries(found.map(({ kind, cents: amount }) => [kind, amount]))
}

let answers = 0
async function payerSays(session: Session, said: Partial<Answered>): Promise<void> {
  answers += 1
  const { controlNumber: number } = await claimOf(house, session)
  const trace = `CHARGES${answers}`
  const answer = { number, charge: 15000, paid: 12500, share: 2500, ...said }
  const outside = answer.status === '22' ? [{ reason: 'FB', cents: -answer.paid }] : []
  const text = a835({ trace, on: '2026-04-20', answers: [answer], outside })
  house.outside.clearinghouse.offer(`${trace}.835`, new TextEncoder().encode(text))
  await takeClearinghouseFiles(house.operations, house.world)
}

test('the client’s share is charged at the lock, once, under a key of its own', async () => {
  const session = await aLockedSession()
  expect(await charge()).toBe(1)
  expect(await charge()).toBe(0)
  const [made] = await chargesFor(session)
  expect(house.outside.desk.charges).toEqual([
    expect.objectContaining({ key: `${made?.id}:1`, token: 'tok_good', cents: 2500, reference: made?.id }),
  ])
  expect(made?.attempts).toEqual([
    expect.objectContaining({ attempt: 1, outcome: 'captured', cents: 2500, at: locked }),
  ])
  expect(await standing(session)).toEqual({})
})

test('an answer that was lost is asked for again under the same key, and the client pays once', async () => {
  const session = await aLockedSession()
  house.outside.desk.loseNextAnswer()
  await expect(charge()).rejects.toThrow('the line went dead')
  expect(await attemptsFor(session)).toEqual([])
  expect(await standing(session)).toEqual({ client_receivable: 2500 })
  expect(await charge()).toBe(1)
  expect(house.outside.desk.charges).toHaveLength(1)
  expect(await standing(session)).toEqual({})
})

test('an answer was lost and the payer says less meanwhile: the same is asked again, and what came too much goes back', async () => {
  const session = await aLockedSession()
  house.outside.desk.loseNextAnswer()
  await expect(charge()).rejects.toThrow('the line went dead')
  await payerSays(session, { paid: 14000, share: 1000 })
  await giveCard(house, session.personId, 'tok_other')
  expect(await charge()).toBe(1)
  expect(house.outside.desk.charges.map(({ cents: amount, token }) => [amount, token])).toEqual([[2500, 'tok_good']])
  expect(await standing(session)).toEqual({ client_refunds_due: -1500 })
  expect(await refund()).toBe(1)
  expect(await standing(session)).toEqual({})
})

test('an answer was lost and nothing is owed any more: the client gets everything back', async () => {
  const session = await aLockedSession()
  house.outside.desk.loseNextAnswer()
  await expect(charge()).rejects.toThrow('the line went dead')
  await payerSays(session, { paid: 15000, share: 0 })
  expect(await charge()).toBe(1)
  expect(await charge()).toBe(0)
  await refund()
  expect(house.outside.desk.refunds).toEqual([expect.objectContaining({ cents: 2500 })])
  expect(await standing(session)).toEqual({})
})

test('a declined card is tried again after 48 hours, at most twice, and the pay stays as it is', async () => {
  const session = await aLockedSession('tok_declined')
  await charge()
  house.goTo(addHours(locked, 47))
  expect(await charge()).toBe(0)
  for (const hours of [48, 96]) {
    house.goTo(addHours(locked, hours))
    expect(await charge()).toBe(1)
  }
  house.goTo(addHours(locked, 24 * 60))
  expect(await charge()).toBe(0)
  const attempts = await attemptsFor(session)
  expect(attempts.map(({ attempt, outcome, declineCode }) => [attempt, outcome, declineCode])).toEqual([
    [1, 'declined', 'insufficient_funds'],
    [2, 'declined', 'insufficient_funds'],
    [3, 'declined', 'insufficient_funds'],
  ])
  expect(new Set(house.outside.desk.charges.map(({ key }) => key)).size).toBe(3)
  expect(await standing(session)).toEqual({ client_receivable: 2500 })
})

test('without a card the attempt is recorded as such, and a card that came since is charged the next time', async () => {
  const session = await aLockedSession(null)
  await charge()
  expect(house.outside.desk.charges).toEqual([])
  expect((await attemptsFor(session)).map(({ outcome }) => outcome)).toEqual(['no_payment_method'])
  await giveCard(house, session.personId, 'tok_good')
  house.goTo(addHours(locked, 48))
  await charge()
  expect((await attemptsFor(session)).map(({ outcome }) => outcome)).toEqual(['no_payment_method', 'captured'])
  expect(await standing(session)).toEqual({})
})

test('what the payer made smaller before the card took it is charged smaller', async () => {
  const session = await aLockedSession('tok_declined')
  await charge()
  await payerSays(session, { paid: 14000, share: 1000 })
  await giveCard(house, session.personId, 'tok_good')
  house.goTo(addHours(locked, 48))
  await charge()
  expect((await attemptsFor(session)).at(-1)).toMatchObject({ outcome: 'captured', cents: 1000 })
  expect(await standing(session)).toEqual({})
})

test('a share that fell to nothing is not charged at all, and later charges of others keep their moment', async () => {
  const session = await aLockedSession('tok_declined')
  await charge()
  await payerSays(session, { paid: 15000, share: 0 })
  house.goTo(addHours(locked, 49))
  expect(await charge()).toBe(0)
  expect(await attemptsFor(session)).toHaveLength(1)

  const other = await aLockedSession()
  await charge()
  house.goTo(addHours(locked, 49))
  await payerSays(other, { paid: 11000, share: 4000 })
  const due = (await chargesFor(other)).at(-1)?.dueAt
  expect(await chargeShares.nextDue?.(house.operations, house.world)).toBe(due)
})

test('a share that the payer made larger is charged after the notice of eight days, once', async () => {
  const session = await aLockedSession()
  await charge()
  await payerSays(session, { paid: 11000, share: 4000 })
  expect(await charge()).toBe(0)
  house.goTo(addHours(locked, 8 * 24 - 1))
  expect(await charge()).toBe(0)
  house.goTo(addHours(locked, 8 * 24))
  expect(await charge()).toBe(1)
  expect((await chargesFor(session)).map(({ because, cents: amount }) => [because, amount])).toEqual([
    ['session_share', 2500],
    ['share_increased', 1500],
  ])
  expect(await standing(session)).toEqual({})
})

/** 25.00 and then 15.00 more were charged; now the payer says that the share is only `share`. */
async function aSessionPaidTooMuch(share: number): Promise<Session> {
  const session = await aLockedSession()
  await charge()
  await payerSays(session, { paid: 11000, share: 4000 })
  house.goTo(addHours(locked, 8 * 24))
  await charge()
  await payerSays(session, { paid: 11000, share: 4000, status: '22' })
  await payerSays(session, { paid: 15000 - share, share })
  expect((await standing(session)).client_refunds_due).toBe(share - 4000)
  return session
}

test('a refund goes back to the charges it came from, the newest first', async () => {
  const session = await aSessionPaidTooMuch(1000)
  expect(await refund()).toBe(2)
  const [first, second] = house.outside.desk.charges.map(({ answer }) => answer.processorId)
  expect(house.outside.desk.refunds.map(({ chargeId, cents: amount }) => [chargeId, amount])).toEqual([
    [second, 1500],
    [first, 1500],
  ])
  expect(await refund()).toBe(0)
  expect(await standing(session)).toEqual({})
  expect(
    (await house.as((tx) => refundsOf(tx, session.practiceId, session.id))).every((one) => one.refundedAt !== null),
  ).toBe(true)
})

test('a refund whose answer was lost is asked for again under the same key', async () => {
  const session = await aSessionPaidTooMuch(3000)
  house.outside.desk.loseNextAnswer()
  await expect(refund()).rejects.toThrow('the line went dead')
  expect(await refund()).toBe(1)
  expect(house.outside.desk.refunds).toHaveLength(1)
  expect(await standing(session)).toEqual({})
})

test('two who refund at once send nothing back twice', async () => {
  const session = await aSessionPaidTooMuch(3000)
  await Promise.allSettled([refund(), refund(), refund()])
  await refund()
  const sent = house.outside.desk.refunds.reduce((total, one) => total + one.cents, 0)
  expect(sent).toBe(1000)
  expect(await standing(session)).toEqual({})
})

test('after all of this the books hold, and the till of the processor is what was charged less what was refunded', async () => {
  house.goToDay(calendarDate('2026-05-01'))
  await house.doWhatIsDue()
  expect((await house.verify()).faults).toEqual([])
  const found = await house.as((tx) => balances(tx, house.world.operator, ['']))
  const captured = await house.operations
    .selectFrom('charges.charge_attempt')
    .select(({ fn }) => fn.sum<string>('cents').as('cents'))
    .where('outcome', '=', 'captured')
    .executeTakeFirstOrThrow()
  const refunded = await house.operations
    .selectFrom('charges.refund')
    .select(({ fn }) => fn.sum<string>('cents').as('cents'))
    .executeTakeFirstOrThrow()
  const till = found.find(({ kind }) => kind === 'card_clearing')?.cents
  expect(till).toBe(cents(Number(captured.cents) - Number(refunded.cents)))
})
