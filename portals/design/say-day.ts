import { type CalendarDate, dateIn, dateInWords, daysBetween, type Instant } from '../../libraries/calendar/index.ts'

/** "Thu, Apr 30, 2026": a day that a page names for the first time. */
export function sayDay(day: CalendarDate): string {
  return dateInWords(day)
}

/** "Thu, Apr 30": a day of the year that the page has already named. */
export function sayShortDay(day: CalendarDate): string {
  return dateInWords(day).replace(/, \d+$/, '')
}

/** The short form within the same year, else the whole. */
export function sayDayFrom(today: CalendarDate, day: CalendarDate): string {
  return today.slice(0, 4) === day.slice(0, 4) ? sayShortDay(day) : sayDay(day)
}

/** "4:00 PM" on a wall in the zone. */
export function sayTime(moment: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' })
  return format.format(new Date(moment)).replace(/\s/u, ' ')
}

/** "Sun, Apr 12, 9:12 AM". */
export function sayMoment(moment: Instant, zone: string): string {
  return `${sayShortDay(dateIn(moment, zone))}, ${sayTime(moment, zone)}`
}

/** "Sun, Apr 12, 9:12 AM Eastern Time": a moment until which something may be done. */
export function sayDeadline(moment: Instant, zone: string): string {
  return `${sayMoment(moment, zone)} ${sayZone(zone)}`
}

/** "Wed, Apr 15, 11:59 PM Eastern Time": the end of the last day, on the wall on which it is counted. */
export function sayEndOf(today: CalendarDate, last: CalendarDate, zone: string): string {
  return `${sayDayFrom(today, last)}, 11:59 PM ${sayZone(zone)}`
}

/** "Eastern Time": deadlines name the zone that they are counted in. */
export function sayZone(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts()
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** "New York": the city that a zone is named for. */
export function sayCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** "three", "14": numbers to twelve are written out. */
export function sayCount(count: number): string {
  return small[count] ?? String(count)
}

/** "today is the last day", "two days left"; null when the day is over or further away than a week. */
export function sayDaysLeft(today: CalendarDate, last: CalendarDate): string | null {
  const left = daysBetween(today, last)
  if (left < 0 || left > 7) return null
  if (left === 0) return 'Today is the last day.'
  return left === 1 ? 'One day left.' : `${capital(sayCount(left))} days left.`
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
