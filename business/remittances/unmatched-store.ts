import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

/** Money of a payment that belongs to no claim of ours, and what a person made of it. */
export type Unmatched = {
  id: string
  transactionId: string
  position: number
  claimControlNumber: string
  payerControlNumber: string
  paid: Cents
  because: string
  recordedAt: Instant
  settlement: Settlement | null
}

export type Settlement = {
  outcome: 'matched' | 'owed_back'
  claimId: string | null
  reason: string
  at: Instant
  by: string
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

export async function unmatchedClaims(db: Db, practiceId: string): Promise<Unmatched[]> {
  const rows = await withSettlement(db)
    .where('unmatched.practice_id', '=', practiceId)
    .orderBy('unmatched.recorded_at')
    .orderBy('unmatched.id')
    .execute()
  return rows.map(fromRow)
}

export async function unmatchedById(db: Db, practiceId: string, id: string): Promise<Unmatched | null> {
  const row = await withSettlement(db)
    .where('unmatched.practice_id', '=', practiceId)
    .where('unmatched.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

export async function recordSettlement(
  db: Db,
  { practiceId, unmatchedId, ...settlement }: Settlement & { practiceId: string; unmatchedId: string },
): Promise<void> {
  await db
    .insertInto('remittances.unmatched_settlement')
    .values({
      practice_id: practiceId,
      unmatched_id: unmatchedId,
      outcome: settlement.outcome,
      claim_id: settlement.claimId,
      reason: settlement.reason,
      settled_at: settlement.at,
      settled_by: settlement.by,
    })
    .execute()
}

function withSettlement(db: Db) {
  return db
    .selectFrom('remittances.unmatched as unmatched')
    .leftJoin('remittances.unmatched_settlement as settlement', (join) =>
      join
        .onRef('settlement.practice_id', '=', 'unmatched.practice_id')
        .onRef('settlement.unmatched_id', '=', 'unmatched.id'),
    )
    .selectAll('unmatched')
    .select(['settlement.outcome', 'settlement.claim_id', 'settlement.reason'])
    .select(['settlement.settled_at', 'settlement.settled_by'])
}

type Row = Awaited<ReturnType<ReturnType<typeof withSettlement>['execute']>>[number]

function fromRow(row: Row): Unmatched {
  return {
    id: row.id,
    transactionId: row.transaction_id,
    position: row.position,
    claimControlNumber: row.claim_control_number,
    payerControlNumber: row.payer_control_number,
    paid: cents(row.paid_cents),
    because: row.because,
    recordedAt: row.recorded_at,
    settlement: settlementOf(row),
  }
}

function settlementOf({ outcome, claim_id, reason, settled_at, settled_by }: Row): Settlement | null {
  if (outcome === null || reason === null || settled_at === null || settled_by === null) return null
  return { outcome: outcome as Settlement['outcome'], claimId: claim_id, reason, at: settled_at, by: settled_by }
}
