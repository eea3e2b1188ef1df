import { sql } from 'kysely'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
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

/** A further pay schedule from a day of confirmation on; false when one begins that very day. */
export async function succeedPaySchedule(
  db: Db,
  schedule: { id: string; schedule: PaySchedule; from: CalendarDate; source: string },
): Promise<boolean> {
  const during = await endPeriodAt(db, 'contracts.pay_schedule', sql<boolean>`true`, schedule.from)
  if (during === null) return false
  await recordPaySchedule(db, schedule.id, { ...during, schedule: schedule.schedule, source: schedule.source })
  return true
}
