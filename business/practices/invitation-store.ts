import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Somebody is asked to work here; of the link that they were sent only a hash is kept. */
export type TeamInvitation = {
  practiceId: string
  id: string
  memberId: string
  email: string
  expiresAt: Instant
  invitedAt: Instant
}

type Ended = { outcome: 'accepted' | 'withdrawn' | 'replaced'; at: Instant; by: string }

export async function recordTeamInvitation(
  db: Db,
  invitation: TeamInvitation & { tokenSha256: string; by: string },
): Promise<void> {
  await db
    .insertInto('practices.team_invitation')
    .values({
      practice_id: invitation.practiceId,
      id: invitation.id,
      member_id: invitation.memberId,
      email: invitation.email,
      token_hash: invitation.tokenSha256,
      expires_at: invitation.expiresAt,
      recorded_at: invitation.invitedAt,
      recorded_by: invitation.by,
    })
    .execute()
}

/** False where it has ended already: the first end counts. */
export async function endTeamInvitation(
  db: Db,
  { practiceId, id, outcome, at, by }: Pick<TeamInvitation, 'practiceId' | 'id'> & Ended,
): Promise<boolean> {
  const ended = await db
    .insertInto('practices.team_invitation_end')
    .values({ practice_id: practiceId, invitation_id: id, outcome, recorded_at: at, recorded_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (ended.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type InvitationStanding = TeamInvitation & { outcome: Ended['outcome'] | null }

/** Every invitation of a practice, the latest last. */
export async function teamInvitationsOf(db: Db, practiceId: string): Promise<InvitationStanding[]> {
  const rows = await selectInvitations(db).where('invitation.practice_id', '=', practiceId).execute()
  return rows.map(standingIn)
}

/** The invitation of a link, on the connection that sees every practice; null where there is none. */
export async function teamInvitationByToken(db: Db, tokenSha256: string): Promise<InvitationStanding | null> {
  const row = await selectInvitations(db).where('invitation.token_hash', '=', tokenSha256).executeTakeFirst()
  return row === undefined ? null : standingIn(row)
}

function selectInvitations(db: Db) {
  return db
    .selectFrom('practices.team_invitation as invitation')
    .leftJoin('practices.team_invitation_end as ended', (join) =>
      join.onRef('ended.practice_id', '=', 'invitation.practice_id').onRef('ended.invitation_id', '=', 'invitation.id'),
    )
    .select(['invitation.practice_id as practiceId', 'invitation.id', 'invitation.member_id as memberId'])
    .select(['invitation.email', 'invitation.expires_at as expiresAt', 'invitation.recorded_at as invitedAt'])
    .select('ended.outcome')
    .orderBy('invitation.recorded_at')
    .orderBy('invitation.id')
}

function standingIn<Row extends { outcome: string | null }>(row: Row) {
  return { ...row, outcome: row.outcome as Ended['outcome'] | null }
}
