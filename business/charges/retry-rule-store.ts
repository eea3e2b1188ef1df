import { sql } from 'kysely'
import { asOperations } from '../../database/act-as.ts'
import { rangeText } from '../../database/read-column.ts'
import { dateIn, type Period } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import type { RetryRule } from './next-attempt-at.ts'

/** The rule in force today; without one nothing is tried again. */
export async function retryRule(db: Db, world: World): Promise<RetryRule> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const row = await tx
      .selectFrom('charges.retry_rule')
      .select(['hours_between as hoursBetween', 'attempts_at_most as attemptsAtMost'])
      .where(sql<boolean>`during @> ${dateIn(now, world.zone)}::date`)
      .executeTakeFirst()
    return row ?? { hoursBetween: 0, attemptsAtMost: 1 }
  })
}

export async function recordRetryRule(
  db: Db,
  rule: RetryRule & { id: string; during: Period; source: string },
): Promise<void> {
  await db
    .insertInto('charges.retry_rule')
    .values({
      id: rule.id,
      hours_between: rule.hoursBetween,
      attempts_at_most: rule.attemptsAtMost,
      during: rangeText(rule.during),
      source: rule.source,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
