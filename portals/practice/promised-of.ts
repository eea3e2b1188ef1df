import type { Cents } from '../../libraries/money/index.ts'
import type { Confirmation } from '../contract.ts'

/** A confirmation with the money that it promised. */
export type Promised = Confirmation & { payerCents: Cents; providerCents: Cents }

/** Null where there is no confirmation, and to whoever sees no money. */
export function promisedOf(confirmation: Confirmation | null): Promised | null {
  if (confirmation === null) return null
  const { payerCents, providerCents } = confirmation
  return payerCents === null || providerCents === null ? null : { ...confirmation, payerCents, providerCents }
}
