import { addDays, type CalendarDate, earliest, weekday } from '../../libraries/calendar/index.ts'
import type { Series } from './series.ts'

type Rhythm = Pick<Series, 'countedFrom' | 'startsOn' | 'weekdays' | 'everyWeeks' | 'lastOn' | 'atMost' | 'endedFrom'>

/** The dates of a series before a day, in order. Its number of times counts from its first date on. */
export function seriesDates(series: Rhythm, until: CalendarDate): CalendarDate[] {
  const { countedFrom, startsOn, lastOn, atMost, endedFrom } = series
  const ends = [until, ...(lastOn === null ? [] : [addDays(lastOn, 1)]), ...(endedFrom === null ? [] : [endedFrom])]
  const end = earliest(ends[0] ?? until, ...ends)
  const offsets = [...new Set(series.weekdays.map((day) => (day - weekday(countedFrom) + 7) % 7))].sort((a, b) => a - b)
  const dates: CalendarDate[] = []
  for (let week = 0; ; week += series.everyWeeks) {
    for (const offset of offsets) {
      const date = addDays(countedFrom, week * 7 + offset)
      if (date >= end || (atMost !== null && dates.length >= atMost)) return dates
      if (date >= startsOn) dates.push(date)
    }
    if (offsets.length === 0) return dates
  }
}
