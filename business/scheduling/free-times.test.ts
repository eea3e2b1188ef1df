import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addHours,
  addMinutes,
  calendarDate,
  instantAt,
  timeIn,
  usZones,
} from '../../libraries/calendar/index.ts'
import { freeTimes } from './free-times.ts'
import type { Place, WorkingWeek } from './working-hours-on.ts'

const zone = 'America/New_York'
const day = calendarDate('2026-04-08')
const at = (time: string, on = day) => instantAt(on, time, zone)
const rule = { leadHours: 2, daysAhead: 0, stepMinutes: 30 }
const week = (...blocks: [string, string, Place][]): WorkingWeek => ({
  id: 'week',
  startsOn: calendarDate('2026-01-01'),
  recordedAt: at('08:00', calendarDate('2026-01-01')),
  blocks: blocks.map(([starts, stops, place]) => ({ weekday: 3, starts, stops, place })),
})
const asked = {
  weeks: [week(['09:00', '12:00', 'either'])],
  taken: [],
  minutes: 55,
  modality: 'telehealth' as const,
  zone,
  now: at('06:00'),
  rule,
}
const walls = (over: Partial<Parameters<typeof freeTimes>[0]>) =>
  freeTimes({ ...asked, ...over }).map((moment) => timeIn(moment, zone))

test.each([
  ['a free morning', {}, ['09:00', '09:30', '10:00', '10:30', '11:00']],
  ['two hours of notice', { now: at('08:10') }, ['10:30', '11:00']],
  ['somebody else at ten', { taken: [{ startsAt: at('10:00'), endsAt: at('10:55') }] }, ['09:00', '11:00']],
  [
    'what only touches is free',
    { taken: [{ startsAt: at('09:55'), endsAt: at('10:00') }] },
    ['09:00', '10:00', '10:30', '11:00'],
  ],
  ['hours for the room, and a session by video', { weeks: [week(['09:00', '12:00', 'in_person'])] }, []],
  ['no hours were named', { weeks: [] }, []],
  ['another day of the week', { now: at('06:00', addDays(day, 1)) }, []],
] as const)('%s', (_, over, times) => {
  expect(walls(over as Partial<typeof asked>)).toEqual(times)
})

test('a time that may be proposed meets nothing, lies within the hours, and is soon enough, in every zone and on every day', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    starts: '08:00',
    stops: '20:00',
    place: 'either' as const,
  }))
  const span = fc.record({ from: fc.integer({ min: 0, max: 21 * 24 }), length: fc.integer({ min: 1, max: 30 }) })
  fc.assert(
    fc.property(
      fc.constantFrom(...usZones),
      fc.integer({ min: 0, max: 729 }),
      fc.array(span, { maxLength: 6 }),
      fc.integer({ min: 15, max: 120 }),
      (inZone, ahead, spans, minutes) => {
        const now = instantAt(addDays(calendarDate('2026-01-01'), ahead), '07:10', inZone)
        const taken = spans.map(({ from, length }) => ({
          startsAt: addHours(now, from),
          endsAt: addHours(now, from + length),
        }))
        const weeks = [{ ...week(), blocks: always }]
        const times = freeTimes({ ...asked, weeks, taken, minutes, zone: inZone, now, rule: { ...rule, daysAhead: 4 } })
        for (const startsAt of times) {
          const endsAt = addMinutes(startsAt, minutes)
          expect(startsAt >= addHours(now, 2)).toBe(true)
          expect(timeIn(startsAt, inZone) >= '08:00' && timeIn(endsAt, inZone) <= '20:00').toBe(true)
          expect(taken.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)).toBe(false)
        }
        expect(times).toEqual([...new Set(times)].toSorted())
      },
    ),
    { numRuns: 60 },
  )
})
