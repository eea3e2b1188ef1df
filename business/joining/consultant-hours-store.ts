import { rangeText } from '../../database/read-column.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { ConsultantException, ConsultantWeek } from './consultant-day.ts'

type Recorded = { practiceId: string; at: Instant; by: string }

export async function recordConsultantWeek(db: Db, week: Omit<ConsultantWeek, 'recordedAt'> & Recorded): Promise<void> {
  const { practiceId: practice_id, id, at, by } = week
  await db
    .insertInto('joining.consultant_week')
    .values({
      practice_id,
      id,
      member_id: week.memberId,
      starts_on: week.startsOn,
      call_minutes: week.callMinutes,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  if (week.blocks.length === 0) return
  const blocks = week.blocks.map(({ weekday, starts, stops }) => ({ practice_id, week_id: id, weekday, starts, stops }))
  await db.insertInto('joining.consultant_block').values(blocks).execute()
}

/** Every consultant's weeks, in the order in which they were recorded. */
export async function consultantWeeks(db: Db): Promise<ConsultantWeek[]> {
  const weeks = await db
    .selectFrom('joining.consultant_week')
    .select(['id', 'member_id as memberId', 'starts_on as startsOn', 'call_minutes as callMinutes'])
    .select('recorded_at as recordedAt')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const blocks = await db
    .selectFrom('joining.consultant_block')
    .select(['week_id as weekId', 'weekday', 'starts', 'stops'])
    .orderBy('weekday')
    .orderBy('starts')
    .execute()
  return weeks.map((week) => ({
    ...week,
    blocks: blocks
      .filter(({ weekId }) => weekId === week.id)
      .map(({ weekday, starts, stops }) => ({ weekday, starts: starts.slice(0, 5), stops: stops.slice(0, 5) })),
  }))
}

export async function recordException(db: Db, exception: ConsultantException & Recorded): Promise<void> {
  await db
    .insertInto('joining.consultant_exception')
    .values({
      practice_id: exception.practiceId,
      id: exception.id,
      member_id: exception.memberId,
      kind: exception.kind,
      during: rangeText(exception.during),
      starts: exception.starts,
      stops: exception.stops,
      words: exception.words,
      recorded_at: exception.at,
      recorded_by: exception.by,
    })
    .execute()
}

/** The exceptions that nobody took back, the earliest first. */
export async function consultantExceptions(db: Db): Promise<ConsultantException[]> {
  const rows = await db
    .selectFrom('joining.consultant_exception as exception')
    .leftJoin('joining.exception_removal as removal', (join) =>
      join
        .onRef('removal.practice_id', '=', 'exception.practice_id')
        .onRef('removal.exception_id', '=', 'exception.id'),
    )
    .select(['exception.id', 'exception.member_id as memberId', 'exception.kind', 'exception.during'])
    .select(['exception.starts', 'exception.stops', 'exception.words'])
    .where('removal.exception_id', 'is', null)
    .orderBy('exception.recorded_at')
    .orderBy('exception.id')
    .execute()
  return rows
    .map((row) => ({ ...row, starts: row.starts?.slice(0, 5) ?? null, stops: row.stops?.slice(0, 5) ?? null }))
    .toSorted((a, b) => (a.during.from < b.during.from ? -1 : a.during.from > b.during.from ? 1 : 0))
}

/** False where it was taken back already. */
export async function removeException(db: Db, removed: Recorded & { exceptionId: string }): Promise<boolean> {
  const made = await db
    .insertInto('joining.exception_removal')
    .values({
      practice_id: removed.practiceId,
      exception_id: removed.exceptionId,
      recorded_at: removed.at,
      recorded_by: removed.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}
