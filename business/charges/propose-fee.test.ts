import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import type { CancellationPolicy } from './cancellation-policy-store.ts'
import { policyOn, proposeFee } from './propose-fee.ts'

const startsAt = instant('2026-04-10T14:00:00Z')
const policy: CancellationPolicy = {
  id: 'policy',
  startsOn: calendarDate('2026-01-01'),
  windowHours: 24,
  late: cents(7500),
  noShow: cents(10000),
  recordedAt: startsAt,
  recordedBy: 'owner',
}
const wide = { ...policy, windowHours: 48 as const }

test.each([
  // situation                                        kind        by          at                      policy   cents  because
  ['two days ahead', 'cancelled', 'client', '2026-04-08T14:00:00Z', policy, 0, 'in_time'],
  ['24 hours ahead to the minute', 'cancelled', 'client', '2026-04-09T14:00:00Z', policy, 0, 'in_time'],
  ['a minute later', 'cancelled', 'client', '2026-04-09T14:01:00Z', policy, 7500, 'late_cancellation'],
  ['30 hours ahead of 48', 'cancelled', 'client', '2026-04-09T08:00:00Z', wide, 7500, 'late_cancellation'],
  ['told after it began', 'cancelled', 'client', '2026-04-10T15:00:00Z', policy, 7500, 'late_cancellation'],
  ['did not come', 'no_show', 'client', '2026-04-10T15:00:00Z', policy, 10000, 'no_show'],
  ['the practice cancels', 'cancelled', 'practice', '2026-04-10T13:00:00Z', policy, 0, 'practice_cancelled'],
  ['no policy', 'cancelled', 'client', '2026-04-10T13:00:00Z', null, 0, 'no_policy'],
] as const)('%s', (_, kind, initiator, at, held, amount, because) => {
  const proposal = proposeFee({ kind, initiator, startsAt, at: instant(at), policy: held })
  expect(proposal).toEqual({ cents: amount, because })
})

test('whatever the hour, the practice’s own cancellation costs the client nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (minutes) => {
      const at = addMinutes(startsAt, minutes)
      expect(proposeFee({ kind: 'cancelled', initiator: 'practice', startsAt, at, policy }).cents).toBe(0)
    }),
  )
})

test('a session has the policy of its day: the latest that has started, and of one day the one recorded last', () => {
  const later = { ...policy, id: 'later', startsOn: calendarDate('2026-05-01') }
  const mended = { ...later, id: 'mended' }
  const policies = [policy, later, mended]
  const onDay = (day: string) => policyOn(policies, calendarDate(day))?.id ?? null
  expect(['2025-12-31', '2026-04-30', '2026-05-01'].map(onDay)).toEqual([null, 'policy', 'mended'])
})
