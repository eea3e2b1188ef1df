import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A home plan's network for its own members in a state, which a licensed clinician may opt in to. */
export type VirtualNetwork = {
  networkId: string
  state: string
  opens: string
  doesNotOpen: string
  /** Days from opting in until the plan has the clinician in its own system. */
  leadDays: number
}

export async function recordVirtualNetwork(
  db: Db,
  network: VirtualNetwork & { during: Period; source: string },
): Promise<void> {
  await db
    .insertInto('credentialing.virtual_network')
    .values({
      network_id: network.networkId,
      state: network.state,
      opens: network.opens,
      does_not_open: network.doesNotOpen,
      lead_days: network.leadDays,
      during: rangeText(network.during),
      source: network.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The virtual networks on offer on a day. */
export async function virtualNetworksOn(db: Db, on: CalendarDate): Promise<VirtualNetwork[]> {
  return db
    .selectFrom('credentialing.virtual_network')
    .select(['network_id as networkId', 'state', 'opens', 'does_not_open as doesNotOpen', 'lead_days as leadDays'])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('network_id')
    .orderBy('state')
    .execute()
}

export type OptIn = {
  practiceId: string
  id: string
  memberId: string
  networkId: string
  state: string
  from: CalendarDate
  /** The first day on which nothing is opened any more; null while the clinician stays in. */
  until: CalendarDate | null
  payerReady: CalendarDate
}

export async function recordOptIn(db: Db, optIn: Omit<OptIn, 'until'> & { at: Instant; by: string }): Promise<void> {
  await db
    .insertInto('credentialing.virtual_opt_in')
    .values({
      practice_id: optIn.practiceId,
      id: optIn.id,
      member_id: optIn.memberId,
      network_id: optIn.networkId,
      state: optIn.state,
      from_day: optIn.from,
      payer_ready: optIn.payerReady,
      recorded_at: optIn.at,
      recorded_by: optIn.by,
    })
    .execute()
}

/** Ends an opt-in; false when it was ended before, and then that end stays. */
export async function recordOptOut(
  db: Db,
  optOut: { practiceId: string; optInId: string; until: CalendarDate; at: Instant; by: string },
): Promise<boolean> {
  const recorded = await db
    .insertInto('credentialing.virtual_opt_out')
    .values({
      practice_id: optOut.practiceId,
      opt_in_id: optOut.optInId,
      until_day: optOut.until,
      recorded_at: optOut.at,
      recorded_by: optOut.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('opt_in_id')
    .executeTakeFirst()
  return recorded !== undefined
}

export async function optInsOf(db: Db, practiceId: string, memberId: string): Promise<OptIn[]> {
  return db
    .selectFrom('credentialing.virtual_opt_in as opt_in')
    .leftJoin('credentialing.virtual_opt_out as opt_out', (join) =>
      join.onRef('opt_out.practice_id', '=', 'opt_in.practice_id').onRef('opt_out.opt_in_id', '=', 'opt_in.id'),
    )
    .select(['opt_in.practice_id as practiceId', 'opt_in.id', 'opt_in.member_id as memberId'])
    .select(['opt_in.network_id as networkId', 'opt_in.state', 'opt_in.from_day as from'])
    .select(['opt_out.until_day as until', 'opt_in.payer_ready as payerReady'])
    .where('opt_in.practice_id', '=', practiceId)
    .where('opt_in.member_id', '=', memberId)
    .orderBy('opt_in.recorded_at')
    .orderBy('opt_in.id')
    .execute()
}
