import { rangeText } from '../../database/read-column.ts'
import type { Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Who bills and is paid in a state: billing provider of the 837P, payee of the 835 and of the EFT. */
export type BillingEntity = {
  id: string
  state: string
  legalName: string
  tin: string
  npi: string
  taxonomy: string
  street: string
  city: string
  zip: string
  during: Period
  source: string
}

export async function recordBillingEntity(db: Db, entity: BillingEntity): Promise<void> {
  await db
    .insertInto('practices.billing_entity')
    .values({
      id: entity.id,
      state: entity.state,
      legal_name: entity.legalName,
      tin: entity.tin,
      npi: entity.npi,
      taxonomy: entity.taxonomy,
      street: entity.street,
      city: entity.city,
      zip: entity.zip,
      during: rangeText(entity.during),
      source: entity.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function billingEntities(db: Db): Promise<BillingEntity[]> {
  return db
    .selectFrom('practices.billing_entity')
    .select([
      'id',
      'state',
      'legal_name as legalName',
      'tin',
      'npi',
      'taxonomy',
      'street',
      'city',
      'zip',
      'during',
      'source',
    ])
    .orderBy('id')
    .execute()
}

export async function billingEntityById(db: Db, id: string): Promise<BillingEntity | null> {
  const entities = await billingEntities(db)
  return entities.find((entity) => entity.id === id) ?? null
}
