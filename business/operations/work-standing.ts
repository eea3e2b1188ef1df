import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'

export type WorkDeed = 'taken' | 'handed_back' | 'noted' | 'waits' | 'appealed' | 'resolved'

/** One deed of a person on something that waits. */
export type Work = {
  item: string
  deed: WorkDeed
  words: string | null
  until: CalendarDate | null
  ownerId: string | null
  at: Instant
  by: string
}

export type WorkStanding = {
  isResolved: boolean
  ownerId: string | null
  waitsUntil: CalendarDate | null
  lastWords: string | null
}

/** How something stands after what was done about it; what was resolved comes back with the next news of it. */
export function workStanding(
  work: readonly Work[],
  { movedAt, today }: { movedAt: Instant; today: CalendarDate },
): WorkStanding {
  const last = work.at(-1)
  const owning = work.findLast(({ deed }) => deed === 'taken' || deed === 'handed_back')
  const waiting = work.findLast(({ deed }) => deed === 'waits' || deed === 'appealed')
  return {
    isResolved: last?.deed === 'resolved' && last.at >= movedAt,
    ownerId: owning?.ownerId ?? null,
    waitsUntil: waiting?.until != null && waiting.until >= today && waiting.at >= movedAt ? waiting.until : null,
    lastWords: work.findLast(({ words }) => words !== null)?.words ?? null,
  }
}
