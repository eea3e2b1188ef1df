import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A request as it lies before the owner of a practice. */
export type AdminApproval = {
  practiceId: string
  id: string
  requestId: string
  userId: string
  name: string
  email: string
  at: Instant
  answer: 'approved' | 'declined' | null
  answeredAt: Instant | null
}

export async function recordAdminApproval(
  db: Db,
  approval: Omit<AdminApproval, 'answer' | 'answeredAt'> & { by: string },
): Promise<void> {
  await db
    .insertInto('practices.admin_approval')
    .values({
      practice_id: approval.practiceId,
      id: approval.id,
      request_id: approval.requestId,
      user_id: approval.userId,
      name: approval.name,
      email: approval.email,
      recorded_at: approval.at,
      recorded_by: approval.by,
    })
    .execute()
}

/** What lies or lay before the owner of one practice; without one, before every owner, for the operator's eyes. */
export async function adminApprovals(db: Db, practiceId?: string): Promise<AdminApproval[]> {
  const rows = await db
    .selectFrom('practices.admin_approval as approval')
    .leftJoin('practices.admin_approval_answer as answered', (join) =>
      join.onRef('answered.practice_id', '=', 'approval.practice_id').onRef('answered.approval_id', '=', 'approval.id'),
    )
    .select(['approval.practice_id as practiceId', 'approval.id', 'approval.request_id as requestId'])
    .select(['approval.user_id as userId', 'approval.name', 'approval.email', 'approval.recorded_at as at'])
    .select(['answered.answer', 'answered.recorded_at as answeredAt'])
    .$if(practiceId !== undefined, (query) => query.where('approval.practice_id', '=', practiceId ?? ''))
    .orderBy('approval.recorded_at')
    .orderBy('approval.id')
    .execute()
  return rows.map((row) => ({ ...row, answer: row.answer as AdminApproval['answer'] }))
}

/** False where the owner has answered already: the first answer counts. */
export async function recordApprovalAnswer(
  db: Db,
  answer: {
    practiceId: string
    approvalId: string
    answer: 'approved' | 'declined'
    memberId: string | null
    at: Instant
    by: string
  },
): Promise<boolean> {
  const recorded = await db
    .insertInto('practices.admin_approval_answer')
    .values({
      practice_id: answer.practiceId,
      approval_id: answer.approvalId,
      answer: answer.answer,
      member_id: answer.memberId,
      recorded_at: answer.at,
      recorded_by: answer.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (recorded.numInsertedOrUpdatedRows ?? 0n) > 0n
}
