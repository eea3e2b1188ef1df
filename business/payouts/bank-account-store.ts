import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { BankAccount } from './payout-hold.ts'

export async function recordBankAccount(
  db: Db,
  account: Omit<BankAccount, 'check'> & { practiceId: string; by: string },
): Promise<void> {
  await db
    .insertInto('payouts.bank_account')
    .values({
      practice_id: account.practiceId,
      id: account.id,
      holder: account.holder,
      holder_name: account.holderName,
      routing: account.routing,
      account: account.account,
      kind: account.kind,
      recorded_at: account.recordedAt,
      recorded_by: account.by,
    })
    .execute()
}

export async function recordBankAccountCheck(
  db: Db,
  check: {
    practiceId: string
    bankAccountId: string
    id: string
    outcome: 'verified' | 'refused'
    because: string
    at: Instant
  },
): Promise<void> {
  await db
    .insertInto('payouts.bank_account_check')
    .values({
      practice_id: check.practiceId,
      bank_account_id: check.bankAccountId,
      id: check.id,
      outcome: check.outcome,
      because: check.because,
      at: check.at,
    })
    .execute()
}

export async function recordTaxForm(db: Db, form: { practiceId: string; id: string; at: Instant }): Promise<void> {
  await db
    .insertInto('payouts.tax_form')
    .values({ practice_id: form.practiceId, id: form.id, kind: 'w9', received_at: form.at })
    .execute()
}

/** A practice's bank accounts, each with its latest check, and whether its W-9 is here. */
export async function payeeOf(db: Db, practiceId: string): Promise<{ accounts: BankAccount[]; hasTaxForm: boolean }> {
  const accounts = await db
    .selectFrom('payouts.bank_account')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const checks = await db
    .selectFrom('payouts.bank_account_check')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const form = await db
    .selectFrom('payouts.tax_form')
    .select('id')
    .where('practice_id', '=', practiceId)
    .limit(1)
    .executeTakeFirst()
  return {
    accounts: accounts.map((row) => {
      const check = checks.findLast(({ bank_account_id }) => bank_account_id === row.id)
      return {
        id: row.id,
        holder: row.holder as BankAccount['holder'],
        holderName: row.holder_name,
        routing: row.routing,
        account: row.account,
        kind: row.kind as BankAccount['kind'],
        recordedAt: row.recorded_at,
        check:
          check === undefined
            ? null
            : { outcome: check.outcome as 'verified' | 'refused', because: check.because, at: check.at },
      }
    }),
    hasTaxForm: form !== undefined,
  }
}

/** The operator's own account: where deposits arrive and payouts leave. */
export type OperatorAccount = {
  id: string
  name: string
  routing: string
  account: string
  odfi: string
  companyName: string
  companyId: string
  bankName: string
}

export async function recordOperatorAccount(
  db: Db,
  account: OperatorAccount & { during: Period; source: string },
): Promise<void> {
  await db
    .insertInto('payouts.operator_account')
    .values({
      id: account.id,
      name: account.name,
      routing: account.routing,
      account: account.account,
      odfi: account.odfi,
      company_name: account.companyName,
      company_id: account.companyId,
      bank_name: account.bankName,
      during: rangeText(account.during),
      source: account.source,
    })
    .execute()
}

export async function operatorAccounts(db: Db, on: CalendarDate): Promise<OperatorAccount[]> {
  return db
    .selectFrom('payouts.operator_account')
    .select(['id', 'name', 'routing', 'account', 'odfi', 'company_name as companyName', 'company_id as companyId'])
    .select('bank_name as bankName')
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('id')
    .execute()
}
