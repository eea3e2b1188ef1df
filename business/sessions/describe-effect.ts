import { z } from 'zod'
import type { ChangeEffect } from './change-effect-flow.ts'
import { BriefDecisionReply as Brief, briefDecision } from './describe-decision.ts'

export const EffectReply = z.strictObject({
  looked: z.int().describe('How many sessions were asked again'),
  count: z.int().describe('How many turn; of a whole network only the first are listed'),
  turned: z.array(
    z.strictObject({
      sessionId: z.uuid(),
      clinicianName: z.string(),
      clientName: z.string(),
      serviceOn: z.string(),
      isConfirmed: z.boolean(),
      before: Brief,
      after: Brief,
      heldBefore: z.string().nullable().describe('Until when its claim is held; null where nobody knows, or it is not'),
      heldAfter: z.string().nullable(),
    }),
  ),
})

/** The effect of a change without the traces of its decisions. */
export function effectReply({
  looked,
  turned,
  count = turned.length,
}: ChangeEffect & { count?: number }): z.infer<typeof EffectReply> {
  return {
    looked,
    count,
    turned: turned.map((one) => ({ ...one, before: briefDecision(one.before), after: briefDecision(one.after) })),
  }
}
