import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMinutes, calendarDate, dateIn, instant, instantAt } from '../../libraries/calendar/index.ts'
import { checkConfirmationWindow } from './check-confirmation-window.ts'
import { confirmationDeadline, confirmationLimits } from './confirmation-deadline.ts'

const zone = 'America/New_York'
const session = {
  on: '2026-04-08',
  startedAt: '2026-04-08T14:00:00.000Z',
  stoppedAt: '2026-04-08T14:53:00.000Z',
}
const at = (now: string, entered: Partial<typeof session> = {}) =>
  checkConfirmationWindow({ ...session, ...entered, now: instant(now), zone, limits: confirmationLimits })

test.each([
  ['the minute it has ended', '2026-04-08T14:53:00Z'],
  ['the same evening', '2026-04-08T22:00:00Z'],
  ['on the thirtieth day, a minute before midnight at the operator', '2026-05-09T03:59:00Z'],
] as const)('a session may be confirmed %s', (_, now) => {
  expect(at(now)).toEqual([])
})

test.each([
  ['before it has ended', '2026-04-08T14:52:00Z', {}, 'stoppedAt', 'not_ended_yet'],
  ['the day before', '2026-04-07T12:00:00Z', {}, 'on', 'date_in_future'],
  ['at midnight after the thirtieth day', '2026-05-09T04:00:00Z', {}, 'on', 'confirmation_too_late'],
  ['with an impossible date', '2026-04-09T12:00:00Z', { on: '2026-02-30' }, 'on', 'date_impossible'],
  ['with a 29 February of a common year', '2026-04-09T12:00:00Z', { on: '2026-02-29' }, 'on', 'date_impossible'],
  ['with no date', '2026-04-09T12:00:00Z', { on: '' }, 'on', 'date_impossible'],
  [
    'with a start that is no time',
    '2026-04-09T12:00:00Z',
    { startedAt: '2026-04-08T25:00:00Z' },
    'startedAt',
    'start_impossible',
  ],
  ['with a stop that is no time', '2026-04-09T12:00:00Z', { stoppedAt: 'noon' }, 'stoppedAt', 'stop_impossible'],
  [
    'with a stop before the start',
    '2026-04-09T12:00:00Z',
    { stoppedAt: '2026-04-08T13:00:00Z' },
    'stoppedAt',
    'stop_not_after_start',
  ],
  [
    'with a stop at the start',
    '2026-04-09T12:00:00Z',
    { stoppedAt: '2026-04-08T14:00:00Z' },
    'stoppedAt',
    'stop_not_after_start',
  ],
  [
    'with a stop a day later',
    '2026-04-12T12:00:00Z',
    { stoppedAt: '2026-04-09T14:00:00Z' },
    'stoppedAt',
    'longer_than_a_day',
  ],
  [
    'with a date that is not its start’s',
    '2026-04-12T12:00:00Z',
    { on: '2026-04-06' },
    'startedAt',
    'date_and_start_disagree',
  ],
  [
    'of a date for which no limit is known',
    '2019-04-12T12:00:00Z',
    { on: '2019-04-08', startedAt: '2019-04-08T14:00:00Z', stoppedAt: '2019-04-08T14:50:00Z' },
    'on',
    'no_limit_known',
  ],
] as const)('a session is not confirmed %s', (_, now, entered, field, code) => {
  expect(at(now, entered)).toEqual([expect.objectContaining({ field, code })])
})

test('everything impossible is named at once', () => {
  expect(at('2026-04-09T12:00:00Z', { on: 'x', startedAt: 'y', stoppedAt: 'z' }).map(({ field }) => field)).toEqual([
    'on',
    'startedAt',
    'stoppedAt',
  ])
})

test('a client whose calendar is a day ahead of the operator’s is confirmed by their own date', () => {
  const guam = { on: '2026-04-09', startedAt: '2026-04-08T22:00:00.000Z', stoppedAt: '2026-04-08T23:00:00.000Z' }
  expect(at('2026-04-08T23:30:00Z', guam)).toEqual([])
})

test('the deadline is thirty calendar days after the date of service', () => {
  expect(confirmationDeadline(calendarDate('2026-04-08'), confirmationLimits)).toBe('2026-05-08')
  expect(confirmationDeadline(calendarDate('2026-01-31'), confirmationLimits)).toBe('2026-03-02')
  expect(confirmationDeadline(calendarDate('2019-01-31'), confirmationLimits)).toBeNull()
})

test('exactly the thirty days after a session that has ended are open, whatever the hour and the clocks do', () => {
  const days = fc.nat({ max: 14_000 }).map((count) => addDays(calendarDate('2020-01-01'), count))
  const clock = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  fc.assert(
    fc.property(days, clock, fc.integer({ min: 0, max: 40 }), clock, (on, begins, later, asked) => {
      const time = ([hour, minute]: [number, number]) =>
        `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const startedAt = instantAt(on, time(begins), zone)
      const stoppedAt = addMinutes(startedAt, 50)
      const now = instantAt(addDays(on, later), time(asked), zone)
      const refusals = checkConfirmationWindow({ on, startedAt, stoppedAt, now, zone, limits: confirmationLimits })
      const open = now >= stoppedAt && dateIn(now, zone) <= addDays(on, 30)
      expect(refusals.length === 0).toBe(open)
    }),
  )
})
