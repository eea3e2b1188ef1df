import { isRoutingNumber } from '../../libraries/ach/index.ts'
import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { payeeOf, recordBankAccount, recordBankAccountCheck } from './bank-account-store.ts'
import { type BankAccount, explainHold, payoutDestination } from './payout-hold.ts'
import { recordTestAnswer, type TestDeposit, testDepositsWhere, wrongAnswers } from './test-deposit-store.ts'

/** An account as its owner sees it: never more of its number than the last four digits. */
export type AccountSeen = {
  id: string
  holder: BankAccount['holder']
  holderName: string
  kind: BankAccount['kind']
  accountEnds: string
  addedOn: CalendarDate
  state: 'in_use' | 'waiting' | 'former' | 'refused'
  because: string | null
  testDeposit: { settlesOn: CalendarDate; isThere: boolean } | null
  triesLeft: number
}

export type Accounts = { hold: string | null; payableFrom: Instant | null; accounts: AccountSeen[] }

const tries = 3

/** A practice's bank accounts, the latest first, and what its pay waits for. */
export async function bankAccountsOf(db: Db, world: World, { practiceId }: Who): Promise<Accounts> {
  const now = world.clock.now()
  const payee = await payeeOf(db, practiceId)
  const destination = payoutDestination(payee, now)
  const deposits = await testDepositsWhere(db, { practiceId })
  const latest = payee.accounts.at(-1)
  const accounts: AccountSeen[] = []
  for (const account of payee.accounts.toReversed()) {
    const deposit = deposits.find(({ bankAccountId }) => bankAccountId === account.id)
    accounts.push({
      id: account.id,
      holder: account.holder,
      holderName: account.holderName,
      kind: account.kind,
      accountEnds: account.account.slice(-4),
      addedOn: dateIn(account.recordedAt, world.zone),
      state: stateOf(account, account.id === latest?.id),
      because: account.check?.outcome === 'refused' ? account.check.because : null,
      testDeposit: account.check === null && deposit !== undefined ? seen(deposit, dateIn(now, world.zone)) : null,
      triesLeft: Math.max(0, tries - (await wrongAnswers(db, practiceId, account.id))),
    })
  }
  const isHeld = 'hold' in destination
  return {
    hold: isHeld ? explainHold(destination.hold) : null,
    payableFrom: isHeld ? destination.until : null,
    accounts,
  }
}

function stateOf({ check }: BankAccount, isLatest: boolean): AccountSeen['state'] {
  if (check?.outcome === 'refused') return 'refused'
  if (!isLatest) return 'former'
  return check === null ? 'waiting' : 'in_use'
}

function seen({ settlesOn }: TestDeposit, today: CalendarDate): AccountSeen['testDeposit'] {
  return { settlesOn, isThere: settlesOn <= today }
}

export type NewAccount = {
  holder: BankAccount['holder']
  holderName: string
  kind: BankAccount['kind']
  routing: string
  account: string
}

/** Adds an account; a deposit with a code tests it, and pay goes there only once the code has come back. */
export async function addBankAccount(db: Db, world: World, who: Who, asked: NewAccount): Promise<{ id: string }> {
  const because = faultsOf(asked)
  if (because.length > 0) {
    const detail = 'This is no bank account yet; nothing was recorded and your pay goes where it went before.'
    throw new Refusal({ status: 422, code: 'bank_account_wrong', detail, because })
  }
  const { practiceId, userId } = who
  const id = world.ids.next()
  await recordBankAccount(db, { ...asked, practiceId, id, recordedAt: world.clock.now(), by: userId })
  return { id }
}

function faultsOf({ routing, account }: NewAccount) {
  const fault = (field: string, words: string) => ({ code: 'bank_account_wrong', field, words })
  return [
    ...(isRoutingNumber(routing)
      ? []
      : [fault('routing', 'This is no routing number: its nine digits stand at the bottom left of a check.')]),
    ...(/^\d{4,17}$/.test(account) ? [] : [fault('account', 'An account number has four to seventeen digits.')]),
  ]
}

export type Verified = { id: string; outcome: 'verified' | 'wrong' | 'refused'; left: number }

/** Takes the code from the practice's statement: the right one verifies the account, the third wrong one refuses it. */
export async function verifyBankAccount(
  db: Db,
  world: World,
  { practiceId, userId }: Who,
  { bankAccountId, code }: { bankAccountId: string; code: string },
): Promise<Verified> {
  const { accounts } = await payeeOf(db, practiceId)
  const account = accounts.find(({ id }) => id === bankAccountId)
  const deposit = (await testDepositsWhere(db, { practiceId })).find((each) => each.bankAccountId === bankAccountId)
  if (account === undefined || account.check !== null || deposit === undefined) throw nothingToVerify()
  const at = world.clock.now()
  const isRight = code.trim().toUpperCase() === deposit.code
  const id = world.ids.next()
  await recordTestAnswer(db, { practiceId, id, bankAccountId, isRight, at, by: userId })
  const left = tries - (await wrongAnswers(db, practiceId, bankAccountId))
  const check = { practiceId, bankAccountId, id: world.ids.next(), at }
  if (isRight) {
    await recordBankAccountCheck(db, { ...check, outcome: 'verified', because: 'the code of the test deposit' })
    return { id, outcome: 'verified', left }
  }
  if (left > 0) return { id, outcome: 'wrong', left }
  await recordBankAccountCheck(db, { ...check, outcome: 'refused', because: 'three wrong codes' })
  return { id, outcome: 'refused', left: 0 }
}

function nothingToVerify(): Refusal {
  const detail = 'There is no deposit of ours to this account yet, or it has been checked already. Nothing was changed.'
  return new Refusal({ status: 409, code: 'nothing_to_verify', detail })
}
