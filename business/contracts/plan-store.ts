import { sql } from 'kysely'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Payer = {
  id: string
  name: string
  /** What NM1*PR of a claim names. */
  electronicId: string
  /** SBR09, such as CI or BL. */
  filingCode: string
  clearinghouseId: string
}

export async function recordPayer(db: Db, payer: Payer & { source: string }): Promise<void> {
  await db
    .insertInto('contracts.payer')
    .values({
      id: payer.id,
      name: payer.name,
      electronic_id: payer.electronicId,
      filing_code: payer.filingCode,
      clearinghouse_id: payer.clearinghouseId,
      source: payer.source,
    })
    .execute()
}

export async function payerById(db: Db, id: string): Promise<Payer | null> {
  const row = await db
    .selectFrom('contracts.payer')
    .select(['id', 'name', 'electronic_id as electronicId', 'filing_code as filingCode'])
    .select('clearinghouse_id as clearinghouseId')
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function payersAll(db: Db): Promise<(Payer & { source: string })[]> {
  return db
    .selectFrom('contracts.payer')
    .select(['id', 'name', 'electronic_id as electronicId', 'filing_code as filingCode', 'source'])
    .select('clearinghouse_id as clearinghouseId')
    .orderBy('name')
    .execute()
}

export type Plan = {
  id: string
  name: string
  payerId: string
  networkId: string
  isBlue: boolean
  blueCard: boolean
  acceptedStates: 'all' | string[]
}

export async function recordPlan(db: Db, plan: Plan & { during: Period; source: string }): Promise<void> {
  await db
    .insertInto('contracts.plan')
    .values({
      id: plan.id,
      name: plan.name,
      payer_id: plan.payerId,
      network_id: plan.networkId,
      is_blue: plan.isBlue,
      blue_card: plan.blueCard,
      accepted_states: plan.acceptedStates === 'all' ? null : plan.acceptedStates,
      during: rangeText(plan.during),
      source: plan.source,
    })
    .execute()
}

export async function plansInForce(db: Db, on: CalendarDate): Promise<Plan[]> {
  const rows = await db
    .selectFrom('contracts.plan')
    .select(['id', 'name', 'payer_id as payerId', 'network_id as networkId', 'is_blue as isBlue'])
    .select(['blue_card as blueCard', 'accepted_states as acceptedStates'])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, acceptedStates: row.acceptedStates ?? 'all' }))
}

export async function planInForce(db: Db, planId: string, on: CalendarDate): Promise<Plan | null> {
  const plans = await plansInForce(db, on)
  return plans.find(({ id }) => id === planId) ?? null
}

/** What a plan accepts, for a period. */
export type PlanTerms = Period & { blueCard: boolean; acceptedStates: Plan['acceptedStates']; source: string }

/** Every plan with its terms in every period, the first first. */
export async function plansAll(
  db: Db,
): Promise<(Omit<Plan, 'blueCard' | 'acceptedStates'> & { terms: PlanTerms[] })[]> {
  const rows = await db.selectFrom('contracts.plan').selectAll().orderBy('name').orderBy('during').execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((of) => {
    const last = of.at(-1)
    if (last === undefined) return []
    const { id, name, payer_id: payerId, network_id: networkId, is_blue: isBlue } = last
    const terms = of.map(({ during, blue_card: blueCard, accepted_states, source }) => {
      return { ...during, blueCard, acceptedStates: accepted_states ?? ('all' as const), source }
    })
    return [{ id, name, payerId, networkId, isBlue, terms }]
  })
}

/** Further terms of a plan from a day of service on; false where it is not in force then, or others begin that very day. */
export async function succeedPlan(
  db: Db,
  further: {
    planId: string
    from: CalendarDate
    blueCard: boolean
    acceptedStates: Plan['acceptedStates']
    source: string
  },
): Promise<boolean> {
  const plan = await planInForce(db, further.planId, further.from)
  if (plan === null) return false
  const during = await endPeriodAt(db, 'contracts.plan', sql<boolean>`id = ${plan.id}`, further.from)
  if (during === null) return false
  const { blueCard, acceptedStates, source } = further
  await recordPlan(db, { ...plan, blueCard, acceptedStates, source, during })
  return true
}
