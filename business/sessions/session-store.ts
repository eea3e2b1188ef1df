import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Modality = 'telehealth' | 'in_person'

export type Session = {
  practiceId: string
  id: string
  memberId: string
  personId: string
  startsAt: Instant
  endsAt: Instant
  modality: Modality
}

export async function recordSession(db: Db, session: Session & { at: Instant; by: string }): Promise<void> {
  await db
    .insertInto('sessions.session')
    .values({
      practice_id: session.practiceId,
      id: session.id,
      member_id: session.memberId,
      person_id: session.personId,
      starts_at: session.startsAt,
      ends_at: session.endsAt,
      modality: session.modality,
      recorded_at: session.at,
      recorded_by: session.by,
    })
    .execute()
}

const columns = [
  'session.practice_id as practiceId',
  'session.id',
  'session.member_id as memberId',
  'session.person_id as personId',
  'session.starts_at as startsAt',
  'session.ends_at as endsAt',
  'session.modality',
] as const

export async function sessionById(db: Db, practiceId: string, id: string): Promise<Session | null> {
  const row = await db
    .selectFrom('sessions.session as session')
    .select(columns)
    .where('session.practice_id', '=', practiceId)
    .where('session.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, modality: row.modality as Modality }
}

/** A session with what became of it so far. */
export type SessionStanding = Session & {
  confirmedAt: Instant | null
  firstConfirmedAt: Instant | null
  lockedAt: Instant | null
  voidedAt: Instant | null
}

/** All sessions of a practice with their standing, the latest first. */
export async function sessionsOf(db: Db, practiceId: string): Promise<SessionStanding[]> {
  const rows = await db
    .selectFrom('sessions.session as session')
    .leftJoin('sessions.lock as lock', (join) =>
      join.onRef('lock.practice_id', '=', 'session.practice_id').onRef('lock.session_id', '=', 'session.id'),
    )
    .leftJoin('sessions.void as void', (join) =>
      join.onRef('void.practice_id', '=', 'session.practice_id').onRef('void.session_id', '=', 'session.id'),
    )
    .select(columns)
    .select(['lock.locked_at as lockedAt', 'void.voided_at as voidedAt'])
    .select((select) => [
      select
        .selectFrom('sessions.confirmation as confirmation')
        .select(({ fn }) => fn.max('confirmation.confirmed_at').as('at'))
        .whereRef('confirmation.practice_id', '=', 'session.practice_id')
        .whereRef('confirmation.session_id', '=', 'session.id')
        .as('confirmedAt'),
      select
        .selectFrom('sessions.confirmation as confirmation')
        .select(({ fn }) => fn.min('confirmation.confirmed_at').as('at'))
        .whereRef('confirmation.practice_id', '=', 'session.practice_id')
        .whereRef('confirmation.session_id', '=', 'session.id')
        .as('firstConfirmedAt'),
    ])
    .where('session.practice_id', '=', practiceId)
    .orderBy('session.starts_at', 'desc')
    .orderBy('session.id')
    .execute()
  return rows.map((row) => ({ ...row, modality: row.modality as Modality }))
}

export async function voidOf(
  db: Db,
  practiceId: string,
  sessionId: string,
): Promise<{ reason: string; voidedAt: Instant; voidedBy: string } | null> {
  const row = await db
    .selectFrom('sessions.void')
    .select(['reason', 'voided_at as voidedAt', 'voided_by as voidedBy'])
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row ?? null
}

export async function recordVoid(
  db: Db,
  entry: { practiceId: string; sessionId: string; reason: string; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('sessions.void')
    .values({
      practice_id: entry.practiceId,
      session_id: entry.sessionId,
      reason: entry.reason,
      voided_at: entry.at,
      voided_by: entry.by,
    })
    .execute()
}
