import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Cancellation, Modality } from './session-store.ts'

export type Move = {
  practiceId: string
  sessionId: string
  personId: string
  /** The version that the plan has from now on. */
  version: number
  startsAt: Instant
  endsAt: Instant
  modality: Modality
  /** The clinician from now on, when it goes to another. */
  handedTo?: string
  movedAt: Instant
  movedBy: string
}

export async function recordMove(db: Db, move: Move): Promise<void> {
  await db
    .insertInto('sessions.move')
    .values({
      practice_id: move.practiceId,
      session_id: move.sessionId,
      version: move.version,
      person_id: move.personId,
      starts_at: move.startsAt,
      ends_at: move.endsAt,
      modality: move.modality,
      member_id: move.handedTo ?? null,
      moved_at: move.movedAt,
      moved_by: move.movedBy,
    })
    .execute()
}

export async function recordCancellation(
  db: Db,
  session: { practiceId: string; id: string; personId: string },
  cancellation: Cancellation,
): Promise<void> {
  await db
    .insertInto('sessions.cancellation')
    .values({
      practice_id: session.practiceId,
      session_id: session.id,
      person_id: session.personId,
      kind: cancellation.kind,
      initiator: cancellation.initiator,
      reason: cancellation.reason,
      cancelled_at: cancellation.cancelledAt,
      cancelled_by: cancellation.cancelledBy,
    })
    .execute()
}

export type Occurrence = { seriesId: string; occursOn: CalendarDate; sessionId: string }

/** Says which session a date of a series has; false when the date has one already. */
export async function recordOccurrence(
  db: Db,
  occurrence: Occurrence & { practiceId: string; at: Instant },
): Promise<boolean> {
  const row = await db
    .insertInto('sessions.occurrence')
    .values({
      practice_id: occurrence.practiceId,
      series_id: occurrence.seriesId,
      occurs_on: occurrence.occursOn,
      session_id: occurrence.sessionId,
      recorded_at: occurrence.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'series_id', 'occurs_on']).doNothing())
    .returning('session_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The dates of a series that have a session, in order. */
export async function occurrencesOfSeries(db: Db, practiceId: string, seriesId: string): Promise<Occurrence[]> {
  return db
    .selectFrom('sessions.occurrence')
    .select(['series_id as seriesId', 'occurs_on as occursOn', 'session_id as sessionId'])
    .where('practice_id', '=', practiceId)
    .where('series_id', '=', seriesId)
    .orderBy('occurs_on')
    .execute()
}

/** The dates of series that these sessions stand for; of several the latest recorded comes last. */
export async function occurrencesOfSessions(
  db: Db,
  practiceId: string,
  sessionIds: readonly string[],
): Promise<Occurrence[]> {
  if (sessionIds.length === 0) return []
  return db
    .selectFrom('sessions.occurrence')
    .select(['series_id as seriesId', 'occurs_on as occursOn', 'session_id as sessionId'])
    .where('practice_id', '=', practiceId)
    .where('session_id', 'in', [...sessionIds])
    .orderBy('recorded_at')
    .orderBy('series_id')
    .execute()
}

/** How many dates of each series have a session; for the operator's own eyes. */
export async function occurrenceCounts(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('sessions.occurrence')
    .select(['series_id as seriesId', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('series_id')
    .execute()
  return new Map(rows.map(({ seriesId, count }) => [seriesId, Number(count)]))
}
