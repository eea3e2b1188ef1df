import { addDays, type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Conflict, findConflicts } from '../scheduling/find-conflicts.ts'
import { unavailableBetween, workingWeeks } from '../scheduling/index.ts'
import { type Hours, type WorkingWeek, workingHoursOn } from '../scheduling/working-hours-on.ts'
import type { Db } from '../world.ts'
import { sessionsBetween } from './session-store.ts'
import type { Refused } from './weighed.ts'

type Plan = { practiceId: string; memberId: string; personId: string; startsAt: Instant; endsAt: Instant }

/** What a planned time meets in the practice's calendar; `except` are sessions that will not be there then. */
export async function conflictsOf(
  db: Db,
  plan: Plan,
  { zone, except }: { zone: string; except: ReadonlySet<string> },
): Promise<Conflict[]> {
  const { practiceId, memberId } = plan
  const between = { from: plan.startsAt, until: plan.endsAt }
  const sessions = await sessionsBetween(db, practiceId, between)
  return findConflicts(plan, {
    zone,
    sessions: sessions.filter(({ id, cancellation }) => cancellation === null && !except.has(id)),
    unavailable: await unavailableBetween(db, practiceId, { ...between, memberId }),
    hours: hoursBetween(await workingWeeks(db, practiceId, memberId), plan, zone),
  })
}

/** The hours of the days that a time touches; null when the clinician has named none. */
function hoursBetween(
  weeks: readonly WorkingWeek[],
  { startsAt, endsAt }: Pick<Plan, 'startsAt' | 'endsAt'>,
  zone: string,
): Hours[] | null {
  const days: CalendarDate[] = []
  for (let day = dateIn(startsAt, zone); day <= dateIn(endsAt, zone); day = addDays(day, 1)) days.push(day)
  const hours = days.map((day) => workingHoursOn(weeks, day, zone))
  return hours.every((ofDay) => ofDay === null) ? null : hours.flatMap((ofDay) => ofDay ?? [])
}

/** The conflicts that still stand in the way: those that are refused, and those that nobody has accepted by name. */
export function standInTheWay(conflicts: readonly Conflict[], accepted: readonly string[]): Refused[] {
  const standing = conflicts.filter(({ code, isRefused }) => isRefused || !accepted.includes(code))
  return standing.map(({ code, words }) => ({ code, field: 'startsAt', words }))
}
