import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { Charge } from './charge-store.ts'

export type Chargeback = {
  practiceId: string
  id: string
  chargeId: string
  /** The processor's own name of it: the same one is taken in once. */
  reference: string
  cents: Cents
  at: Instant
  by: string
}

/** False when the processor's reference is known: nothing was recorded. */
export async function recordChargeback(db: Db, chargeback: Chargeback): Promise<boolean> {
  const row = await db
    .insertInto('charges.chargeback')
    .values({
      practice_id: chargeback.practiceId,
      id: chargeback.id,
      charge_id: chargeback.chargeId,
      reference: chargeback.reference,
      cents: chargeback.cents,
      at: chargeback.at,
      by: chargeback.by,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was taken back of these charges, in order. */
export async function chargebacksOf(db: Db, practiceId: string, chargeIds: readonly string[]): Promise<Chargeback[]> {
  if (chargeIds.length === 0) return []
  const rows = await db
    .selectFrom('charges.chargeback')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('charge_id', 'in', [...chargeIds])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** The chargeback that the processor names so; null when it is new. */
export async function chargebackByReference(db: Db, practiceId: string, reference: string): Promise<Chargeback | null> {
  const row = await db
    .selectFrom('charges.chargeback')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(row)
}

/** The charge that the processor knows by this name; null when it is none of ours. */
export async function chargeByProcessor(
  db: Db,
  processorId: string,
): Promise<Pick<Charge, 'practiceId' | 'id' | 'sessionId' | 'because'> | null> {
  const row = await db
    .selectFrom('charges.charge_attempt as attempt')
    .innerJoin('charges.charge as charge', (join) =>
      join.onRef('charge.practice_id', '=', 'attempt.practice_id').onRef('charge.id', '=', 'attempt.charge_id'),
    )
    .select(['charge.practice_id as practiceId', 'charge.id', 'charge.session_id as sessionId', 'charge.because'])
    .where('attempt.processor_id', '=', processorId)
    .where('attempt.outcome', '=', 'captured')
    .executeTakeFirst()
  return row === undefined ? null : { ...row, because: row.because as Charge['because'] }
}

function fromRow(row: {
  practice_id: string
  id: string
  charge_id: string
  reference: string
  cents: number
  at: Instant
  by: string
}): Chargeback {
  return {
    practiceId: row.practice_id,
    id: row.id,
    chargeId: row.charge_id,
    reference: row.reference,
    cents: cents(row.cents),
    at: row.at,
    by: row.by,
  }
}
