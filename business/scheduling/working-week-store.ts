import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Place, WorkingBlock, WorkingWeek } from './working-hours-on.ts'

export async function recordWorkingWeek(
  db: Db,
  week: {
    practiceId: string
    memberId: string
    id: string
    startsOn: CalendarDate
    blocks: readonly WorkingBlock[]
    at: Instant
    by: string
  },
): Promise<void> {
  await db
    .insertInto('scheduling.working_week')
    .values({
      practice_id: week.practiceId,
      id: week.id,
      member_id: week.memberId,
      starts_on: week.startsOn,
      recorded_at: week.at,
      recorded_by: week.by,
    })
    .execute()
  if (week.blocks.length === 0) return
  await db
    .insertInto('scheduling.working_block')
    .values(
      week.blocks.map(({ weekday, starts, stops, place }) => ({
        practice_id: week.practiceId,
        week_id: week.id,
        weekday,
        starts,
        stops,
        place,
      })),
    )
    .execute()
}

/** The weekly hours that a clinician ever named, the earliest first. */
export async function workingWeeks(db: Db, practiceId: string, memberId: string): Promise<WorkingWeek[]> {
  const weeks = await db
    .selectFrom('scheduling.working_week')
    .select(['id', 'starts_on as startsOn', 'recorded_at as recordedAt'])
    .where('practice_id', '=', practiceId)
    .where('member_id', '=', memberId)
    .orderBy('starts_on')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  if (weeks.length === 0) return []
  const ids = weeks.map(({ id }) => id)
  const blocks = await db
    .selectFrom('scheduling.working_block')
    .select(['week_id as weekId', 'weekday', 'starts', 'stops', 'place'])
    .where('practice_id', '=', practiceId)
    .where('week_id', 'in', ids)
    .orderBy('weekday')
    .orderBy('starts')
    .execute()
  return weeks.map((week) => ({
    ...week,
    blocks: blocks
      .filter(({ weekId }) => weekId === week.id)
      .map(({ weekday, starts, stops, place }) => ({ weekday, starts, stops, place: place as Place })),
  }))
}
