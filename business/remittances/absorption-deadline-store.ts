import { rangeText } from '../../database/read-column.ts'
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
