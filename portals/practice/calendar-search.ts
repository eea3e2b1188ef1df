import { addDays, type CalendarDate, isCalendarDate, weekday } from '../../libraries/calendar/index.ts'

/** What the calendar's address says: which days, what is shown, and what is open beside them. */
export type CalendarSearch = {
  view?: 'week' | 'day' | undefined
  on?: string | undefined
  cancelled?: 'shown' | undefined
  session?: string | undefined
  do?: 'move' | 'cancel' | undefined
  add?: 'session' | 'time' | undefined
  /** The wall time at which something is added, 'YYYY-MM-DDTHH:MM'. */
  at?: string | undefined
  time?: string | undefined
}

export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const one = <Word extends string>(value: unknown, ...words: Word[]) => words.find((word) => word === value)
  const id = (value: unknown) => (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined)
  const at = typeof search.at === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(search.at) ? search.at : undefined
  return withoutGaps({
    view: one(search.view, 'week', 'day'),
    on: typeof search.on === 'string' && isCalendarDate(search.on) ? search.on : undefined,
    cancelled: one(search.cancelled, 'shown'),
    session: id(search.session),
    do: one(search.do, 'move', 'cancel'),
    add: one(search.add, 'session', 'time'),
    at,
    time: id(search.time),
  })
}

function withoutGaps(search: CalendarSearch): CalendarSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}

/** The first of the days that a view shows: a week begins on Sunday, as on the walls of this country. */
export function firstDay(view: 'week' | 'day', on: CalendarDate): CalendarDate {
  return view === 'day' ? on : addDays(on, -(weekday(on) % 7))
}
