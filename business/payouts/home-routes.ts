import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { home } from './home-flow.ts'
import { SessionRowReply } from './session-page-routes.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })

const HomeQuery = z.strictObject({ clinician: z.uuid().optional().describe('One clinician of a group; else everyone') })

const Readiness = z.strictObject({
  insurance: z.boolean(),
  forms: z.boolean(),
  paymentMethod: z.boolean(),
  coverage: z.enum(['active', 'inactive', 'unverified', 'asked_again', 'none']),
  email: z.boolean(),
})

const HomeReply = z.strictObject({
  now: z.string(),
  zone: z.string().describe('The operator’s zone'),
  toConfirm: z.array(
    SessionRowReply.extend({
      confirmBy: z.string().describe('The last day, in the operator’s zone'),
      paidIfConfirmedToday: z.string().describe('The day the money would arrive'),
      lastPaidCents: z.int().nullable().describe('What the last session with this client was paid'),
    }),
  ),
  nextPayout: z.strictObject({ payOn: z.string(), settlesOn: z.string(), cents: z.int(), lines: z.int() }).nullable(),
  thisWindow: z
    .strictObject({ settlesOn: z.string(), cents: z.int(), lines: z.int() })
    .nullable()
    .describe('The payout that sessions confirmed today go into, as it stands'),
  accountEnds: z.string().nullable().describe('The last four digits of the account it goes to'),
  today: z.array(
    SessionRowReply.extend({
      joinUrl: z.string().nullable().describe('The room of a virtual session that is not over'),
    }),
  ),
  needsYou: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string(),
      words: z.string(),
      sessionId: z.uuid().nullable(),
      personId: z.uuid().nullable(),
      lacks: z.array(z.string()),
      readiness: Readiness.nullable(),
      startsAt: z.string().nullable(),
    }),
  ),
})

/** GET /practices/:practiceId/home: what waits today, and the next payout. */
export const homeRoutes: Routes = async (app, world) => {
  const asked = { params: PracticeParams, querystring: HomeQuery, response: { 200: HomeReply } }
  app.get(
    '/practices/:practiceId/home',
    { schema: { tags: ['home'], summary: 'What needs you', ...asked } },
    (request) => home(request.db, world, request.who, request.query.clinician),
  )
}
