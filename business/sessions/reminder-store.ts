import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { ReminderRule } from './reminder-due.ts'
import type { Modality } from './session-store.ts'

export async function reminderRules(db: Db, on: CalendarDate): Promise<ReminderRule[]> {
  const rows = await db
    .selectFrom('sessions.reminder_rule')
    .select(['id', 'audience', 'hours'])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('audience')
    .orderBy('hours')
    .execute()
  return rows.map((row) => ({ ...row, audience: row.audience as ReminderRule['audience'] }))
}

export async function recordReminderRule(
  db: Db,
  { during, ...rule }: ReminderRule & { during: Period; source: string },
): Promise<void> {
  await db
    .insertInto('sessions.reminder_rule')
    .values({ ...rule, during: rangeText(during) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Open = {
  practiceId: string
  id: string
  memberId: string
  personId: string
  startsAt: Instant
  endsAt: Instant
  modality: Modality
  version: number
  plannedAt: Instant
}

/** Sessions of all practices that start between two moments and still stand to be held or confirmed. */
export async function openBetween(db: Db, { from, until }: { from: Instant; until: Instant | null }): Promise<Open[]> {
  const rows = await db
    .selectFrom('sessions.planned as planned')
    .select([
      'practice_id as practiceId',
      'id',
      'member_id as memberId',
      'person_id as personId',
      'modality',
      'version',
    ])
    .select(['starts_at as startsAt', 'ends_at as endsAt', 'planned_at as plannedAt'])
    .where('starts_at', '>', from)
    .$if(until !== null, (query) => query.where('starts_at', '<', until as Instant))
    // The same by the times as they were planned first and moved to, so that only these sessions need be looked into.
    .where(
      sql<boolean>`planned.id in (
        select id from sessions.session where starts_at > ${from} and starts_at < coalesce(${until}::timestamptz, 'infinity')
        union all
        select session_id from sessions.move where starts_at > ${from} and starts_at < coalesce(${until}::timestamptz, 'infinity'))`,
    )
    .where('cancellation_kind', 'is', null)
    .where(
      sql<boolean>`not exists (select from sessions.confirmation as confirmation
        where confirmation.practice_id = planned.practice_id and confirmation.session_id = planned.id)`,
    )
    .where(
      sql<boolean>`not exists (select from sessions.void as void
        where void.practice_id = planned.practice_id and void.session_id = planned.id)`,
    )
    .orderBy('starts_at')
    .orderBy('id')
    .$if(until === null, (query) => query.limit(1))
    .execute()
  return rows as Open[]
}

/** Writes down that a letter is sent; false when it was before. */
export async function recordReminder(
  db: Db,
  { practiceId, id, version }: Open,
  { ruleId, mailId, at }: { ruleId: string; mailId: string; at: Instant },
): Promise<boolean> {
  const row = await db
    .insertInto('sessions.reminder')
    .values({ practice_id: practiceId, session_id: id, rule_id: ruleId, version, mail_id: mailId, at })
    .onConflict((conflict) => conflict.columns(['practice_id', 'session_id', 'rule_id', 'version']).doNothing())
    .returning('mail_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The letters that were sent about these sessions, as `session rule version`. */
export async function remindersOf(db: Db, sessionIds: readonly string[]): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('sessions.reminder')
    .select(['session_id', 'rule_id', 'version'])
    .where(sql<boolean>`session_id = any(${[...sessionIds]}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => `${row.session_id} ${row.rule_id} ${row.version}`))
}
