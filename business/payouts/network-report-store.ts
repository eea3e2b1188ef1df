import { sql } from 'kysely'
import type { Period } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import type { Transfer } from '../ledger/transfer.ts'
import type { Db } from '../world.ts'

/** How many sessions of the period are billed, and how many clients and practices stand behind them. */
export async function billedSessions(
  db: Db,
  { from, until }: Period,
): Promise<{ sessions: number; clients: number; practices: number }> {
  const { rows } = await sql<{ sessions: number; clients: number; practices: number }>`
    select count(*)::int as sessions, count(distinct person_id)::int as clients,
      count(distinct practice_id)::int as practices
    from reports.billed_session where service_on >= ${from}::date and service_on < ${until}::date
  `.execute(db)
  return rows[0] ?? { sessions: 0, clients: 0, practices: 0 }
}

/** What was posted about those sessions, one sum for each pair of accounts. */
export async function transfersOfBilledSessions(db: Db, { from, until }: Period): Promise<Transfer[]> {
  const { rows } = await sql<{ debit: AccountKind; credit: AccountKind; cents: number }>`
    select transfer.debit, transfer.credit, sum(transfer.cents)::bigint as cents
    from reports.billed_session as billed
    join reports.session_transfer as transfer
      on transfer.practice_id = billed.practice_id and transfer.subject = billed.session_id::text
    where billed.service_on >= ${from}::date and billed.service_on < ${until}::date
    group by transfer.debit, transfer.credit
    order by transfer.debit, transfer.credit
  `.execute(db)
  return rows.map(({ debit, credit, cents: amount }) => ({
    debit: { kind: debit, subject: '' },
    credit: { kind: credit, subject: '' },
    cents: cents(Number(amount)),
  }))
}
