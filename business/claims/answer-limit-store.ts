import { sql } from 'kysely'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { AnswerLimit } from './limit-of.ts'

/** How long payers may take, and until when we may file or appeal: every limit in every period. */
export async function answerLimits(db: Db): Promise<(AnswerLimit & { source: string })[]> {
  const rows = await db.selectFrom('claims.answer_limit').selectAll().orderBy('payer_id').orderBy('name').execute()
  return rows.map(({ payer_id, name, days, during, source }) => ({
    ...during,
    payerId: payer_id,
    name: name as AnswerLimit['name'],
    days,
    source,
  }))
}

export async function recordAnswerLimit(db: Db, limit: AnswerLimit & Period & { source: string }): Promise<void> {
  await db
    .insertInto('claims.answer_limit')
    .values({
      payer_id: limit.payerId,
      name: limit.name,
      days: limit.days,
      during: rangeText(limit),
      source: limit.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A further limit from a day on; false when one begins that very day. */
export async function succeedAnswerLimit(
  db: Db,
  limit: Pick<AnswerLimit, 'payerId' | 'name' | 'days'> & { from: CalendarDate; source: string },
): Promise<boolean> {
  const key = sql<boolean>`payer_id = ${limit.payerId} and name = ${limit.name}`
  const during = await endPeriodAt(db, 'claims.answer_limit', key, limit.from)
  if (during === null) return false
  const { payerId, name, days, source } = limit
  await recordAnswerLimit(db, { ...during, payerId, name, days, source })
  return true
}
