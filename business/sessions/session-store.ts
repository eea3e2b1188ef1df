import { sql } from 'kysely'
import { idList } from '../../database/read-column.ts'
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

/** How a planned session was called off: by whom, why, or that the client did not come. */
export type Cancellation = {
  kind: 'cancelled' | 'no_show'
  initiator: 'client' | 'practice'
  reason: string
  cancelledAt: Instant
  cancelledBy: string
}

/** A session with the times at which it is planned now. Whoever changes the plan names the version that they saw. */
export type PlannedSession = Session & {
  version: number
  plannedAt: Instant
  plannedBy: string
  cancellation: Cancellation | null
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
  'planned.practice_id as practiceId',
  'planned.id',
  'planned.member_id as memberId',
  'planned.person_id as personId',
  'planned.starts_at as startsAt',
  'planned.ends_at as endsAt',
  'planned.modality',
  'planned.version',
  'planned.planned_at as plannedAt',
  'planned.planned_by as plannedBy',
  'planned.cancellation_kind as kind',
  'planned.initiator',
  'planned.reason',
  'planned.cancelled_at as cancelledAt',
  'planned.cancelled_by as cancelledBy',
] as const

type CancellationColumns = { [K in keyof Cancellation]: Cancellation[K] | null }
type PlannedRow = { [K in keyof Omit<PlannedSession, 'cancellation'>]: PlannedSession[K] } & CancellationColumns

function plannedFrom({ kind, initiator, reason, cancelledAt, cancelledBy, ...row }: PlannedRow): PlannedSession {
  return { ...row, cancellation: cancellationFrom({ kind, initiator, reason, cancelledAt, cancelledBy }) }
}

function cancellationFrom(row: CancellationColumns): Cancellation | null {
  return row.kind === null ? null : (row as Cancellation)
}

/** A session as it is planned now. */
export async function sessionById(db: Db, practiceId: string, id: string): Promise<PlannedSession | null> {
  const row = await db
    .selectFrom('sessions.planned as planned')
    .select(columns)
    .where('planned.practice_id', '=', practiceId)
    .where('planned.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : plannedFrom(row as PlannedRow)
}

/**
 * The sessions of a person as they are planned now, the earliest first; under the person's own door those of every
 * practice, under a practice's door those of that practice.
 */
export async function sessionsOfPerson(db: Db, personId: string): Promise<PlannedSession[]> {
  const rows = await db
    .selectFrom('sessions.planned as planned')
    .select(columns)
    .where('planned.person_id', '=', personId)
    .orderBy('planned.starts_at')
    .orderBy('planned.id')
    .execute()
  return rows.map((row) => plannedFrom(row as PlannedRow))
}

/** The sessions of a practice, or of one of its members, that touch the time between two moments; the earliest first. */
export async function sessionsBetween(
  db: Db,
  practiceId: string,
  between: { from: Instant; until: Instant; memberId?: string },
): Promise<PlannedSession[]> {
  const rows = await db
    .selectFrom('sessions.planned as planned')
    .select(columns)
    .where('planned.practice_id', '=', practiceId)
    .where('planned.ends_at', '>', between.from)
    .where('planned.starts_at', '<', between.until)
    .$if(between.memberId !== undefined, (query) => query.where('planned.member_id', '=', between.memberId ?? ''))
    .orderBy('planned.starts_at')
    .orderBy('planned.id')
    .execute()
  return rows.map((row) => plannedFrom(row as PlannedRow))
}

/** A session with what became of it so far; `confirmation` is the version in force. */
export type SessionStanding = PlannedSession & {
  firstConfirmedAt: Instant | null
  confirmation: { confirmedAt: Instant; payOn: CalendarDate; serviceOn: CalendarDate; provider: Cents } | null
  lockedAt: Instant | null
  voidedAt: Instant | null
  /** Since when a missing rate keeps it from being confirmed: its 30 days stand still. */
  rateGapOn: CalendarDate | null
}

type StandingRow = PlannedRow & {
  firstConfirmedAt: Instant | null
  confirmedAt: Instant | null
  payOn: CalendarDate
  serviceOn: CalendarDate
  provider: number
  lockedAt: Instant | null
  voidedAt: Instant | null
  rateGapOn: CalendarDate | null
}

/** Which sessions are asked for; what is left out does not matter. `from` and `until` are of the planned start, half-open. */
export type SessionFilter = {
  memberId?: string | undefined
  personId?: string | undefined
  among?: ReadonlySet<string> | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  /** `open`: neither confirmed, voided nor cancelled. */
  standing?: 'open' | 'confirmed' | undefined
  limit?: number | undefined
  offset?: number | undefined
}

type Which = 'all' | { sessionId: string } | SessionFilter

/** The sessions of a practice with their standing: all, those that a filter names, or one; the latest first. */
export async function sessionsOf(db: Db, practiceId: string, which: Which): Promise<SessionStanding[]> {
  const { rows } = await sql<StandingRow>`
    select planned.practice_id as "practiceId", planned.id, planned.member_id as "memberId",
      planned.person_id as "personId", planned.starts_at as "startsAt", planned.ends_at as "endsAt",
      planned.version, planned.planned_at as "plannedAt", planned.planned_by as "plannedBy",
      planned.cancellation_kind as kind, planned.initiator, planned.reason,
      planned.cancelled_at as "cancelledAt", planned.cancelled_by as "cancelledBy",
      coalesce(latest.modality, planned.modality) as modality, earliest.confirmed_at as "firstConfirmedAt",
      latest.confirmed_at as "confirmedAt", latest.pay_on as "payOn", latest.service_on as "serviceOn",
      latest.provider_cents as provider, lock.locked_at as "lockedAt", void.voided_at as "voidedAt",
      gap.noticed_on as "rateGapOn"
    from sessions.planned as planned
    left join sessions.confirmation as earliest on earliest.practice_id = planned.practice_id
      and earliest.session_id = planned.id and earliest.version = 1
    left join lateral (
      select modality, confirmed_at, pay_on, service_on, provider_cents from sessions.confirmation as confirmation
      where confirmation.practice_id = planned.practice_id and confirmation.session_id = planned.id
      order by version desc limit 1
    ) as latest on true
    left join sessions.lock as lock on lock.practice_id = planned.practice_id and lock.session_id = planned.id
    left join sessions.void as void on void.practice_id = planned.practice_id and void.session_id = planned.id
    left join sessions.rate_gap as gap on gap.practice_id = planned.practice_id and gap.session_id = planned.id
    where planned.practice_id = ${practiceId} and ${thoseOf(which)}
    order by planned.starts_at desc, planned.id
    ${pageOf(which)}
  `.execute(db)
  return rows.map((row) => {
    const { firstConfirmedAt, confirmedAt, payOn, serviceOn, provider, lockedAt, voidedAt, rateGapOn, ...planned } = row
    const confirmation = confirmedAt === null ? null : { confirmedAt, payOn, serviceOn, provider: cents(provider) }
    return { ...plannedFrom(planned), firstConfirmedAt, confirmation, lockedAt, voidedAt, rateGapOn }
  })
}

function thoseOf(which: Which) {
  if (which === 'all') return sql`true`
  if ('sessionId' in which) return sql`planned.id = ${which.sessionId}`
  const { memberId, personId, among, from, until, standing } = which
  const asked = [
    ...(memberId === undefined ? [] : [sql`planned.member_id = ${memberId}`]),
    ...(personId === undefined ? [] : [sql`planned.person_id = ${personId}`]),
    ...(among === undefined ? [] : [sql`planned.id = any(${idList([...among])}::uuid[])`]),
    ...(from === undefined ? [] : [sql`planned.starts_at >= ${from}`]),
    ...(until === undefined ? [] : [sql`planned.starts_at < ${until}`]),
    ...(standing === undefined ? [] : [sql`void.voided_at is null and planned.cancellation_kind is null`]),
    ...(standing === 'open' ? [sql`latest.confirmed_at is null`] : []),
    ...(standing === 'confirmed' ? [sql`latest.confirmed_at is not null`] : []),
  ]
  return sql.join([sql`true`, ...asked], sql` and `)
}

function pageOf(which: Which) {
  if (which === 'all' || 'sessionId' in which || which.limit === undefined) return sql``
  return sql`limit ${which.limit} offset ${which.offset ?? 0}`
}
