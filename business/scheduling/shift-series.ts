import { addDays, type CalendarDate } from '../../libraries/calendar/index.ts'
import type { Series } from './series.ts'
import { seriesDates } from './series-dates.ts'

type Change = {
  /** The date of the series from which on it changes. */
  from: CalendarDate
  /** By how many days each date moves. */
  days: number
} & Pick<Series, 'id' | 'wallTime' | 'minutes' | 'modality'>

/** The rest of a series from one of its dates on, changed: each date moves by the same number of days. */
export function shiftSeries(series: Series, change: Change): Series {
  const { from, days, ...changed } = change
  const before = seriesDates(series, from).length
  return {
    ...series,
    ...changed,
    countedFrom: addDays(series.countedFrom, days),
    startsOn: addDays(from, days),
    weekdays: series.weekdays.map((day) => ((((day - 1 + days) % 7) + 7) % 7) + 1).sort((a, b) => a - b),
    lastOn: series.lastOn === null ? null : addDays(series.lastOn, days),
    atMost: series.atMost === null ? null : Math.max(series.atMost - before, 1),
    follows: series.id,
    endedFrom: series.endedFrom === null ? null : addDays(series.endedFrom, days),
  }
}
