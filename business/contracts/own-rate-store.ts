import type { Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

/** The contracts of these networks, whenever they are in force. */
export async function contractsOfNetworks(
  db: Db,
  networkIds: readonly string[],
): Promise<{ id: string; payerId: string; networkId: string; state: string }[]> {
  if (networkIds.length === 0) return []
  return db
    .selectFrom('contracts.contract')
    .select(['id', 'payer_id as payerId', 'network_id as networkId', 'state'])
    .where('network_id', 'in', [...networkIds])
    .orderBy('payer_id')
    .orderBy('state')
    .execute()
}

/** What a licence family is paid under these contracts: every code with every period, the latest period first. */
export async function providerRatesOf(
  db: Db,
  contractIds: readonly string[],
  licenceFamily: string,
): Promise<{ contractId: string; code: string; modifiers: string[]; cents: Cents; during: Period }[]> {
  if (contractIds.length === 0) return []
  const rows = await db
    .selectFrom('contracts.provider_rate')
    .select(['contract_id as contractId', 'code', 'modifiers', 'cents', 'during'])
    .where('contract_id', 'in', [...contractIds])
    .where('licence_family', '=', licenceFamily)
    .orderBy('contract_id')
    .orderBy('code')
    .orderBy('modifiers')
    .orderBy('during', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    modifiers: row.modifiers === '' ? [] : row.modifiers.split(':'),
    cents: cents(row.cents),
  }))
}
