import { rangeText } from '../../database/read-column.ts'
import type { DatedPaySchedule, PaySchedule } from '../payouts/payment-window.ts'
import type { Db } from '../world.ts'

/** When practices are paid, as agreed with them: dated, and never overlapping. */
export async function paySchedules(db: Db): Promise<DatedPaySchedule[]> {
  const rows = await db
    .selectFrom('contracts.pay_schedule')
    .select(['rule', 'during', 'source'])
    .orderBy('id')
    .execute()
  return rows.map(({ rule, during, source }) => ({ ...during, schedule: rule as unknown as PaySchedule, source }))
}

export async function recordPaySchedule(db: Db, id: string, dated: DatedPaySchedule): Promise<void> {
  await db
    .insertInto('contracts.pay_schedule')
    .values({ id, rule: JSON.stringify(dated.schedule), during: rangeText(dated), source: dated.source })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
