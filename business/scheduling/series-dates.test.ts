import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  calendarDate,
  dateIn,
  daysBetween,
  minutesBetween,
  shownOn,
  timeIn,
  usZones,
  weekday,
} from '../../libraries/calendar/index.ts'
import { meetingOn } from './meeting-on.ts'
import type { Series } from './series.ts'
import { seriesDates } from './series-dates.ts'
import { shiftSeries } from './shift-series.ts'

const begins = calendarDate('2026-01-01')
const ends = calendarDate('2028-01-01')

const weekly: Series = {
  practiceId: 'practice',
  id: 'series',
  memberId: 'clinician',
  personId: 'client',
  countedFrom: calendarDate('2026-10-20'),
  startsOn: calendarDate('2026-10-20'),
  weekdays: [2],
  everyWeeks: 1,
  wallTime: '10:00',
  zone: 'America/New_York',
  minutes: 55,
  modality: 'telehealth',
  lastOn: null,
  atMost: null,
  follows: null,
  endedFrom: null,
}

test.each([
  // situation                    change                                             until        dates
  ['every week', {}, '2026-11-11', '10-20 10-27 11-03 11-10'],
  ['every second week', { everyWeeks: 2 }, '2026-12-02', '10-20 11-03 11-17 12-01'],
  ['twice a week', { weekdays: [5, 2] }, '2026-11-04', '10-20 10-23 10-27 10-30 11-03'],
  ['every second week, twice', { weekdays: [2, 1], everyWeeks: 2 }, '2026-11-18', '10-20 10-26 11-03 11-09 11-17'],
  ['for three times', { atMost: 3 }, '2027-01-01', '10-20 10-27 11-03'],
  ['until a day, that day too', { lastOn: '2026-11-03' }, '2027-01-01', '10-20 10-27 11-03'],
  ['ended from a day on', { endedFrom: '2026-11-03' }, '2027-01-01', '10-20 10-27'],
  ['beginning later in its week', { startsOn: '2026-10-22', weekdays: [2, 4] }, '2026-10-28', '10-22 10-27'],
  ['of which nothing is left', { endedFrom: '2026-10-20' }, '2027-01-01', ''],
] as const)('a series that meets %s', (_, change, until, dates) => {
  const series = { ...weekly, ...change } as Series
  const found = seriesDates(series, calendarDate(until)).map((date) => date.slice(5))
  expect(found.join(' ')).toBe(dates)
})

const time = fc
  .record({ hour: fc.nat(23), quarter: fc.nat(3) })
  .map(({ hour, quarter }) => `${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}`)
const zone = fc.constantFrom(...usZones)
const date = fc.nat(daysBetween(begins, ends) - 1).map((days) => addDays(begins, days))
const series = fc
  .record({
    countedFrom: date,
    later: fc.nat(6),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    wallTime: time,
    zone,
    minutes: fc.integer({ min: 15, max: 180 }),
    lastIn: fc.option(fc.nat(400)),
    atMost: fc.option(fc.integer({ min: 1, max: 60 })),
  })
  .map(({ later, lastIn, ...rest }): Series => {
    const startsOn = addDays(rest.countedFrom, later)
    return { ...weekly, ...rest, startsOn, lastOn: lastIn === null ? null : addDays(startsOn, lastIn) }
  })

// Every night of a clock change in the zones that have one, and every other night too: a day is never left out.
test('in every US zone and on every day of two years a series keeps its time on the wall, or moves over the gap', () => {
  const changes = { skipped: 0, doubled: 0 }
  for (const inZone of usZones) {
    for (let on = begins; on < ends; on = addDays(on, 1)) {
      for (const wallTime of ['01:30', '02:30']) {
        const { startsAt, endsAt } = meetingOn({ wallTime, zone: inZone, minutes: 55 }, on)
        expect(dateIn(startsAt, inZone)).toBe(on)
        expect(minutesBetween(startsAt, endsAt)).toBe(55)
        const shown = shownOn(on, wallTime, inZone)
        if (shown === 'skipped') {
          changes.skipped += 1
          expect(timeIn(startsAt, inZone)).toBe(`0${Number(wallTime.slice(0, 2)) + 1}${wallTime.slice(2)}`)
        } else expect(timeIn(startsAt, inZone)).toBe(wallTime)
        if (shown === 'doubled') {
          changes.doubled += 1
          // Of the two the first: the other is an hour later.
          expect(timeIn(addMinutes(startsAt, 60), inZone)).toBe(wallTime)
        }
      }
    }
  }
  // 27 zones change their clocks, twice in two years each way, at half past two in spring and half past one in autumn.
  expect(changes).toEqual({ skipped: 27 * 2, doubled: 27 * 2 })
})

test('a series meets on its weekdays, in weeks of its rhythm, no day twice, within its days and its number', () => {
  fc.assert(
    fc.property(series, (one) => {
      const dates = seriesDates(one, ends)
      expect(new Set(dates).size).toBe(dates.length)
      expect(dates).toEqual([...dates].sort())
      for (const on of dates) {
        expect(one.weekdays).toContain(weekday(on))
        expect(Math.floor(daysBetween(one.countedFrom, on) / 7) % one.everyWeeks).toBe(0)
        expect(on >= one.startsOn && on < ends).toBe(true)
        if (one.lastOn !== null) expect(on <= one.lastOn).toBe(true)
      }
      if (one.atMost !== null) expect(dates.length).toBeLessThanOrEqual(one.atMost)
    }),
  )
})

test('asked to a later day, a series answers the same dates and then more', () => {
  fc.assert(
    fc.property(series, date, (one, until) => {
      const all = seriesDates(one, ends)
      expect(seriesDates(one, until)).toEqual(all.filter((on) => on < until))
    }),
  )
})

test('the changed rest of a series has each date of the rest, moved by the same days, and no other', () => {
  fc.assert(
    fc.property(series, fc.nat(100), fc.integer({ min: -20, max: 20 }), (one, pick, days) => {
      const dates = seriesDates(one, ends)
      const from = dates[pick % Math.max(dates.length, 1)]
      if (from === undefined) return
      const rest = shiftSeries(one, { ...one, id: 'rest', from, days, wallTime: '08:15' })
      const moved = seriesDates(rest, addDays(ends, days))
      expect(moved).toEqual(dates.filter((on) => on >= from).map((on) => addDays(on, days)))
      expect(rest.follows).toBe('series')
      expect(seriesDates({ ...one, endedFrom: from }, ends)).toEqual(dates.filter((on) => on < from))
    }),
  )
})
