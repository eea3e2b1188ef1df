import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type BankBatch = { reference: string; entryCount: number; total: Cents }

export type BankFile = {
  practiceId: string
  fileId: string
  sendsOn: CalendarDate
  settlesOn: CalendarDate
  entryCount: number
  total: Cents
  batches: BankBatch[]
}

export async function recordBankFile(db: Db, file: BankFile & { at: Instant }): Promise<void> {
  await db
    .insertInto('payouts.bank_file')
    .values({
      practice_id: file.practiceId,
      file_id: file.fileId,
      sends_on: file.sendsOn,
      settles_on: file.settlesOn,
      entry_count: file.entryCount,
      total_cents: file.total,
      recorded_at: file.at,
    })
    .execute()
  await db
    .insertInto('payouts.bank_batch')
    .values(
      file.batches.map((batch) => ({
        practice_id: file.practiceId,
        reference: batch.reference,
        file_id: file.fileId,
        entry_count: batch.entryCount,
        total_cents: batch.total,
      })),
    )
    .execute()
}

export async function bankBatches(db: Db, practiceId: string): Promise<(BankBatch & { fileId: string })[]> {
  const rows = await db
    .selectFrom('payouts.bank_batch')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('reference')
    .execute()
  return rows.map((row) => ({
    reference: row.reference,
    fileId: row.file_id,
    entryCount: row.entry_count,
    total: cents(row.total_cents),
  }))
}
