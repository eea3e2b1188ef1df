import { Temporal } from 'temporal-polyfill'
import { type CalendarDate, calendarDate } from './calendar-date.ts'
import { remembered } from './remembered.ts'

declare const kind: unique symbol

// A zone's rules cost microseconds by the dozen, and the same days and hours are asked for thousands of times.
const days = remembered<CalendarDate>()
const moments = remembered<Instant>()

/** A moment, '2026-04-08T22:00:00.000Z': always UTC with milliseconds, so the order of the texts is the order of time. */
export type Instant = string & { readonly [kind]: 'instant' }

/** Takes any ISO 8601 moment with an offset or Z; throws RangeError naming the value. Beyond the millisecond it rounds down. */
export function instant(text: string): Instant {
  try {
    return fromMilliseconds(Temporal.Instant.from(text).epochMilliseconds)
  } catch {
    throw new RangeError(`not a moment: ${text}`)
  }
}

export function addHours(moment: Instant, hours: number): Instant {
  return addMinutes(moment, hours * 60)
}

export function addMinutes(moment: Instant, minutes: number): Instant {
  return fromMilliseconds(Date.parse(moment) + minutes * 60_000)
}

/** Minutes from a to b, with a fraction where they are not whole; negative when b is the earlier one. */
export function minutesBetween(a: Instant, b: Instant): number {
  return (Date.parse(b) - Date.parse(a)) / 60_000
}

/** The day that the calendar on a wall in the zone (IANA name) shows at the moment. */
export function dateIn(moment: Instant, zone: string): CalendarDate {
  return days.answer(`${moment} ${zone}`, () =>
    calendarDate(Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()),
  )
}

/** What the clock on a wall in the zone shows, 'HH:MM'. */
export function timeIn(moment: Instant, zone: string): string {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' })
}

/**
 * The moment at which the wall clock in the zone shows this day and time 'HH:MM'. A time that the spring change
 * skips is moved forward by the gap; of a time that the autumn change repeats, the first is meant.
 */
export function instantAt(date: CalendarDate, time: string, zone: string): Instant {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time of day: ${time}`)
  return moments.answer(`${date}T${time} ${zone}`, () => {
    const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' })
    return fromMilliseconds(zoned.epochMilliseconds)
  })
}

function fromMilliseconds(milliseconds: number): Instant {
  const moment = new Date(milliseconds)
  const year = moment.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`outside the years 0001 to 9999: ${milliseconds}`)
  return moment.toISOString() as Instant
}

/** Whether a wall clock shows a time once on a day, never (the spring change skips it), or twice (the autumn change). */
export type Shown = 'once' | 'skipped' | 'doubled'

export function shownOn(date: CalendarDate, time: string, zone: string): Shown {
  const at = instantAt(date, time, zone)
  if (timeIn(at, zone) !== time) return 'skipped'
  const later = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'later' })
  return fromMilliseconds(later.epochMilliseconds) === at ? 'once' : 'doubled'
}
