import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { QuestionReason } from './question-reasons.ts'

/** What the operator asks again of insurance that it could not confirm, and what the client said to it. */
export type PolicyQuestion = {
  personId: string
  id: string
  policyId: string
  reason: QuestionReason
  words: string | null
  askedAt: Instant
  answer: { words: string | null; at: Instant } | null
}

/** The latest question about each policy of these people. */
export async function policyQuestions(db: Db, personIds: readonly string[]): Promise<PolicyQuestion[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('clients.policy_question as question')
    .leftJoin('clients.policy_question_answer as answer', (join) =>
      join.onRef('answer.person_id', '=', 'question.person_id').onRef('answer.question_id', '=', 'question.id'),
    )
    .distinctOn(['question.person_id', 'question.policy_id'])
    .select(['question.person_id as personId', 'question.id', 'question.policy_id as policyId', 'question.reason'])
    .select(['question.words', 'question.asked_at as askedAt'])
    .select(['answer.words as answerWords', 'answer.answered_at as answeredAt'])
    .where('question.person_id', 'in', [...personIds])
    .orderBy('question.person_id')
    .orderBy('question.policy_id')
    .orderBy('question.asked_at', 'desc')
    .orderBy('question.id', 'desc')
    .execute()
  return rows.map(({ answerWords, answeredAt, reason, ...row }) => ({
    ...row,
    reason: reason as QuestionReason,
    answer: answeredAt === null ? null : { words: answerWords, at: answeredAt },
  }))
}

export async function recordPolicyQuestion(
  db: Db,
  question: Omit<PolicyQuestion, 'answer'> & { by: string },
): Promise<void> {
  await db
    .insertInto('clients.policy_question')
    .values({
      person_id: question.personId,
      id: question.id,
      policy_id: question.policyId,
      reason: question.reason,
      words: question.words,
      asked_at: question.askedAt,
      asked_by: question.by,
    })
    .execute()
}

/** False where it has an answer already: the first one counts. */
export async function recordQuestionAnswer(
  db: Db,
  answer: { personId: string; questionId: string; words: string | null; at: Instant; by: string },
): Promise<boolean> {
  const row = await db
    .insertInto('clients.policy_question_answer')
    .values({
      person_id: answer.personId,
      question_id: answer.questionId,
      words: answer.words,
      answered_at: answer.at,
      answered_by: answer.by,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'question_id']).doNothing())
    .returning('question_id')
    .executeTakeFirst()
  return row !== undefined
}
