import { sql } from 'kysely'
import type { Abilities, PracticeRole } from '../business/practices/abilities-of.ts'
import { abilitiesOf } from '../business/practices/abilities-of.ts'
import { type Member, membersOf, practiceById } from '../business/practices/index.ts'
import type { Db, Who } from '../business/world.ts'

export type Membership = {
  practiceId: string
  practiceName: string
  /** The zone of the practice's wall: its sessions are written and read in it. */
  zone: string
  kind: string
  memberId: string
  /** The first of their roles, for showing; what they may do stands in `may`. */
  role: string
  roles: readonly PracticeRole[]
  standing: 'active' | 'archived'
  clinician: boolean
  may: Abilities
}

/** The member that a login acts as in a practice; null when it is none of theirs, or no longer. */
export async function memberOf(db: Db, practiceId: string, userId: string): Promise<Who | null> {
  const member = memberIn(await membersOf(db, practiceId), userId)
  if (member === null) return null
  const { id: memberId, clinician, roles, standing } = member
  return { userId, practiceId, memberId, clinician, may: abilitiesOf(roles, standing) }
}

/** Every practice that a login belongs to. The transaction carries the login; each practice is entered to read of it. */
export async function membershipsOf(db: Db, userId: string): Promise<Membership[]> {
  const joined = await db
    .selectFrom('practices.member')
    .select('practice_id')
    .where('user_id', '=', userId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  const memberships: Membership[] = []
  for (const practiceId of new Set(joined.map(({ practice_id }) => practice_id))) {
    await sql`select set_config('app.practice', ${practiceId}, true)`.execute(db)
    const member = memberIn(await membersOf(db, practiceId), userId)
    const practice = await practiceById(db, practiceId)
    if (member === null || member.standing === 'removed' || practice === null) continue
    memberships.push({
      practiceId,
      practiceName: practice.name,
      zone: practice.timeZone,
      kind: practice.kind,
      memberId: member.id,
      role: member.role,
      roles: member.roles,
      standing: member.standing,
      clinician: member.clinician,
      may: abilitiesOf(member.roles, member.standing),
    })
  }
  await sql`select set_config('app.practice', '', true)`.execute(db)
  return memberships
}

// Whoever was removed and came back is another member from then on.
function memberIn(members: readonly Member[], userId: string): Member | null {
  return members.find((member) => member.userId === userId && member.standing !== 'removed') ?? null
}
