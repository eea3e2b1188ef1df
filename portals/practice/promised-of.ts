import type { Cents } from '../../libraries/money/index.ts'
import type { Confirmation } from '../contract.ts'

/** A confirmation with the money that it promised. */
export type Promised = Confirmation & { payerCents: Cents; providerCents: Cents; clientCents: Cents }

/** Null where there is no confirmation, and to whoever sees no money. */
export function promisedOf(confirmation: Confirmation | null): Promised | null {
  if (confirmation === null) return null
  const { payerCents, providerCents, clientCents } = confirmation
  if (payerCents === null || providerCents === null || clientCents === null) return null
  return { ...confirmation, payerCents, providerCents, clientCents }
}
