import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** How many days ahead the dates of a series become sessions; null where no rule is in force. */
export async function horizonDays(db: Db, on: CalendarDate): Promise<number | null> {
  const row = await db
    .selectFrom('scheduling.horizon')
    .select('days')
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  return row?.days ?? null
}

export async function recordHorizon(
  db: Db,
  horizon: { id: string; days: number; during: Period; source: string },
): Promise<void> {
  const { id, days, during, source } = horizon
  await db
    .insertInto('scheduling.horizon')
    .values({ id, days, during: rangeText(during), source })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
