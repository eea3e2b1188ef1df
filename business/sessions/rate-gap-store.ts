import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { RateGap } from '../contracts/price-codes.ts'
import type { Db } from '../world.ts'

/** The first day on which a confirmation found no rate: from then on the 30 days stand still. */
export async function rateGapNoticedOn(db: Db, practiceId: string, sessionId: string): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('sessions.rate_gap')
    .select('noticed_on')
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row?.noticed_on ?? null
}

export async function recordRateGap(
  db: Db,
  gap: { practiceId: string; sessionId: string; on: CalendarDate; gaps: readonly RateGap[]; at: Instant },
): Promise<void> {
  await db
    .insertInto('sessions.rate_gap')
    .values({
      practice_id: gap.practiceId,
      session_id: gap.sessionId,
      noticed_on: gap.on,
      gaps: JSON.stringify(gap.gaps),
      recorded_at: gap.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'session_id']).doNothing())
    .execute()
}
