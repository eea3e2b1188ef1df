import { addDays, type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { membersOf, practiceById, telehealthLinksOf } from '../practices/index.ts'
import { ownCalendar, seriesWhere, unavailableBetween, workingWeeks } from '../scheduling/index.ts'
import { type Hours, workingHoursOn } from '../scheduling/working-hours-on.ts'
import type { Db, Who, World } from '../world.ts'
import type { SessionRow } from './describe-session-row.ts'
import { occurrencesOfSessions } from './plan-store.ts'
import { sessionRows } from './session-rows-flow.ts'

/** One clinician's days as their page shows them. */
export type Calendar = {
  now: Instant
  /** The practice's zone: days and times of the calendar are those of its wall. */
  zone: string
  today: CalendarDate
  memberId: string
  /** Whose calendars the one who asks may open. */
  clinicians: { memberId: string; name: string }[]
  sessions: (SessionRow & { series: RepeatSeen | null; joinUrl: string | null; overlaps: boolean })[]
  unavailable: { id: string; startsAt: Instant; endsAt: Instant; words: string }[]
  /** Null: the clinician has named no working hours, so nothing is outside them. */
  workingHours: Hours[] | null
}

export type RepeatSeen = { id: string; everyWeeks: number; weekdays: number[]; lastOn: CalendarDate | null }

type Asks = Pick<Who, 'practiceId' | 'memberId' | 'may' | 'clinician'>

/** The calendar of a clinician from a day until, and not on, another: of the one asked for, else one's own, else the first. */
export async function calendarOf(
  db: Db,
  world: World,
  who: Asks,
  { memberId: asked, from, until }: { memberId: string | undefined; from: CalendarDate; until: CalendarDate },
): Promise<Calendar> {
  const { practiceId } = who
  const members = await membersOf(db, practiceId)
  const clinicians = members.filter(
    ({ id, clinician, standing }) =>
      clinician &&
      (standing === 'active' || id === who.memberId || id === asked) &&
      (who.may.calendar === 'all' || id === who.memberId),
  )
  const first = who.clinician ? who.memberId : clinicians[0]?.id
  const { id: memberId } = await ownCalendar(db, who, asked ?? first ?? who.memberId)
  const zone = (await practiceById(db, practiceId))?.timeZone ?? world.zone
  const between = { from: instantAt(from, '00:00', zone), until: instantAt(until, '00:00', zone) }
  // One day earlier too: a session that began late the evening before reaches into the first day.
  const filter = { ...between, from: instantAt(addDays(from, -1), '00:00', zone), memberId }
  const rows = (await sessionRows(db, world, who, filter)).map(({ row }) => row)
  const shown = rows.filter(({ endsAt }) => endsAt > between.from).toReversed()
  return {
    now: world.clock.now(),
    zone,
    today: dateIn(world.clock.now(), zone),
    memberId,
    clinicians: clinicians.map(({ id, name }) => ({ memberId: id, name })),
    sessions: await withSeries(db, practiceId, shown),
    unavailable: (await unavailableBetween(db, practiceId, { ...between, memberId })).map(
      ({ id, startsAt, endsAt, words }) => ({ id, startsAt, endsAt, words }),
    ),
    workingHours: await hoursOf(db, practiceId, { memberId, from, until, zone }),
  }
}

async function withSeries(db: Db, practiceId: string, rows: readonly SessionRow[]): Promise<Calendar['sessions']> {
  const occurrences = await occurrencesOfSessions(
    db,
    practiceId,
    rows.map(({ id }) => id),
  )
  const series = new Map((await seriesWhere(db, { practiceId })).map((one) => [one.id, one]))
  const seriesOf = new Map(occurrences.map(({ sessionId, seriesId }) => [sessionId, seriesId]))
  const links = new Map((await telehealthLinksOf(db, practiceId)).map(({ memberId, url }) => [memberId, url]))
  const standing = rows.filter(({ state }) => !['cancelled', 'no_show', 'voided'].includes(state))
  return rows.map((row) => {
    const found = series.get(seriesOf.get(row.id) ?? '')
    const { id, everyWeeks, weekdays, lastOn } = found ?? { id: '', everyWeeks: 1, weekdays: [], lastOn: null }
    const others = standing.filter((other) => other.id !== row.id)
    return {
      ...row,
      series: found === undefined ? null : { id, everyWeeks, weekdays: [...weekdays], lastOn },
      joinUrl: row.modality === 'telehealth' ? (links.get(row.memberId) ?? null) : null,
      overlaps:
        standing.includes(row) && others.some(({ startsAt, endsAt }) => startsAt < row.endsAt && row.startsAt < endsAt),
    }
  })
}

async function hoursOf(
  db: Db,
  practiceId: string,
  { memberId, from, until, zone }: { memberId: string; from: CalendarDate; until: CalendarDate; zone: string },
): Promise<Hours[] | null> {
  const weeks = await workingWeeks(db, practiceId, memberId)
  const hours: Hours[] = []
  let hasNamedAny = false
  for (let day = from; day < until; day = addDays(day, 1)) {
    const ofDay = workingHoursOn(weeks, day, zone)
    if (ofDay !== null) hasNamedAny = true
    hours.push(...(ofDay ?? []))
  }
  return hasNamedAny ? hours : null
}
