import { asOperations } from '../../database/act-as.ts'
import { addHours, dateIn } from '../../libraries/calendar/index.ts'
import type { Db, Deed, World } from '../world.ts'
import { deletionDaysOn } from './deletion-rule-store.ts'
import {
  deletionEvents,
  deletionRequests,
  forgetSentLetters,
  keptRecords,
  recordDeletionEvent,
} from './deletion-store.ts'

/** The address goes from last letters some days after they left, and what no law keeps any more is proposed for deletion. */
export const endKeptRecords: Deed = {
  name: 'end-kept-records',
  run: (db, world) =>
    asOperations(db, { user: null, now: world.clock.now() }, async (tx) => {
      const at = world.clock.now()
      const days = await deletionDaysOn(tx, 'letter_days', dateIn(at, world.zone))
      const letters = await forgetSentLetters(tx, { before: addHours(at, -24 * days), at })
      return letters + (await proposeFinal(tx, world))
    }),
}

async function proposeFinal(db: Db, world: World): Promise<number> {
  const events = await deletionEvents(db)
  const carriedOut = new Set(events.flatMap(({ kind, requestId }) => (kind === 'carried_out' ? [requestId] : [])))
  if (carriedOut.size === 0) return 0
  const proposed = new Set(events.flatMap(({ kind, requestId }) => (kind === 'final_proposed' ? [requestId] : [])))
  const at = world.clock.now()
  const on = dateIn(at, world.zone)
  const kept = Map.groupBy(await keptRecords(db), ({ requestId }) => requestId)
  let did = 0
  for (const request of await deletionRequests(db)) {
    const own = kept.get(request.id) ?? []
    const isDue = carriedOut.has(request.id) && !proposed.has(request.id) && own.every(({ until }) => until <= on)
    if (!isDue) continue
    const words = 'The last day by which the law has anything of this kept has passed.'
    const event = { kind: 'final_proposed' as const, words, at, by: null, operator: world.operator }
    if (await recordDeletionEvent(db, request, event)) did += 1
  }
  return did
}
