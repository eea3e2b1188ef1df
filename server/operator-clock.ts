import type { Clock, Db } from '../business/world.ts'
import { type Instant, instant } from '../libraries/calendar/index.ts'

/** The machine's own clock, for production. */
export const machineClock: Clock = { now: () => instant(new Date().toISOString()) }

/** For commands: the moment at which a demonstration's clock stands, or the machine's clock where there is none. */
export async function clockAsItStands(operations: Db): Promise<Clock> {
  const standing = await operations.selectFrom('house.clock').select('stands_at').executeTakeFirst()
  return standing === undefined ? machineClock : { now: () => standing.stands_at }
}

/** A clock that stands still until somebody moves it, kept in the one row of house.clock. */
export type StandingClock = Clock & {
  /** Moves the clock forward and keeps it; going back is refused. */
  moveTo(moment: Instant): Promise<void>
}

/** The moment at which a demonstration begins: 8 April 2026, 18:00 in New York. */
export const demonstrationBegins = instant('2026-04-08T18:00:00-04:00')

/** Opens the demonstration's clock where it stood last; the first time at `begins`. */
export async function openStandingClock(operations: Db, begins: Instant): Promise<StandingClock> {
  await operations
    .insertInto('house.clock')
    .values({ stands_at: begins })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { stands_at } = await operations.selectFrom('house.clock').select('stands_at').executeTakeFirstOrThrow()
  let standsAt = stands_at
  return {
    now: () => standsAt,
    async moveTo(moment) {
      if (moment < standsAt) throw new RangeError(`the clock stands at ${standsAt} and does not go back to ${moment}`)
      await operations.updateTable('house.clock').set({ stands_at: moment }).where('stands_at', '<=', moment).execute()
      standsAt = moment
    },
  }
}
