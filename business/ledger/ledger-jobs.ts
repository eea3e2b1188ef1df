import { asOperations } from '../../database/act-as.ts'
import type { Deed } from '../world.ts'
import { nextSealDue, sealBooks, startOfHour } from './seal-store.ts'

/** Every hour the postings since the last seal of each book are sealed. */
export const sealLedger: Deed = {
  name: 'seal-books',
  run: (db, world) => {
    const now = world.clock.now()
    return asOperations(db, { user: null, now }, (tx) => sealBooks(tx, now, startOfHour(now)))
  },
  nextDue: (db, world) => asOperations(db, { user: null, now: world.clock.now() }, nextSealDue),
}
