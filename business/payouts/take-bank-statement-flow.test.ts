import { afterAll, beforeEach, expect, test } from 'vitest'
import { type StatementLine, writeBai2 } from '../../libraries/bai2/index.ts'
import { type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { a835, aReturnFile, aStatement, originator } from '../../server/made-up-files.ts'
import {
  aConfirmedSession,
  aPractice,
  claimOf,
  giveBankAccount,
  type MadeUpPractice,
} from '../../server/made-up-practice.ts'
import { operatorAccount } from '../../server/story-network.ts'
import { balances } from '../ledger/posting-store.ts'
import type { Session } from '../sessions/session-store.ts'
import { payeeOf, recordOperatorAccount } from './bank-account-store.ts'
import { lastStatement, recordOwnMoney } from './bank-statement-store.ts'
import { payoutDestination } from './payout-hold.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'
import { takeBankStatement } from './take-bank-statement-flow.ts'
import { takeReturnFile } from './take-return-file-flow.ts'

const houses: House[] = []
afterAll(() => Promise.all(houses.map((house) => house.close())))

let house: House
let practice: MadeUpPractice
let session: Session
beforeEach(async () => {
  house = await houseOnTestDatabase()
  houses.push(house)
  practice = await aPractice(house)
  session = await aConfirmedSession(house, practice, { copay: 0 })
  house.goToDay(calendarDate('2026-04-29'), '09:00')
  await house.doWhatIsDue()
  house.goToDay(calendarDate('2026-04-30'), '23:30')
})

let files = 0
async function take(text: string, how: typeof takeBankStatement = takeBankStatement) {
  files += 1
  const where = { partner: 'bank', direction: 'in' as const, folder: 'out', name: `file-${files}` }
  const bytes = new TextEncoder().encode(text)
  const { id } = await house.as((tx) => house.world.files.record(tx, { ...where, bytes, at: house.world.clock.now() }))
  const file = await house.as((tx) => house.world.files.find(tx, id))
  if (file === null) throw new Error('the file was not stored')
  return house.as((tx) => how(tx, house.world, file))
}

const day = (asOf: string, opening: number, lines: readonly Partial<StatementLine>[]) =>
  aStatement({ asOf: calendarDate(asOf), opening, lines }).text
const line = (typeCode: string, amount: number, customerReference = '', text = '') => ({
  typeCode,
  cents: cents(amount),
  customerReference,
  text,
})
const settlement = (amount: number) => line('466', amount, '260429A-0000001')

async function operatorBalances(): Promise<Record<string, number>> {
  const found = await house.as((tx) => balances(tx, house.world.operator))
  return Object.fromEntries(found.map(({ kind, subject, cents: amount }) => [`${kind} ${subject}`.trim(), amount]))
}

async function practiceBalances(): Promise<Record<string, number>> {
  const found = await house.as((tx) => balances(tx, practice.practiceId))
  return Object.fromEntries(found.map(({ kind, cents: amount }) => [kind, amount]))
}

const thePayout = async () => {
  const [payout] = await house.as((tx) => payoutsWhere(tx, { practiceId: practice.practiceId }))
  if (payout === undefined) throw new Error('there is no payout')
  return payout
}
const events = async () =>
  (await house.as((tx) => payoutEvents(tx, practice.practiceId))).map(({ kind, code }) => [kind, code])
const faults = async () => (await house.verify()).faults
const bank = `bank ${operatorAccount.id}`

test('the settlement of our batch settles its payouts on the statement’s day', async () => {
  const taken = await take(day('2026-04-30', 0, [settlement(11800)]))
  expect(taken).toEqual({ outcome: 'read', detail: { asOf: '2026-04-30', became: ['settlement'] } })
  expect(await events()).toEqual([
    ['sent', null],
    ['settled', null],
  ])
  expect(await practiceBalances()).toEqual({ payer_receivable: 15000, operator_share: -3200, treasury: -11800 })
  expect(await operatorBalances()).toEqual({ [bank]: -11800, [`book ${practice.practiceId}`]: 11800 })
  expect(await faults()).toEqual([])
})

test('a settlement that differs by a cent stays unexplained, and nothing is settled by it', async () => {
  const taken = await take(day('2026-04-30', 0, [settlement(11799)]))
  expect(taken).toMatchObject({ detail: { became: ['unexplained'] } })
  expect(await events()).toEqual([['sent', null]])
  expect(await operatorBalances()).toEqual({ [bank]: -11799, 'unmatched bank/2604300001': 11799 })
  expect(await faults()).toEqual([])
})

test('a batch that the bank settles a second time is unexplained: the books still say what the bank says', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  const taken = await take(day('2026-05-01', -11800, [settlement(11800)]))
  expect(taken).toMatchObject({ detail: { became: ['unexplained'] } })
  expect((await operatorBalances())[bank]).toBe(-23600)
  expect(await faults()).toEqual([])
})

test('a payer’s transfer waits under its trace until its 835 is here, and the other way round', async () => {
  const { controlNumber } = await claimOf(house, session)
  const paid = { trace: 'EFT-1', on: '2026-05-01', answers: [{ number: controlNumber, charge: 15000, paid: 15000 }] }
  const deposit = line('165', 15000, 'EFT-1', `CEDAR MUTUAL HCCLAIMPMT TRN*1*EFT-1*${originator}`)
  await take(day('2026-04-30', 0, [settlement(11800), deposit]))
  expect(await operatorBalances()).toMatchObject({ [bank]: 3200, [`remittance_clearing ${originator}/EFT-1`]: -15000 })
  house.outside.clearinghouse.offer('paid.835', new TextEncoder().encode(a835(paid)))
  await house.doWhatIsDue()
  expect(await operatorBalances()).toEqual({ [bank]: 3200, [`book ${practice.practiceId}`]: -3200 })
  expect(await faults()).toEqual([])
})

test('a transfer of another amount than its 835 says leaves the difference standing, and verify names it', async () => {
  const { controlNumber } = await claimOf(house, session)
  const paid = { trace: 'EFT-2', on: '2026-05-01', answers: [{ number: controlNumber, charge: 15000, paid: 15000 }] }
  house.outside.clearinghouse.offer('paid.835', new TextEncoder().encode(a835(paid)))
  await house.doWhatIsDue()
  await take(day('2026-04-30', 0, [line('165', 14999, 'EFT-2', `TRN*1*EFT-2*${originator}`)]))
  expect(await faults()).toEqual([
    expect.objectContaining({ invariant: 4, difference: 1, where: expect.stringContaining('EFT-2') }),
  ])
})

test('what nobody can explain is kept as unmatched, and the bank’s account moves with it', async () => {
  const lines = [
    line('195', 700, 'SOMEBODY'),
    line('165', 900, 'NO-TRACE', 'A TRANSFER WITHOUT ITS TRACE'),
    line('142', 300, 'XX1'),
    line('466', 100, '991231Z-0000001'),
    line('699', 40),
  ]
  const taken = await take(day('2026-04-30', 0, lines))
  expect(taken).toMatchObject({ detail: { became: Array.from({ length: 5 }, () => 'unexplained') } })
  expect((await operatorBalances())[bank]).toBe(700 + 900 + 300 - 100 - 40)
  expect(await faults()).toEqual([])
})

test('own money is known by its reference and its amount', async () => {
  const { operator, ids, clock } = house.world
  const own = {
    practiceId: operator,
    id: ids.next(),
    reference: 'OWN1',
    cents: cents(5000),
    at: clock.now(),
    by: 'test',
  }
  await house.as((tx) => recordOwnMoney(tx, own))
  const taken = await take(day('2026-04-30', 0, [line('195', 5000, 'OWN1'), line('195', 5001, 'OWN1')]))
  expect(taken).toMatchObject({ detail: { became: ['own_money', 'unexplained'] } })
  expect((await operatorBalances()).operator_funds).toBe(-5000)
})

test('a statement that does not open where the last one closed is not taken in, and says by how much', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  expect(await take(day('2026-05-01', -11500, [line('195', 1, 'X')]))).toEqual({
    outcome: 'quarantined',
    detail: { because: 'statement_does_not_follow', after: '2026-04-30', differenceCents: 300 },
  })
  expect((await operatorBalances())[bank]).toBe(-11800)
})

test('a statement waits for the days before it, and is taken in once they are here', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  const early = day('2026-05-02', -11500, [line('195', 1, 'X')])
  expect(await take(early)).toEqual({
    outcome: 'waits',
    why: 'the statements between 2026-04-30 and 2026-05-02 have not come',
  })
  expect((await operatorBalances())[bank]).toBe(-11800)
  await take(day('2026-05-01', -11800, [line('195', 300, 'Y')]))
  expect((await take(early)).outcome).toBe('read')
})

test('the same statement again, or an older day, moves nothing', async () => {
  const text = day('2026-04-30', 0, [settlement(11800)])
  await take(text)
  const before = await operatorBalances()
  expect(await take(`${text}`)).toMatchObject({ outcome: 'quarantined', detail: { because: 'statement_repeated' } })
  expect(await take(day('2026-04-29', 0, [line('195', 9, 'X')]))).toMatchObject({ outcome: 'quarantined' })
  expect(await operatorBalances()).toEqual(before)
})

test('a statement that does not add up is not taken in', async () => {
  const text = day('2026-04-30', 0, [settlement(11800)])
  const torn = text.replace('11800', '11801')
  expect(torn).not.toBe(text)
  expect(await take(torn)).toMatchObject({ outcome: 'quarantined', detail: { because: 'unreadable' } })
  expect(await operatorBalances()).toEqual({})
})

test('a statement of two accounts is taken in whole or not at all', async () => {
  const asOf = calendarDate('2026-04-30')
  const account = (number: string, amount: number) => ({
    account: number,
    currency: 'USD' as const,
    openingLedger: cents(0),
    closingLedger: cents(amount),
    lines: [{ ...line('195', amount, 'X'), bankReference: '1' }],
  })
  const both = (second: string) =>
    writeBai2({
      sender: operatorAccount.routing,
      receiver: operatorAccount.account,
      fileId: '260430',
      createdOn: asOf,
      createdAt: '2330',
      asOf,
      accounts: [account(operatorAccount.account, 100), account(second, 200)],
    })
  expect(await take(both('99887766'))).toEqual({ outcome: 'quarantined', detail: { because: 'account_not_ours' } })
  expect(await operatorBalances()).toEqual({})
  expect(await house.as((tx) => lastStatement(tx, house.world.operator, operatorAccount.id))).toBeNull()

  const during = { from: calendarDate('2020-01-01'), until: null }
  const reserve = { ...operatorAccount, id: 'reserve', account: '99887766', during, source: 'test' }
  await house.as((tx) => recordOperatorAccount(tx, reserve))
  expect(await take(both('99887766'))).toMatchObject({ outcome: 'read' })
  expect(await operatorBalances()).toMatchObject({ [bank]: 100, 'bank reserve': 200 })
  expect(await faults()).toEqual([])
})

async function sendBack(on: CalendarDate, over: { cents?: number; kind?: 'return' | 'change'; code?: string } = {}) {
  const { traceNumber, cents: amount } = await thePayout()
  const addenda = { kind: over.kind ?? ('return' as const), code: over.code ?? 'R02' }
  return take(aReturnFile(on, [{ traceNumber, cents: over.cents ?? amount, addenda }]), takeReturnFile)
}

const hold = async () => {
  const destination = payoutDestination(
    await house.as((tx) => payeeOf(tx, practice.practiceId)),
    house.world.clock.now(),
  )
  return 'hold' in destination ? destination.hold : null
}

test('an entry that came back is owed again, waits for another account, and is paid once that is verified', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  house.goToDay(calendarDate('2026-05-04'), '23:30')
  const { traceNumber } = await thePayout()
  await take(day('2026-05-04', -11800, [line('257', 11800, traceNumber, 'R02')]))
  await sendBack(calendarDate('2026-05-04'))
  expect(await practiceBalances()).toMatchObject({ practice_payable: -11800 })
  expect((await operatorBalances())[bank] ?? 0).toBe(0)
  expect(await events()).toEqual([
    ['sent', null],
    ['settled', null],
    ['returned', 'R02'],
  ])
  expect(await hold()).toBe('bank_account_refused')
  expect(await faults()).toEqual([])

  house.goToDay(calendarDate('2026-05-05'), '09:00')
  await house.doWhatIsDue()
  await giveBankAccount(house, practice, { account: '1001550099', recordedAt: house.world.clock.now() })
  expect(await hold()).toBe('bank_account_just_changed')
  house.goToDay(calendarDate('2026-05-07'), '09:00')
  await house.doWhatIsDue()
  const payouts = await house.as((tx) => payoutsWhere(tx, { practiceId: practice.practiceId }))
  expect(payouts.map(({ payOn, cents: amount }) => [payOn, amount])).toEqual([
    ['2026-04-30', 11800],
    ['2026-05-08', 11800],
  ])
  expect(await faults()).toEqual([])
})

test('the same return told twice, in one file or in another, is one return', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  await sendBack(calendarDate('2026-05-04'))
  await sendBack(calendarDate('2026-05-04'))
  await sendBack(calendarDate('2026-05-05'), { code: 'R03' })
  expect((await practiceBalances()).practice_payable).toBe(-11800)
  expect((await events()).filter(([kind]) => kind === 'returned')).toEqual([['returned', 'R02']])
})

test('a return of another amount than the payout is a person’s case: nothing is posted', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  const taken = await sendBack(calendarDate('2026-05-04'), { cents: 11700 })
  expect(taken).toMatchObject({ detail: { taken: 0, unknown: [expect.any(String)] } })
  expect((await practiceBalances()).practice_payable).toBeUndefined()
})

test('an entry that the bank refused before the batch settled: only the others settle, and the books stay the bank’s', async () => {
  const refused = await sendBack(calendarDate('2026-04-30'), { code: 'R03' })
  expect(refused).toMatchObject({ outcome: 'read' })
  expect(await practiceBalances()).toMatchObject({ practice_payable: -11800 })
  expect((await practiceBalances()).payout_in_transit).toBeUndefined()
  expect(await events()).toEqual([
    ['sent', null],
    ['refused', 'R03'],
  ])
  // Its return after that is no second one.
  await sendBack(calendarDate('2026-05-04'))
  expect((await practiceBalances()).practice_payable).toBe(-11800)
  // The bank settled the whole batch all the same and sent the entry's money back: both are on its statement.
  const { traceNumber } = await thePayout()
  await take(day('2026-05-04', 0, [settlement(11800), line('257', 11800, traceNumber, 'R03')]))
  expect((await practiceBalances()).payout_in_transit).toBeUndefined()
  expect((await practiceBalances()).treasury).toBeUndefined()
  expect(await faults()).toEqual([])
})

test('a notice of a change is told, moves no money and leaves the account in use', async () => {
  await take(day('2026-04-30', 0, [settlement(11800)]))
  const before = await practiceBalances()
  await sendBack(calendarDate('2026-05-04'), { kind: 'change', code: 'C01' })
  expect((await events()).at(-1)).toEqual(['change_notified', 'C01'])
  expect(await practiceBalances()).toEqual(before)
  expect(await hold()).toBeNull()
})

test('a return of an entry that we never sent is named and posts nothing', async () => {
  const answer = { traceNumber: '123456780009999', cents: 100, addenda: { kind: 'return' as const, code: 'R02' } }
  const taken = await take(aReturnFile(calendarDate('2026-05-04'), [answer]), takeReturnFile)
  expect(taken).toMatchObject({ detail: { taken: 0, unknown: [expect.any(String)] } })
})

test('a return file that cannot be read is kept apart', async () => {
  expect(await take('nothing that anybody could read', takeReturnFile)).toMatchObject({ outcome: 'quarantined' })
})
