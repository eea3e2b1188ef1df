import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { DocumentKind, DocumentRow, DocumentRule } from './document-standing.ts'
import type { DocumentType } from './sniff-document.ts'

/** What is asked for on a day, in the order in which a page shows it. */
export async function documentRulesOn(db: Db, on: CalendarDate): Promise<DocumentRule[]> {
  return db
    .selectFrom('joining.document_rule')
    .select(['kind', 'largest_bytes as largestBytes', 'of_clinician as ofClinician', 'ends', 'warn_days as warnDays'])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy(sql`array_position(array['licence', 'malpractice', 'w9', 'bank_proof'], kind)`)
    .execute()
}

export async function recordDocument(
  db: Db,
  document: {
    practiceId: string
    id: string
    kind: DocumentKind
    memberId: string | null
    contentType: DocumentType
    bytes: Uint8Array
    endsOn: CalendarDate | null
    at: Instant
    by: string
  },
): Promise<void> {
  await db
    .insertInto('joining.document')
    .values({
      practice_id: document.practiceId,
      id: document.id,
      kind: document.kind,
      member_id: document.memberId,
      content_type: document.contentType,
      sha256: createHash('sha256').update(document.bytes).digest('hex'),
      bytes: Buffer.from(document.bytes),
      ends_on: document.endsOn,
      recorded_at: document.at,
      recorded_by: document.by,
    })
    .execute()
}

/** Everything that was sent, the first first, with what was said of it; of one practice, or of all for the operator. */
export async function documentsSent(db: Db, practiceId: string | null): Promise<DocumentRow[]> {
  const rows = await db
    .selectFrom('joining.document as document')
    .leftJoin('joining.document_review as review', (join) =>
      join.onRef('review.practice_id', '=', 'document.practice_id').onRef('review.document_id', '=', 'document.id'),
    )
    .select(['document.id', 'document.practice_id as practiceId', 'document.kind', 'document.member_id as memberId'])
    .select(['document.content_type as contentType', 'document.ends_on as endsOn', 'document.recorded_at as at'])
    .select(['review.verdict', 'review.words', 'review.ends_on as readEnd', 'review.recorded_at as reviewedAt'])
    .$if(practiceId !== null, (query) => query.where('document.practice_id', '=', practiceId ?? ''))
    .orderBy('document.recorded_at')
    .orderBy('document.id')
    .execute()
  return rows.map(({ verdict, words, readEnd, reviewedAt, ...row }) => ({
    ...row,
    review: verdict === null || reviewedAt === null ? null : { verdict, words, endsOn: readEnd, at: reviewedAt },
  }))
}

export async function documentBytes(
  db: Db,
  practiceId: string,
  id: string,
): Promise<{ kind: DocumentKind; contentType: string; bytes: Uint8Array } | null> {
  const row = await db
    .selectFrom('joining.document')
    .select(['kind', 'content_type as contentType', 'bytes'])
    .where('practice_id', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** False where it was looked at already. */
export async function recordDocumentReview(
  db: Db,
  review: {
    practiceId: string
    documentId: string
    verdict: 'accepted' | 'asked_again'
    words: string | null
    endsOn: CalendarDate | null
    at: Instant
    by: string
  },
): Promise<boolean> {
  const made = await db
    .insertInto('joining.document_review')
    .values({
      practice_id: review.practiceId,
      document_id: review.documentId,
      verdict: review.verdict,
      words: review.words,
      ends_on: review.endsOn,
      recorded_at: review.at,
      recorded_by: review.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False where this letter about the end of a paper was sent already. */
export async function recordDocumentLetter(
  db: Db,
  letter: { practiceId: string; documentId: string; days: number; at: Instant },
): Promise<boolean> {
  const made = await db
    .insertInto('joining.document_letter')
    .values({
      practice_id: letter.practiceId,
      document_id: letter.documentId,
      days: letter.days,
      recorded_at: letter.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Which letters about ends were sent, as `document days`. */
export async function documentLetters(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('joining.document_letter').select(['document_id as id', 'days']).execute()
  return new Set(rows.map(({ id, days }) => `${id} ${days}`))
}
