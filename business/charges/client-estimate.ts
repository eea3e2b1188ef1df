import { type Cents, least, minus } from '../../libraries/money/index.ts'

/** What the client and the payer are expected to owe for one session, before the payer has answered. */
export type Estimate = { client: Cents; payer: Cents }

/** A copay counts at most the payer rate: nobody owes more than the session is worth; both parts make the rate. */
export function clientEstimate({ payerRate, copay }: { payerRate: Cents; copay: Cents }): Estimate {
  const client = least(copay, payerRate)
  return { client, payer: minus(payerRate, client) }
}
