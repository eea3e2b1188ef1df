import { sql } from 'kysely'
import { asOperations } from '../../database/act-as.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
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
