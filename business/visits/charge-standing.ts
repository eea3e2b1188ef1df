import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, least, zero } from '../../libraries/money/index.ts'
import { nextAttemptAt, type RetryRule } from '../charges/next-attempt-at.ts'
import type { ChargeTried, ChargeVisited } from './visit-store.ts'

export type Card = { brand: string; lastFour: string }

/**
 * How a charge stands: paid; to be asked at a moment; refused by the card, and asked again at a moment or never (null); or
 * not owed any more, since the plan's answer lowered the share.
 */
export type ChargeStanding =
  | { kind: 'paid'; cents: Cents; at: Instant; card: Card | null }
  | { kind: 'due'; cents: Cents; at: Instant }
  | {
      kind: 'failed'
      cents: Cents
      at: Instant
      because: 'declined' | 'no_card'
      code: string | null
      card: Card | null
      againAt: Instant | null
    }
  | { kind: 'not_owed' }

/** `owed` is what the client still owes of the visit: a charge never asks for more. */
export function chargeStanding(
  charge: Pick<ChargeVisited, 'cents' | 'dueAt'> & { tries: readonly ChargeTried[] },
  owed: Cents,
  rule: RetryRule,
): ChargeStanding {
  const captured = charge.tries.find(({ outcome }) => outcome === 'captured')
  if (captured !== undefined) {
    return { kind: 'paid', cents: captured.cents, at: captured.at, card: captured.card }
  }
  const asks = least(charge.cents, owed)
  if (asks <= zero) return { kind: 'not_owed' }
  const last = charge.tries.at(-1)
  if (last === undefined) return { kind: 'due', cents: asks, at: charge.dueAt }
  return {
    kind: 'failed',
    cents: asks,
    at: last.at,
    because: last.outcome === 'declined' ? 'declined' : 'no_card',
    code: last.declineCode,
    card: last.card,
    againAt: nextAttemptAt({ dueAt: charge.dueAt, attempts: charge.tries.length, lastTriedAt: last.at }, rule),
  }
}
