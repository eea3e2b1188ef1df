import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** How many days ahead an end is told, each one a step nearer; after how many days a payer answers more slowly than usual. */
export type DeskLimits = { endsWithin: number[]; pendingFor: number | null }

export type DeskLimit = { kind: 'ends_within' | 'pending_for'; days: number; during: Period; source: string }

export async function recordDeskLimit(db: Db, limit: DeskLimit): Promise<void> {
  await db
    .insertInto('credentialing.desk_limit')
    .values({ ...limit, during: rangeText(limit.during) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The limits in force on a day: the steps from the farthest to the nearest. */
export async function deskLimitsOn(db: Db, on: CalendarDate): Promise<DeskLimits> {
  const rows = await db
    .selectFrom('credentialing.desk_limit')
    .select(['kind', 'days'])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('days', 'desc')
    .execute()
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ days }) => days)
  return { endsWithin: of('ends_within'), pendingFor: of('pending_for').at(-1) ?? null }
}
