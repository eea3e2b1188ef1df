import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { ChangeRequest, RequestAnswer } from './change-request-store.ts'

/** False where it has an answer already: the first one counts. */
export async function recordRequestAnswer(
  db: Db,
  request: Pick<ChangeRequest, 'practiceId' | 'id' | 'personId'>,
  { answer, words, answeredAt, answeredBy }: RequestAnswer,
): Promise<boolean> {
  const row = await db
    .insertInto('sessions.change_request_answer')
    .values({
      practice_id: request.practiceId,
      request_id: request.id,
      person_id: request.personId,
      answer,
      words,
      answered_at: answeredAt,
      answered_by: answeredBy,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'request_id']).doNothing())
    .returning('request_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Under a person, who owns no row of a practice: asks it of their own session. False where it is none of theirs. */
export async function recordChangeRequest(
  db: Db,
  request: Omit<ChangeRequest, 'practiceId' | 'personId' | 'askedBy' | 'answer'>,
): Promise<boolean> {
  const { id, sessionId, version, kind, reason, message, proposed, fee, askedAt } = request
  const { rows } = await sql<{ asked: boolean }>`
    select visits.ask_for_change(${id}, ${sessionId}, ${version}, ${kind}, ${reason}, ${message},
      ${[...proposed]}::timestamptz[], ${fee}, ${askedAt}) as asked
  `.execute(db)
  return rows[0]?.asked === true
}

/** Under a person: takes their request back. False where there is none, or it has an answer. */
export async function recordTakenBack(db: Db, { id, at }: { id: string; at: Instant }): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select visits.take_back_request(${id}, ${at}) as done`.execute(db)
  return rows[0]?.done === true
}
