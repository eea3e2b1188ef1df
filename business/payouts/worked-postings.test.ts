import { afterAll, expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { aBank, type MadeUpBank } from '../../server/made-up-bank.ts'
import { type Answered, a835, type MadeUpPayment } from '../../server/made-up-files.ts'
import { aConfirmedSession, aPractice, claimOf, giveBankAccount } from '../../server/made-up-practice.ts'
import { account } from '../ledger/accounts.ts'
import { recordPosting } from '../ledger/posting-store.ts'
import { transfer } from '../ledger/transfer.ts'
import type { Session } from '../sessions/session-store.ts'
import { payoutsWhere } from './payout-store.ts'
import type { Verified } from './verify-books-flow.ts'

const ownMoney = 1_000_000
// The worth of the session in every case unless it says otherwise: payer rate 150.00, copay 25.00, provider rate 118.00.
const charge = 15000

/** One story in a house of its own, told day by day; after every day the books are verified. */
async function tell(worth: { payer: number; provider: number } = { payer: 15000, provider: 11800 }) {
  const house = await houseOnTestDatabase()
  houses.push(house)
  const bank = aBank(house)
  await bank.ownMoney(ownMoney)
  const practice = await aPractice(house, {
    worths: { '90837': worth, '90834': { payer: 12000, provider: 9400 } },
  })
  const story = {
    house,
    bank,
    practice,
    /** At an hour of a day everything due is done, and in the evening the bank's statement is taken in. */
    day: async (day: string, at = '18:00') => {
      house.goToDay(calendarDate(day), at)
      await house.doWhatIsDue()
      house.goToDay(calendarDate(day), '23:30')
      bank.closeDay()
      await house.doWhatIsDue()
      await expectSound(house, bank)
    },
    /** The payer's 835 with its EFT, on the day's statement. */
    remit: async (payment: MadeUpPayment, eft: number) => {
      house.outside.clearinghouse.offer(`${payment.trace}.835`, new TextEncoder().encode(a835(payment)))
      if (eft > 0) bank.deposit(payment.trace, eft)
      await story.day(payment.on)
    },
  }
  return story
}

type Story = Awaited<ReturnType<typeof tell>>

const houses: House[] = []
afterAll(() => Promise.all(houses.map((house) => house.close())))

async function expectSound(house: House, bank: MadeUpBank): Promise<void> {
  const verified = await house.verify()
  expect(verified.faults).toEqual([])
  expect(byKind(verified, house.world.operator).bank ?? 0).toBe(bank.balance())
}

async function balancesOf(house: House, practiceId: string): Promise<Record<string, number>> {
  return byKind(await house.verify(), practiceId)
}

/** A book's balances by kind, `book` by practice; each book sums to zero. */
function byKind({ balances }: Verified, practiceId: string): Record<string, number> {
  const own = balances.filter(({ book }) => book === practiceId)
  expect(own.reduce((total, one) => total + one.cents, 0)).toBe(0)
  const named: Record<string, number> = {}
  for (const { kind, subject, cents: amount } of own) {
    const name = kind === 'book' ? `book ${subject}` : kind
    named[name] = (named[name] ?? 0) + amount
  }
  return named
}

async function expectEnd(
  { house, practice }: Story,
  end: { practice: Record<string, number>; operator: Record<string, number>; result: number },
): Promise<void> {
  const verified = await house.verify()
  expect(byKind(verified, practice.practiceId)).toEqual(end.practice)
  const { [`book ${practice.practiceId}`]: book, ...operator } = byKind(verified, house.world.operator)
  expect({ ...operator, ...(book === undefined ? {} : { book }) }).toEqual({
    operator_funds: -ownMoney,
    ...end.operator,
  })
  expect(verified.operatorResult).toBe(end.result)
}

/** From the confirmation on 8 April to the money in the practice's account on 30 April. */
async function untilPaid(story: Story, wanted: { copay?: number; card?: string } = {}): Promise<Session> {
  const session = await aConfirmedSession(story.house, story.practice, wanted)
  await story.day('2026-04-08')
  await story.day('2026-04-10')
  await story.day('2026-04-29')
  await story.day('2026-04-30')
  return session
}

async function answer(story: Story, session: Session, over: Partial<Answered> = {}): Promise<Answered> {
  const { controlNumber } = await claimOf(story.house, session)
  return { number: controlNumber, charge, paid: 12500, share: 2500, ...over }
}

async function pays(story: Story, session: Session, on: string, over: Partial<Answered> = {}): Promise<void> {
  const told = await answer(story, session, over)
  await story.remit({ trace: `EFT${on}`, on, answers: [told] }, told.paid)
}

const denied = { paid: 0, share: 0, status: '4', reason: '197' }
const paidInFull = {
  practice: { operator_share: -3200, treasury: 3200 },
  operator: { bank: 1003200, book: -3200 },
  result: 3200,
}
const lost = {
  practice: { operator_share: -3200, treasury: -11800, denials_absorbed: 15000 },
  operator: { bank: 988200, book: 11800 },
  result: -11800,
}

test('the payer pays in June', async () => {
  const story = await tell()
  const session = await untilPaid(story)
  await expectEnd(story, {
    practice: { operator_share: -3200, payer_receivable: 12500, treasury: -9300 },
    operator: { bank: 990700, book: 9300 },
    result: 3200,
  })
  await pays(story, session, '2026-06-12')
  await expectEnd(story, paidInFull)
})

test('the payer pays in November', async () => {
  const story = await tell()
  await pays(story, await untilPaid(story), '2026-11-20')
  await expectEnd(story, paidInFull)
})

test('the payer allows 20.00 less, and after 180 days it is the operator’s', async () => {
  const story = await tell()
  await pays(story, await untilPaid(story), '2026-06-12', { paid: 10500 })
  await story.day('2026-12-08')
  expect((await balancesOf(story.house, story.practice.practiceId)).payer_receivable).toBe(2000)
  await story.day('2026-12-09')
  await expectEnd(story, {
    practice: { operator_share: -3200, treasury: 1200, contract_variance: 2000 },
    operator: { bank: 1001200, book: -1200 },
    result: 1200,
  })
})

test('the payer denies: after 180 days it is the operator’s loss, the client gets their copay back, the pay stands', async () => {
  const story = await tell()
  await pays(story, await untilPaid(story), '2026-05-20', denied)
  await story.day('2026-11-16')
  await expectEnd(story, lost)
})

test('the payer never answers, and a year after sending it is the operator’s', async () => {
  const story = await tell()
  await untilPaid(story)
  await story.day('2027-04-09')
  expect((await balancesOf(story.house, story.practice.practiceId)).payer_receivable).toBe(12500)
  await story.day('2027-04-10')
  await expectEnd(story, {
    practice: { operator_share: -3200, treasury: -9300, silence_absorbed: 12500 },
    operator: { bank: 990700, book: 9300 },
    result: -9300,
  })
})

test('the payer takes back what it paid out of another practice’s money, and the other is paid as promised', async () => {
  const story = await tell()
  const { house } = story
  const other = await aPractice(house, {
    worths: { '90837': { payer: 12500, provider: 12500 }, '90834': { payer: 1, provider: 1 } },
  })
  const theirs = await aConfirmedSession(house, other, { copay: 0 })
  const session = await untilPaid(story)
  await pays(story, session, '2026-06-12')
  const reversal = await answer(story, session, { status: '22' })
  await story.remit(
    { trace: 'EFT-R', on: '2026-09-15', answers: [reversal], outside: [{ reason: 'FB', cents: -12500 }] },
    0,
  )
  expect((await balancesOf(house, house.world.operator)).payer_balance).toBe(-12500)
  const paid = { number: (await claimOf(house, theirs)).controlNumber, charge: 12500, paid: 12500 }
  await story.remit({ trace: 'EFT-O', on: '2026-10-01', answers: [paid], outside: [{ reason: 'FB', cents: 12500 }] }, 0)
  await story.day('2027-03-14')
  await expectEnd(story, lost)
  expect(await balancesOf(house, other.practiceId)).toEqual({})
})

test('the payer sends its remittance twice, the second time in another envelope', async () => {
  const story = await tell()
  const session = await untilPaid(story)
  await pays(story, session, '2026-06-12')
  const again = a835({ trace: 'EFT2026-06-12', on: '2026-06-12', answers: [await answer(story, session)] })
  story.house.outside.clearinghouse.offer('again.835', new TextEncoder().encode(again))
  await story.day('2026-06-15')
  await expectEnd(story, paidInFull)
})

test('the account is closed: the pay comes back, is owed again, and goes to the new account', async () => {
  const story = await tell()
  const { house, bank, practice } = story
  const session = await untilPaid(story)
  const [payout] = await house.as((tx) => payoutsWhere(tx, { practiceId: practice.practiceId }))
  house.goToDay(calendarDate('2026-05-04'))
  bank.sendBack(payout?.traceNumber ?? '', 11800, 'R02')
  await story.day('2026-05-04')
  expect(await balancesOf(house, practice.practiceId)).toMatchObject({ practice_payable: -11800, treasury: 2500 })
  house.goToDay(calendarDate('2026-05-09'))
  await giveBankAccount(house, practice, { account: '1001550099', recordedAt: house.world.clock.now() })
  await story.day('2026-05-11')
  await story.day('2026-05-12')
  await pays(story, session, '2026-06-12')
  await expectEnd(story, paidInFull)
})

test('the payer says that the client’s share is 40.00, and the rest of it is charged after the notice', async () => {
  const story = await tell()
  await pays(story, await untilPaid(story), '2026-06-12', { paid: 11000, share: 4000 })
  expect((await balancesOf(story.house, story.practice.practiceId)).client_receivable).toBe(1500)
  await story.day('2026-06-19')
  expect((await balancesOf(story.house, story.practice.practiceId)).client_receivable).toBe(1500)
  // The answer was taken in at six in the evening of the 12th, and 8 days later to the minute the rest is due.
  await story.day('2026-06-20')
  await expectEnd(story, paidInFull)
})

test('the payer says that the client owes nothing, and the copay goes back', async () => {
  const story = await tell()
  await pays(story, await untilPaid(story), '2026-06-12', { paid: 15000, share: 0 })
  await expectEnd(story, paidInFull)
})

test('the client never pays', async () => {
  const story = await tell()
  const session = await untilPaid(story, { card: 'tok_declined' })
  await pays(story, session, '2026-06-12')
  story.house.goToDay(calendarDate('2026-12-01'))
  const { world } = story.house
  const receivable = account('client_receivable', session.id)
  await story.house.as((tx) =>
    recordPosting(tx, {
      practiceId: session.practiceId,
      id: world.ids.next(),
      key: `bad-debt:${session.id}`,
      kind: 'bad_debt',
      cause: 'operator',
      subject: session.id,
      effectiveOn: calendarDate('2026-12-01'),
      payOn: null,
      at: world.clock.now(),
      by: 'test',
      transfers: transfer(account('bad_debt_absorbed'), receivable, cents(2500)),
    }),
  )
  await story.day('2026-12-01')
  await expectEnd(story, {
    practice: { operator_share: -3200, treasury: 700, bad_debt_absorbed: 2500 },
    operator: { bank: 1000700, book: -700 },
    result: 700,
  })
})

test('a weak contract pays less than the practice gets: the operator adds the difference', async () => {
  const story = await tell({ payer: 10000, provider: 11800 })
  const session = await untilPaid(story)
  await pays(story, session, '2026-06-12', { charge: 10000, paid: 7500 })
  await expectEnd(story, {
    practice: { operator_subsidy: 1800, treasury: -1800 },
    operator: { bank: 998200, book: 1800 },
    result: -1800,
  })
})

test('a denial that was final is overturned', async () => {
  const story = await tell()
  const session = await untilPaid(story)
  await pays(story, session, '2026-05-20', denied)
  await story.day('2026-11-16')
  await expectEnd(story, lost)
  await pays(story, session, '2026-12-18')
  await story.day('2026-12-28')
  await expectEnd(story, paidInFull)
})

test('one EFT for two practices, with a reversal and interest', async () => {
  const story = await tell()
  const { house } = story
  const other = await aPractice(house)
  const theirs = await aConfirmedSession(house, other)
  const session = await untilPaid(story)
  const before = { number: (await claimOf(house, theirs)).controlNumber, charge, paid: 10000, share: 2500 }
  await story.remit({ trace: 'EFT-A', on: '2026-06-01', answers: [before] }, 10000)
  const operatorBefore = await balancesOf(house, house.world.operator)

  const answers = [await answer(story, session), { ...before, status: '22' }]
  await story.remit({ trace: 'EFT-B', on: '2026-06-12', answers, outside: [{ reason: 'L6', cents: -150 }] }, 2650)
  const operator = await balancesOf(house, house.world.operator)
  const change = (name: string) => (operator[name] ?? 0) - (operatorBefore[name] ?? 0)
  expect({
    bank: change('bank'),
    clearing: operator.remittance_clearing ?? 0,
    x: change(`book ${story.practice.practiceId}`),
    y: change(`book ${other.practiceId}`),
    interest: change('payer_interest'),
  }).toEqual({ bank: 2650, clearing: 0, x: -12500, y: 10000, interest: -150 })
  expect(await balancesOf(house, other.practiceId)).toMatchObject({ payer_receivable: 12500, treasury: -9300 })
})
