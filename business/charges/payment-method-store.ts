import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A card at the processor: only its token is kept. */
export type PaymentMethod = {
  personId: string
  id: string
  token: string
  brand: string
  lastFour: string
  expiresMonth?: number | null
  expiresYear?: number | null
}

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
      expires_month: method.expiresMonth ?? null,
      expires_year: method.expiresYear ?? null,
    })
    .execute()
}

/** Prefers a card over the others, or removes it: a further row. */
export async function recordMethodChoice(
  db: Db,
  choice: { personId: string; id: string; methodId: string; choice: 'preferred' | 'removed'; at: Instant },
): Promise<void> {
  await db
    .insertInto('charges.payment_method_choice')
    .values({
      person_id: choice.personId,
      id: choice.id,
      method_id: choice.methodId,
      choice: choice.choice,
      at: choice.at,
    })
    .execute()
}

/** The payment methods of these people: first the one preferred last, or the newest; none that was removed. */
export async function paymentMethodsOf(db: Db, personIds: readonly string[]): Promise<PaymentMethod[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('charges.payment_method as method')
    .select(['method.person_id as personId', 'method.id', 'method.token', 'method.brand'])
    .select(['method.last_four as lastFour', 'expires_month as expiresMonth', 'expires_year as expiresYear'])
    .where('method.person_id', 'in', [...personIds])
    .where(
      sql<boolean>`not exists (select from charges.payment_method_choice as choice
        where choice.person_id = method.person_id and choice.method_id = method.id and choice.choice = 'removed')`,
    )
    .orderBy(
      sql`coalesce((select max(choice.at) from charges.payment_method_choice as choice
        where choice.person_id = method.person_id and choice.method_id = method.id), method.recorded_at)`,
      'desc',
    )
    .orderBy('method.recorded_at', 'desc')
    .orderBy('method.id', 'desc')
    .execute()
}
