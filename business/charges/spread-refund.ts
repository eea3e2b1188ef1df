import { type Cents, least, minus, zero } from '../../libraries/money/index.ts'

/** A charge that was captured, with what has been refunded of it so far. */
export type Refundable = { chargeId: string; processorChargeId: string; captured: Cents; refunded: Cents }

/**
 * Which charges a refund goes back to: the newest first, never more than was captured of each. `left` is what no charge
 * can take: a person must send it another way.
 */
export function spreadRefund(
  due: Cents,
  charges: readonly Refundable[],
): { parts: { chargeId: string; processorChargeId: string; cents: Cents }[]; left: Cents } {
  let left = due
  const parts: { chargeId: string; processorChargeId: string; cents: Cents }[] = []
  for (const { chargeId, processorChargeId, captured, refunded } of charges.toReversed()) {
    const part = least(left, minus(captured, refunded))
    if (part <= zero) continue
    parts.push({ chargeId, processorChargeId, cents: part })
    left = minus(left, part)
  }
  return { parts, left }
}
