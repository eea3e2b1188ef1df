import { addHours, type CalendarDate, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, zero } from '../../libraries/money/index.ts'
import type { CancellationPolicy } from './cancellation-policy-store.ts'

/** Why a cancellation has a fee, or has none. */
export type FeeReason = 'late_cancellation' | 'no_show' | 'in_time' | 'practice_cancelled' | 'no_policy'

export type FeeProposal = { cents: Cents; because: FeeReason }

type Asked = {
  kind: 'cancelled' | 'no_show'
  initiator: 'client' | 'practice'
  startsAt: Instant
  /** When it was called off. */
  at: Instant
  policy: CancellationPolicy | null
}

/** The policy that holds for sessions of a day: the latest that has started; of one day the one recorded last. */
export function policyOn(policies: readonly CancellationPolicy[], on: CalendarDate): CancellationPolicy | null {
  return policies.findLast(({ startsOn }) => startsOn <= on) ?? null
}

/**
 * What the practice's policy asks of the client: nothing unless the client cancelled within the window or did not come,
 * and never of a client whom the practice stood up.
 */
export function proposeFee({ kind, initiator, startsAt, at, policy }: Asked): FeeProposal {
  if (initiator === 'practice') return { cents: zero, because: 'practice_cancelled' }
  if (policy === null) return { cents: zero, because: 'no_policy' }
  if (kind === 'no_show') return { cents: policy.noShow, because: 'no_show' }
  if (at <= addHours(startsAt, -policy.windowHours)) return { cents: zero, because: 'in_time' }
  return { cents: policy.late, because: 'late_cancellation' }
}
