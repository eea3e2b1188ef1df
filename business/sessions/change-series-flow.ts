import {
  addDays,
  type CalendarDate,
  dateIn,
  daysBetween,
  instant,
  minutesBetween,
  timeIn,
} from '../../libraries/calendar/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { endSeries, recordSeries, seriesWhere } from '../scheduling/index.ts'
import { meetingOn } from '../scheduling/meeting-on.ts'
import type { Series } from '../scheduling/series.ts'
import { shiftSeries } from '../scheduling/shift-series.ts'
import type { Db, Who, World } from '../world.ts'
import { cancelSession, moveSession, type PlanChanged } from './change-plan-flow.ts'
import { materialisedUntil, materialiseSeries } from './materialise-series-flow.ts'
import { type Occurrence, occurrencesOfSeries, occurrencesOfSessions, recordOccurrence } from './plan-store.ts'
import type { Cancellation, Modality, PlannedSession } from './session-store.ts'
import { sessionById } from './session-store.ts'

/** Which sessions of a series a change is about: one, it and the later ones, or all that are still to come. */
export type Scope = 'this' | 'following' | 'all'

type Asks = Pick<Who, 'userId'>
type Part = { series: Series; from: CalendarDate; chosen: Occurrence; rest: Occurrence[] }

/**
 * Moves a session with the rest of its series: each date by the same days, to the same time on the wall. Sessions that
 * were moved on their own keep their times; those that are over stay as they were. Answers how many were moved.
 */
export async function moveRest(
  db: Db,
  world: World,
  who: Asks,
  session: PlannedSession,
  asked: { version: number; startsAt: string; endsAt: string; modality: Modality; scope: Exclude<Scope, 'this'> },
): Promise<PlanChanged & { count: number }> {
  const part = await partOf(db, world, session, asked.scope)
  const moved = await moveSession(db, world, who, session, asked)
  if (part === null || moved.kind === 'refused') return { ...moved, count: 1 }
  const { series, from, chosen } = part
  const startsAt = instant(asked.startsAt)
  const changed = shiftSeries(series, {
    id: world.ids.next(),
    from,
    days: daysBetween(chosen.occursOn, dateIn(startsAt, series.zone)),
    wallTime: timeIn(startsAt, series.zone),
    minutes: minutesBetween(startsAt, instant(asked.endsAt)),
    modality: asked.modality,
  })
  const at = world.clock.now()
  await endSeries(db, series, { id: world.ids.next(), from, at, by: who.userId })
  await recordSeries(db, changed, { at, by: who.userId })
  const count = await moveEach(db, world, who, part, changed)
  const until = await materialisedUntil(db, world, series.zone)
  if (until !== null) await materialiseSeries(db, world, changed, { until, by: who.userId })
  return { ...moved, count: count + 1 }
}

async function moveEach(db: Db, world: World, who: Asks, part: Part, changed: Series): Promise<number> {
  const { series, chosen, rest } = part
  const { practiceId } = series
  const days = daysBetween(series.countedFrom, changed.countedFrom)
  let count = 0
  for (const { occursOn, sessionId } of rest) {
    const newDate = addDays(occursOn, days)
    await recordOccurrence(db, {
      practiceId,
      seriesId: changed.id,
      occursOn: newDate,
      sessionId,
      at: world.clock.now(),
    })
    if (sessionId === chosen.sessionId) continue
    const session = await sessionById(db, practiceId, sessionId)
    const agreed = meetingOn(series, occursOn)
    const keepsOwn = session === null || session.startsAt !== agreed.startsAt || session.endsAt !== agreed.endsAt
    if (keepsOwn || session.startsAt <= world.clock.now()) continue
    const { modality } = changed
    const times = meetingOn(changed, newDate)
    const moved = await moveSession(db, world, who, session, { version: session.version, modality, ...times })
    if (moved.kind === 'changed') count += 1
  }
  return count
}

/** Calls off the rest of a series after one of its sessions was: the series ends, and what is still to come with it. */
export async function cancelRest(
  db: Db,
  world: World,
  who: Asks,
  session: PlannedSession,
  asked: Pick<Cancellation, 'initiator' | 'reason'> & { scope: Exclude<Scope, 'this'> },
): Promise<number> {
  const part = await partOf(db, world, session, asked.scope)
  if (part === null) return 0
  const { series, from, rest } = part
  const now = world.clock.now()
  await endSeries(db, series, { id: world.ids.next(), from, at: now, by: who.userId })
  let count = 0
  for (const { sessionId } of rest) {
    const other = await sessionById(db, series.practiceId, sessionId)
    if (other === null || sessionId === session.id || other.startsAt <= now) continue
    const { initiator, reason } = asked
    const { version } = other
    const cancelled = await cancelSession(db, world, who, other, { version, kind: 'cancelled', initiator, reason })
    if (cancelled.kind === 'changed') count += 1
  }
  return count
}

/** The series of a session and the part of it that a change is about, held; null for a session of no series. */
async function partOf(
  db: Db,
  world: World,
  session: PlannedSession,
  scope: Exclude<Scope, 'this'>,
): Promise<Part | null> {
  const { practiceId } = session
  const chosen = (await occurrencesOfSessions(db, practiceId, [session.id])).at(-1)
  if (chosen === undefined) return null
  await holdSubject(db, chosen.seriesId)
  const [series] = await seriesWhere(db, { practiceId, id: chosen.seriesId })
  if (series === undefined) return null
  const all = await occurrencesOfSeries(db, practiceId, series.id)
  const today = dateIn(world.clock.now(), series.zone)
  const first = all.find(({ occursOn }) => occursOn >= today)?.occursOn ?? chosen.occursOn
  const from = scope === 'following' || first > chosen.occursOn ? chosen.occursOn : first
  return { series, from, chosen, rest: all.filter(({ occursOn }) => occursOn >= from) }
}
