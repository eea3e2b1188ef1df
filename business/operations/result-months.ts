import { type Cents, plus, zero } from '../../libraries/money/index.ts'
import { type AccountKind, absorbedKinds } from '../ledger/accounts.ts'

/** One month of the operator: what it kept, what it added, what it absorbed, what else it paid or got, and what is left. */
export type ResultMonth = {
  month: string
  kept: Cents
  added: Cents
  absorbed: Cents
  other: Cents
  result: Cents
}

/** Gathers the result accounts by month; losses stand below zero, and the four parts add up to the result. */
export function resultMonths(results: readonly { month: string; kind: AccountKind; cents: Cents }[]): ResultMonth[] {
  const months = Map.groupBy(results, ({ month }) => month)
  return [...months].map(([month, of]) => {
    const total = (isIn: (kind: AccountKind) => boolean) =>
      of.filter(({ kind }) => isIn(kind)).reduce((sum, { cents }) => plus(sum, cents), zero)
    const kept = total((kind) => kind === 'operator_share')
    const added = total((kind) => kind === 'operator_subsidy')
    const absorbed = total((kind) => absorbedKinds.includes(kind))
    const result = total(() => true)
    return { month, kept, added, absorbed, other: (result - kept - added - absorbed) as Cents, result }
  })
}
