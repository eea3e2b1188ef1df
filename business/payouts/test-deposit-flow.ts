import { asOperations } from '../../database/act-as.ts'
import { type AchBatch, type AchFile, writeAchFile } from '../../libraries/ach/index.ts'
import {
  bankingDayAfter,
  type CalendarDate,
  dateIn,
  type Instant,
  instantAt,
  isBankingDay,
  timeIn,
} from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { outgoingFolder } from '../exchange-flow.ts'
import { holdSubject } from '../ledger/index.ts'
import type { Db, World } from '../world.ts'
import { type OperatorAccount, operatorAccounts } from './bank-account-store.ts'
import { batchReference, fileModifier, traceNumber } from './build-bank-file.ts'
import { makeTestCode } from './make-test-code.ts'
import { accountsToTest, recordTestDeposit, type TestDeposit } from './test-deposit-store.ts'

type Account = Awaited<ReturnType<typeof accountsToTest>>[number]
type Planned = { account: Account; deposit: Omit<TestDeposit, 'fileId' | 'batchReference'> }

const fileTime = '09:00'

/**
 * Sends the test deposits of new bank accounts, in a file of their own, on the next banking morning. Their cents are the
 * operator's cost when the bank's statement tells of them. Returns how many were made.
 */
export async function sendTestDeposits(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const on = dateIn(now, world.zone)
  if (!isBankingDay(on) || now < instantAt(on, fileTime, world.zone)) return 0
  const made = await asOperations(db, { user: null, now }, async (tx) => {
    await holdSubject(tx, 'test-deposits')
    const accounts = await accountsToTest(tx)
    if (accounts.length > 0) await makeDeposits(tx, world, accounts, on)
    return accounts.length
  })
  if (made > 0) world.witness('test-deposits-committed')
  return made
}

/** When the deposits that stand open go out: the next banking morning; null where none does. */
export async function nextTestDeposit(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  const accounts = await asOperations(db, { user: null, now }, (tx) => accountsToTest(tx))
  if (accounts.length === 0) return null
  const today = dateIn(now, world.zone)
  const day = isBankingDay(today) && now < instantAt(today, fileTime, world.zone) ? today : bankingDayAfter(today)
  return instantAt(day, fileTime, world.zone)
}

async function makeDeposits(db: Db, world: World, accounts: readonly Account[], on: CalendarDate): Promise<void> {
  const at = world.clock.now()
  const [operator] = await operatorAccounts(db, on)
  if (operator === undefined) throw new Error(`no account of the operator is in force on ${on}: nothing was sent`)
  const modifier = fileModifier(await world.numbers.allocate(db, { partner: 'bank', kind: `file-modifier ${on}`, at }))
  const settlesOn = bankingDayAfter(on)
  const planned: Planned[] = []
  for (const account of accounts) {
    const sequence = await world.numbers.allocate(db, { partner: 'bank', kind: 'trace', at })
    const { code, cents: amount } = makeTestCode(world.ids.next())
    const { practiceId, id: bankAccountId } = account
    const deposit = { practiceId, id: world.ids.next(), bankAccountId, code, cents: cents(amount), sendsOn: on }
    planned.push({ account, deposit: { ...deposit, settlesOn, traceNumber: traceNumber(operator, sequence) } })
  }
  const groups = [...Map.groupBy(planned, ({ account }) => account.holder).values()]
  const file = fileOf(groups, operator, { on, settlesOn, at: timeIn(at, world.zone), modifier })
  const name = `ACH-${on}-${modifier}.ach`
  const bytes = new TextEncoder().encode(writeAchFile(file))
  const folder = outgoingFolder('bank')
  const stored = await world.files.record(db, { partner: 'bank', direction: 'out', folder, name, bytes, at })
  for (const [index, group] of groups.entries()) {
    const reference = batchReference({ on, modifier }, index + 1)
    for (const { deposit } of group) {
      await recordTestDeposit(db, { ...deposit, batchReference: reference, fileId: stored.id, at })
    }
  }
}

function fileOf(
  groups: readonly (readonly Planned[])[],
  operator: OperatorAccount,
  made: { on: CalendarDate; settlesOn: CalendarDate; at: string; modifier: string },
): AchFile {
  return {
    immediateDestination: operator.routing,
    immediateDestinationName: operator.bankName,
    immediateOrigin: operator.companyId,
    immediateOriginName: operator.companyName,
    createdOn: made.on,
    createdAt: made.at.replace(':', ''),
    fileIdModifier: made.modifier,
    batches: groups.map((group, index) => batchOf(group, operator, { number: index + 1, settlesOn: made.settlesOn })),
  }
}

// The description that a deposit of this kind must carry (Nacha Operating Rules, micro-entries, in force since 2022-09-16).
const description = 'ACCTVERIFY'

function batchOf(
  group: readonly Planned[],
  operator: OperatorAccount,
  { number, settlesOn }: { number: number; settlesOn: CalendarDate },
): AchBatch {
  return {
    companyName: operator.companyName,
    companyId: operator.companyId,
    sec: group[0]?.account.holder === 'personal' ? 'PPD' : 'CCD',
    entryDescription: description,
    effectiveOn: settlesOn,
    odfi: operator.odfi,
    batchNumber: number,
    entries: group.map(({ account, deposit }) => ({
      transactionCode: account.kind === 'checking' ? 22 : 32,
      receivingRouting: account.routing,
      account: account.account,
      cents: deposit.cents,
      individualId: deposit.code,
      name: account.holderName,
      traceNumber: deposit.traceNumber,
      addenda: null,
    })),
  }
}
