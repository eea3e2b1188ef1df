import { sql } from 'kysely'
import { decryptJson } from '../../database/encryption.ts'
import { idList } from '../../database/read-column.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Facts } from '../coverage/facts.ts'
import type { Db } from '../world.ts'
import type { Modality } from './session-store.ts'

/** How many sessions each practice has, so that batches of practices can be cut to a size. */
export async function sessionCounts(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ practiceId: string; count: number }>`
    select practice_id as "practiceId", count(*) as count from sessions.session group by practice_id
  `.execute(db)
  return new Map(rows.map(({ practiceId, count }) => [practiceId, count]))
}

/** The planned sessions of a clinician with a client that nobody has confirmed yet, each with its date of service. */
export type PlannedSessions = {
  practiceId: string
  memberId: string
  personId: string
  modality: Modality
  sessions: { id: string; on: CalendarDate }[]
}

/** Whose sessions: practices with their zones, and the moment from which planned ones may still be confirmed. */
export type OfPractices = readonly { practiceId: string; timeZone: string; from: Instant }[]

/** Sessions of many practices that are planned and not confirmed, by clinician and client. */
export async function plannedUnconfirmed(db: Db, of: OfPractices): Promise<PlannedSessions[]> {
  // One row for each clinician and client, its sessions written one behind the other: a million rows would take longer
  // to read than to decide.
  const { rows } = await sql<Omit<PlannedSessions, 'sessions'> & { written: string }>`
    with ${plansOf(of, 'unconfirmed')}
    select planned.practice_id as "practiceId", planned.member_id as "memberId", planned.person_id as "personId",
      planned.modality,
      string_agg(planned.id::text || (planned.starts_at at time zone asked.zone)::date::text, '') as written
    from planned join unnest(${of.map(({ practiceId }) => practiceId)}::uuid[],
      ${of.map(({ timeZone }) => timeZone)}::text[], ${of.map(({ from }) => from)}::timestamptz[]
    ) as asked(practice_id, zone, since) on asked.practice_id = planned.practice_id
    where planned.starts_at >= asked.since
    group by planned.person_id, planned.member_id, planned.practice_id, planned.modality
  `.execute(db)
  // The database sorts them fastest by client; whoever tells some of them tells those of one practice together.
  return [...Map.groupBy(rows, ({ practiceId }) => practiceId).values()].flatMap((ofPractice) =>
    ofPractice.map(({ written, ...group }) => ({ ...group, sessions: sessionsIn(written) })),
  )
}

/**
 * The sessions of practices that stand, neither cancelled nor voided, as sessions.planned has them: whole sets are joined
 * here, where the view looks up each session's moves. Either those that nobody confirmed, or those in a table `latest` of
 * their confirmations, which the caller writes before.
 */
function plansOf(of: OfPractices, which: 'unconfirmed' | 'latest') {
  const ours = sql`practice_id = any(${idList(of.map(({ practiceId }) => practiceId))}::uuid[])`
  const among = (id: string) =>
    which === 'latest'
      ? sql`${ours} and (practice_id, ${sql.ref(id)}) in (select practice_id, session_id from latest)`
      : ours
  const confirmed = sql`union all select practice_id, session_id from sessions.confirmation where ${ours}`
  return sql`left_out as (
      select practice_id, session_id from sessions.cancellation where ${ours}
      union all select practice_id, session_id from sessions.void where ${ours}
      ${which === 'unconfirmed' ? confirmed : sql``}
    ), moved as (
      select distinct on (practice_id, session_id) practice_id, session_id, starts_at, modality
      from sessions.move where ${among('session_id')} order by practice_id, session_id, version desc
    ), handed as (
      select distinct on (practice_id, session_id) practice_id, session_id, member_id
      from sessions.move where ${among('session_id')} and member_id is not null
      order by practice_id, session_id, version desc
    ), standing as (
      select * from sessions.session
      where ${among('id')} and (practice_id, id) not in (select practice_id, session_id from left_out)
    ), planned as (
      select session.practice_id, session.id, coalesce(handed.member_id, session.member_id) as member_id,
        session.person_id, coalesce(moved.starts_at, session.starts_at) as starts_at,
        coalesce(moved.modality, session.modality) as modality
      from standing as session
      left join moved on moved.practice_id = session.practice_id and moved.session_id = session.id
      left join handed on handed.practice_id = session.practice_id and handed.session_id = session.id
    )`
}

const idLength = 36
const width = idLength + 'YYYY-MM-DD'.length

function sessionsIn(written: string): PlannedSessions['sessions'] {
  return Array.from({ length: written.length / width }, (_, index) => {
    const at = index * width
    return { id: written.slice(at, at + idLength), on: written.slice(at + idLength, at + width) as CalendarDate }
  })
}

export type ConfirmedUnbilled = {
  practiceId: string
  id: string
  memberId: string
  personId: string
  on: CalendarDate
  /** As confirmed: where the client was, and the crisis. */
  session: Facts['session']
}

/** Sessions of many practices that are confirmed and not locked, or locked and among those whose claims have not gone out. */
export async function confirmedUnbilled(
  db: Db,
  of: OfPractices,
  unbilled: readonly string[],
): Promise<ConfirmedUnbilled[]> {
  const { rows } = await sql<Omit<ConfirmedUnbilled, 'session'> & { confirmationId: string; facts: Uint8Array }>`
    with latest as (
      select distinct on (practice_id, session_id) practice_id, session_id, id, service_on, facts
      from sessions.confirmation where practice_id = any(${idList(of.map(({ practiceId }) => practiceId))}::uuid[])
        and (
          session_id = any(${idList(unbilled)}::uuid[]) or not exists (
            select from sessions.lock as lock
            where lock.practice_id = confirmation.practice_id and lock.session_id = confirmation.session_id
          )
        )
      order by practice_id, session_id, version desc
    ), ${plansOf(of, 'latest')}
    select planned.practice_id as "practiceId", planned.id, planned.member_id as "memberId",
      planned.person_id as "personId", latest.service_on as "on", latest.id as "confirmationId", latest.facts
    from latest join planned on planned.practice_id = latest.practice_id and planned.id = latest.session_id
  `.execute(db)
  return Promise.all(
    rows.map(async ({ confirmationId, facts, ...row }) => {
      const of = [row.practiceId, confirmationId]
      const { session } = await decryptJson<Facts>(db, 'sessions.confirmation.facts', of, facts)
      return { ...row, session }
    }),
  )
}
