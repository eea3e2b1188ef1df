import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addHours, calendarDate, instantAt, usZones } from '../../libraries/calendar/index.ts'
import { checkWorkingWeek } from './check-working-week.ts'
import { findConflicts } from './find-conflicts.ts'
import { type Hours, type WorkingWeek, workingHoursOn } from './working-hours-on.ts'

const zone = 'America/New_York'
const day = calendarDate('2026-04-08')
const at = (time: string) => instantAt(day, time, zone)
const times = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
const plan = { ...times('10:00', '11:00'), memberId: 'maya', personId: 'ada' }
const nothing = { zone, sessions: [], unavailable: [], hours: null }
const hours = (...blocks: [string, string][]): Hours[] =>
  blocks.map(([from, to]) => ({ ...times(from, to), place: 'either' }))

test.each([
  // situation                              around                                                          conflicts
  ['nothing is in the way', {}, []],
  [
    'the clinician has another session',
    { sessions: [{ ...plan, ...times('10:30', '11:30'), personId: 'bo' }] },
    ['double_booked'],
  ],
  ['the other session ends as this one starts', { sessions: [{ ...plan, ...times('09:00', '10:00') }] }, []],
  ['the client is with a colleague', { sessions: [{ ...plan, memberId: 'theo' }] }, ['client_double_booked']],
  ['others meet', { sessions: [{ ...plan, memberId: 'theo', personId: 'bo' }] }, []],
  ['the clinician is away', { unavailable: [times('10:59', '12:00')] }, ['unavailable']],
  ['it ends after hours', { hours: hours(['09:00', '10:45']) }, ['outside_working_hours']],
  ['the hours go on without a break', { hours: hours(['10:30', '12:00'], ['09:00', '10:30']) }, []],
  ['the hours have a break', { hours: hours(['09:00', '10:15'], ['10:30', '12:00']) }, ['outside_working_hours']],
  ['a day without hours', { hours: [] }, ['outside_working_hours']],
  ['no hours were ever named', { hours: null }, []],
] as const)('%s', (_, around, codes) => {
  expect(findConflicts(plan, { ...nothing, ...around } as typeof nothing).map(({ code }) => code)).toEqual(codes)
})

test('two plans of one clinician conflict exactly when they share a moment, whichever is there first', () => {
  const span = fc.record({ from: fc.nat(200), length: fc.integer({ min: 1, max: 50 }) })
  fc.assert(
    fc.property(span, span, (a, b) => {
      const [one, other] = [a, b].map(({ from, length }) => ({
        ...plan,
        startsAt: addHours(plan.startsAt, from),
        endsAt: addHours(plan.startsAt, from + length),
      }))
      if (one === undefined || other === undefined) return
      const share = Math.max(a.from, b.from) < Math.min(a.from + a.length, b.from + b.length)
      expect(findConflicts(one, { ...nothing, sessions: [other] }).length > 0).toBe(share)
      expect(findConflicts(other, { ...nothing, sessions: [one] }).length > 0).toBe(share)
    }),
  )
})

const week = (over: Partial<WorkingWeek>): WorkingWeek => ({
  id: 'week',
  startsOn: calendarDate('2026-01-01'),
  recordedAt: at('08:00'),
  blocks: [{ weekday: 3, starts: '09:00', stops: '17:00', place: 'either' }],
  ...over,
})

test('the hours of a day are those of the latest week that has started, and of one day’s the one recorded last', () => {
  const later = week({ startsOn: addDays(day, 7), blocks: [] })
  const mended = week({
    recordedAt: at('09:00'),
    blocks: [{ weekday: 3, starts: '13:00', stops: '24:00', place: 'either' }],
  })
  const starts = (weeks: WorkingWeek[], on = day) => workingHoursOn(weeks, on, zone)?.map(({ startsAt }) => startsAt)
  expect(starts([week({})])).toEqual([at('09:00')])
  expect(starts([mended, week({})])).toEqual([at('13:00')])
  expect(starts([week({}), later], addDays(day, 7))).toEqual([])
  expect(workingHoursOn([later], day, zone)).toBeNull()
})

test('hours that reach to midnight end where the next day begins, in every US zone, on every day of two years', () => {
  const always = week({
    blocks: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, starts: '00:00', stops: '24:00', place: 'either' })),
  })
  for (const inZone of usZones) {
    for (let on = calendarDate('2026-01-01'); on < '2028-01-01'; on = addDays(on, 1)) {
      const [today] = workingHoursOn([always], on, inZone) ?? []
      const [tomorrow] = workingHoursOn([always], addDays(on, 1), inZone) ?? []
      expect(today?.endsAt).toBe(tomorrow?.startsAt)
    }
  }
})

test('weekly hours that overlap, or end before they start, are refused with their day', () => {
  const block = (starts: string, stops: string) => ({ weekday: 2, starts, stops, place: 'either' as const })
  expect(checkWorkingWeek([block('09:00', '12:00'), block('12:00', '17:00')])).toEqual([])
  expect(checkWorkingWeek([block('11:00', '17:00'), block('09:00', '12:00')])[0]?.words).toBe(
    'On Tuesday the hours from 09:00 to 12:00 overlap those from 11:00.',
  )
  expect(checkWorkingWeek([block('12:00', '09:00')]).map(({ code }) => code)).toEqual(['hours_end_before_start'])
})
