import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type ChargeRequest = { attempt: number; cents: Cents; paymentMethodId: string; at: Instant }

export async function recordChargeRequest(
  db: Db,
  charge: { practiceId: string; id: string; personId: string },
  request: ChargeRequest,
): Promise<void> {
  await db
    .insertInto('charges.charge_request')
    .values({
      practice_id: charge.practiceId,
      charge_id: charge.id,
      attempt: request.attempt,
      cents: request.cents,
      person_id: charge.personId,
      payment_method_id: request.paymentMethodId,
      at: request.at,
    })
    .execute()
}

/** What an attempt asked the processor for; null when it was not made yet. */
export async function chargeRequest(
  db: Db,
  charge: { practiceId: string; id: string },
  attempt: number,
): Promise<ChargeRequest | null> {
  const row = await db
    .selectFrom('charges.charge_request')
    .select(['attempt', 'cents', 'payment_method_id', 'at'])
    .where('practice_id', '=', charge.practiceId)
    .where('charge_id', '=', charge.id)
    .where('attempt', '=', attempt)
    .executeTakeFirst()
  if (row === undefined) return null
  return { attempt: row.attempt, cents: cents(row.cents), paymentMethodId: row.payment_method_id, at: row.at }
}
