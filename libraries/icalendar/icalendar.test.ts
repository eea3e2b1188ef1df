import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  calendarDate,
  type Instant,
  instant,
  instantAt,
  usZones,
  zoneChanges,
} from '../calendar/index.ts'
import { type CalendarEvent, writeCalendar } from './index.ts'

const event: CalendarEvent = {
  uid: 'one@example.test',
  sequence: 0,
  startsAt: instantAt(calendarDate('2026-04-08'), '10:00', 'America/New_York'),
  endsAt: instantAt(calendarDate('2026-04-08'), '10:55', 'America/New_York'),
  zone: 'America/New_York',
  summary: 'Appointment',
  isCancelled: false,
  changedAt: instant('2026-04-01T12:00:00Z'),
}

/** What a reader that shares nothing with the writer makes of a file: by UID, its times as moments. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component)
      return [zone.tzid, zone]
    }),
  )
  const momentOf = (component: ICAL.Component, name: string): Instant => {
    const property = component.getFirstProperty(name)
    const time = property?.getFirstValue() as ICAL.Time
    const tzid = property?.getFirstParameter('tzid')
    // The offset comes from the file's own VTIMEZONE, never from the reader's knowledge of zones.
    const zone = tzid === undefined ? ICAL.Timezone.utcTimezone : zones.get(tzid)
    if (zone === undefined) throw new Error(`no VTIMEZONE for ${tzid}`)
    time.zone = zone
    return instant(time.toJSDate().toISOString())
  }
  return calendar.getAllSubcomponents('vevent').map((component) => ({
    uid: component.getFirstPropertyValue('uid'),
    sequence: Number(component.getFirstPropertyValue('sequence')),
    status: component.getFirstPropertyValue('status'),
    summary: component.getFirstPropertyValue('summary'),
    startsAt: momentOf(component, 'dtstart'),
    endsAt: momentOf(component, 'dtend'),
  }))
}

test('an independent reader finds the times, the sequence and the state as they were given', () => {
  const moved = { ...event, uid: 'two@example.test', sequence: 3, isCancelled: true }
  const found = read(writeCalendar({ name: 'Appointments', events: [event, moved] }))
  expect(found).toEqual([
    {
      uid: event.uid,
      sequence: 0,
      status: 'CONFIRMED',
      summary: 'Appointment',
      startsAt: event.startsAt,
      endsAt: event.endsAt,
    },
    {
      uid: moved.uid,
      sequence: 3,
      status: 'CANCELLED',
      summary: 'Appointment',
      startsAt: event.startsAt,
      endsAt: event.endsAt,
    },
  ])
})

test('the same events make the same file, whatever the hour: nothing is stamped by the machine', () => {
  const file = () => writeCalendar({ name: 'Appointments', events: [event] })
  expect(file()).toBe(file())
  expect(file()).toContain('DTSTAMP:20260401T120000Z')
  expect(file()).toContain('DTSTART;TZID=America/New_York:20260408T100000')
})

test('what stands in a summary is escaped, and long lines are folded', () => {
  const summary = `Meeting; one, two\\three ${'long '.repeat(40)}`.trim()
  const file = writeCalendar({ name: 'Appointments', events: [{ ...event, summary }] })
  expect(Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  expect(read(file)[0]?.summary).toBe(summary)
})

test('a calendar without events is still one', () => {
  expect(read(writeCalendar({ name: 'Appointments', events: [] }))).toEqual([])
})

const begins = calendarDate('2026-01-01')
const ends = calendarDate('2028-01-01')

test('in every US zone, through two years, an independent reader finds each moment again', () => {
  for (const zone of usZones) {
    const events: CalendarEvent[] = []
    // Every fifth day comes by each weekday; the nights of the changes have a test of their own.
    for (let on = begins; on < ends; on = addDays(on, 5)) {
      const startsAt = instantAt(on, '01:30', zone)
      events.push({ ...event, zone, uid: on, startsAt, endsAt: addMinutes(startsAt, 55) })
    }
    const found = read(writeCalendar({ name: zone, events }))
    expect(found.map(({ uid, startsAt, endsAt }) => ({ uid, startsAt, endsAt }))).toEqual(
      events.map(({ uid, startsAt, endsAt }) => ({ uid, startsAt, endsAt })),
    )
  }
})

test('in the nights of the clock change every quarter of an hour is found again, also those that the wall shows twice', () => {
  for (const zone of usZones) {
    const changes = zoneChanges(zone, instantAt(begins, '00:00', zone), instantAt(ends, '00:00', zone))
    const quarters = changes
      .filter(({ at }) => at > '2025-01-01')
      .flatMap(({ at }) =>
        Array.from({ length: 24 }, (_, index) => {
          const startsAt = addMinutes(at, (index - 12) * 15)
          return { ...event, zone, uid: startsAt as string, startsAt, endsAt: addMinutes(startsAt, 60) }
        }),
      )
    const found = read(writeCalendar({ name: zone, events: quarters }))
    expect(found.map(({ startsAt }) => startsAt)).toEqual(quarters.map(({ startsAt }) => startsAt))
    expect(found.map(({ endsAt }) => endsAt)).toEqual(quarters.map(({ endsAt }) => endsAt))
  }
})
