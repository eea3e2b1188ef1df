import { sql } from 'kysely'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { AccountKind } from './accounts.ts'

export type KindBalance = { book: 'operator' | 'practices'; kind: AccountKind; cents: Cents }

/** What all accounts of a kind come to (debits minus credits), in the operator's book and in the practices' together. */
export async function kindBalances(db: Db, operator: string): Promise<KindBalance[]> {
  const { rows } = await sql<{ is_operator: boolean; kind: AccountKind; cents: number }>`
    select practice_id = ${operator} as is_operator, kind, sum(cents)::bigint as cents
    from (
      select practice_id, debit as kind, cents from ledger.transfer
      union all
      select practice_id, credit, -cents from ledger.transfer
    ) as side
    group by 1, kind
    having sum(cents) <> 0
    order by 1 desc, kind
  `.execute(db)
  return rows.map((row) => ({
    book: row.is_operator ? 'operator' : 'practices',
    kind: row.kind,
    cents: cents(row.cents),
  }))
}
