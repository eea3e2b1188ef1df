import { sql } from 'kysely'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { ProposalRule } from './free-times.ts'

/** The rule in force on a day; null where none is, and then clients propose times in words. */
export async function proposalRule(db: Db, on: CalendarDate): Promise<ProposalRule | null> {
  const row = await db
    .selectFrom('scheduling.proposal_rule')
    .select(['lead_hours as leadHours', 'days_ahead as daysAhead', 'step_minutes as stepMinutes'])
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  return row ?? null
}
