import type { Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Transfer } from '../ledger/transfer.ts'
import { whereTheMoneyGoes } from './where-the-money-goes.ts'

/** Where the money of the network's sessions came from and went; what came in and is owed equals what goes out. */
export type NetworkFigures = {
  period: Period
  /** Null where fewer clients stand behind the sums than hide one of them. */
  figures: {
    sessions: number
    insurersPaidCents: Cents
    clientsPaidCents: Cents
    stillOwedCents: Cents
    practicesCents: Cents
    /** After what was absorbed; negative: what the operator added. */
    operatorKeptCents: Cents
    absorbedCents: Cents
  } | null
}

/**
 * No figure is given that ten or fewer people stand behind (CMS cell size suppression policy: no cell of 1 to 10, read
 * 2026-03-02), nor one that a practice could take its own part from and learn another's.
 */
const fewest = { clients: 11, practices: 2 }

export function networkFigures(
  period: Period,
  counted: { sessions: number; clients: number; practices: number },
  transfers: readonly Transfer[],
): NetworkFigures {
  if (counted.clients < fewest.clients || counted.practices < fewest.practices) return { period, figures: null }
  const { payerPaidCents, clientPaidCents, owedCents, operatorKeptCents, absorbedCents } = whereTheMoneyGoes(
    transfers,
    cents(0),
  )
  const practices = transfers.reduce(
    (total, { debit, credit, cents: amount }) =>
      total + (credit.kind === 'practice_payable' ? amount : 0) - (debit.kind === 'practice_payable' ? amount : 0),
    0,
  )
  return {
    period,
    figures: {
      sessions: counted.sessions,
      insurersPaidCents: payerPaidCents,
      clientsPaidCents: clientPaidCents,
      stillOwedCents: owedCents,
      practicesCents: cents(practices),
      operatorKeptCents,
      absorbedCents,
    },
  }
}
