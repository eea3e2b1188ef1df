import { z } from 'zod'
import { operationsQueues } from '../business/payouts/operations-queues-flow.ts'
import type { Routes } from '../business/routes.ts'
import { addHours } from '../libraries/calendar/index.ts'
import { troublesSince } from './trouble-store.ts'

const Queue = z.strictObject({
  count: z.int(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})

const QueuesReply = z.record(z.string(), Queue).describe('By the name of the queue')

const hoursOfTroubles = 14 * 24

/** GET /operations/queues: what waits for the operator's people; the troubles of jobs are the house's own. */
export const operationsRoutes: Routes = async (app, world) => {
  const schema = { tags: ['operations'], summary: 'What waits, by queue', response: { 200: QueuesReply } }
  app.get('/operations/queues', { schema }, async (request) => {
    const since = addHours(world.clock.now(), -hoursOfTroubles)
    const troubles = await troublesSince(request.db, world.operator, since)
    const queues = {
      ...(await operationsQueues(request.db, world)),
      troubles: troubles.map(({ id: _, ...row }) => row),
    }
    return Object.fromEntries(Object.entries(queues).map(([name, rows]) => [name, { count: rows.length, rows }]))
  })
}
