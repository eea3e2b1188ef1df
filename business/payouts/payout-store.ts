import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { PayLine } from './plan-payout.ts'

export type Payout = {
  practiceId: string
  id: string
  payOn: CalendarDate
  sendsOn: CalendarDate
  settlesOn: CalendarDate
  cents: Cents
  bankAccountId: string
  batchReference: string
  traceNumber: string
  fileId: string
  fileName: string
  fileSha256: string
  recordedAt: Instant
}

export async function recordPayout(db: Db, payout: Payout, lines: readonly PayLine[]): Promise<void> {
  await db
    .insertInto('payouts.payout')
    .values({
      practice_id: payout.practiceId,
      id: payout.id,
      pay_on: payout.payOn,
      sends_on: payout.sendsOn,
      settles_on: payout.settlesOn,
      cents: payout.cents,
      bank_account_id: payout.bankAccountId,
      batch_reference: payout.batchReference,
      trace_number: payout.traceNumber,
      file_id: payout.fileId,
      file_name: payout.fileName,
      file_sha256: payout.fileSha256,
      recorded_at: payout.recordedAt,
    })
    .execute()
  await db
    .insertInto('payouts.payout_item')
    .values(
      lines.map((line) => ({
        practice_id: payout.practiceId,
        posting_id: line.postingId,
        line: line.line,
        payout_id: payout.id,
        cents: line.cents,
      })),
    )
    .execute()
}

type Where = { practiceId: string } | { fileId: string } | { batchReference: string } | { traceNumber: string } | 'all'

export async function payoutsWhere(db: Db, where: Where): Promise<Payout[]> {
  const rows = await db
    .selectFrom('payouts.payout')
    .selectAll()
    .$if(where !== 'all', (query) => {
      if (where === 'all') return query
      if ('practiceId' in where) return query.where('practice_id', '=', where.practiceId)
      if ('fileId' in where) return query.where('file_id', '=', where.fileId)
      if ('batchReference' in where) return query.where('batch_reference', '=', where.batchReference)
      return query.where('trace_number', '=', where.traceNumber)
    })
    .orderBy('pay_on')
    .orderBy('practice_id')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    payOn: row.pay_on,
    sendsOn: row.sends_on,
    settlesOn: row.settles_on,
    cents: cents(row.cents),
    bankAccountId: row.bank_account_id,
    batchReference: row.batch_reference,
    traceNumber: row.trace_number,
    fileId: row.file_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    recordedAt: row.recorded_at,
  }))
}

export type PayoutEventKind = 'sent' | 'settled' | 'returned' | 'refused' | 'change_notified'

export type PayoutEvent = {
  practiceId: string
  payoutId: string
  kind: PayoutEventKind
  sourceKey: string
  code: string | null
  detail: string
  happenedOn: CalendarDate
  at: Instant
}

export async function recordPayoutEvent(db: Db, event: PayoutEvent & { id: string }): Promise<boolean> {
  const made = await db
    .insertInto('payouts.payout_event')
    .values({
      practice_id: event.practiceId,
      id: event.id,
      payout_id: event.payoutId,
      kind: event.kind,
      source_key: event.sourceKey,
      code: event.code,
      detail: event.detail,
      happened_on: event.happenedOn,
      recorded_at: event.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'payout_id', 'source_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function payoutEvents(db: Db, practiceId: string | 'all'): Promise<PayoutEvent[]> {
  const rows = await db
    .selectFrom('payouts.payout_event')
    .selectAll()
    .$if(practiceId !== 'all', (query) => query.where('practice_id', '=', practiceId))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    payoutId: row.payout_id,
    kind: row.kind as PayoutEventKind,
    sourceKey: row.source_key,
    code: row.code,
    detail: row.detail,
    happenedOn: row.happened_on,
    at: row.recorded_at,
  }))
}
