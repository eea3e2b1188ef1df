import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { ChangeReason } from './change-reasons.ts'

/** What a client asked of a session to come: to call it off, or to meet at one of the times, or as their words say. */
export type ChangeRequest = {
  practiceId: string
  id: string
  sessionId: string
  personId: string
  /** The version of the plan that the client saw. */
  version: number
  kind: 'cancel' | 'move'
  reason: ChangeReason
  message: string | null
  proposed: Instant[]
  /** What the client was told that calling it off costs them. */
  fee: Cents
  askedAt: Instant
  askedBy: string
  answer: RequestAnswer | null
}

export type RequestAnswer = {
  answer: 'accepted' | 'declined' | 'taken_back'
  words: string | null
  answeredAt: Instant
  answeredBy: string
}

type Row = Omit<ChangeRequest, 'fee' | 'answer'> & { fee: number } & {
  [K in keyof RequestAnswer]: RequestAnswer[K] | null
}

function requests(db: Db) {
  return db
    .selectFrom('sessions.change_request as request')
    .leftJoin('sessions.change_request_answer as answer', (join) =>
      join.onRef('answer.practice_id', '=', 'request.practice_id').onRef('answer.request_id', '=', 'request.id'),
    )
    .select(['request.practice_id as practiceId', 'request.id', 'request.session_id as sessionId', 'request.version'])
    .select(['request.person_id as personId', 'request.kind', 'request.reason', 'request.message', 'request.proposed'])
    .select(['request.fee_cents as fee', 'request.asked_at as askedAt', 'request.asked_by as askedBy'])
    .select(['answer.answer', 'answer.words', 'answer.answered_at as answeredAt', 'answer.answered_by as answeredBy'])
    .orderBy('request.asked_at')
    .orderBy('request.id')
}

function requestFrom({ answer, words, answeredAt, answeredBy, fee, proposed, ...row }: Row): ChangeRequest {
  const isAnswered = answer !== null && answeredAt !== null && answeredBy !== null
  return {
    ...row,
    proposed: [...proposed],
    fee: cents(fee),
    answer: isAnswered ? { answer, words, answeredAt, answeredBy } : null,
  }
}

/** What was asked of one session, the first request first. */
export async function changeRequestsOfSession(db: Db, practiceId: string, sessionId: string): Promise<ChangeRequest[]> {
  const rows = await requests(db)
    .where('request.practice_id', '=', practiceId)
    .where('request.session_id', '=', sessionId)
    .execute()
  return rows.map((row) => requestFrom(row as unknown as Row))
}

/** Requests of a practice that nobody has answered; some of them may have lapsed. */
export async function unansweredRequests(db: Db, practiceId: string): Promise<ChangeRequest[]> {
  const rows = await requests(db)
    .where('request.practice_id', '=', practiceId)
    .where('answer.answer', 'is', null)
    .execute()
  return rows.map((row) => requestFrom(row as unknown as Row))
}

/** Under a person: everything that they asked, of whatever practice. */
export async function changeRequestsOfPerson(db: Db, personId: string): Promise<ChangeRequest[]> {
  const rows = await requests(db).where('request.person_id', '=', personId).execute()
  return rows.map((row) => requestFrom(row as unknown as Row))
}
