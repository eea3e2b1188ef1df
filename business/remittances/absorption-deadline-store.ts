import { sql } from 'kysely'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { AbsorptionDeadline } from './absorption-due.ts'

export async function absorptionDeadlines(db: Db): Promise<AbsorptionDeadline[]> {
  const rows = await db.selectFrom('remittances.absorption_deadline').select(['kind', 'days', 'during']).execute()
  return rows.map(({ kind, days, during }) => ({ ...during, kind: kind as AbsorptionDeadline['kind'], days }))
}

export async function recordAbsorptionDeadline(
  db: Db,
  deadline: AbsorptionDeadline & { source: string },
): Promise<void> {
  await db
    .insertInto('remittances.absorption_deadline')
    .values({ kind: deadline.kind, days: deadline.days, during: rangeText(deadline), source: deadline.source })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every absorption deadline with where it comes from. */
export async function absorptionDeadlineSources(db: Db): Promise<(AbsorptionDeadline & { source: string })[]> {
  const rows = await db.selectFrom('remittances.absorption_deadline').selectAll().execute()
  return rows.map(({ kind, days, during, source }) => ({
    ...during,
    kind: kind as AbsorptionDeadline['kind'],
    days,
    source,
  }))
}

/** A further absorption deadline from a day on; false when one begins that very day. */
export async function succeedAbsorptionDeadline(
  db: Db,
  deadline: { kind: AbsorptionDeadline['kind']; days: number; from: CalendarDate; source: string },
): Promise<boolean> {
  const key = sql<boolean>`kind = ${deadline.kind}`
  const during = await endPeriodAt(db, 'remittances.absorption_deadline', key, deadline.from)
  if (during === null) return false
  await recordAbsorptionDeadline(db, { ...during, kind: deadline.kind, days: deadline.days, source: deadline.source })
  return true
}
