import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Place, WorkingWeek } from '../scheduling/working-hours-on.ts'
import type { Db } from '../world.ts'

/** Under a person: when the clinician of their session, or they themselves, are taken. Times, and nothing else. */
export async function takenTimes(
  db: Db,
  sessionId: string,
  { from, until }: { from: Instant; until: Instant },
): Promise<{ startsAt: Instant; endsAt: Instant }[]> {
  const { rows } = await sql<{ startsAt: Instant; endsAt: Instant }>`
    select starts_at as "startsAt", ends_at as "endsAt" from visits.taken_times(${sessionId}, ${from}, ${until})
    order by 1, 2
  `.execute(db)
  return rows
}

type HoursRow = {
  id: string
  startsOn: CalendarDate
  recordedAt: Instant
  weekday: number | null
  starts: string
  stops: string
  place: Place
}

/** Under a person: the weekly hours of the clinician of their session, the earliest first. */
export async function clinicianWeeks(db: Db, sessionId: string): Promise<WorkingWeek[]> {
  const { rows } = await sql<HoursRow>`
    select week_id as id, starts_on as "startsOn", recorded_at as "recordedAt", weekday, starts, stops, place
    from visits.working_hours(${sessionId})
  `.execute(db)
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofWeek) => {
    const [first] = ofWeek
    if (first === undefined) return []
    const blocks = ofWeek.flatMap(({ weekday, starts, stops, place }) =>
      weekday === null ? [] : [{ weekday, starts, stops, place }],
    )
    return [{ id: first.id, startsOn: first.startsOn, recordedAt: first.recordedAt, blocks }]
  })
}

/** Under a person: a letter to the clinician of their session. False where the clinician has no login. */
export async function postToClinician(
  db: Db,
  letter: { id: string; sessionId: string; subject: string; body: string; at: Instant },
): Promise<boolean> {
  const { id, sessionId, subject, body, at } = letter
  const { rows } = await sql<{ posted: boolean }>`
    select visits.post_to_clinician(${id}, ${sessionId}, ${subject}, ${body}, ${at}) as posted
  `.execute(db)
  return rows[0]?.posted === true
}
