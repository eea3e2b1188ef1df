import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { LetterRule } from './next-letter-from.ts'

/** A letter that invited a client; of its link only a hash is kept. */
export type InvitationLetter = { practiceId: string; invitationId: string; id: string; sentAt: Instant }

export async function recordInvitationLetter(
  db: Db,
  letter: InvitationLetter & { tokenSha256: string; by: string },
): Promise<void> {
  await db
    .insertInto('clients.invitation_letter')
    .values({
      practice_id: letter.practiceId,
      invitation_id: letter.invitationId,
      id: letter.id,
      token_sha256: letter.tokenSha256,
      sent_at: letter.sentAt,
      sent_by: letter.by,
    })
    .execute()
}

/** The letters of these invitations, the first one first. */
export async function lettersOfInvitations(db: Db, invitationIds: readonly string[]): Promise<InvitationLetter[]> {
  if (invitationIds.length === 0) return []
  return db
    .selectFrom('clients.invitation_letter')
    .select(['practice_id as practiceId', 'invitation_id as invitationId', 'id', 'sent_at as sentAt'])
    .where('invitation_id', 'in', [...invitationIds])
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
}

export type LetterOpened = {
  practiceId: string
  invitationId: string
  email: string
  givenName: string
  familyName: string
  memberId: string
  answer: 'accepted' | 'declined' | null
  /** When a later letter went; null: this is the latest. */
  replacedAt: Instant | null
}

/** Under operations: what stands behind the link of a letter; null where there is none. */
export async function letterByToken(db: Db, tokenSha256: string): Promise<LetterOpened | null> {
  const { rows } = await sql<LetterOpened>`
    select letter.practice_id as "practiceId", letter.invitation_id as "invitationId", invitation.email,
      invitation.given_name as "givenName", invitation.family_name as "familyName", invitation.member_id as "memberId",
      answer.answer, (
        select max(later.sent_at) from clients.invitation_letter as later
        where later.practice_id = letter.practice_id and later.invitation_id = letter.invitation_id
          and (later.sent_at, later.id) > (letter.sent_at, letter.id)) as "replacedAt"
    from clients.invitation_letter as letter
    join clients.invitation as invitation
      on invitation.practice_id = letter.practice_id and invitation.id = letter.invitation_id
    left join clients.invitation_answer as answer
      on answer.practice_id = letter.practice_id and answer.invitation_id = letter.invitation_id
    where letter.token_sha256 = ${tokenSha256}
  `.execute(db)
  return rows[0] ?? null
}

/** The rule in force on a day; null where none is, and then no letter goes again. */
export async function letterRule(db: Db, on: CalendarDate): Promise<LetterRule | null> {
  const row = await db
    .selectFrom('clients.invitation_rule')
    .select(['wait_hours as waitHours', 'most'])
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  return row ?? null
}
