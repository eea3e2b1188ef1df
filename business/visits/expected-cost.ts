import { type Cents, zero } from '../../libraries/money/index.ts'
import { clientEstimate } from '../charges/client-estimate.ts'
import type { Coverage } from '../clients/index.ts'

/** What a visit is expected to cost the client, and why; where it is not known, why not. Nothing is guessed. */
export type ExpectedCost =
  | {
      kind: 'known'
      yours: Cents
      /** Price under the plan and the plan's part of it; null where no rate is known yet. */
      price: { total: Cents; plan: Cents } | null
      because: 'copay' | 'copay_is_more_than_price' | 'no_copay'
      copay: Cents
    }
  | { kind: 'unknown'; because: 'no_insurance' | 'insurance_being_checked' | 'insurance_not_active' }

/** From the client's policy and the price of a visit like this one: the same estimate that a confirmation books. */
export function expectedCost(policy: { coverage: Coverage; copay: Cents } | null, price: Cents | null): ExpectedCost {
  if (policy === null) return { kind: 'unknown', because: 'no_insurance' }
  if (policy.coverage === 'unverified') return { kind: 'unknown', because: 'insurance_being_checked' }
  if (policy.coverage === 'inactive') return { kind: 'unknown', because: 'insurance_not_active' }
  const { copay } = policy
  if (price === null) {
    return { kind: 'known', yours: copay, price: null, because: copay === zero ? 'no_copay' : 'copay', copay }
  }
  const { client, payer } = clientEstimate({ payerRate: price, copay })
  const because = copay === zero ? 'no_copay' : client < copay ? 'copay_is_more_than_price' : 'copay'
  return { kind: 'known', yours: client, price: { total: price, plan: payer }, because, copay }
}
