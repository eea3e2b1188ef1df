import { z } from 'zod'
import type { CredentialingChange } from '../credentialing/apply-change.ts'
import { OwnChange } from '../credentialing/credentialing-change.ts'
import { virtualNetworksOn } from '../credentialing/index.ts'
import type { Routes } from '../routes.ts'
import type { Db } from '../world.ts'
import { changeEffect } from './change-effect-flow.ts'
import { EffectReply, effectReply } from './describe-effect.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })

/** POST …/credentialing-effects: what opting in to a virtual network, or out of it, would do to one's own sessions. */
export const credentialingEffectRoutes: Routes = async (app, world) => {
  app.post(
    '/practices/:practiceId/credentialing-effects',
    {
      schema: {
        tags: ['credentialing'],
        summary: 'Which sessions a change of one’s own virtual networks would turn around; nothing is recorded',
        params: PracticeParams,
        body: z.strictObject({ change: OwnChange }),
        response: { 200: EffectReply },
      },
    },
    async (request) => {
      const change = await withLead(request.db, request.body.change)
      const { practiceId, memberId } = request.who
      return effectReply(await changeEffect(request.db, world, { practiceId, memberId }, change))
    },
  )
}

async function withLead(db: Db, change: z.infer<typeof OwnChange>): Promise<CredentialingChange> {
  if (change.kind === 'opt_out') return change
  const offered = await virtualNetworksOn(db, change.from)
  const network = offered.find(({ networkId, state }) => networkId === change.networkId && state === change.state)
  return { ...change, leadDays: network?.leadDays ?? 0 }
}
