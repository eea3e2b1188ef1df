import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'

/** How a session stands, as its practice reads it. */
export type SessionState =
  | 'upcoming'
  | 'to_confirm'
  | 'confirmed'
  | 'locked'
  | 'lapsed'
  | 'voided'
  | 'cancelled'
  | 'no_show'

type Known = {
  startsAt: Instant
  isConfirmed: boolean
  lockedAt: Instant | null
  voidedAt: Instant | null
  /** How it was called off before it was confirmed; null while the plan stands. */
  cancelled: 'cancelled' | 'no_show' | null
  /** The last day on which it may be confirmed; null where none is known, or while a missing rate stops the days. */
  confirmBy: CalendarDate | null
}

/** Derived from what happened to it; nothing stores it. `today` is the day on the operator's wall. */
export function sessionState(known: Known, { now, today }: { now: Instant; today: CalendarDate }): SessionState {
  if (known.voidedAt !== null) return 'voided'
  if (known.cancelled !== null) return known.cancelled
  if (known.lockedAt !== null) return 'locked'
  if (known.isConfirmed) return 'confirmed'
  if (known.startsAt > now) return 'upcoming'
  return known.confirmBy !== null && today > known.confirmBy ? 'lapsed' : 'to_confirm'
}
