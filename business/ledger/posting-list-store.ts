import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import { type AccountKind, resultKinds } from './accounts.ts'
import type { Transfer } from './transfer.ts'

/** Which transfers somebody asks for; what is null is not asked. */
export type TransferFilter = {
  /** One book, or every practice's together (all books but this one). */
  book: { only: string } | { allBut: string } | null
  /** An account on either side. */
  kinds: readonly AccountKind[] | null
  subject: string | null
  /** What the account's subject ends with, such as a payer after its session. */
  subjectEnd: string | null
  /** A month as YYYY-MM, by the day on which the posting is effective. */
  month: string | null
}

export type ListedTransfer = Transfer & {
  practiceId: string
  postingId: string
  kind: string
  cause: string
  subject: string
  effectiveOn: CalendarDate
  recordedAt: Instant
  recordedBy: string
  /** What it does to the accounts that were asked for: debits minus credits; zero when none was named. */
  effect: Cents
}

/** The transfers that a filter chooses, the latest first, with what all of them do to the accounts asked for. */
export async function transfersListed(
  db: Db,
  filter: TransferFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ count: number; effect: Cents; transfers: ListedTransfer[] }> {
  const { chosen, debited, credited } = chooses(filter)
  const effect = sql`(case when ${debited} then transfer.cents else 0 end - case when ${credited} then transfer.cents else 0 end)`
  const from = sql`from ledger.transfer as transfer join ledger.posting as posting
    on posting.practice_id = transfer.practice_id and posting.id = transfer.posting_id where ${chosen}`
  const whole = await sql<{ count: number; effect: number | null }>`
    select count(*)::int as count, sum(${effect})::bigint as effect ${from}
  `.execute(db)
  const { rows } = await sql<Row>`
    select transfer.practice_id, transfer.posting_id, transfer.debit, transfer.debit_subject, transfer.credit,
      transfer.credit_subject, transfer.cents, posting.kind, posting.cause, posting.subject, posting.effective_on,
      posting.recorded_at, posting.recorded_by, ${effect}::bigint as effect
    ${from}
    order by posting.effective_on desc, posting.recorded_at desc, posting.id desc, transfer.line
    limit ${limit} offset ${offset}
  `.execute(db)
  return {
    count: whole.rows[0]?.count ?? 0,
    effect: cents(whole.rows[0]?.effect ?? 0),
    transfers: rows.map(fromRow),
  }
}

/** Every transfer of the events about one subject of a book, in that book and in others: an event has one key in all. */
export async function transfersOfEvents(
  db: Db,
  { practiceId, subject, books }: { practiceId: string; subject: string; books: readonly string[] },
): Promise<ListedTransfer[]> {
  const { rows } = await sql<Row>`
    select transfer.practice_id, transfer.posting_id, transfer.debit, transfer.debit_subject, transfer.credit,
      transfer.credit_subject, transfer.cents, posting.kind, posting.cause, posting.subject, posting.effective_on,
      posting.recorded_at, posting.recorded_by, 0::bigint as effect
    from ledger.posting as posting
    join ledger.transfer as transfer
      on transfer.practice_id = posting.practice_id and transfer.posting_id = posting.id
    where posting.practice_id = any(${[...books]}::uuid[])
      and (posting.idempotency_key in (select own.idempotency_key from ledger.posting as own
          where own.practice_id = ${practiceId}::uuid and own.subject = ${subject})
        or posting.practice_id = ${practiceId}::uuid and posting.subject = ${subject})
    order by posting.recorded_at, posting.effective_on, posting.id, transfer.line
  `.execute(db)
  return rows.map(fromRow)
}

type Row = {
  practice_id: string
  posting_id: string
  debit: AccountKind
  debit_subject: string
  credit: AccountKind
  credit_subject: string
  cents: number
  kind: string
  cause: string
  subject: string
  effective_on: CalendarDate
  recorded_at: Instant
  recorded_by: string
  effect: number
}

function fromRow(row: Row): ListedTransfer {
  return {
    practiceId: row.practice_id,
    postingId: row.posting_id,
    debit: { kind: row.debit, subject: row.debit_subject },
    credit: { kind: row.credit, subject: row.credit_subject },
    cents: cents(row.cents),
    kind: row.kind,
    cause: row.cause,
    subject: row.subject,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    effect: cents(row.effect),
  }
}

function chooses({ book, kinds, subject, subjectEnd, month }: TransferFilter) {
  const side = (name: 'debit' | 'credit'): RawBuilder<unknown> => {
    const kind = sql.ref(`transfer.${name}`)
    const of = sql.ref(`transfer.${name}_subject`)
    const asked = [
      ...(kinds === null ? [] : [sql`${kind} = any(${[...kinds]}::text[])`]),
      ...(subject === null ? [] : [sql`${of} = ${subject}`]),
      ...(subjectEnd === null ? [] : [sql`right(${of}, ${subjectEnd.length}) = ${subjectEnd}`]),
    ]
    return asked.length === 0 ? sql`false` : sql`(${sql.join(asked, sql` and `)})`
  }
  const debited = side('debit')
  const credited = side('credit')
  const isAccountAsked = kinds !== null || subject !== null || subjectEnd !== null
  const all = [
    ...(book === null ? [] : [inBook(book)]),
    ...(isAccountAsked ? [sql`(${debited} or ${credited})`] : []),
    ...(month === null ? [] : [sql`to_char(posting.effective_on, 'YYYY-MM') = ${month}`]),
  ]
  return { chosen: all.length === 0 ? sql`true` : sql.join(all, sql` and `), debited, credited }
}

function inBook(book: { only: string } | { allBut: string }): RawBuilder<unknown> {
  return 'only' in book
    ? sql`transfer.practice_id = ${book.only}::uuid`
    : sql`transfer.practice_id <> ${book.allBut}::uuid`
}

/** What the accounts of one kind stand at in every book, with the day of the first posting on each. */
export async function balancesSince(
  db: Db,
  kind: AccountKind,
): Promise<{ practiceId: string; subject: string; cents: Cents; since: CalendarDate }[]> {
  const { rows } = await sql<{ practice_id: string; subject: string; cents: number; since: CalendarDate }>`
    select side.practice_id, side.subject, sum(side.cents)::bigint as cents, min(posting.effective_on) as since
    from (
      select practice_id, posting_id, debit_subject as subject, cents from ledger.transfer where debit = ${kind}
      union all
      select practice_id, posting_id, credit_subject, -cents from ledger.transfer where credit = ${kind}
    ) as side
    join ledger.posting as posting on posting.practice_id = side.practice_id and posting.id = side.posting_id
    group by side.practice_id, side.subject
    having sum(side.cents) <> 0
    order by since, side.practice_id, side.subject
  `.execute(db)
  return rows.map((row) => ({
    practiceId: row.practice_id,
    subject: row.subject,
    cents: cents(row.cents),
    since: row.since,
  }))
}

/** What each result account earned (debits minus credits, sign turned) in each month, in all books together. */
export async function resultsByMonth(db: Db): Promise<{ month: string; kind: AccountKind; cents: Cents }[]> {
  const { rows } = await sql<{ month: string; kind: AccountKind; cents: number }>`
    select to_char(posting.effective_on, 'YYYY-MM') as month, side.kind, -sum(side.cents)::bigint as cents
    from (
      select practice_id, posting_id, debit as kind, cents from ledger.transfer
      union all
      select practice_id, posting_id, credit, -cents from ledger.transfer
    ) as side
    join ledger.posting as posting on posting.practice_id = side.practice_id and posting.id = side.posting_id
    where side.kind = any(${[...resultKinds]}::text[])
    group by 1, 2
    having sum(side.cents) <> 0
    order by 1, 2
  `.execute(db)
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}

/** How many postings there are, in all books: they are never fewer than before. */
export async function postingCount(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ledger.posting`.execute(db)
  return rows[0]?.count ?? 0
}
