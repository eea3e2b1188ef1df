import { addDays, dateIn, minutesBetween, timeIn, weekday } from '../../libraries/calendar/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { practiceById } from '../practices/index.ts'
import { recordSeries } from '../scheduling/index.ts'
import { meetingOn } from '../scheduling/meeting-on.ts'
import type { Series } from '../scheduling/series.ts'
import { seriesDates } from '../scheduling/series-dates.ts'
import type { Db, Who, World } from '../world.ts'
import { type NewSession, weighNewSession } from './add-session-flow.ts'
import { conflictsOf, standInTheWay } from './find-conflicts-flow.ts'
import { materialisedUntil, materialiseSeries } from './materialise-series-flow.ts'
import { recordSession, sessionById } from './session-store.ts'
import { tellClient } from './tell-client-flow.ts'
import type { Refused } from './weighed.ts'

/** How a planned session repeats: every so many weeks on its own weekday and others, until a day or for some times. */
export type Repeat = { everyWeeks: number; weekdays: readonly number[]; lastOn: string | null; atMost: number | null }

export type Planned =
  | { kind: 'added'; id: string; seriesId: string | null; count: number }
  | { kind: 'refused'; refusals: Refused[] }

type Asks = Pick<Who, 'userId' | 'practiceId' | 'memberId' | 'may'>
type Asked = NewSession & { repeat: Repeat | null; despite: readonly string[]; tellsClient: boolean }

/**
 * Plans a session, once or weekly, or adds one that took place. What it meets in the calendar is refused, or waits for
 * the one who plans to accept it by name (`despite`); what has taken place is a fact and meets nothing.
 */
export async function planSession(db: Db, world: World, who: Asks, asked: Asked): Promise<Planned> {
  await holdSubject(db, `calendar ${asked.memberId}`)
  const weighed = await weighNewSession(db, world, who, asked)
  if (weighed.kind === 'refused') return weighed
  const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
  const plan = { ...asked, practiceId: who.practiceId, startsAt: weighed.startsAt, endsAt: weighed.endsAt }
  if (asked.repeat !== null) return planSeries(db, world, who, { ...plan, repeat: asked.repeat }, zone)
  const now = world.clock.now()
  if (plan.startsAt > now) {
    const refusals = standInTheWay(await conflictsOf(db, plan, { zone, except: new Set() }), asked.despite)
    if (refusals.length > 0) return { kind: 'refused', refusals }
  }
  const id = world.ids.next()
  const { practiceId, memberId, personId, startsAt, endsAt, modality } = plan
  const session = { practiceId, id, memberId, personId, startsAt, endsAt, modality }
  await recordSession(db, { ...session, at: now, by: who.userId })
  if (asked.tellsClient && startsAt > now) await tellPlanned(db, world, practiceId, id, 1)
  return { kind: 'added', id, seriesId: null, count: 1 }
}

type SeriesPlan = Asked & {
  practiceId: string
  repeat: Repeat
  startsAt: Series['wallTime'] & Parameters<typeof dateIn>[0]
  endsAt: Parameters<typeof dateIn>[0]
}

async function planSeries(db: Db, world: World, who: Asks, plan: SeriesPlan, zone: string): Promise<Planned> {
  const startsOn = dateIn(plan.startsAt, zone)
  const series: Series = {
    practiceId: plan.practiceId,
    id: world.ids.next(),
    memberId: plan.memberId,
    personId: plan.personId,
    countedFrom: startsOn,
    startsOn,
    weekdays: [...new Set([weekday(startsOn), ...plan.repeat.weekdays])].sort((a, b) => a - b),
    everyWeeks: plan.repeat.everyWeeks,
    wallTime: timeIn(plan.startsAt, zone),
    zone,
    minutes: minutesBetween(plan.startsAt, plan.endsAt),
    modality: plan.modality,
    lastOn: plan.repeat.lastOn as Series['lastOn'],
    atMost: plan.repeat.atMost,
    follows: null,
    endedFrom: null,
  }
  const until = (await materialisedUntil(db, world, zone)) ?? addDays(startsOn, 1)
  const refusals = await refuseSeries(db, series, { until, zone, despite: plan.despite })
  if (refusals.length > 0) return { kind: 'refused', refusals }
  await recordSeries(db, series, { at: world.clock.now(), by: who.userId })
  const made = await materialiseSeries(db, world, series, { until: later(until, startsOn), by: who.userId })
  const first = made[0]
  if (first === undefined) throw new Error(`series ${series.id} has no date`)
  if (plan.tellsClient) await tellPlanned(db, world, plan.practiceId, first.sessionId, made.length)
  return { kind: 'added', id: first.sessionId, seriesId: series.id, count: made.length }
}

/** Each date that meets something is named; what is accepted is accepted for all of them. */
async function refuseSeries(
  db: Db,
  series: Series,
  { until, zone, despite }: { until: Parameters<typeof seriesDates>[1]; zone: string; despite: readonly string[] },
): Promise<Refused[]> {
  const dates = seriesDates(series, later(until, series.startsOn))
  const refusals: Refused[] = []
  for (const date of dates) {
    const plan = { ...series, ...meetingOn(series, date) }
    refusals.push(...standInTheWay(await conflictsOf(db, plan, { zone, except: new Set() }), despite))
  }
  return refusals
}

/** The first date of a series is a session at once, however far ahead it lies. */
function later(until: Series['startsOn'], startsOn: Series['startsOn']): Series['startsOn'] {
  return until > startsOn ? until : addDays(startsOn, 1)
}

async function tellPlanned(db: Db, world: World, practiceId: string, id: string, count: number): Promise<void> {
  const session = await sessionById(db, practiceId, id)
  if (session !== null) await tellClient(db, world, session, { kind: 'planned', count })
}
