import { type BankStatement, readBai2, type StatementAccount, type StatementLine } from '../../libraries/bai2/index.ts'
import { addDays, type CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, cents, negate, sum } from '../../libraries/money/index.ts'
import type { Taken } from '../exchange-flow.ts'
import { type Account, account } from '../ledger/accounts.ts'
import { recordPosting } from '../ledger/index.ts'
import { treasury } from '../ledger/post-session.ts'
import { transfer } from '../ledger/transfer.ts'
import { recordDeposit } from '../remittances/index.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { type OperatorAccount, operatorAccounts } from './bank-account-store.ts'
import { bankBatches } from './bank-file-store.ts'
import {
  isOwnMoney,
  lastStatement,
  type RecordedStatement,
  recordBankLine,
  recordStatement,
} from './bank-statement-store.ts'
import { type BankLine, type BankLineKind, classifyBankLine, signedCents } from './classify-bank-line.ts'
import { type Payout, type PayoutEventKind, payoutEvents, payoutsWhere, recordPayoutEvent } from './payout-store.ts'
import { testDepositsWhere } from './test-deposit-store.ts'

/** Takes a daily statement in: whole and in its turn, or not at all; every line moves the bank's account in the books. */
export async function takeBankStatement(db: Db, world: World, file: StoredFile): Promise<Taken> {
  const { statement, findings } = readBai2(new TextDecoder().decode(file.bytes))
  if (statement === null || findings.length > 0) {
    return { outcome: 'quarantined', detail: { because: 'unreadable', findings } }
  }
  const ours = await operatorAccounts(db, statement.asOf)
  const taken: AccountOfDay[] = []
  for (const told of statement.accounts) {
    const operator = ours.find((one) => one.account === told.account)
    if (operator === undefined) return { outcome: 'quarantined', detail: { because: 'account_not_ours' } }
    const before = await lastStatement(db, world.operator, operator.id)
    const refused = refuseOutOfTurn(told, statement, before)
    if (refused !== null) return refused
    taken.push({ told, statement, operator })
  }
  const became: string[] = []
  for (const one of taken) became.push(...(await takeAccount(db, world, file, one)))
  return { outcome: 'read', detail: { asOf: statement.asOf, became } }
}

// Each statement opens where the one before it closed; a gap or a repeat would move money twice or not at all. Where days
// are missing between them they may still come, so the later one waits; the very next day's must follow.
function refuseOutOfTurn(
  told: StatementAccount,
  statement: BankStatement,
  before: { asOf: CalendarDate; closing: Cents } | null,
): Taken | null {
  if (before === null) return null
  if (statement.asOf <= before.asOf) {
    return { outcome: 'quarantined', detail: { because: 'statement_repeated', asOf: statement.asOf } }
  }
  const difference = told.openingLedger - before.closing
  if (difference === 0) return null
  if (statement.asOf > addDays(before.asOf, 1)) {
    return { outcome: 'waits', why: `the statements between ${before.asOf} and ${statement.asOf} have not come` }
  }
  const detail = { because: 'statement_does_not_follow', after: before.asOf, differenceCents: difference }
  return { outcome: 'quarantined', detail }
}

type AccountOfDay = { told: StatementAccount; statement: BankStatement; operator: OperatorAccount }

async function takeAccount(
  db: Db,
  world: World,
  file: StoredFile,
  { told, statement, operator }: AccountOfDay,
): Promise<BankLineKind[]> {
  const record: RecordedStatement = {
    practiceId: world.operator,
    id: world.ids.next(),
    operatorAccountId: operator.id,
    asOf: statement.asOf,
    opening: told.openingLedger,
    closing: told.closingLedger,
    fileId: file.id,
  }
  await recordStatement(db, { ...record, at: world.clock.now() })
  world.witness('bank-statement-recorded')
  const became: BankLineKind[] = []
  for (const [index, line] of told.lines.entries()) {
    const kind = await takeLine(db, world, record, line, index + 1)
    await recordBankLine(db, {
      practiceId: world.operator,
      statementId: record.id,
      line: index + 1,
      typeCode: line.typeCode,
      signed: cents(signedCents(line)),
      bankReference: line.bankReference,
      customerReference: line.customerReference,
      description: line.text,
      became: kind,
    })
    became.push(kind)
    world.witness('bank-line-posted')
  }
  return became
}

async function takeLine(
  db: Db,
  world: World,
  statement: RecordedStatement,
  line: StatementLine,
  number: number,
): Promise<BankLineKind> {
  const meant = classifyBankLine(line)
  const amount = cents(signedCents(line))
  const bank = account('bank', statement.operatorAccountId)
  const key = `bank:${statement.operatorAccountId}:${statement.asOf}:${number}`
  const book = (kind: string, other: Account) =>
    post(db, world, { key, kind, on: statement.asOf, subject: key, transfers: transfer(bank, other, amount) })

  if (meant.kind === 'deposit') {
    await keepDeposit(db, world, statement, meant, { key, amount })
    await book('deposit', account('remittance_clearing', meant.originator, meant.trace))
    return 'deposit'
  }
  if (meant.kind === 'settlement' && (await isTestBatch(db, meant.batchReference, negate(amount)))) {
    await book('account_tested', account('operating_costs'))
    return 'settlement'
  }
  if (meant.kind === 'settlement' && (await settle(db, world, statement, meant, negate(amount)))) return 'settlement'
  if (meant.kind === 'card_payout' || meant.kind === 'card_refunds') {
    await book(meant.kind, account('card_clearing'))
    return meant.kind
  }
  if (meant.kind === 'own_money' && (await isOwnMoney(db, world.operator, { ...meant, cents: amount }))) {
    await book('own_money', account('operator_funds'))
    return 'own_money'
  }
  if (meant.kind === 'return' && (await isTestEntry(db, meant.traceNumber, amount))) {
    await book('account_test_returned', account('operating_costs'))
    return 'return'
  }
  if (meant.kind === 'return') {
    const payout = await returnedPayout(db, meant.traceNumber, amount)
    if (payout !== null) {
      const told = await toldOf(db, payout)
      if (told.has('refused')) await book('refused_entry_back', refusedAtBank(payout))
      return 'return'
    }
  }
  await book('bank_line_unexplained', account('unmatched', 'bank', line.bankReference))
  return 'unexplained'
}

// Test deposits are given away: what the bank took for their batch, to the cent, is a cost.
async function isTestBatch(db: Db, batchReference: string, taken: Cents): Promise<boolean> {
  const deposits = await testDepositsWhere(db, { batchReference })
  return deposits.length > 0 && sum(deposits.map((deposit) => deposit.cents)) === taken
}

async function isTestEntry(db: Db, traceNumber: string, amount: Cents): Promise<boolean> {
  const deposits = await testDepositsWhere(db, { traceNumber })
  return deposits.some((deposit) => deposit.cents === amount)
}

async function keepDeposit(
  db: Db,
  world: World,
  statement: RecordedStatement,
  { trace, originator }: Extract<BankLine, { kind: 'deposit' }>,
  { key, amount }: { key: string; amount: Cents },
): Promise<void> {
  await recordDeposit(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    trace,
    originator,
    operatorAccountId: statement.operatorAccountId,
    cents: amount,
    depositedOn: statement.asOf,
    bankLineKey: key,
    at: world.clock.now(),
  })
}

/**
 * Settles the payouts of a batch, if the bank took exactly what the batch asked for, and took it for the first time. Of
 * an entry that was refused before, the practice is owed its pay again: it does not settle, and what the bank took for
 * it all the same waits until the bank sends it back.
 */
async function settle(
  db: Db,
  world: World,
  { asOf, operatorAccountId }: RecordedStatement,
  { batchReference }: { batchReference: string },
  taken: Cents,
): Promise<boolean> {
  const batch = (await bankBatches(db, world.operator)).find(({ reference }) => reference === batchReference)
  if (batch === undefined) return false
  const open: Payout[] = []
  const refused: Payout[] = []
  for (const payout of await payoutsWhere(db, { batchReference })) {
    const told = await toldOf(db, payout)
    if (told.has('settled')) return false
    if (told.has('refused')) refused.push(payout)
    else open.push(payout)
  }
  const withoutRefused = sum(open.map((payout) => payout.cents))
  if (taken !== batch.total && (taken !== withoutRefused || open.length === 0)) return false
  for (const payout of open) await settlePayout(db, world, payout, { asOf, operatorAccountId })
  if (taken === withoutRefused) return true
  for (const payout of refused) {
    const key = `settled-though-refused:${payout.id}`
    const transfers = transfer(refusedAtBank(payout), account('bank', operatorAccountId), payout.cents)
    await post(db, world, { key, kind: 'refused_entry_settled', on: asOf, subject: payout.id, transfers })
  }
  return true
}

async function settlePayout(
  db: Db,
  world: World,
  { practiceId, id: payoutId, cents: amount }: Payout,
  { asOf, operatorAccountId }: { asOf: CalendarDate; operatorAccountId: string },
): Promise<void> {
  const key = `settled:${payoutId}`
  await recordPayoutEvent(db, {
    practiceId,
    payoutId,
    id: world.ids.next(),
    kind: 'settled',
    sourceKey: key,
    code: null,
    detail: 'The money arrived in your account.',
    happenedOn: asOf,
    at: world.clock.now(),
  })
  const settled = { key, kind: 'payout_settled', on: asOf, subject: payoutId }
  await post(db, world, {
    ...settled,
    practiceId,
    transfers: transfer(account('payout_in_transit', payoutId), treasury, amount),
  })
  await post(db, world, {
    ...settled,
    transfers: transfer(account('book', practiceId), account('bank', operatorAccountId), amount),
  })
  world.witness('payout-settled')
}

/** What the bank has told of a payout so far. */
async function toldOf(db: Db, payout: Payout): Promise<Set<PayoutEventKind>> {
  const events = await payoutEvents(db, payout.practiceId)
  return new Set(events.filter(({ payoutId }) => payoutId === payout.id).map(({ kind }) => kind))
}

/** Where the bank's money for a refused entry waits between its settlement and its return. */
function refusedAtBank({ traceNumber }: Payout): Account {
  return account('unmatched', 'bank', traceNumber)
}

// The return file posts the money; the statement's line must be one of its entries, to the cent.
async function returnedPayout(db: Db, traceNumber: string, amount: Cents): Promise<Payout | null> {
  const payouts = await payoutsWhere(db, { traceNumber })
  return payouts.find((payout) => payout.cents === amount) ?? null
}

async function post(
  db: Db,
  world: World,
  posting: {
    practiceId?: string
    key: string
    kind: string
    on: CalendarDate
    subject: string
    transfers: ReturnType<typeof transfer>
  },
): Promise<void> {
  await recordPosting(db, {
    practiceId: posting.practiceId ?? world.operator,
    id: world.ids.next(),
    key: posting.key,
    kind: posting.kind,
    cause: 'bank',
    subject: posting.subject,
    effectiveOn: posting.on,
    payOn: null,
    at: world.clock.now(),
    by: 'house',
    transfers: posting.transfers,
  })
}
