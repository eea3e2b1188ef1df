import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

/** A deposit of a few cents whose code only the holder of the account can read. */
export type TestDeposit = {
  practiceId: string
  id: string
  bankAccountId: string
  code: string
  cents: Cents
  sendsOn: CalendarDate
  settlesOn: CalendarDate
  batchReference: string
  traceNumber: string
  fileId: string
}

export async function recordTestDeposit(db: Db, deposit: TestDeposit & { at: Instant }): Promise<void> {
  await db
    .insertInto('payouts.test_deposit')
    .values({
      practice_id: deposit.practiceId,
      id: deposit.id,
      bank_account_id: deposit.bankAccountId,
      code: deposit.code,
      cents: deposit.cents,
      sends_on: deposit.sendsOn,
      settles_on: deposit.settlesOn,
      batch_reference: deposit.batchReference,
      trace_number: deposit.traceNumber,
      file_id: deposit.fileId,
      recorded_at: deposit.at,
    })
    .execute()
}

type Where = { practiceId: string } | { bankAccountId: string } | { batchReference: string } | { traceNumber: string }

export async function testDepositsWhere(db: Db, where: Where): Promise<TestDeposit[]> {
  const rows = await db
    .selectFrom('payouts.test_deposit')
    .selectAll()
    .$if('practiceId' in where, (query) =>
      query.where('practice_id', '=', 'practiceId' in where ? where.practiceId : ''),
    )
    .$if('bankAccountId' in where, (query) =>
      query.where('bank_account_id', '=', 'bankAccountId' in where ? where.bankAccountId : ''),
    )
    .$if('batchReference' in where, (query) =>
      query.where('batch_reference', '=', 'batchReference' in where ? where.batchReference : ''),
    )
    .$if('traceNumber' in where, (query) =>
      query.where('trace_number', '=', 'traceNumber' in where ? where.traceNumber : ''),
    )
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    bankAccountId: row.bank_account_id,
    code: row.code,
    cents: cents(row.cents),
    sendsOn: row.sends_on,
    settlesOn: row.settles_on,
    batchReference: row.batch_reference,
    traceNumber: row.trace_number,
    fileId: row.file_id,
  }))
}

/** The accounts of all practices that nobody has checked and that no deposit has tested. */
export async function accountsToTest(db: Db): Promise<
  {
    practiceId: string
    id: string
    holder: 'business' | 'personal'
    holderName: string
    routing: string
    account: string
    kind: 'checking' | 'savings'
  }[]
> {
  const rows = await db
    .selectFrom('payouts.bank_account as account')
    .leftJoin('payouts.bank_account_check as check', (join) =>
      join.onRef('check.practice_id', '=', 'account.practice_id').onRef('check.bank_account_id', '=', 'account.id'),
    )
    .leftJoin('payouts.test_deposit as deposit', (join) =>
      join.onRef('deposit.practice_id', '=', 'account.practice_id').onRef('deposit.bank_account_id', '=', 'account.id'),
    )
    .select(['account.practice_id as practiceId', 'account.id', 'account.holder', 'account.holder_name as holderName'])
    .select(['account.routing', 'account.account', 'account.kind'])
    .where('check.id', 'is', null)
    .where('deposit.id', 'is', null)
    .orderBy('account.recorded_at')
    .orderBy('account.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    holder: row.holder as 'business' | 'personal',
    kind: row.kind as 'checking' | 'savings',
  }))
}

export async function recordTestAnswer(
  db: Db,
  answer: { practiceId: string; id: string; bankAccountId: string; isRight: boolean; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('payouts.test_deposit_answer')
    .values({
      practice_id: answer.practiceId,
      id: answer.id,
      bank_account_id: answer.bankAccountId,
      is_right: answer.isRight,
      at: answer.at,
      by: answer.by,
    })
    .execute()
}

/** How many wrong codes were entered for an account. */
export async function wrongAnswers(db: Db, practiceId: string, bankAccountId: string): Promise<number> {
  const rows = await db
    .selectFrom('payouts.test_deposit_answer')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('bank_account_id', '=', bankAccountId)
    .where('is_right', '=', false)
    .execute()
  return rows.length
}
