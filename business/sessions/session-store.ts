import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
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

/** A session with what became of it so far; `confirmation` is the version in force. */
export type SessionStanding = Session & {
  firstConfirmedAt: Instant | null
  confirmation: { confirmedAt: Instant; payOn: CalendarDate; serviceOn: CalendarDate; provider: Cents } | null
  lockedAt: Instant | null
  voidedAt: Instant | null
  /** Since when a missing rate keeps it from being confirmed: its 30 days stand still. */
  rateGapOn: CalendarDate | null
}

type StandingRow = Omit<Session, 'modality'> & {
  modality: Modality
  firstConfirmedAt: Instant | null
  confirmedAt: Instant | null
  payOn: CalendarDate
  serviceOn: CalendarDate
  provider: number
  lockedAt: Instant | null
  voidedAt: Instant | null
  rateGapOn: CalendarDate | null
}

type Which = 'all' | { memberId: string } | { sessionId: string }

/** The sessions of a practice with their standing: all, of one of its members, or one; the latest first. */
export async function sessionsOf(db: Db, practiceId: string, which: Which): Promise<SessionStanding[]> {
  const { rows } = await sql<StandingRow>`
    select session.practice_id as "practiceId", session.id, session.member_id as "memberId",
      session.person_id as "personId", session.starts_at as "startsAt", session.ends_at as "endsAt",
      coalesce(latest.modality, session.modality) as modality, earliest.confirmed_at as "firstConfirmedAt",
      latest.confirmed_at as "confirmedAt", latest.pay_on as "payOn", latest.service_on as "serviceOn",
      latest.provider_cents as provider, lock.locked_at as "lockedAt", void.voided_at as "voidedAt",
      gap.noticed_on as "rateGapOn"
    from sessions.session as session
    left join sessions.confirmation as earliest on earliest.practice_id = session.practice_id
      and earliest.session_id = session.id and earliest.version = 1
    left join lateral (
      select modality, confirmed_at, pay_on, service_on, provider_cents from sessions.confirmation as confirmation
      where confirmation.practice_id = session.practice_id and confirmation.session_id = session.id
      order by version desc limit 1
    ) as latest on true
    left join sessions.lock as lock on lock.practice_id = session.practice_id and lock.session_id = session.id
    left join sessions.void as void on void.practice_id = session.practice_id and void.session_id = session.id
    left join sessions.rate_gap as gap on gap.practice_id = session.practice_id and gap.session_id = session.id
    where session.practice_id = ${practiceId} and ${thoseOf(which)}
    order by session.starts_at desc, session.id
  `.execute(db)
  return rows.map(({ confirmedAt, payOn, serviceOn, provider, ...row }) => ({
    ...row,
    confirmation: confirmedAt === null ? null : { confirmedAt, payOn, serviceOn, provider: cents(provider) },
  }))
}

function thoseOf(which: Which) {
  if (which === 'all') return sql`true`
  return 'memberId' in which ? sql`session.member_id = ${which.memberId}` : sql`session.id = ${which.sessionId}`
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
