import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { checkPlannedTimes } from './check-planned-times.ts'

const asked = (startsAt: string, endsAt: string) =>
  checkPlannedTimes({
    startsAt,
    endsAt,
    now: instant('2026-04-08T22:00:00Z'),
    zone: 'America/New_York',
    practiceZone: 'America/New_York',
    limits: [{ days: 30, from: calendarDate('2020-01-01'), until: null }],
  })

test.each([
  // situation                         starts                       ends                         refusal, at
  ['held this morning', '2026-04-08T10:00:00-04:00', '2026-04-08T10:55:00-04:00', []],
  ['planned for next week', '2026-04-15T14:00:00Z', '2026-04-15T15:00:00Z', []],
  ['over midnight', '2026-04-08T03:30:00Z', '2026-04-08T04:30:00Z', []],
  ['the last day for confirming', '2026-03-09T14:00:00Z', '2026-03-09T15:00:00Z', []],
  ['a day that does not exist', '2026-02-30T10:00:00Z', '2026-02-28T11:00:00Z', ['start_impossible', 'startsAt']],
  ['a time that does not exist', '2026-04-08T10:00:00Z', '2026-04-08T25:00:00Z', ['stop_impossible', 'endsAt']],
  ['no time at all', '', '2026-04-08T10:00:00Z', ['start_impossible', 'startsAt']],
  ['ends as it starts', '2026-04-08T10:00:00Z', '2026-04-08T10:00:00Z', ['stop_not_after_start', 'endsAt']],
  ['ends before it starts', '2026-04-08T10:00:00Z', '2026-04-08T09:00:00Z', ['stop_not_after_start', 'endsAt']],
  ['lasts a day', '2026-04-07T10:00:00Z', '2026-04-08T10:00:00Z', ['longer_than_a_day', 'endsAt']],
  ['a slip of the year', '2062-04-08T10:00:00Z', '2062-04-08T11:00:00Z', ['too_far_ahead', 'startsAt']],
  ['past its 30 days', '2026-03-08T14:00:00Z', '2026-03-08T15:00:00Z', ['confirmation_too_late', 'startsAt']],
] as const)('%s', (_, startsAt, endsAt, refusal) => {
  const { refusals } = asked(startsAt, endsAt)
  expect(refusals.flatMap(({ code, field }) => [code, field])).toEqual([...refusal])
})

test('times that are accepted are moments in their one form', () => {
  expect(asked('2026-04-08T10:00:00-04:00', '2026-04-08T10:55:00-04:00')).toMatchObject({
    startsAt: '2026-04-08T14:00:00.000Z',
    endsAt: '2026-04-08T14:55:00.000Z',
  })
})
