import {
  addDays,
  type CalendarDate,
  type Instant,
  instantAt,
  type Period,
  weekday,
} from '../../libraries/calendar/index.ts'

/** Some hours of a weekday (1 is Monday) on the operator's wall. */
export type ConsultantBlock = { weekday: number; starts: string; stops: string }

/** When a consultant takes calls, from a day on; of two that start on one day the one recorded last counts. */
export type ConsultantWeek = {
  id: string
  memberId: string
  startsOn: CalendarDate
  callMinutes: number
  blocks: readonly ConsultantBlock[]
  recordedAt: Instant
}

/** Days on which the week does not hold: away, whole or between two times; or hours beyond the week. */
export type ConsultantException = {
  id: string
  memberId: string
  kind: 'away' | 'extra'
  during: Period
  starts: string | null
  stops: string | null
  words: string | null
}

export type Hours = { startsAt: Instant; endsAt: Instant; callMinutes: number }
export type Span = { startsAt: Instant; endsAt: Instant }

type Known = { weeks: readonly ConsultantWeek[]; exceptions: readonly ConsultantException[]; zone: string }

/** A consultant's hours on one day, and the times in which they are away; the hours are not cut by them. */
export function consultantDay(memberId: string, date: CalendarDate, known: Known): { hours: Hours[]; away: Span[] } {
  const { weeks, exceptions, zone } = known
  const week = weeks
    .filter((each) => each.memberId === memberId && each.startsOn <= date)
    .toSorted(inOrder)
    .at(-1)
  const own = exceptions.filter((each) => each.memberId === memberId && holdsOn(each.during, date))
  const between = (starts: string, stops: string): Span => ({
    startsAt: instantAt(date, starts, zone),
    endsAt: instantAt(date, stops, zone),
  })
  const callMinutes = week?.callMinutes ?? usualMinutes
  const planned = (week?.blocks ?? []).filter((block) => block.weekday === weekday(date))
  const extra = own.flatMap(({ kind, starts, stops }) =>
    kind === 'extra' && starts !== null && stops !== null ? [{ starts, stops }] : [],
  )
  return {
    hours: [...planned, ...extra].map(({ starts, stops }) => ({ ...between(starts, stops), callMinutes })),
    away: own.flatMap(({ kind, starts, stops }) => {
      if (kind !== 'away') return []
      if (starts !== null && stops !== null) return [between(starts, stops)]
      return [{ startsAt: instantAt(date, '00:00', zone), endsAt: instantAt(addDays(date, 1), '00:00', zone) }]
    }),
  }
}

// Who has named no week takes calls of half an hour, as the form tells the applicant.
const usualMinutes = 30

export function isAwayAllDay(
  memberId: string,
  date: CalendarDate,
  exceptions: readonly ConsultantException[],
): boolean {
  return exceptions.some(
    ({ memberId: whose, kind, starts, during }) =>
      whose === memberId && kind === 'away' && starts === null && holdsOn(during, date),
  )
}

export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

function holdsOn({ from, until }: Period, date: CalendarDate): boolean {
  return from <= date && (until === null || date < until)
}

function inOrder(a: ConsultantWeek, b: ConsultantWeek): number {
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1
  return a.recordedAt < b.recordedAt ? -1 : 1
}
