import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { dateIn, earliest, type Instant, instantAt, latest, shownOn, timeIn, zoned } from '../calendar/index.ts'
import { writeZone } from './write-zone.ts'

/** An event of a calendar file. The UID stays the same for ever, the sequence rises with every change. */
export type CalendarEvent = {
  uid: string
  sequence: number
  startsAt: Instant
  endsAt: Instant
  /** On whose wall its times stand. */
  zone: string
  summary: string
  description?: string
  url?: string
  isCancelled: boolean
  changedAt: Instant
}

/** A calendar file (RFC 5545) of these events; text with CRLF lines, to be served as text/calendar. */
export function writeCalendar({ name, events }: { name: string; events: readonly CalendarEvent[] }): string {
  const calendar = ical({
    name,
    prodId: { company: 'Evenkeel', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.timezone({ name: null, generator: (zone) => writeZone(zone, ...span(events, zone)) })
  for (const event of events) {
    const onWall = isOnWall(event.startsAt, event.zone) && isOnWall(event.endsAt, event.zone)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.changedAt),
      lastModified: new Date(event.changedAt),
      start: onWall ? zoned(event.startsAt, event.zone) : new Date(event.startsAt),
      end: onWall ? zoned(event.endsAt, event.zone) : new Date(event.endsAt),
      timezone: onWall ? event.zone : null,
      summary: event.summary,
      description: event.description ?? null,
      url: event.url ?? null,
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** Whether the wall's day and time mean this moment and no other: programs read a time that is shown twice either way. */
function isOnWall(moment: Instant, zone: string): boolean {
  const [day, time] = [dateIn(moment, zone), timeIn(moment, zone)]
  return shownOn(day, time, zone) === 'once' && instantAt(day, time, zone) === moment
}

function span(events: readonly CalendarEvent[], zone: string): [from: Instant, until: Instant] {
  const inZone = events.filter((event) => event.zone === zone)
  const [first] = inZone
  if (first === undefined) throw new RangeError(`no event is in zone ${zone}`)
  const starts = inZone.map(({ startsAt }) => startsAt)
  const ends = inZone.map(({ endsAt }) => endsAt)
  return [earliest(first.startsAt, ...starts), latest(first.endsAt, ...ends)]
}
