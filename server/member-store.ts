import { sql } from 'kysely'
import type { Db, Who } from '../business/world.ts'

export type Membership = {
  practiceId: string
  practiceName: string
  /** The zone of the practice's wall: its sessions are written and read in it. */
  zone: string
  kind: string
  memberId: string
  role: string
  clinician: boolean
}

/** The member that a login acts as in a practice; null when it is none of theirs. */
export async function memberOf(db: Db, practiceId: string, userId: string): Promise<Who | null> {
  const member = await db
    .selectFrom('practices.member')
    .select(['id', 'role', 'clinician'])
    .where('practice_id', '=', practiceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (member === undefined) return null
  return { userId, practiceId, memberId: member.id, role: member.role, clinician: member.clinician }
}

/** Every practice that a login belongs to. The transaction carries the login; each practice is entered to read its name. */
export async function membershipsOf(db: Db, userId: string): Promise<Membership[]> {
  const members = await db
    .selectFrom('practices.member')
    .select(['practice_id', 'id', 'role', 'clinician'])
    .where('user_id', '=', userId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  const memberships: Membership[] = []
  for (const member of members) {
    await sql`select set_config('app.practice', ${member.practice_id}, true)`.execute(db)
    const practice = await db
      .selectFrom('practices.practice')
      .select(['name', 'kind', 'time_zone'])
      .where('practice_id', '=', member.practice_id)
      .executeTakeFirstOrThrow()
    memberships.push({
      practiceId: member.practice_id,
      practiceName: practice.name,
      zone: practice.time_zone,
      kind: practice.kind,
      memberId: member.id,
      role: member.role,
      clinician: member.clinician,
    })
  }
  await sql`select set_config('app.practice', '', true)`.execute(db)
  return memberships
}
