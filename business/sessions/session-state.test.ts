import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { sessionState } from './session-state.ts'

const now = instant('2026-04-08T22:00:00Z')
const later = instant('2026-04-09T14:00:00Z')
const before = instant('2026-04-08T14:00:00Z')
const clock = { now, today: calendarDate('2026-04-08') }

test.each([
  // situation                                  starts  confirmed locked  voided  confirm by     state
  ['it is still to come', later, false, null, null, '2026-05-09', 'upcoming'],
  ['it begins this minute', now, false, null, null, '2026-05-08', 'to_confirm'],
  ['it took place', before, false, null, null, '2026-05-08', 'to_confirm'],
  ['its last day', before, false, null, null, '2026-04-08', 'to_confirm'],
  ['its last day is over', before, false, null, null, '2026-04-07', 'lapsed'],
  ['a missing rate stops its days', before, false, null, null, null, 'to_confirm'],
  ['it was confirmed', before, true, null, null, '2026-04-07', 'confirmed'],
  ['its 48 hours are over', before, true, before, null, '2026-04-07', 'locked'],
  ['it did not take place', before, true, null, now, '2026-05-08', 'voided'],
] as const)('%s', (_, startsAt, isConfirmed, lockedAt, voidedAt, confirmBy, state) => {
  const known = {
    startsAt,
    isConfirmed,
    lockedAt,
    voidedAt,
    cancelled: null,
    confirmBy: confirmBy === null ? null : calendarDate(confirmBy),
  }
  expect(sessionState(known, clock)).toBe(state)
})

test.each(['cancelled', 'no_show'] as const)(
  'a session that was called off stays so (%s), before and after its time',
  (cancelled) => {
    for (const startsAt of [before, later]) {
      const known = { startsAt, isConfirmed: false, lockedAt: null, voidedAt: null, cancelled, confirmBy: null }
      expect(sessionState(known, clock)).toBe(cancelled)
    }
  },
)
