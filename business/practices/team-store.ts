import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { MemberStanding, PracticeRole } from './abilities-of.ts'

/** Who did it and when, for every row of a team. */
export type Recorded = { practiceId: string; id: string; at: Instant; by: string }

export type GivenRole = Exclude<PracticeRole, 'clinician'>

export async function recordRoleChange(
  db: Db,
  change: Recorded & { memberId: string; role: GivenRole; change: 'given' | 'taken'; reason: string },
): Promise<void> {
  const { memberId, role, reason } = change
  await db
    .insertInto('practices.role_change')
    .values({ ...rowOf(change), member_id: memberId, role, change: change.change, reason })
    .execute()
}

export async function recordStandingChange(
  db: Db,
  change: Recorded & { memberId: string; standing: MemberStanding; reason: string },
): Promise<void> {
  const { memberId, standing, reason } = change
  await db
    .insertInto('practices.standing_change')
    .values({ ...rowOf(change), member_id: memberId, standing, reason })
    .execute()
}

export type StandingChange = {
  memberId: string
  standing: MemberStanding
  reason: string
  at: Instant
  by: string
}

/** Every archiving, reopening and removal, the latest last. */
export async function standingChangesOf(db: Db, practiceId: string): Promise<StandingChange[]> {
  const rows = await db
    .selectFrom('practices.standing_change')
    .select(['member_id as memberId', 'standing', 'reason', 'recorded_at as at', 'recorded_by as by'])
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, standing: row.standing as MemberStanding }))
}

/** A solo practice becomes a group, under a name of its own where it has one. */
export async function recordKindChange(
  db: Db,
  change: Recorded & { kind: 'solo' | 'group'; name: string; reason: string },
): Promise<void> {
  const { kind, name, reason } = change
  await db
    .insertInto('practices.kind_change')
    .values({ ...rowOf(change), kind, name, reason })
    .execute()
}

export type ProviderIntake = {
  memberId: string
  residenceState: string
  licenceState: string
  licenceType: string
  licenceNumber: string
}

export async function recordProviderIntake(db: Db, intake: Recorded & ProviderIntake): Promise<void> {
  await db
    .insertInto('practices.provider_intake')
    .values({
      ...rowOf(intake),
      member_id: intake.memberId,
      residence_state: intake.residenceState,
      licence_state: intake.licenceState,
      licence_type: intake.licenceType,
      licence_number: intake.licenceNumber,
    })
    .execute()
}

export async function providerIntakesOf(db: Db, practiceId: string): Promise<ProviderIntake[]> {
  return db
    .selectFrom('practices.provider_intake')
    .select(['member_id as memberId', 'residence_state as residenceState', 'licence_state as licenceState'])
    .select(['licence_type as licenceType', 'licence_number as licenceNumber'])
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .execute()
}

function rowOf({ practiceId, id, at, by }: Recorded) {
  return { practice_id: practiceId, id, recorded_at: at, recorded_by: by }
}
