import { addDays, type CalendarDate, type Instant, instantAt, weekday } from '../../libraries/calendar/index.ts'

export type Place = 'telehealth' | 'in_person' | 'either'

/** Some hours of a weekday (1 = Monday to 7 = Sunday) on the practice's wall; `stops` may be '24:00'. */
export type WorkingBlock = { weekday: number; starts: string; stops: string; place: Place }

/** A clinician's weekly hours from a day on; of two that start on one day the one recorded last counts. */
export type WorkingWeek = { id: string; startsOn: CalendarDate; recordedAt: Instant; blocks: readonly WorkingBlock[] }

export type Hours = { startsAt: Instant; endsAt: Instant; place: Place }

/** The hours in which a clinician works on a day, in order; null as long as they have named none at all. */
export function workingHoursOn(weeks: readonly WorkingWeek[], date: CalendarDate, zone: string): Hours[] | null {
  const started = weeks.filter(({ startsOn }) => startsOn <= date)
  const week = started.toSorted(inOrder).at(-1)
  if (week === undefined) return null
  return week.blocks
    .filter((block) => block.weekday === weekday(date))
    .map(({ starts, stops, place }) => ({
      startsAt: instantAt(date, starts, zone),
      endsAt: stops === '24:00' ? instantAt(addDays(date, 1), '00:00', zone) : instantAt(date, stops, zone),
      place,
    }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

function inOrder(a: WorkingWeek, b: WorkingWeek): number {
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1
  return a.recordedAt < b.recordedAt ? -1 : 1
}
