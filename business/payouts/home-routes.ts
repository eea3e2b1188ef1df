import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { home } from './home-flow.ts'
import { SessionRowReply } from './session-page-routes.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })

const HomeReply = z.strictObject({
  now: z.string(),
  zone: z.string().describe('The operator’s zone'),
  toConfirm: z.array(
    SessionRowReply.extend({
      confirmBy: z.string().describe('The last day, in the operator’s zone'),
      paidIfConfirmedToday: z.string().describe('The day the money would arrive'),
    }),
  ),
  nextPayout: z.strictObject({ payOn: z.string(), settlesOn: z.string(), cents: z.int() }).nullable(),
  needsYou: z.array(z.strictObject({ kind: z.string(), words: z.string(), sessionId: z.uuid().nullable() })),
})

/** GET /practices/:practiceId/home: what waits today, and the next payout. */
export const homeRoutes: Routes = async (app, world) => {
  const schema = { tags: ['home'], summary: 'What needs you', params: PracticeParams, response: { 200: HomeReply } }
  app.get('/practices/:practiceId/home', { schema }, (request) => home(request.db, world, request.who))
}
