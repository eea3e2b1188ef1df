import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { cents, minus, negate, plus, sum, zero } from '../../libraries/money/index.ts'
import { payersAll } from '../contracts/index.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import { balances, balancesSince, type KindBalance, kindBalances, resultsByMonth } from '../ledger/index.ts'
import { lastStatement, openPayLines, operatorAccounts, sendMoment } from '../payouts/index.ts'
import type { Db, World } from '../world.ts'
import { ageReceivables } from './age-of.ts'
import { explainAccount } from './explain-account.ts'
import { ownMoneyNeeded } from './own-money-needed.ts'
import { resultMonths } from './result-months.ts'
import type { Treasury } from './treasury.ts'

/** How the operator's money stands today; every figure is read from the books. */
export async function treasury(db: Db, world: World): Promise<Treasury> {
  const asOf = dateIn(world.clock.now(), world.zone)
  const accounts = await kindBalances(db, world.operator)
  const months = resultMonths(await resultsByMonth(db))
  return {
    asOf,
    accounts: accounts.map((one) => ({ ...one, ...explainAccount(one.kind) })),
    ageing: await ageing(db, asOf),
    ahead: await ahead(db, world, accounts),
    bank: await bankStands(db, world, asOf),
    months,
    resultCents: sum(months.map(({ result }) => result)),
  }
}

async function ageing(db: Db, on: CalendarDate): Promise<Treasury['ageing']> {
  const names = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
  const aged = ageReceivables(await balancesSince(db, 'payer_receivable'), on)
  return aged.map((one) => ({ ...one, payer: names.get(one.payerId) ?? one.payerId }))
}

async function ahead(db: Db, world: World, accounts: readonly KindBalance[]): Promise<Treasury['ahead']> {
  const now = world.clock.now()
  const lines = await openPayLines(db)
  const days = lines.map(({ payOn }) => payOn).sort()
  const payday = days.find((day) => sendMoment(day, world.zone) > now) ?? null
  const due = lines.filter(({ payOn }) => payday === null || payOn <= payday)
  const of = (kind: AccountKind) => accounts.find((one) => one.kind === kind)?.cents ?? zero
  const announced = (await balances(db, world.operator))
    .filter(({ kind, cents: amount }) => kind === 'remittance_clearing' && amount > zero)
    .map(({ cents: amount }) => amount)
  const figures = {
    payable: sum(due.map((line) => line.cents)),
    inTransit: negate(of('payout_in_transit')),
    bank: of('bank'),
    expected: plus(sum(announced), cents(Math.max(0, of('card_clearing')))),
  }
  return { ...figures, payday, needed: ownMoneyNeeded(figures) }
}

async function bankStands(db: Db, world: World, on: CalendarDate): Promise<Treasury['bank']> {
  const own = await balances(db, world.operator)
  const stands: Treasury['bank'] = []
  for (const { id, name } of await operatorAccounts(db, on)) {
    const books = own.find(({ kind, subject }) => kind === 'bank' && subject === id)?.cents ?? zero
    const last = await lastStatement(db, world.operator, id)
    const statement = last === null ? null : { asOf: last.asOf, cents: last.closing }
    stands.push({ account: name, books, statement, difference: minus(books, last?.closing ?? zero) })
  }
  return stands
}
