import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type Refund = {
  practiceId: string
  id: string
  sessionId: string
  chargeId: string
  processorChargeId: string
  cents: Cents
  causeKey: string
}

export async function recordRefund(db: Db, refund: Refund & { at: Instant }): Promise<void> {
  await db
    .insertInto('charges.refund')
    .values({
      practice_id: refund.practiceId,
      id: refund.id,
      session_id: refund.sessionId,
      charge_id: refund.chargeId,
      processor_charge_id: refund.processorChargeId,
      cents: refund.cents,
      cause_key: refund.causeKey,
      recorded_at: refund.at,
    })
    .execute()
}

export async function recordRefundResult(
  db: Db,
  result: { practiceId: string; refundId: string; processorId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('charges.refund_result')
    .values({
      practice_id: result.practiceId,
      refund_id: result.refundId,
      processor_id: result.processorId,
      at: result.at,
    })
    .execute()
}

/** Refunds that the processor has not been known to make. */
export async function openRefunds(db: Db): Promise<Refund[]> {
  const rows = await db
    .selectFrom('charges.refund as refund')
    .selectAll()
    .where(
      sql<boolean>`not exists (select from charges.refund_result as result
        where result.practice_id = refund.practice_id and result.refund_id = refund.id)`,
    )
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

export async function refundsOf(
  db: Db,
  practiceId: string,
  sessionId: string,
): Promise<(Refund & { refundedAt: Instant | null })[]> {
  const rows = await db
    .selectFrom('charges.refund as refund')
    .leftJoin('charges.refund_result as result', (join) =>
      join.onRef('result.practice_id', '=', 'refund.practice_id').onRef('result.refund_id', '=', 'refund.id'),
    )
    .selectAll('refund')
    .select('result.at as refunded_at')
    .where('refund.practice_id', '=', practiceId)
    .where('refund.session_id', '=', sessionId)
    .orderBy('refund.recorded_at')
    .orderBy('refund.id')
    .execute()
  return rows.map((row) => ({ ...fromRow(row), refundedAt: row.refunded_at }))
}

function fromRow(row: {
  practice_id: string
  id: string
  session_id: string
  charge_id: string
  processor_charge_id: string
  cents: number
  cause_key: string
}): Refund {
  return {
    practiceId: row.practice_id,
    id: row.id,
    sessionId: row.session_id,
    chargeId: row.charge_id,
    processorChargeId: row.processor_charge_id,
    cents: cents(row.cents),
    causeKey: row.cause_key,
  }
}
