import { asOperations } from '../../database/act-as.ts'
import { addHours } from '../../libraries/calendar/index.ts'
import type { Deed } from '../world.ts'
import { sealBooks, startOfHour } from './seal-store.ts'

/**
 * Every hour the postings since the last seal of each book are sealed. It has no moment of its own: people who go from
 * event to event should not stop at every full hour.
 */
export const sealLedger: Deed = {
  name: 'seal-books',
  givesWorkTo: 'nobody',
  restsUntil: (at) => addHours(startOfHour(at), 1),
  run: async (db, world) => {
    const now = world.clock.now()
    const sealed = await asOperations(db, { user: null, now }, (tx) => sealBooks(tx, now, startOfHour(now)))
    if (sealed > 0) world.witness('books-sealed')
    return sealed
  },
}
