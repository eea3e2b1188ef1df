import { addHours, type Instant } from '../../libraries/calendar/index.ts'

/** How often and how far apart a declined charge is tried again: dated data of the operator. */
export type RetryRule = { hoursBetween: number; attemptsAtMost: number }

/**
 * When a charge is tried next: a card that came since the last try is asked at once, however often another was asked. Null
 * when it has been tried often enough and a person must ask the client.
 */
export function nextAttemptAt(
  charge: { dueAt: Instant; attempts: number; lastTriedAt: Instant | null; newCardAt?: Instant | null },
  rule: RetryRule,
): Instant | null {
  if (charge.lastTriedAt === null) return charge.dueAt
  const { newCardAt = null } = charge
  if (newCardAt !== null && newCardAt > charge.lastTriedAt) return newCardAt
  if (charge.attempts >= rule.attemptsAtMost) return null
  return addHours(charge.lastTriedAt, rule.hoursBetween)
}
