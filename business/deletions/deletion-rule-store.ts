import { sql } from 'kysely'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { RetentionRule } from './decide-deletion.ts'

/** How long the law has each kind of record kept, each rule for its period. */
export async function retentionRules(db: Db): Promise<RetentionRule[]> {
  return db
    .selectFrom('deletions.retention_rule')
    .select(['record', 'state', 'years', 'years_after_majority as yearsAfterMajority', 'until_age as untilAge'])
    .select(['during', 'source', 'certainty'])
    .orderBy('id')
    .execute()
}

/** Within how many days a request is answered, and after how many the address on the last letters goes. */
export async function deletionDaysOn(db: Db, name: 'answer_days' | 'letter_days', on: CalendarDate): Promise<number> {
  const row = await db
    .selectFrom('deletions.time_limit')
    .select('days')
    .where('name', '=', name)
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirstOrThrow()
  return row.days
}
