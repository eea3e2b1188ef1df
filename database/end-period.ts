import type { Kysely } from 'kysely'
import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate, Period } from '../libraries/calendar/index.ts'
import { rangeText } from './read-column.ts'
import type { Database } from './schema.ts'

/** The tables of dated values whose periods may be ended ahead: see changeable-tables.ts. */
export type DatedTable =
  | 'sessions.time_limit'
  | 'charges.retry_rule'
  | 'contracts.pay_schedule'
  | 'contracts.plan'
  | 'contracts.payer_rate'
  | 'contracts.provider_rate'
  | 'remittances.absorption_deadline'
  | 'claims.answer_limit'

/**
 * Makes room for a value that begins on a day: the value in force on it ends there, and the new one lasts as long as that
 * one would have, or until the next one begins. Nothing of before that day changes. Null: another value begins that very day.
 */
export async function endPeriodAt(
  db: Kysely<Database>,
  table: DatedTable,
  key: RawBuilder<boolean>,
  from: CalendarDate,
): Promise<Period | null> {
  const { rows } = await sql<{ during: Period }>`
    select during from ${sql.table(table)} where ${key} and (during @> ${from}::date or lower(during) > ${from}::date)
    order by lower(during)
  `.execute(db)
  const periods = rows.map((row) => row.during)
  const current = periods.find((period) => period.from <= from)
  if (current?.from === from) return null
  const next = periods.find((period) => period.from > from)
  if (current === undefined) return { from, until: next?.from ?? null }
  await sql`
    update ${sql.table(table)} set during = ${rangeText({ from: current.from, until: from })}::daterange
    where ${key} and during = ${rangeText(current)}::daterange
  `.execute(db)
  return { from, until: current.until }
}
