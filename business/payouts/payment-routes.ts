import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { payments } from './payments-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })

const Dates = { payOn: z.string(), settlesOn: z.string().describe('The day the money arrives') }

const PaymentsReply = z.strictObject({
  upcoming: z.array(
    z.strictObject({
      ...Dates,
      sendsOn: z.string(),
      cents: z.int(),
      lines: z.int(),
      hold: z.string().nullable().describe('What it waits for, in words'),
    }),
  ),
  past: z.array(
    z.strictObject({
      ...Dates,
      payoutId: z.uuid(),
      cents: z.int(),
      state: z.enum(['sent', 'settled', 'returned']),
      lines: z.array(
        z.strictObject({
          sessionId: z.uuid().nullable(),
          clientName: z.string().nullable(),
          serviceOn: z.string().nullable(),
          words: z.string(),
          cents: z.int(),
        }),
      ),
    }),
  ),
})

/** GET /practices/:practiceId/payments: payouts to come and past, line by line. */
export const paymentRoutes: Routes = async (app, world) => {
  const schema = { tags: ['payments'], summary: 'Payouts', params: PracticeParams, response: { 200: PaymentsReply } }
  app.get('/practices/:practiceId/payments', { schema }, (request) => payments(request.db, world, request.who))
}
