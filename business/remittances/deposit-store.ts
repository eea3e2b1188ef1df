import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

/** An EFT that the bank received: CCD+ with the trace of its 835. */
export type Deposit = {
  practiceId: string
  id: string
  trace: string
  originator: string
  operatorAccountId: string
  cents: Cents
  depositedOn: CalendarDate
  bankLineKey: string
}

export async function recordDeposit(db: Db, deposit: Deposit & { at: Instant }): Promise<void> {
  await db
    .insertInto('remittances.deposit')
    .values({
      practice_id: deposit.practiceId,
      id: deposit.id,
      trace: deposit.trace,
      originator: deposit.originator,
      operator_account_id: deposit.operatorAccountId,
      cents: deposit.cents,
      deposited_on: deposit.depositedOn,
      bank_line_key: deposit.bankLineKey,
      recorded_at: deposit.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'bank_line_key']).doNothing())
    .execute()
}

export async function depositsOf(
  db: Db,
  practiceId: string,
): Promise<{ originator: string; trace: string; cents: Cents; depositedOn: CalendarDate }[]> {
  const rows = await db
    .selectFrom('remittances.deposit')
    .select(['originator', 'trace', 'cents', 'deposited_on as depositedOn'])
    .where('practice_id', '=', practiceId)
    .orderBy('deposited_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}
