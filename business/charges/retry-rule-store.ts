import { sql } from 'kysely'
import { asOperations } from '../../database/act-as.ts'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import { type CalendarDate, dateIn, type Period } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import type { RetryRule } from './next-attempt-at.ts'

/** The rule in force today; without one nothing is tried again. */
export async function retryRule(db: Db, world: World): Promise<RetryRule> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, (tx) => retryRuleOn(tx, dateIn(now, world.zone)))
}

/** The rule in force on a day; without one nothing is tried again. */
export async function retryRuleOn(db: Db, on: CalendarDate): Promise<RetryRule> {
  const row = await db
    .selectFrom('charges.retry_rule')
    .select(['hours_between as hoursBetween', 'attempts_at_most as attemptsAtMost'])
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  return row ?? { hoursBetween: 0, attemptsAtMost: 1 }
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

/** Every retry rule in its period. */
export async function retryRules(db: Db): Promise<(RetryRule & Period & { source: string })[]> {
  const rows = await db
    .selectFrom('charges.retry_rule')
    .select(['hours_between as hoursBetween', 'attempts_at_most as attemptsAtMost', 'during', 'source'])
    .execute()
  return rows.map(({ during, ...rule }) => ({ ...during, ...rule }))
}

/** A further retry rule from a day on; false when one begins that very day. */
export async function succeedRetryRule(
  db: Db,
  rule: RetryRule & { id: string; from: CalendarDate; source: string },
): Promise<boolean> {
  const during = await endPeriodAt(db, 'charges.retry_rule', sql<boolean>`true`, rule.from)
  if (during === null) return false
  await recordRetryRule(db, { ...rule, during })
  return true
}
