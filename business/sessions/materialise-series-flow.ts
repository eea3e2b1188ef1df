import { asOperations } from '../../database/act-as.ts'
import {
  addDays,
  type CalendarDate,
  dateIn,
  earliest,
  type Instant,
  instantAt,
} from '../../libraries/calendar/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { horizonDays, seriesWhere } from '../scheduling/index.ts'
import { meetingOn } from '../scheduling/meeting-on.ts'
import type { Series } from '../scheduling/series.ts'
import { seriesDates } from '../scheduling/series-dates.ts'
import type { Db, World } from '../world.ts'
import { occurrenceCounts, occurrencesOfSeries, recordOccurrence } from './plan-store.ts'
import { recordSession } from './session-store.ts'

/** Makes a session of each date of a series before a day that has none yet; returns the dates with their sessions. */
export async function materialiseSeries(
  db: Db,
  world: World,
  series: Series,
  { until, by }: { until: CalendarDate; by: string },
): Promise<{ occursOn: CalendarDate; sessionId: string }[]> {
  await holdSubject(db, series.id)
  const { practiceId, id: seriesId, memberId, personId, modality } = series
  const known = new Set((await occurrencesOfSeries(db, practiceId, seriesId)).map(({ occursOn }) => occursOn))
  const at = world.clock.now()
  const made: { occursOn: CalendarDate; sessionId: string }[] = []
  for (const occursOn of seriesDates(series, until).filter((date) => !known.has(date))) {
    const sessionId = world.ids.next()
    const session = { practiceId, id: sessionId, memberId, personId, modality, ...meetingOn(series, occursOn) }
    await recordSession(db, { ...session, at, by })
    await recordOccurrence(db, { practiceId, seriesId, occursOn, sessionId, at })
    made.push({ occursOn, sessionId })
  }
  return made
}

/** The day up to which the dates of series are sessions, seen from now; null where no horizon is in force. */
export async function materialisedUntil(db: Db, world: World, zone: string): Promise<CalendarDate | null> {
  const today = dateIn(world.clock.now(), zone)
  const days = await horizonDays(db, today)
  return days === null ? null : addDays(today, days + 1)
}

/** Makes the sessions of every series up to the horizon; a second run makes none. */
export async function materialiseAll(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const actor = { user: null, now }
  const behind = await asOperations(db, actor, (tx) => seriesBehind(tx, world))
  let made = 0
  for (const { series, until } of behind) {
    const sessions = await asOperations(db, actor, (tx) => materialiseSeries(tx, world, series, { until, by: 'house' }))
    world.witness('series-materialised')
    made += sessions.length
  }
  return made
}

async function seriesBehind(db: Db, world: World): Promise<{ series: Series; until: CalendarDate }[]> {
  const counts = await occurrenceCounts(db)
  const behind: { series: Series; until: CalendarDate }[] = []
  const untilIn = once((zone: string) => materialisedUntil(db, world, zone))
  for (const series of await seriesWhere(db, {})) {
    const until = await untilIn(series.zone)
    if (until === null) continue
    if (seriesDates(series, until).length > (counts.get(series.id) ?? 0)) behind.push({ series, until })
  }
  return behind
}

/** The midnight at which the next date of a series comes within the horizon. */
export async function nextMaterialised(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const moments: Instant[] = []
    const untilIn = once((zone: string) => materialisedUntil(tx, world, zone))
    const daysIn = once((zone: string) => horizonDays(tx, dateIn(now, zone)))
    for (const series of await seriesWhere(tx, {})) {
      const until = await untilIn(series.zone)
      if (until === null) continue
      const horizon = addDays(until, 7 * series.everyWeeks + 7)
      const next = seriesDates(series, horizon).find((date) => date >= until)
      const days = (await daysIn(series.zone)) ?? 0
      if (next !== undefined) moments.push(instantAt(addDays(next, -days), '00:00', series.zone))
    }
    const [first, ...others] = moments.filter((at) => at > now)
    return first === undefined ? null : earliest(first, ...others)
  })
}

/** One question for each zone; every series of it has the same answer. */
function once<Answer>(ask: (zone: string) => Promise<Answer>): (zone: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>()
  return (zone) => {
    const answer = known.get(zone) ?? ask(zone)
    known.set(zone, answer)
    return answer
  }
}
