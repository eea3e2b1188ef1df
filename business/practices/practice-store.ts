import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { MemberStanding, PracticeRole } from './abilities-of.ts'
import { type RoleChange, rolesAfter } from './roles-after.ts'

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

/** A solo practice may have become a group: the latest change of its kind counts. */
export async function practiceById(db: Db, practiceId: string): Promise<Practice | null> {
  const row = await selectPractices(db).where('practice.practice_id', '=', practiceId).executeTakeFirst()
  return row === undefined ? null : practiceIn(row)
}

export type Member = {
  practiceId: string
  id: string
  userId: string | null
  name: string
  /** The first of their roles. */
  role: PracticeRole | 'operator_staff'
  /** Treats clients. */
  clinician: boolean
  roles: readonly PracticeRole[]
  standing: MemberStanding
  npi: string | null
  taxonomy: string | null
  licenceFamily: string | null
}

export type NewMember = Omit<Member, 'roles' | 'standing'> & { joinedAt: Instant }

export async function recordMember(db: Db, member: NewMember): Promise<void> {
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

/** Everyone who works or worked here, in the order in which they came, with the roles that they hold now. */
export async function membersOf(db: Db, practiceId: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('practices.member')
    .select(['practice_id as practiceId', 'id', 'user_id as userId', 'name', 'role', 'clinician', 'npi', 'taxonomy'])
    .select('licence_family as licenceFamily')
    .select(latestStanding.as('standing'))
    .select(changesOfRoles.as('changes'))
    .where('practice_id', '=', practiceId)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  return rows.map(({ standing, changes, ...row }) => {
    const roles = rolesAfter(row, changes)
    const first = row.role === 'operator_staff' ? row.role : roles[0]
    return { ...row, role: first ?? (row.role as PracticeRole), roles, standing: standing ?? 'active' }
  })
}

const latestStanding = sql<MemberStanding | null>`(
  select change.standing from practices.standing_change as change
  where change.practice_id = practices.member.practice_id and change.member_id = practices.member.id
  order by change.recorded_at desc, change.id desc limit 1)`

const changesOfRoles = sql<RoleChange[]>`coalesce((
  select json_agg(json_build_object('role', change.role, 'change', change.change) order by change.recorded_at, change.id)
  from practices.role_change as change
  where change.practice_id = practices.member.practice_id and change.member_id = practices.member.id), '[]')`

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

/** The member gets the login that accepted; false where they have one already. */
export async function linkLogin(
  db: Db,
  { practiceId, memberId, userId }: { practiceId: string; memberId: string; userId: string },
): Promise<boolean> {
  const linked = await db
    .updateTable('practices.member')
    .set({ user_id: userId })
    .where('practice_id', '=', practiceId)
    .where('id', '=', memberId)
    .where('user_id', 'is', null)
    .executeTakeFirst()
  return linked.numUpdatedRows > 0n
}

/** Whom a word names: members of any practice one of whose names begins with it; for the operator's eyes. */
export async function membersNamed(db: Db, beginning: string): Promise<string[]> {
  const like = `${beginning.replace(/[\\%_]/g, '\\$&').toLowerCase()}%`
  const rows = await db
    .selectFrom('practices.member')
    .select('id')
    .where(({ or, eb, fn }) =>
      or([eb(fn('lower', ['name']), 'like', like), eb(fn('lower', ['name']), 'like', `% ${like}`)]),
    )
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** Every practice, the operator's own row too; for the operator's eyes. */
export async function practicesAll(db: Db): Promise<Practice[]> {
  const rows = await selectPractices(db).orderBy('practice.practice_id').execute()
  return rows.map(practiceIn)
}

function selectPractices(db: Db) {
  return db
    .selectFrom('practices.practice as practice')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('practices.kind_change as change')
          .select(['change.kind', 'change.name'])
          .whereRef('change.practice_id', '=', 'practice.practice_id')
          .orderBy('change.recorded_at', 'desc')
          .orderBy('change.id', 'desc')
          .limit(1)
          .as('changed'),
      (join) => join.onTrue(),
    )
    .select(['practice.practice_id as practiceId', 'practice.time_zone as timeZone'])
    .select(sql<string>`coalesce(changed.kind, practice.kind)`.as('kind'))
    .select(sql<string>`coalesce(changed.name, practice.name)`.as('name'))
}

function practiceIn(row: { practiceId: string; timeZone: string; kind: string; name: string }): Practice {
  return { ...row, kind: row.kind as Practice['kind'] }
}
