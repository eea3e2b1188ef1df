import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { PayLine } from './plan-payout.ts'

export type OpenPayLine = PayLine & {
  practiceId: string
  kind: string
  /** The session, fee or payout that the line is about. */
  subject: string
  recordedAt: Instant
}

/** Every line of pay that no payout has taken, of one practice or of all that may be seen. */
export async function openPayLines(db: Db, practiceId?: string): Promise<OpenPayLine[]> {
  const rows = await db
    .selectFrom('reports.open_pay_line')
    .selectAll()
    .$if(practiceId !== undefined, (query) => query.where('practice_id', '=', practiceId ?? ''))
    .where('pay_on', 'is not', null)
    .orderBy('practice_id')
    .orderBy('posting_id')
    .orderBy('line')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id ?? '',
    postingId: row.posting_id ?? '',
    line: row.line ?? 0,
    kind: row.kind ?? '',
    subject: row.subject ?? '',
    payOn: row.pay_on as CalendarDate,
    recordedAt: row.recorded_at as Instant,
    cents: cents(Number(row.cents)),
  }))
}

export type PayoutLine = { payoutId: string; kind: string; subject: string; cents: ReturnType<typeof cents> }

/** What the payouts of a practice paid, line by line; with `subjects` only the lines about one of them. */
export async function payoutLines(db: Db, practiceId: string, subjects?: readonly string[]): Promise<PayoutLine[]> {
  if (subjects?.length === 0) return []
  const rows = await db
    .selectFrom('reports.payout_line')
    .select(['payout_id', 'kind', 'subject', 'cents'])
    .where('practice_id', '=', practiceId)
    .$if(subjects !== undefined, (query) => query.where('subject', 'in', [...(subjects ?? [])]))
    .orderBy('payout_id')
    .orderBy('recorded_at')
    .orderBy('posting_id')
    .orderBy('line')
    .execute()
  return rows.map((row) => ({
    payoutId: row.payout_id ?? '',
    kind: row.kind ?? '',
    subject: row.subject ?? '',
    cents: cents(Number(row.cents)),
  }))
}
