import { expect, test } from 'vitest'
import { hourAfter, readTimes } from './read-times.ts'

const zone = 'America/New_York'

test('times are read as the wall clock of the practice shows them', () => {
  expect(readTimes({ day: '2026-04-08', start: '16:00', end: '16:54' }, zone)).toEqual({
    startsAt: '2026-04-08T20:00:00.000Z',
    endsAt: '2026-04-08T20:54:00.000Z',
  })
})

test('a session over midnight ends on the next day', () => {
  expect(readTimes({ day: '2026-04-08', start: '23:30', end: '00:20' }, zone, true)).toEqual({
    startsAt: '2026-04-09T03:30:00.000Z',
    endsAt: '2026-04-09T04:20:00.000Z',
  })
})

test.each([
  // situation                       day           start    end      field
  ['a day that does not exist', '2026-02-30', '16:00', '17:00', 'day'],
  ['no start', '2026-04-08', '', '17:00', 'start'],
  ['no end', '2026-04-08', '16:00', '', 'end'],
  ['a stop before the start', '2026-04-08', '16:00', '15:00', 'end'],
  ['a stop at the start', '2026-04-08', '16:00', '16:00', 'end'],
] as const)('%s is named at its field', (_, day, start, end, field) => {
  expect(readTimes({ day, start, end }, zone)).toMatchObject({ field })
})

test('a session is first taken to last an hour, within its day', () => {
  expect(hourAfter('16:15')).toBe('17:15')
  expect(hourAfter('23:15')).toBeNull()
})
