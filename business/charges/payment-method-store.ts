import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A card at the processor: only its token is kept. */
export type PaymentMethod = { personId: string; id: string; token: string; brand: string; lastFour: string }

export async function recordPaymentMethod(db: Db, method: PaymentMethod & { at: Instant }): Promise<void> {
  await db
    .insertInto('charges.payment_method')
    .values({
      person_id: method.personId,
      id: method.id,
      token: method.token,
      brand: method.brand,
      last_four: method.lastFour,
      recorded_at: method.at,
    })
    .execute()
}

/** The payment methods of these people, the newest of each first. */
export async function paymentMethodsOf(db: Db, personIds: readonly string[]): Promise<PaymentMethod[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('charges.payment_method')
    .select(['person_id as personId', 'id', 'token', 'brand', 'last_four as lastFour'])
    .where('person_id', 'in', [...personIds])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
