import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { Account, AccountKind } from './accounts.ts'
import type { Transfer } from './transfer.ts'

export type Cause = 'practice' | 'client' | 'payer' | 'operator' | 'bank' | 'card_processor'

export type NewPosting = {
  practiceId: string
  id: string
  /** One per event and book: the same event posted twice is one posting. */
  key: string
  kind: string
  cause: Cause
  /** What the event is about: a session, a payout, a trace. */
  subject: string
  effectiveOn: CalendarDate
  /** The window that lines on practice_payable belong to. */
  payOn: CalendarDate | null
  at: Instant
  by: string
  transfers: readonly Transfer[]
}

/** The same key came with other content: nothing was posted, a person must look. */
export class PostingConflict extends Error {
  constructor(posting: { practiceId: string; key: string }) {
    super(`a posting with key ${posting.key} exists in this book with other content; nothing was posted`)
    this.name = 'PostingConflict'
  }
}

/** Posts an event once: a repeat with the same content changes nothing, with other content it throws PostingConflict. */
export async function recordPosting(db: Db, posting: NewPosting): Promise<'recorded' | 'repeated' | 'nothing'> {
  if (posting.transfers.length === 0) return 'nothing'
  const contentHash = hashOf(posting)
  const inserted = await db
    .insertInto('ledger.posting')
    .values({
      practice_id: posting.practiceId,
      id: posting.id,
      idempotency_key: posting.key,
      content_hash: contentHash,
      kind: posting.kind,
      cause: posting.cause,
      subject: posting.subject,
      effective_on: posting.effectiveOn,
      pay_on: posting.payOn,
      recorded_at: posting.at,
      recorded_by: posting.by,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) {
    await refuseOtherContent(db, posting, contentHash)
    return 'repeated'
  }
  await insertTransfers(db, posting)
  return 'recorded'
}

async function refuseOtherContent(db: Db, posting: NewPosting, contentHash: string): Promise<void> {
  const first = await db
    .selectFrom('ledger.posting')
    .select('content_hash')
    .where('practice_id', '=', posting.practiceId)
    .where('idempotency_key', '=', posting.key)
    .executeTakeFirst()
  if (first?.content_hash !== contentHash) throw new PostingConflict(posting)
}

async function insertTransfers(db: Db, posting: NewPosting): Promise<void> {
  await db
    .insertInto('ledger.transfer')
    .values(
      posting.transfers.map(({ debit, credit, cents }, index) => ({
        practice_id: posting.practiceId,
        posting_id: posting.id,
        line: index + 1,
        debit: debit.kind,
        debit_subject: debit.subject,
        credit: credit.kind,
        credit_subject: credit.subject,
        cents,
      })),
    )
    .execute()
}

// What was posted, not when or by whom: a repeat after a crash has another moment and is still the same event.
function hashOf({ kind, cause, subject, transfers }: NewPosting): string {
  const lines = transfers.map(({ debit, credit, cents }) => [
    debit.kind,
    debit.subject,
    credit.kind,
    credit.subject,
    cents,
  ])
  return createHash('sha256')
    .update(JSON.stringify([kind, cause, subject, lines]))
    .digest('hex')
}

export type Balance = Account & { cents: Cents }

/** Balances (debits minus credits) of a book, zeros left out; with `subjects` only the accounts that have one of them. */
export async function balances(db: Db, practiceId: string, subjects?: readonly string[]): Promise<Balance[]> {
  if (subjects?.length === 0) return []
  const debited = subjects === undefined ? sql`true` : sql`debit_subject = any(${subjects})`
  const credited = subjects === undefined ? sql`true` : sql`credit_subject = any(${subjects})`
  const { rows } = await sql<{ kind: AccountKind; subject: string; cents: number }>`
    select kind, subject, sum(cents)::bigint as cents
    from (
      select debit as kind, debit_subject as subject, cents from ledger.transfer
      where practice_id = ${practiceId} and ${debited}
      union all
      select credit, credit_subject, -cents from ledger.transfer
      where practice_id = ${practiceId} and ${credited}
    ) as side
    group by kind, subject
    having sum(cents) <> 0
    order by kind, subject
  `.execute(db)
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}

export type PostedTransfer = Transfer & {
  postingId: string
  line: number
  kind: string
  cause: Cause
  effectiveOn: CalendarDate
  payOn: CalendarDate | null
  recordedAt: Instant
  recordedBy: string
}

/** Every transfer of the postings about one subject, in the order in which they were recorded. */
export async function transfersAbout(db: Db, practiceId: string, subject: string): Promise<PostedTransfer[]> {
  const rows = await postedTransfers(db)
    .where('posting.practice_id', '=', practiceId)
    .where('posting.subject', '=', subject)
    .execute()
  return rows.map(transferFromRow)
}

/** The same for many subjects at once, by subject; for the operator's own eyes. */
export async function transfersAboutEach(db: Db, subjects: readonly string[]): Promise<Map<string, PostedTransfer[]>> {
  const rows = await postedTransfers(db)
    .select('posting.subject')
    .where(sql<boolean>`posting.subject = any(${subjects}::text[])`)
    .execute()
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  return new Map([...bySubject].map(([subject, about]) => [subject, about.map(transferFromRow)]))
}

function postedTransfers(db: Db) {
  return db
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.transfer as transfer', (join) =>
      join.onRef('transfer.practice_id', '=', 'posting.practice_id').onRef('transfer.posting_id', '=', 'posting.id'),
    )
    .selectAll('transfer')
    .select([
      'posting.kind',
      'posting.cause',
      'posting.effective_on',
      'posting.pay_on',
      'posting.recorded_at',
      'posting.recorded_by',
    ])
    .orderBy('posting.recorded_at')
    .orderBy('posting.id')
    .orderBy('transfer.line')
}

function transferFromRow(
  row: Awaited<ReturnType<ReturnType<typeof postedTransfers>['execute']>>[number],
): PostedTransfer {
  return {
    debit: { kind: row.debit as AccountKind, subject: row.debit_subject },
    credit: { kind: row.credit as AccountKind, subject: row.credit_subject },
    cents: cents(row.cents),
    postingId: row.posting_id,
    line: row.line,
    kind: row.kind,
    cause: row.cause as Cause,
    effectiveOn: row.effective_on,
    payOn: row.pay_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }
}

/** Whoever holds a subject (a session, a payday) is alone with it until the transaction ends; others wait. */
export async function holdSubject(db: Db, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(db)
}

/** The accounts of one kind in every book that do not stand at zero; for the operator's own eyes. */
export async function balancesOfKind(
  db: Db,
  kind: AccountKind,
): Promise<{ practiceId: string; subject: string; cents: Cents }[]> {
  const { rows } = await sql<{ practice_id: string; subject: string; cents: number }>`
    select practice_id, subject, sum(cents)::bigint as cents
    from (
      select practice_id, debit_subject as subject, cents from ledger.transfer where debit = ${kind}
      union all
      select practice_id, credit_subject, -cents from ledger.transfer where credit = ${kind}
    ) as side
    group by practice_id, subject
    having sum(cents) <> 0
    order by practice_id, subject
  `.execute(db)
  return rows.map((row) => ({ practiceId: row.practice_id, subject: row.subject, cents: cents(row.cents) }))
}
