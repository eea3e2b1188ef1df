import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Series } from './series.ts'

export async function recordSeries(
  db: Db,
  series: Omit<Series, 'endedFrom'>,
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('scheduling.series')
    .values({
      practice_id: series.practiceId,
      id: series.id,
      member_id: series.memberId,
      person_id: series.personId,
      counted_from: series.countedFrom,
      starts_on: series.startsOn,
      weekdays: [...series.weekdays],
      every_weeks: series.everyWeeks,
      wall_time: series.wallTime,
      zone: series.zone,
      minutes: series.minutes,
      modality: series.modality,
      last_on: series.lastOn,
      at_most: series.atMost,
      follows: series.follows,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
}

/** From a day on the series has no more dates; of several such days the first counts. */
export async function endSeries(
  db: Db,
  series: { practiceId: string; id: string },
  end: { id: string; from: CalendarDate; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('scheduling.series_end')
    .values({
      practice_id: series.practiceId,
      series_id: series.id,
      id: end.id,
      from_on: end.from,
      recorded_at: end.at,
      recorded_by: end.by,
    })
    .execute()
}

/** The series that the one who asks may see: one, those of a practice, or all. */
export async function seriesWhere(db: Db, which: { practiceId?: string; id?: string }): Promise<Series[]> {
  const rows = await db
    .selectFrom('scheduling.series as series')
    .selectAll('series')
    .select(
      sql<CalendarDate | null>`(select min(ended.from_on) from scheduling.series_end as ended
        where ended.practice_id = series.practice_id and ended.series_id = series.id)`.as('ended_from'),
    )
    .$if(which.practiceId !== undefined, (query) => query.where('series.practice_id', '=', which.practiceId ?? ''))
    .$if(which.id !== undefined, (query) => query.where('series.id', '=', which.id ?? ''))
    .orderBy('series.recorded_at')
    .orderBy('series.id')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    memberId: row.member_id,
    personId: row.person_id,
    countedFrom: row.counted_from,
    startsOn: row.starts_on,
    weekdays: row.weekdays,
    everyWeeks: row.every_weeks,
    wallTime: row.wall_time,
    zone: row.zone,
    minutes: row.minutes,
    modality: row.modality as Series['modality'],
    lastOn: row.last_on,
    atMost: row.at_most,
    follows: row.follows,
    endedFrom: row.ended_from,
  }))
}
