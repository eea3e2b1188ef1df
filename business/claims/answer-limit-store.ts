import { rangeText } from '../../database/read-column.ts'
import type { Period } from '../../libraries/calendar/index.ts'
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
