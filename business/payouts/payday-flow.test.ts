import { afterAll, beforeEach, expect, test } from 'vitest'
import { readAchFile } from '../../libraries/ach/index.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import {
  aConfirmedSession,
  aPractice,
  confirm,
  giveBankAccount,
  giveTaxForm,
  type MadeUpPractice,
  verifyBankAccount,
} from '../../server/made-up-practice.ts'
import { account } from '../ledger/accounts.ts'
import { postConfirmed } from '../ledger/post-session.ts'
import { balances, recordPosting } from '../ledger/posting-store.ts'
import { opposite } from '../ledger/transfer.ts'
import { payeeOf } from './bank-account-store.ts'
import { payoutLines } from './pay-line-report-store.ts'
import { nextPayday, runPayday, sendBankFiles } from './payday-flow.ts'
import { payoutDestination } from './payout-hold.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'

const houses: House[] = []
afterAll(() => Promise.all(houses.map((house) => house.close())))

let house: House
beforeEach(async () => {
  house = await houseOnTestDatabase()
  houses.push(house)
})

const payouts = (practice: MadeUpPractice) => house.as((tx) => payoutsWhere(tx, { practiceId: practice.practiceId }))
const run = () => runPayday(house.operations, house.world)
const goTo = (day: string, at?: string) => house.goToDay(calendarDate(day), at)
const holdOf = async (practice: MadeUpPractice) => {
  const destination = payoutDestination(
    await house.as((tx) => payeeOf(tx, practice.practiceId)),
    house.world.clock.now(),
  )
  return 'hold' in destination ? destination.hold : null
}

/** The entries of every bank file so far, by file. */
async function bankFiles() {
  const files = (await house.as((tx) => house.world.files.all(tx))).filter(({ partner }) => partner === 'bank')
  return files.map(({ name, bytes }) => {
    const { file, findings } = readAchFile(new TextDecoder().decode(bytes))
    expect(findings).toEqual([])
    if (file === null) throw new Error(`${name} cannot be read back`)
    return { name, batches: file.batches }
  })
}

test('one payout for each practice with all its lines, in one bank file that reads back to the cent', async () => {
  const solo = await aPractice(house)
  const group = await aPractice(house, { holder: 'personal', account: '1001550032' })
  for (const practice of [solo, solo, solo, group]) await aConfirmedSession(house, practice)
  goTo('2026-04-29', '08:59')
  expect(await run()).toBe(0)
  goTo('2026-04-29', '09:00')
  expect(await run()).toBe(2)

  const [paid] = await payouts(solo)
  expect(paid).toMatchObject({ payOn: '2026-04-30', sendsOn: '2026-04-29', settlesOn: '2026-04-30', cents: 35400 })
  const lines = await house.as((tx) => payoutLines(tx, solo.practiceId))
  expect(lines.map(({ cents }) => cents)).toEqual([11800, 11800, 11800])
  const [file, ...more] = await bankFiles()
  expect(more).toEqual([])
  expect(file?.batches.map(({ sec, effectiveOn }) => [sec, effectiveOn])).toEqual([
    ['CCD', '2026-04-30'],
    ['PPD', '2026-04-30'],
  ])
  const entries = file?.batches.flatMap((batch) => batch.entries) ?? []
  expect(entries.map(({ cents, account, transactionCode }) => [cents, account, transactionCode])).toEqual([
    [35400, '1001550021', 22],
    [11800, '1001550032', 22],
  ])
  expect(entries[0]?.traceNumber).toBe(paid?.traceNumber)
  expect((await house.verify()).faults).toEqual([])
})

test('a payday that runs again, or twice at once, pays nobody twice', async () => {
  const practice = await aPractice(house)
  await aConfirmedSession(house, practice)
  goTo('2026-04-29', '09:00')
  expect((await Promise.all([run(), run(), run()])).toSorted()).toEqual([0, 0, 1])
  expect(await run()).toBe(0)
  expect(await payouts(practice)).toHaveLength(1)
  expect(await bankFiles()).toHaveLength(1)
  expect((await house.verify()).faults).toEqual([])
})

test('the database refuses a line that is in a payout already', async () => {
  const practice = await aPractice(house)
  await aConfirmedSession(house, practice)
  goTo('2026-04-29', '09:00')
  await run()
  const [item] = await house.as((tx) => tx.selectFrom('payouts.payout_item').selectAll().execute())
  if (item === undefined) throw new Error('nothing was paid')
  await expect(house.as((tx) => tx.insertInto('payouts.payout_item').values(item).execute())).rejects.toThrow(
    /duplicate key/,
  )
})

test.each([
  ['no account', { bank: 'none' as const }, 'no_bank_account'],
  ['an account that nobody verified', { bank: 'unverified' as const }, 'bank_account_unverified'],
  ['no W-9', { taxForm: false }, 'w9_missing'],
])(
  'with %s the pay waits, by name, and goes out the next banking day after it is put right',
  async (_, wanted, hold) => {
    const practice = await aPractice(house, wanted)
    const paid = await aPractice(house)
    for (const one of [practice, paid]) await aConfirmedSession(house, one)
    goTo('2026-04-29', '09:00')
    expect(await run()).toBe(1)
    expect(await payouts(practice)).toEqual([])
    expect(await holdOf(practice)).toBe(hold)
    expect((await house.verify()).faults).toEqual([])

    // On a Saturday somebody puts it right; Monday is the next banking day.
    goTo('2026-05-09', '12:00')
    if (hold === 'w9_missing') await giveTaxForm(house, practice)
    else if (hold === 'no_bank_account') await giveBankAccount(house, practice)
    else {
      const [account] = (await house.as((tx) => payeeOf(tx, practice.practiceId))).accounts
      await verifyBankAccount(house, practice, account?.id ?? '')
    }
    expect(await holdOf(practice)).toBeNull()
    expect(await run()).toBe(0)
    const next = await nextPayday(house.operations, house.world)
    expect(next).toBe('2026-05-11T13:00:00.000Z')
    goTo('2026-05-11', '09:00')
    expect(await run()).toBe(1)
    expect(await payouts(practice)).toEqual([
      expect.objectContaining({ payOn: '2026-05-12', sendsOn: '2026-05-11', settlesOn: '2026-05-12', cents: 11800 }),
    ])
    expect((await house.verify()).faults).toEqual([])
  },
)

test('48 hours after changed bank details the pay goes to the new account', async () => {
  const practice = await aPractice(house)
  await aConfirmedSession(house, practice)
  goTo('2026-04-28', '15:00')
  const id = await giveBankAccount(house, practice, { account: '1001777777', recordedAt: house.world.clock.now() })
  goTo('2026-04-29', '09:00')
  expect(await run()).toBe(0)
  expect(await holdOf(practice)).toBe('bank_account_just_changed')
  expect(await nextPayday(house.operations, house.world)).toBe('2026-04-30T19:00:00.000Z')
  goTo('2026-04-30', '15:00')
  expect(await run()).toBe(1)
  expect(await payouts(practice)).toEqual([expect.objectContaining({ bankAccountId: id, settlesOn: '2026-05-01' })])
})

test('pay that was held until the morning of a send day goes with that day’s payday, which keeps its promise', async () => {
  const practice = await aPractice(house, { bank: 'unverified' })
  await aConfirmedSession(house, practice)
  goTo('2026-04-20', '18:00')
  await aConfirmedSession(house, practice, { on: calendarDate('2026-04-20') })
  // The second session is due on 15 May, its file on the 14th; the account is verified at half past six that morning.
  goTo('2026-05-14', '06:30')
  const [bank] = (await house.as((tx) => payeeOf(tx, practice.practiceId))).accounts
  await verifyBankAccount(house, practice, bank?.id ?? '')
  expect(await run()).toBe(0)
  expect(await nextPayday(house.operations, house.world)).toBe('2026-05-14T13:00:00.000Z')
  goTo('2026-05-14', '09:00')
  expect(await run()).toBe(1)
  expect(await payouts(practice)).toEqual([
    expect.objectContaining({ payOn: '2026-05-15', settlesOn: '2026-05-15', cents: 23600 }),
  ])
})

test('lines that sum to nothing or less wait, and are taken from what comes next', async () => {
  const practice = await aPractice(house)
  const session = await aConfirmedSession(house, practice)
  const worth = {
    sessionId: session.id,
    payerId: 'cedar-mutual',
    payer: cents(15000),
    client: cents(2500),
    provider: cents(11800),
  }
  goTo('2026-04-29', '09:00')
  await run()
  // After it was paid it turns out not to have happened: the operator posts the opposite.
  goTo('2026-05-06', '12:00')
  await house.as((tx) =>
    recordPosting(tx, {
      practiceId: practice.practiceId,
      id: house.world.ids.next(),
      key: `taken-back:${session.id}`,
      kind: 'voided',
      cause: 'practice',
      subject: session.id,
      effectiveOn: calendarDate('2026-05-06'),
      payOn: calendarDate('2026-05-29'),
      at: house.world.clock.now(),
      by: 'test',
      transfers: opposite(postConfirmed(worth)),
    }),
  )
  goTo('2026-05-28', '09:00')
  expect(await run()).toBe(0)
  expect(await house.as((tx) => balances(tx, practice.practiceId, ['']))).toContainEqual(
    expect.objectContaining({ ...account('practice_payable'), cents: 11800 }),
  )
  for (let sessions = 0; sessions < 2; sessions += 1) {
    await aConfirmedSession(house, practice, { on: calendarDate('2026-05-27') })
  }
  goTo('2026-06-12', '09:00')
  expect(await run()).toBe(1)
  expect((await payouts(practice)).at(-1)).toMatchObject({ payOn: '2026-06-15', cents: 11800 })
  const faults = (await house.verify()).faults.filter(({ invariant }) => invariant === 3)
  expect(faults).toEqual([])
})

test('what a correction within the 48 hours changes is paid in the same window, once', async () => {
  const practice = await aPractice(house)
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10', '17:00')
  await confirm(house, session, '90834')
  goTo('2026-04-29', '09:00')
  await run()
  expect(await payouts(practice)).toEqual([expect.objectContaining({ cents: 9400 })])
  const lines = await house.as((tx) => payoutLines(tx, practice.practiceId))
  expect(lines.map(({ cents }) => cents)).toEqual([11800, -11800, 9400])
  expect((await house.verify()).faults).toEqual([])
})

test('the bank file is uploaded once, however often it is asked for, and the practice is told', async () => {
  const practice = await aPractice(house)
  await aConfirmedSession(house, practice)
  goTo('2026-04-29', '09:00')
  await run()
  expect(await sendBankFiles(house.operations, house.world)).toBe(1)
  expect(await sendBankFiles(house.operations, house.world)).toBe(0)
  expect([...(house.outside.bank.folders.get('in')?.keys() ?? [])]).toEqual(['ACH-2026-04-29-A.ach'])
  const events = await house.as((tx) => payoutEvents(tx, practice.practiceId))
  expect(events.map(({ kind, happenedOn }) => [kind, happenedOn])).toEqual([['sent', '2026-04-29']])
})

test('without an account of the operator’s own nothing is paid and nothing is recorded', async () => {
  const practice = await aPractice(house)
  await aConfirmedSession(house, practice)
  await house.database.owner.deleteFrom('payouts.operator_account').execute()
  goTo('2026-04-29', '09:00')
  await expect(run()).rejects.toThrow('no account of the operator is in force')
  expect(await payouts(practice)).toEqual([])
  expect(await bankFiles()).toEqual([])
})
