import { addMonths, calendarDate, dateIn } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import { type NetworkFigures, networkFigures } from './network-figures.ts'
import { billedSessions, transfersOfBilledSessions } from './network-report-store.ts'

/** The network's figures of the twelve months before this one, as the books stand; for anyone to read. */
export async function figuresOfNetwork(db: Db, world: World): Promise<NetworkFigures> {
  const today = dateIn(world.clock.now(), world.zone)
  const until = calendarDate(`${today.slice(0, 8)}01`)
  const period = { from: addMonths(until, -12), until }
  const counted = await billedSessions(db, period)
  return networkFigures(period, counted, await transfersOfBilledSessions(db, period))
}
