import { sql } from 'kysely'
import { type Instant, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { AccountKind } from './accounts.ts'
import { hashPosting, hashSeal } from './hash-posting.ts'
import type { PostedPosting } from './posted-posting.ts'

/** Seals every book's postings since its last seal; returns how many seals were made. */
export async function sealBooks(db: Db, at: Instant, recordedBefore: Instant): Promise<number> {
  // Counted, not compared one by one: of a book that is all sealed nothing else need be read.
  const books = await db
    .selectFrom('ledger.posting as posting')
    .select('posting.practice_id')
    .where('posting.recorded_at', '<', recordedBefore)
    .groupBy('posting.practice_id')
    .having(
      sql<boolean>`count(*) > (
        select coalesce(sum(seal.posting_count), 0) from ledger.seal where seal.practice_id = posting.practice_id)`,
    )
    .orderBy('posting.practice_id')
    .execute()
  for (const { practice_id } of books) await sealBook(db, practice_id, at)
  return books.length
}

export function startOfHour(at: Instant): Instant {
  return instant(`${at.slice(0, 13)}:00:00.000Z`)
}

const notSealed = sql<boolean>`not exists (
  select from ledger.sealed_posting as sealed
  where sealed.practice_id = posting.practice_id and sealed.posting_id = posting.id)`

async function sealBook(db: Db, practiceId: string, at: Instant): Promise<void> {
  const last = await db
    .selectFrom('ledger.seal')
    .select(['number', 'hash'])
    .where('practice_id', '=', practiceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previousHash = last?.hash ?? ''
  const postings = await postingsOf(db, practiceId, 'unsealed')
  const hashes = postings.map(hashPosting)
  await db
    .insertInto('ledger.seal')
    .values({
      practice_id: practiceId,
      number,
      posting_count: postings.length,
      previous_hash: previousHash,
      hash: hashSeal(previousHash, hashes),
      sealed_at: at,
    })
    .execute()
  await db
    .insertInto('ledger.sealed_posting')
    .values(
      postings.map((posting, index) => ({
        practice_id: practiceId,
        posting_id: posting.id,
        seal_number: number,
        position: index + 1,
        hash: hashes[index] ?? '',
      })),
    )
    .execute()
}

/** A book's postings with their transfers, in the order in which they were recorded. */
export async function postingsOf(db: Db, practiceId: string, which: 'all' | 'unsealed'): Promise<PostedPosting[]> {
  const rows = await db
    .selectFrom('ledger.posting as posting')
    .leftJoin('ledger.transfer as transfer', (join) =>
      join.onRef('transfer.practice_id', '=', 'posting.practice_id').onRef('transfer.posting_id', '=', 'posting.id'),
    )
    .selectAll('posting')
    .select(['transfer.line', 'transfer.debit', 'transfer.debit_subject', 'transfer.credit', 'transfer.credit_subject'])
    .select('transfer.cents')
    .where('posting.practice_id', '=', practiceId)
    .$if(which === 'unsealed', (query) => query.where(notSealed))
    .orderBy('posting.recorded_at')
    .orderBy('posting.id')
    .orderBy('transfer.line')
    .execute()
  const postings = new Map<string, PostedPosting>()
  for (const row of rows) {
    let posting = postings.get(row.id)
    if (posting === undefined) {
      posting = {
        id: row.id,
        key: row.idempotency_key,
        contentHash: row.content_hash,
        kind: row.kind,
        cause: row.cause,
        subject: row.subject,
        effectiveOn: row.effective_on,
        payOn: row.pay_on,
        recordedAt: row.recorded_at,
        recordedBy: row.recorded_by,
        transfers: [],
      }
      postings.set(row.id, posting)
    }
    if (row.line === null) continue
    posting.transfers.push({
      line: row.line,
      debit: { kind: row.debit as AccountKind, subject: row.debit_subject ?? '' },
      credit: { kind: row.credit as AccountKind, subject: row.credit_subject ?? '' },
      cents: cents(row.cents ?? 0),
    })
  }
  return [...postings.values()]
}

export type Seal = { number: number; postingCount: number; previousHash: string; hash: string }
export type SealedPosting = { postingId: string; sealNumber: number; position: number; hash: string }

export async function sealsOf(db: Db, practiceId: string): Promise<{ seals: Seal[]; sealed: SealedPosting[] }> {
  const seals = await db
    .selectFrom('ledger.seal')
    .select(['number', 'posting_count as postingCount', 'previous_hash as previousHash', 'hash'])
    .where('practice_id', '=', practiceId)
    .orderBy('number')
    .execute()
  const sealed = await db
    .selectFrom('ledger.sealed_posting')
    .select(['posting_id as postingId', 'seal_number as sealNumber', 'position', 'hash'])
    .where('practice_id', '=', practiceId)
    .orderBy('seal_number')
    .orderBy('position')
    .execute()
  return { seals, sealed }
}
