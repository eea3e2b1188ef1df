import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A client whom a practice added by e-mail, with the record that it made for them. */
export type Invitation = {
  practiceId: string
  id: string
  personId: string
  memberId: string
  email: string
  givenName: string
  familyName: string
}

export async function recordInvitation(db: Db, invitation: Invitation & { at: Instant; by: string }): Promise<void> {
  await db
    .insertInto('clients.invitation')
    .values({
      practice_id: invitation.practiceId,
      id: invitation.id,
      person_id: invitation.personId,
      member_id: invitation.memberId,
      email: invitation.email.toLowerCase(),
      given_name: invitation.givenName,
      family_name: invitation.familyName,
      invited_at: invitation.at,
      invited_by: invitation.by,
    })
    .execute()
}

export async function recordInvitationAnswer(
  db: Db,
  answer: {
    practiceId: string
    invitationId: string
    answer: 'accepted' | 'declined'
    personId: string
    at: Instant
  },
): Promise<void> {
  await db
    .insertInto('clients.invitation_answer')
    .values({
      practice_id: answer.practiceId,
      invitation_id: answer.invitationId,
      answer: answer.answer,
      person_id: answer.personId,
      answered_at: answer.at,
    })
    .execute()
}

/** Under operations: every practice's unanswered invitations to this address, the first one first. */
export async function invitationsToEmail(db: Db, email: string): Promise<(Invitation & { isHeld: boolean })[]> {
  return invitations(db)
    .select(
      sql<boolean>`exists (select from clients.login as login where login.person_id = invitation.person_id)`.as(
        'isHeld',
      ),
    )
    .where('invitation.email', '=', email.toLowerCase())
    .where(isUnanswered)
    .orderBy('invitation.invited_at')
    .orderBy('invitation.id')
    .execute()
}

/** The practice's own invitation of an e-mail that has no answer yet; null when there is none. */
export async function openInvitation(db: Db, practiceId: string, email: string): Promise<Invitation | null> {
  const row = await invitations(db)
    .where('invitation.practice_id', '=', practiceId)
    .where('invitation.email', '=', email.toLowerCase())
    .where(isUnanswered)
    .orderBy('invitation.invited_at')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export type OpenInvitation = Invitation & { invitedAt: Instant }

/** Invitations without an answer: a practice's own, or under operations everybody's; of one record, or of all. */
export async function openInvitations(
  db: Db,
  where: { practiceId?: string; personId?: string; id?: string },
): Promise<OpenInvitation[]> {
  return invitations(db)
    .select('invitation.invited_at as invitedAt')
    .where(isUnanswered)
    .$if(where.practiceId !== undefined, (query) => query.where('invitation.practice_id', '=', where.practiceId ?? ''))
    .$if(where.personId !== undefined, (query) => query.where('invitation.person_id', '=', where.personId ?? ''))
    .$if(where.id !== undefined, (query) => query.where('invitation.id', '=', where.id ?? ''))
    .orderBy('invitation.invited_at')
    .orderBy('invitation.id')
    .execute()
}

/** How the practice's invitations of these people stand, by the id of the record that it made. */
export async function invitationStandings(
  db: Db,
  practiceId: string,
  personIds: readonly string[],
): Promise<Map<string, 'waiting' | 'accepted' | 'declined'>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('clients.invitation as invitation')
    .leftJoin('clients.invitation_answer as answer', (join) =>
      join
        .onRef('answer.practice_id', '=', 'invitation.practice_id')
        .onRef('answer.invitation_id', '=', 'invitation.id'),
    )
    .select(['invitation.person_id as personId', 'answer.answer'])
    .where('invitation.practice_id', '=', practiceId)
    .where('invitation.person_id', 'in', [...personIds])
    .orderBy('invitation.invited_at')
    .execute()
  return new Map(rows.map(({ personId, answer }) => [personId, answer ?? 'waiting']))
}

const isUnanswered = sql<boolean>`not exists (
  select from clients.invitation_answer as answer
  where answer.practice_id = invitation.practice_id and answer.invitation_id = invitation.id)`

function invitations(db: Db) {
  return db
    .selectFrom('clients.invitation as invitation')
    .select(['invitation.practice_id as practiceId', 'invitation.id', 'invitation.person_id as personId'])
    .select(['invitation.member_id as memberId', 'invitation.email'])
    .select(['invitation.given_name as givenName', 'invitation.family_name as familyName'])
}

export type InvitationToMe = {
  practiceId: string
  practiceName: string
  invitationId: string
  clinicianName: string
  invitedAt: Instant
}

/** Under a person: practices that would like to care for them, by the address that they proved. */
export async function invitationsToMe(db: Db): Promise<InvitationToMe[]> {
  const { rows } = await sql<InvitationToMe>`
    select practice_id as "practiceId", practice_name as "practiceName", invitation_id as "invitationId",
      clinician_name as "clinicianName", invited_at as "invitedAt"
    from clients.invitations_to_me() order by invited_at, invitation_id
  `.execute(db)
  return rows
}

/** Under a person: their answer, which opens their record to the practice or does not. False: no such invitation. */
export async function answerInvitation(
  db: Db,
  answer: { invitationId: string; accepts: boolean; at: Instant },
): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`
    select clients.answer_invitation(${answer.invitationId}, ${answer.accepts}, ${answer.at}) as answered
  `.execute(db)
  return rows[0]?.answered === true
}
