import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Somebody who treats nobody asks the operator for access to a practice's office. */
export type AdminRequest = {
  /** The operator, to whom it is told. */
  practiceId: string
  id: string
  name: string
  email: string
  /** The practice or its owner's e-mail address, as they said it. */
  practiceTold: string
  /** The login that asks; null where the operator's staff entered it. */
  userId: string | null
  via: 'client_account' | 'operator'
  at: Instant
}

export async function recordAdminRequest(db: Db, request: AdminRequest & { by: string }): Promise<void> {
  await db
    .insertInto('practices.admin_request')
    .values({
      practice_id: request.practiceId,
      id: request.id,
      name: request.name,
      email: request.email,
      practice_told: request.practiceTold,
      user_id: request.userId,
      via: request.via,
      recorded_at: request.at,
      recorded_by: request.by,
    })
    .execute()
}

/** On the operator's connection: every request, the oldest first. */
export async function adminRequests(db: Db): Promise<AdminRequest[]> {
  const rows = await db
    .selectFrom('practices.admin_request')
    .select(['practice_id as practiceId', 'id', 'name', 'email', 'practice_told as practiceTold', 'user_id as userId'])
    .select(['via', 'recorded_at as at'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, via: row.via as AdminRequest['via'] }))
}

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
