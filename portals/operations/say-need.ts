import type { Treasury } from '../../business/operations/treasury.ts'
import { formatCents, minus, plus, zero } from '../../libraries/money/index.ts'

type Ahead = Pick<Treasury['ahead'], 'payable' | 'inTransit' | 'bank' | 'expected' | 'needed'>

/** Whether the bank account carries the next payday, in a sentence. */
export function sayNeed({ needed }: Ahead): string {
  if (needed === zero) return 'The bank account carries the next payday.'
  return `${formatCents(needed)} of our own money is needed by the next payday.`
}

/** The same as its computation, figure by figure, and what is left over when nothing is needed. */
export function sayNeedAdded({ payable, inTransit, bank, expected, needed }: Ahead): string {
  const sum = `${formatCents(payable)} owed and ${formatCents(inTransit)} on its way, less ${formatCents(bank)} in the bank and ${formatCents(expected)} expected there`
  const over = minus(plus(bank, expected), plus(payable, inTransit))
  return needed === zero ? `${sum}: ${formatCents(over)} is left over` : `${sum}: this much is lacking`
}
