import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { BankLineKind } from './classify-bank-line.ts'

export type RecordedStatement = {
  practiceId: string
  id: string
  operatorAccountId: string
  asOf: CalendarDate
  opening: Cents
  closing: Cents
  fileId: string
}

export async function recordStatement(db: Db, statement: RecordedStatement & { at: Instant }): Promise<void> {
  await db
    .insertInto('payouts.bank_statement')
    .values({
      practice_id: statement.practiceId,
      id: statement.id,
      operator_account_id: statement.operatorAccountId,
      as_of: statement.asOf,
      opening_cents: statement.opening,
      closing_cents: statement.closing,
      file_id: statement.fileId,
      recorded_at: statement.at,
    })
    .execute()
}

export async function lastStatement(
  db: Db,
  practiceId: string,
  operatorAccountId: string,
): Promise<{ asOf: CalendarDate; closing: Cents } | null> {
  const row = await db
    .selectFrom('payouts.bank_statement')
    .select(['as_of', 'closing_cents'])
    .where('practice_id', '=', practiceId)
    .where('operator_account_id', '=', operatorAccountId)
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { asOf: row.as_of, closing: cents(row.closing_cents) }
}

export async function recordBankLine(
  db: Db,
  line: {
    practiceId: string
    statementId: string
    line: number
    typeCode: string
    signed: Cents
    bankReference: string
    customerReference: string
    description: string
    became: BankLineKind
  },
): Promise<void> {
  await db
    .insertInto('payouts.bank_line')
    .values({
      practice_id: line.practiceId,
      statement_id: line.statementId,
      line: line.line,
      type_code: line.typeCode,
      signed_cents: line.signed,
      bank_reference: line.bankReference,
      customer_reference: line.customerReference,
      description: line.description,
      became: line.became,
    })
    .execute()
}

/** Own money that the operator announced, by the reference that its bank line carries. */
export async function recordOwnMoney(
  db: Db,
  money: { practiceId: string; id: string; reference: string; cents: Cents; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('payouts.own_money')
    .values({
      practice_id: money.practiceId,
      id: money.id,
      reference: money.reference,
      cents: money.cents,
      recorded_at: money.at,
      recorded_by: money.by,
    })
    .execute()
}

export async function isOwnMoney(
  db: Db,
  practiceId: string,
  { reference, cents: amount }: { reference: string; cents: Cents },
): Promise<boolean> {
  const row = await db
    .selectFrom('payouts.own_money')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('reference', '=', reference)
    .where('cents', '=', amount)
    .executeTakeFirst()
  return row !== undefined
}
