import { asOperations } from '../../database/act-as.ts'
import { earliest, type Instant } from '../../libraries/calendar/index.ts'
import { nextRemind, remind } from '../sessions/index.ts'
import type { Deed } from '../world.ts'
import { policyInWords } from './cancel-with-fee-flow.ts'
import { chargeDueShares } from './charge-flow.ts'
import { openCharges } from './charge-store.ts'
import { chargeFees, giveUpFees, nextGivenUp } from './fee-flow.ts'
import { nextAttemptAt } from './next-attempt-at.ts'
import { refundWhatIsDue } from './refund-flow.ts'
import { retryRule } from './retry-rule-store.ts'

export const chargeShares: Deed = {
  name: 'charge-due-shares',
  run: async (db, world) => chargeDueShares(db, world, await retryRule(db, world)),
  nextDue: async (db, world) => {
    const rule = await retryRule(db, world)
    const now = world.clock.now()
    const open = await asOperations(db, { user: null, now }, openCharges)
    // A charge of which nothing is owed any more stays due for ever: it must not hide what comes later.
    const moments = open
      .map((charge) => nextAttemptAt(charge, rule))
      .filter((at): at is Instant => at !== null && at > now)
    const [first, ...others] = moments
    return first === undefined ? null : earliest(first, ...others)
  },
}

export const askForFees: Deed = { name: 'charge-fees', run: chargeFees, workComesFrom: 'others' }

export const endUnpaidFees: Deed = { name: 'give-up-fees', run: giveUpFees, nextDue: nextGivenUp }

/** Reminders say what a cancellation costs, which this room knows. */
export const remindPeople: Deed = {
  name: 'send-reminders',
  run: (db, world) =>
    remind(db, world, (tx, practiceId, startsAt) => policyInWords(tx, world, { practiceId, startsAt })),
  nextDue: nextRemind,
  givesWorkTo: 'nobody',
}

export const refundClients: Deed = { name: 'refund-what-is-due', run: refundWhatIsDue, workComesFrom: 'others' }
