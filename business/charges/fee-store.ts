import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

/** What a client was asked for a session that they cancelled late or missed; of nothing, the fee was waived at once. */
export type Fee = {
  practiceId: string
  sessionId: string
  personId: string
  kind: 'late_cancellation' | 'no_show'
  proposed: Cents
  cents: Cents
  recordedAt: Instant
  recordedBy: string
}

/** How the asking ended: the practice forgave it, or nobody paid for too long. */
export type FeeEnd = { kind: 'forgiven' | 'given_up'; reason: string; at: Instant; by: string }

export async function recordFee(db: Db, fee: Fee): Promise<void> {
  await db
    .insertInto('charges.fee')
    .values({
      practice_id: fee.practiceId,
      session_id: fee.sessionId,
      person_id: fee.personId,
      kind: fee.kind,
      proposed_cents: fee.proposed,
      cents: fee.cents,
      recorded_at: fee.recordedAt,
      recorded_by: fee.recordedBy,
    })
    .execute()
}

export async function recordFeeEnd(
  db: Db,
  fee: { practiceId: string; sessionId: string; personId: string },
  end: FeeEnd,
): Promise<void> {
  await db
    .insertInto('charges.fee_end')
    .values({
      practice_id: fee.practiceId,
      session_id: fee.sessionId,
      person_id: fee.personId,
      kind: end.kind,
      reason: end.reason,
      at: end.at,
      by: end.by,
    })
    .execute()
}

export type FeeStanding = Fee & { end: FeeEnd | null }

type Row = {
  practice_id: string
  session_id: string
  person_id: string
  kind: string
  proposed_cents: number
  cents: number
  recorded_at: Instant
  recorded_by: string
  end_kind: string | null
  reason: string | null
  at: Instant | null
  by: string | null
}

/** The fees that the one who asks may see: of a practice, of one of its sessions, or all. */
export async function feesWhere(
  db: Db,
  which: { practiceId?: string; sessionId?: string; personId?: string },
): Promise<FeeStanding[]> {
  const rows = await db
    .selectFrom('charges.fee as fee')
    .leftJoin('charges.fee_end as ended', (join) =>
      join.onRef('ended.practice_id', '=', 'fee.practice_id').onRef('ended.session_id', '=', 'fee.session_id'),
    )
    .selectAll('fee')
    .select(['ended.kind as end_kind', 'ended.reason', 'ended.at', 'ended.by'])
    .$if(which.practiceId !== undefined, (query) => query.where('fee.practice_id', '=', which.practiceId ?? ''))
    .$if(which.sessionId !== undefined, (query) => query.where('fee.session_id', '=', which.sessionId ?? ''))
    .$if(which.personId !== undefined, (query) => query.where('fee.person_id', '=', which.personId ?? ''))
    .orderBy('fee.recorded_at')
    .orderBy('fee.session_id')
    .execute()
  return rows.map(standingFrom)
}

/** Fees that are asked for and for which no charge has been written down yet. */
export async function feesWithoutCharge(db: Db): Promise<FeeStanding[]> {
  const fees = await db
    .selectFrom('charges.fee as fee')
    .selectAll('fee')
    .where('fee.cents', '>', 0)
    .where(
      sql<boolean>`not exists (select from charges.charge as charge
        where charge.practice_id = fee.practice_id and charge.cause_key = 'fee:' || fee.session_id)`,
    )
    .where(
      sql<boolean>`not exists (select from charges.fee_end as ended
        where ended.practice_id = fee.practice_id and ended.session_id = fee.session_id)`,
    )
    .orderBy('fee.recorded_at')
    .orderBy('fee.session_id')
    .execute()
  return fees.map((row) => standingFrom({ ...row, end_kind: null, reason: null, at: null, by: null }))
}

function standingFrom(row: Row): FeeStanding {
  return {
    practiceId: row.practice_id,
    sessionId: row.session_id,
    personId: row.person_id,
    kind: row.kind as Fee['kind'],
    proposed: cents(row.proposed_cents),
    cents: cents(row.cents),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    end:
      row.end_kind === null || row.at === null
        ? null
        : { kind: row.end_kind as FeeEnd['kind'], reason: row.reason ?? '', at: row.at, by: row.by ?? '' },
  }
}
