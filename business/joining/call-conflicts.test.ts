import { expect, test } from 'vitest'
import { addMinutes, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { callConflicts } from './call-conflicts.ts'

const zone = 'America/New_York'
const at = (day: string, time: string) => instantAt(calendarDate(day), time, zone)
const week = {
  id: 'week',
  memberId: 'teddy',
  startsOn: calendarDate('2026-01-01'),
  callMinutes: 30,
  blocks: [{ weekday: 4, starts: '09:00', stops: '12:00' }],
  recordedAt: at('2026-01-01', '09:00'),
}
const call = (id: string, time: string) => {
  const startsAt = at('2026-04-09', time)
  return { id, memberId: 'teddy', startsAt, endsAt: addMinutes(startsAt, 30) }
}
const exception = (kind: 'away' | 'extra', starts: string | null, stops: string | null) => ({
  id: 'exception',
  memberId: 'teddy',
  kind,
  during: { from: calendarDate('2026-04-09'), until: calendarDate('2026-04-10') },
  starts,
  stops,
  words: null,
})
const now = at('2026-04-08', '18:00')

// biome-ignore format: a table
test.each([
  // situation                                            calls                                       exceptions                              conflict
  ['a call within the hours fits',                        [call('a', '09:00')],                       [],                                     []],
  ['a call beyond the end of the hours does not',         [call('a', '11:45')],                       [],                                     ['a outside_hours']],
  ['hours beyond the week make room for it',              [call('a', '14:00')],                       [exception('extra', '14:00', '15:00')], []],
  ['a day away stands against every call of that day',    [call('a', '09:00'), call('b', '11:30')],   [exception('away', null, null)],        ['a consultant_away', 'b consultant_away']],
  ['a morning away leaves the rest',                      [call('a', '09:00'), call('b', '11:30')],   [exception('away', '09:00', '10:00')],  ['a consultant_away']],
  ['two calls at one time stand against each other',      [call('a', '09:00'), call('b', '09:15')],   [],                                     ['a calls_overlap', 'b calls_overlap']],
] as const)('%s', (_, calls, exceptions, expected) => {
  const found = callConflicts(calls, { weeks: [week], exceptions: [...exceptions], now, zone })
  expect(found.map(({ call: { id }, why }) => `${id} ${why}`)).toEqual(expected)
})

test('what is past conflicts with nothing', () => {
  const late = { weeks: [], exceptions: [], now: at('2026-04-09', '18:00'), zone }
  expect(callConflicts([call('a', '09:00')], late)).toEqual([])
})
