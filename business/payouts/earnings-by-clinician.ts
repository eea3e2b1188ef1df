import { type Cents, sum } from '../../libraries/money/index.ts'

export type Earning = { clinicianName: string | null; items: number; cents: Cents }

/** Who earned what of a payout: the parts add up to the deposit. What belongs to no session stands under null. */
export function earningsByClinician(lines: readonly { clinicianName: string | null; cents: Cents }[]): Earning[] {
  const groups = Map.groupBy(lines, ({ clinicianName }) => clinicianName)
  return [...groups]
    .map(([clinicianName, own]) => ({ clinicianName, items: own.length, cents: sum(own.map(({ cents }) => cents)) }))
    .toSorted((a, b) => b.cents - a.cents || (a.clinicianName ?? '~').localeCompare(b.clinicianName ?? '~'))
}
