import { sql } from 'kysely'
import { decrypt, decryptJson, encrypt } from '../../database/encryption.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { CrisisRecord } from './check-crisis-record.ts'
import type { LocationUsed } from './confirmation-store.ts'

/** What a clinician wrote down of a crisis stays with the confirmation that rests on it. */
export async function recordCrisis(
  db: Db,
  { practiceId, confirmationId, ...record }: CrisisRecord & { practiceId: string; confirmationId: string },
): Promise<void> {
  const row = [practiceId, confirmationId]
  await db
    .insertInto('sessions.crisis_record')
    .values({
      practice_id: practiceId,
      confirmation_id: confirmationId,
      risk: await encrypt(db, 'sessions.crisis_record.risk', row, record.risk),
      intervention: await encrypt(db, 'sessions.crisis_record.intervention', row, record.intervention),
      people: await encrypt(db, 'sessions.crisis_record.people', row, record.people),
      disposition: await encrypt(db, 'sessions.crisis_record.disposition', row, record.disposition),
    })
    .execute()
}

export async function crisisRecordOf(db: Db, practiceId: string, confirmationId: string): Promise<CrisisRecord | null> {
  const row = await db
    .selectFrom('sessions.crisis_record')
    .select(['risk', 'intervention', 'people', 'disposition'])
    .where('practice_id', '=', practiceId)
    .where('confirmation_id', '=', confirmationId)
    .executeTakeFirst()
  if (row === undefined) return null
  const of = [practiceId, confirmationId]
  return {
    risk: await decrypt(db, 'sessions.crisis_record.risk', of, row.risk),
    intervention: await decrypt(db, 'sessions.crisis_record.intervention', of, row.intervention),
    people: await decrypt(db, 'sessions.crisis_record.people', of, row.people),
    disposition: await decrypt(db, 'sessions.crisis_record.disposition', of, row.disposition),
  }
}

/** A confirmation that rests on a crisis exception is looked at by a person afterwards; it is paid whatever they find. */
export async function openReview(
  db: Db,
  review: { practiceId: string; id: string; sessionId: string; confirmationId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('sessions.compliance_review')
    .values({
      practice_id: review.practiceId,
      id: review.id,
      session_id: review.sessionId,
      confirmation_id: review.confirmationId,
      because: 'crisis_exception',
      opened_at: review.at,
    })
    .execute()
}

export type ReviewFinding = 'in_order' | 'follow_up'

export type ReviewDecision = { finding: ReviewFinding; words: string | null; at: Instant; by: string }

/** A review of the confirmation in force of a session, with the last word of the reviewers; null: nobody has looked yet. */
export type Review = {
  practiceId: string
  id: string
  sessionId: string
  confirmationId: string
  openedAt: Instant
  personId: string
  memberId: string
  state: string
  startsAt: Instant
  decision: ReviewDecision | null
}

/** Reviews of one session or of one id, or every one under operations, the oldest first. */
export async function reviewsOf(
  db: Db,
  only: { practiceId: string; sessionId?: string; id?: string } | null,
): Promise<Review[]> {
  const practice = only === null ? sql`true` : sql`review.practice_id = ${only.practiceId}`
  const session = only?.sessionId === undefined ? sql`true` : sql`review.session_id = ${only.sessionId}`
  const one = only?.id === undefined ? sql`true` : sql`review.id = ${only.id}`
  type Row = Omit<Review, 'decision' | 'state'> & {
    location: Uint8Array
    finding: ReviewFinding | null
    words: string | null
    at: Instant
    by: string
  }
  const { rows } = await sql<Row>`
    select review.practice_id as "practiceId", review.id, review.session_id as "sessionId",
      review.confirmation_id as "confirmationId", review.opened_at as "openedAt", session.person_id as "personId",
      session.member_id as "memberId", confirmation.location,
      confirmation.started_at as "startsAt",
      decision.finding, decision.words, decision.decided_at as at, decision.decided_by as by
    from sessions.compliance_review as review
    join sessions.session as session on session.practice_id = review.practice_id and session.id = review.session_id
    join sessions.confirmation as confirmation
      on confirmation.practice_id = review.practice_id and confirmation.id = review.confirmation_id
    left join lateral (
      select said.finding, said.words, said.decided_at, said.decided_by from sessions.review_decision as said
      where said.practice_id = review.practice_id and said.review_id = review.id
      order by said.decided_at desc, said.id desc limit 1
    ) as decision on true
    where ${practice} and ${session} and ${one}
      -- A correction takes the place of what it corrects, and a session that did not take place has nothing to review.
      and not exists (select from sessions.confirmation as later
        where later.practice_id = review.practice_id and later.session_id = review.session_id
          and later.version > confirmation.version)
      and not exists (select from sessions.void as void
        where void.practice_id = review.practice_id and void.session_id = review.session_id)
    order by review.opened_at, review.id
  `.execute(db)
  return Promise.all(
    rows.map(async ({ finding, words, at, by, location, ...review }) => {
      const { practiceId, confirmationId } = review
      const of = [practiceId, confirmationId]
      const { state } = await decryptJson<LocationUsed>(db, 'sessions.confirmation.location', of, location)
      return { ...review, state, decision: finding === null ? null : { finding, words, at, by } }
    }),
  )
}

export async function recordReviewDecision(
  db: Db,
  decision: ReviewDecision & { practiceId: string; id: string; reviewId: string },
): Promise<void> {
  await db
    .insertInto('sessions.review_decision')
    .values({
      practice_id: decision.practiceId,
      id: decision.id,
      review_id: decision.reviewId,
      finding: decision.finding,
      words: decision.words,
      decided_at: decision.at,
      decided_by: decision.by,
    })
    .execute()
}

/** Everything that reviewers said of one review, in its order. */
export async function reviewDecisionsOf(db: Db, practiceId: string, reviewId: string): Promise<ReviewDecision[]> {
  const rows = await db
    .selectFrom('sessions.review_decision')
    .select(['finding', 'words', 'decided_at as at', 'decided_by as by'])
    .where('practice_id', '=', practiceId)
    .where('review_id', '=', reviewId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, finding: row.finding as ReviewFinding }))
}
