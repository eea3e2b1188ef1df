import { sql } from 'kysely'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import { keyOf, type Rate } from './price-codes.ts'

export type Contract = {
  id: string
  payerId: string
  networkId: string
  state: string
  billingEntityId: string
  during: Period
}

export async function recordContract(
  db: Db,
  contract: Contract & { noticeDays: number; source: string },
): Promise<void> {
  await db
    .insertInto('contracts.contract')
    .values({
      id: contract.id,
      payer_id: contract.payerId,
      network_id: contract.networkId,
      state: contract.state,
      billing_entity_id: contract.billingEntityId,
      during: rangeText(contract.during),
      notice_days: contract.noticeDays,
      source: contract.source,
    })
    .execute()
}

/** The contract under which a network is billed in a state on a date of service; its terms never overlap. */
export async function contractInForce(
  db: Db,
  networkId: string,
  state: string,
  on: CalendarDate,
): Promise<Contract | null> {
  const row = await db
    .selectFrom('contracts.contract')
    .select(['id', 'payer_id as payerId', 'network_id as networkId', 'state', 'billing_entity_id as billingEntityId'])
    .select('during')
    .where('network_id', '=', networkId)
    .where('state', '=', state)
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  return row ?? null
}

type RateTable = 'contracts.payer_rate' | 'contracts.provider_rate'

export type NewRate = {
  contractId: string
  licenceFamily: string
  code: string
  modifiers: readonly string[]
  during: Period
  cents: Cents
  source: string
}

/** A rate is an agreement for a period; periods of one key never overlap (the database refuses). */
export async function recordRate(db: Db, table: RateTable, rate: NewRate): Promise<void> {
  await db
    .insertInto(table)
    .values({
      contract_id: rate.contractId,
      licence_family: rate.licenceFamily,
      code: rate.code,
      modifiers: keyOf(rate.modifiers),
      during: rangeText(rate.during),
      cents: rate.cents,
      source: rate.source,
    })
    .execute()
}

/** The rates in force under a contract for a licence family on a date of service. */
export async function ratesInForce(
  db: Db,
  contractId: string,
  licenceFamily: string,
  on: CalendarDate,
): Promise<{ payer: Rate[]; provider: Rate[] }> {
  const [payer, provider] = [
    await ratesOf(db, 'contracts.payer_rate', contractId, licenceFamily, on),
    await ratesOf(db, 'contracts.provider_rate', contractId, licenceFamily, on),
  ]
  return { payer, provider }
}

async function ratesOf(
  db: Db,
  table: RateTable,
  contractId: string,
  licenceFamily: string,
  on: CalendarDate,
): Promise<Rate[]> {
  const rows = await db
    .selectFrom(table)
    .select(['code', 'modifiers', 'cents'])
    .where('contract_id', '=', contractId)
    .where('licence_family', '=', licenceFamily)
    .where(sql<boolean>`during @> ${on}::date`)
    .execute()
  return rows.map(({ code, modifiers, cents: amount }) => ({
    code,
    modifiers: modifiers === '' ? [] : modifiers.split(':'),
    cents: cents(amount),
  }))
}

export type DatedRate = {
  side: 'payer' | 'provider'
  contractId: string
  licenceFamily: string
  code: string
  modifiers: string[]
  cents: Cents
  source: string
} & Period

/** Every rate of a contract, in every period; the side says whether the payer pays it or we do. */
export async function ratesOfContract(db: Db, contractId: string): Promise<DatedRate[]> {
  const of = async (table: RateTable, side: DatedRate['side']) => {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('contract_id', '=', contractId)
      .orderBy('licence_family')
      .orderBy('code')
      .orderBy('modifiers')
      .execute()
    return rows.map((row) => ({
      ...row.during,
      side,
      contractId,
      licenceFamily: row.licence_family,
      code: row.code,
      modifiers: row.modifiers === '' ? [] : row.modifiers.split(':'),
      cents: cents(row.cents),
      source: row.source,
    }))
  }
  const rates = [...(await of('contracts.payer_rate', 'payer')), ...(await of('contracts.provider_rate', 'provider'))]
  return rates.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** A further rate from a day of service on; false when one begins that very day. */
export async function succeedRate(db: Db, rate: Omit<DatedRate, 'until'> & { from: CalendarDate }): Promise<boolean> {
  const table: RateTable = rate.side === 'payer' ? 'contracts.payer_rate' : 'contracts.provider_rate'
  const { contractId, licenceFamily, code, modifiers } = rate
  const key = sql<boolean>`contract_id = ${contractId} and licence_family = ${licenceFamily} and code = ${code}
    and modifiers = ${keyOf(modifiers)}`
  const during = await endPeriodAt(db, table, key, rate.from)
  if (during === null) return false
  await recordRate(db, table, {
    contractId,
    licenceFamily,
    code,
    modifiers,
    during,
    cents: rate.cents,
    source: rate.source,
  })
  return true
}

export type AgreedContract = Contract & { noticeDays: number; source: string }

/** Every contract, in every term. */
export async function contractsAll(db: Db): Promise<AgreedContract[]> {
  const rows = await db
    .selectFrom('contracts.contract')
    .select(['id', 'payer_id as payerId', 'network_id as networkId', 'state', 'billing_entity_id as billingEntityId'])
    .select(['during', 'notice_days as noticeDays', 'source'])
    .orderBy('payer_id')
    .orderBy('state')
    .orderBy('id')
    .execute()
  return rows
}
