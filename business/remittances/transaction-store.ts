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
  return db
    .selectFrom('remittances.transaction')
    .select(['content_hash as contentHash', 'outcome'])
    .where('practice_id', '=', practiceId)
    .where('identity_hash', '=', identityHash)
    .execute()
}

export async function transactionsTaken(db: Db, practiceId: string): Promise<RemittanceTransaction[]> {
  const rows = await db
    .selectFrom('remittances.transaction')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
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
  }))
}

export async function recordUnmatched(
  db: Db,
  unmatched: {
    practiceId: string
    id: string
    transactionId: string
    position: number
    claimControlNumber: string
    payerControlNumber: string
    paid: Cents
    because: string
    at: Instant
  },
): Promise<void> {
  await db
    .insertInto('remittances.unmatched')
    .values({
      practice_id: unmatched.practiceId,
      id: unmatched.id,
      transaction_id: unmatched.transactionId,
      position: unmatched.position,
      claim_control_number: unmatched.claimControlNumber,
      payer_control_number: unmatched.payerControlNumber,
      paid_cents: unmatched.paid,
      because: unmatched.because,
      recorded_at: unmatched.at,
    })
    .execute()
}

export async function unmatchedClaims(db: Db, practiceId: string) {
  const rows = await db
    .selectFrom('remittances.unmatched')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    transactionId: row.transaction_id,
    claimControlNumber: row.claim_control_number,
    paid: cents(row.paid_cents),
    because: row.because,
  }))
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
