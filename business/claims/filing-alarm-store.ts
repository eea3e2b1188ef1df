import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Writes down that the operator was told of a claim's limit; false where it was told before. */
export async function recordFilingAlarm(
  db: Db,
  alarm: { practiceId: string; claimId: string; limitOn: CalendarDate; at: Instant },
): Promise<boolean> {
  const made = await db
    .insertInto('claims.filing_alarm')
    .values({
      practice_id: alarm.practiceId,
      claim_id: alarm.claimId,
      limit_on: alarm.limitOn,
      raised_at: alarm.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('claim_id')
    .executeTakeFirst()
  return made !== undefined
}

/** The alarms that were raised about these claims, as `claim limit`. */
export async function filingAlarms(db: Db, claimIds: readonly string[]): Promise<Set<string>> {
  if (claimIds.length === 0) return new Set()
  const { rows } = await sql<{ claimId: string; limitOn: CalendarDate }>`
    select claim_id as "claimId", limit_on as "limitOn" from claims.filing_alarm
    where claim_id = any(${[...claimIds]}::uuid[])
  `.execute(db)
  return new Set(rows.map(({ claimId, limitOn }) => `${claimId} ${limitOn}`))
}
