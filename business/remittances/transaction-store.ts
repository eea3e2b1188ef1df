import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { QuarantineReason } from './quarantine-reason.ts'

/** One payment of an 835 as it was taken in: posted, or quarantined whole with its exact difference. */
export type RemittanceTransaction = {
  practiceId: string
  id: string
  fileId: string
  fileName: string
  position: number
  payerName: string
  originator: string
  payee: string
  billingEntityId: string | null
  trace: string
  method: string
  paid: Cents
  paidOn: CalendarDate | null
  identityHash: string
  contentHash: string
  outcome: 'posted' | 'quarantined'
  because: QuarantineReason | null
  difference: Cents | null
  findings: { code: string; message: string; segmentNumber: number }[]
  recordedAt: Instant
}

export async function recordTransaction(db: Db, transaction: RemittanceTransaction): Promise<void> {
  await db
    .insertInto('remittances.transaction')
    .values({
      practice_id: transaction.practiceId,
      id: transaction.id,
      file_id: transaction.fileId,
      file_name: transaction.fileName,
      position: transaction.position,
      payer_name: transaction.payerName,
      originator: transaction.originator,
      payee: transaction.payee,
      billing_entity_id: transaction.billingEntityId,
      trace: transaction.trace,
      method: transaction.method,
      paid_cents: transaction.paid,
      paid_on: transaction.paidOn,
      identity_hash: transaction.identityHash,
      content_hash: transaction.contentHash,
      outcome: transaction.outcome,
      because: transaction.because,
      difference_cents: transaction.difference,
      findings: JSON.stringify(transaction.findings),
      recorded_at: transaction.recordedAt,
    })
    .execute()
}

/** What is known under an identity (payer, payee, trace, date, amount), by content. */
export async function knownContents(
  db: Db,
  practiceId: string,
  identityHash: string,
): Promise<{ contentHash: string; outcome: string }[]> {
  const rows = await withJudgement(db)
    .where('transaction.practice_id', '=', practiceId)
    .where('transaction.identity_hash', '=', identityHash)
    .execute()
  return rows.map(fromRow).map(({ contentHash, outcome, judgement }) => ({
    contentHash,
    outcome: judgement?.verdict === 'taken_in' ? 'posted' : outcome,
  }))
}

/** What a person decided about a payment that was set aside. */
export type Judgement = {
  verdict: 'taken_in' | 'set_aside'
  billingEntityId: string | null
  reason: string
  at: Instant
  by: string
}

export type JudgedTransaction = RemittanceTransaction & { judgement: Judgement | null }

function withJudgement(db: Db) {
  return db
    .selectFrom('remittances.transaction as transaction')
    .leftJoin('remittances.judgement as judgement', (join) =>
      join
        .onRef('judgement.practice_id', '=', 'transaction.practice_id')
        .onRef('judgement.transaction_id', '=', 'transaction.id'),
    )
    .selectAll('transaction')
    .select(['judgement.verdict', 'judgement.billing_entity_id as judged_entity', 'judgement.reason'])
    .select(['judgement.judged_at', 'judgement.judged_by'])
}

export async function transactionById(db: Db, practiceId: string, id: string): Promise<JudgedTransaction | null> {
  const row = await withJudgement(db)
    .where('transaction.practice_id', '=', practiceId)
    .where('transaction.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

export async function recordJudgement(
  db: Db,
  { practiceId, transactionId, ...judgement }: Judgement & { practiceId: string; transactionId: string },
): Promise<void> {
  await db
    .insertInto('remittances.judgement')
    .values({
      practice_id: practiceId,
      transaction_id: transactionId,
      verdict: judgement.verdict,
      billing_entity_id: judgement.billingEntityId,
      reason: judgement.reason,
      judged_at: judgement.at,
      judged_by: judgement.by,
    })
    .execute()
}

export async function transactionsTaken(db: Db, practiceId: string): Promise<JudgedTransaction[]> {
  const rows = await withJudgement(db)
    .where('transaction.practice_id', '=', practiceId)
    .orderBy('transaction.recorded_at')
    .orderBy('transaction.id')
    .execute()
  return rows.map(fromRow)
}

type JudgedRow = Awaited<ReturnType<ReturnType<typeof withJudgement>['execute']>>[number]

function fromRow(row: JudgedRow): JudgedTransaction {
  return {
    practiceId: row.practice_id,
    id: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    position: row.position,
    payerName: row.payer_name,
    originator: row.originator,
    payee: row.payee,
    billingEntityId: row.billing_entity_id,
    trace: row.trace,
    method: row.method,
    paid: cents(row.paid_cents),
    paidOn: row.paid_on,
    identityHash: row.identity_hash,
    contentHash: row.content_hash,
    outcome: row.outcome as RemittanceTransaction['outcome'],
    because: row.because as QuarantineReason | null,
    difference: row.difference_cents === null ? null : cents(row.difference_cents),
    findings: row.findings as RemittanceTransaction['findings'],
    recordedAt: row.recorded_at,
    judgement: judgementOf(row),
  }
}

function judgementOf({ verdict, reason, judged_at, judged_by, judged_entity }: JudgedRow): Judgement | null {
  if (verdict === null || reason === null || judged_at === null || judged_by === null) return null
  return {
    verdict: verdict as Judgement['verdict'],
    billingEntityId: judged_entity,
    reason,
    at: judged_at,
    by: judged_by,
  }
}

export async function recordProviderAdjustment(
  db: Db,
  adjustment: {
    practiceId: string
    transactionId: string
    line: number
    reason: string
    reference: string
    cents: Cents
    at: Instant
  },
): Promise<void> {
  await db
    .insertInto('remittances.provider_adjustment')
    .values({
      practice_id: adjustment.practiceId,
      transaction_id: adjustment.transactionId,
      line: adjustment.line,
      reason: adjustment.reason,
      reference: adjustment.reference,
      cents: adjustment.cents,
      recorded_at: adjustment.at,
    })
    .execute()
}

/** What a payment adjusts beside its claims (PLB), in its order. */
export async function providerAdjustmentsIn(
  db: Db,
  transactionId: string,
): Promise<{ reason: string; reference: string; cents: Cents }[]> {
  const rows = await db
    .selectFrom('remittances.provider_adjustment')
    .select(['reason', 'reference', 'cents'])
    .where('transaction_id', '=', transactionId)
    .orderBy('line')
    .execute()
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}
