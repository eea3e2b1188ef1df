import { sql } from 'kysely'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** For how many banking days after it settled a payout can still come back, by the rule in force on a day. */
export async function returnBankingDaysOn(db: Db, on: CalendarDate): Promise<number> {
  const row = await db
    .selectFrom('joining.return_window')
    .select('banking_days')
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirstOrThrow()
  return row.banking_days
}
