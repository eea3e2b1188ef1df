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
