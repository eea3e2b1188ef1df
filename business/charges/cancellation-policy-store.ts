import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type WindowHours = 24 | 48

/** What a practice asks of a client who cancels within the window, or does not come, for sessions from a day on. */
export type CancellationPolicy = {
  id: string
  startsOn: CalendarDate
  windowHours: WindowHours
  late: Cents
  noShow: Cents
  recordedAt: Instant
  recordedBy: string
}

/** The operator's rule about fees: what is offered, the most that may be asked, and the days that count. */
export type CancellationRule = {
  windowHours: WindowHours
  late: Cents
  noShow: Cents
  most: Cents
  noticeDays: number
  giveUpDays: number
}

/** The policies of a practice, the earliest first; of those that start on one day the one recorded last counts. */
export async function cancellationPolicies(db: Db, practiceId: string): Promise<CancellationPolicy[]> {
  const rows = await db
    .selectFrom('charges.cancellation_policy')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('starts_on')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    startsOn: row.starts_on,
    windowHours: row.window_hours as WindowHours,
    late: cents(row.late_cents),
    noShow: cents(row.no_show_cents),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}

export async function recordCancellationPolicy(db: Db, practiceId: string, policy: CancellationPolicy): Promise<void> {
  await db
    .insertInto('charges.cancellation_policy')
    .values({
      practice_id: practiceId,
      id: policy.id,
      starts_on: policy.startsOn,
      window_hours: policy.windowHours,
      late_cents: policy.late,
      no_show_cents: policy.noShow,
      recorded_at: policy.recordedAt,
      recorded_by: policy.recordedBy,
    })
    .execute()
}

/** The operator's rule in force on a day; null where none is, and then nobody may ask a fee. */
export async function cancellationRule(db: Db, on: CalendarDate): Promise<CancellationRule | null> {
  const row = await db
    .selectFrom('charges.cancellation_rule')
    .selectAll()
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    windowHours: row.window_hours as WindowHours,
    late: cents(row.late_cents),
    noShow: cents(row.no_show_cents),
    most: cents(row.most_cents),
    noticeDays: row.notice_days,
    giveUpDays: row.give_up_days,
  }
}

export async function recordCancellationRule(
  db: Db,
  rule: CancellationRule & { id: string; during: Period; source: string },
): Promise<void> {
  await db
    .insertInto('charges.cancellation_rule')
    .values({
      id: rule.id,
      window_hours: rule.windowHours,
      late_cents: rule.late,
      no_show_cents: rule.noShow,
      most_cents: rule.most,
      notice_days: rule.noticeDays,
      give_up_days: rule.giveUpDays,
      during: rangeText(rule.during),
      source: rule.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
