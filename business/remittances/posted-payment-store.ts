import { sql } from 'kysely'
import { cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { PostedPayment } from './check-remittances.ts'

/** Every payment that was posted, with what of it went to claims, to unmatched, and beside claims. */
export async function postedPayments(db: Db, practiceId: string): Promise<PostedPayment[]> {
  const { rows } = await sql<{
    id: string
    trace: string
    originator: string
    paid: number
    decided: number
    unmatched: number
    outside: number
  }>`
    select paid.id, paid.trace, paid.originator, paid.paid_cents as paid,
      coalesce((select sum(decision.paid_cents) from remittances.decision as decision
        where decision.transaction_id = paid.id and decision.kind <> 'information'), 0)::bigint as decided,
      coalesce((select sum(unmatched.paid_cents) from remittances.unmatched as unmatched
        where unmatched.practice_id = paid.practice_id and unmatched.transaction_id = paid.id
          and not exists (select from remittances.unmatched_settlement as settlement
            where settlement.practice_id = unmatched.practice_id and settlement.unmatched_id = unmatched.id
              and settlement.outcome = 'matched')), 0)::bigint as unmatched,
      coalesce((select sum(adjustment.cents) from remittances.provider_adjustment as adjustment
        where adjustment.practice_id = paid.practice_id and adjustment.transaction_id = paid.id), 0)::bigint as outside
    from remittances.transaction as paid
    where paid.practice_id = ${practiceId} and (paid.outcome = 'posted' or exists (
      select from remittances.judgement as judgement
      where judgement.practice_id = paid.practice_id and judgement.transaction_id = paid.id
        and judgement.verdict = 'taken_in'))
    order by paid.recorded_at, paid.id
  `.execute(db)
  return rows.map((row) => ({
    id: row.id,
    trace: row.trace,
    originator: row.originator,
    paid: cents(row.paid),
    toClaims: cents(row.decided + row.unmatched),
    outsideClaims: cents(row.outside),
  }))
}
