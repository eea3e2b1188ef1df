import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Practice = { practiceId: string; kind: 'operator' | 'solo' | 'group'; name: string; timeZone: string }

export async function recordPractice(db: Db, practice: Practice & { joinedAt: Instant }): Promise<void> {
  await db
    .insertInto('practices.practice')
    .values({
      practice_id: practice.practiceId,
      kind: practice.kind,
      name: practice.name,
      time_zone: practice.timeZone,
      joined_at: practice.joinedAt,
    })
    .execute()
}

export async function practiceById(db: Db, practiceId: string): Promise<Practice | null> {
  const row = await db
    .selectFrom('practices.practice')
    .select(['practice_id as practiceId', 'kind', 'name', 'time_zone as timeZone'])
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, kind: row.kind as Practice['kind'] }
}

export type Member = {
  practiceId: string
  id: string
  userId: string | null
  name: string
  role: 'owner' | 'admin' | 'clinician' | 'operator_staff'
  clinician: boolean
  npi: string | null
  taxonomy: string | null
  licenceFamily: string | null
}

export async function recordMember(db: Db, member: Member & { joinedAt: Instant }): Promise<void> {
  await db
    .insertInto('practices.member')
    .values({
      practice_id: member.practiceId,
      id: member.id,
      user_id: member.userId,
      name: member.name,
      role: member.role,
      clinician: member.clinician,
      npi: member.npi,
      taxonomy: member.taxonomy,
      licence_family: member.licenceFamily,
      joined_at: member.joinedAt,
    })
    .execute()
}

export async function membersOf(db: Db, practiceId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('practices.member')
    .select(['practice_id as practiceId', 'id', 'user_id as userId', 'name', 'role', 'clinician', 'npi', 'taxonomy'])
    .select('licence_family as licenceFamily')
    .where('practice_id', '=', practiceId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Member['role'] }))
}

export async function memberById(db: Db, practiceId: string, memberId: string): Promise<Member | null> {
  const members = await membersOf(db, practiceId)
  return members.find(({ id }) => id === memberId) ?? null
}

/** A member who treats clients: with the number, taxonomy and licence family that a claim and a rate need. */
export type Clinician = Member & { npi: string; taxonomy: string; licenceFamily: string }

export async function clinicianById(db: Db, practiceId: string, memberId: string): Promise<Clinician | null> {
  const member = await memberById(db, practiceId, memberId)
  if (!member?.clinician || member.npi === null || member.taxonomy === null || member.licenceFamily === null)
    return null
  return { ...member, npi: member.npi, taxonomy: member.taxonomy, licenceFamily: member.licenceFamily }
}

/** Every practice, the operator's own row too; for the operator's eyes. */
export async function practicesAll(db: Db): Promise<Practice[]> {
  const rows = await db
    .selectFrom('practices.practice')
    .select(['practice_id as practiceId', 'kind', 'name', 'time_zone as timeZone'])
    .orderBy('practice_id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Practice['kind'] }))
}
