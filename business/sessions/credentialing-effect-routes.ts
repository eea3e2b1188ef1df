import { z } from 'zod'
import type { CredentialingChange } from '../credentialing/apply-change.ts'
import { OwnChange, StaffChange } from '../credentialing/credentialing-change.ts'
import { recordChange, virtualNetworksOn } from '../credentialing/index.ts'
import type { Routes } from '../routes.ts'
import type { Db } from '../world.ts'
import { changeEffect } from './change-effect-flow.ts'
import { BriefDecisionReply as Brief, briefDecision } from './describe-decision.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const MemberParams = PracticeParams.extend({ memberId: z.uuid() })

const EffectReply = z.strictObject({
  looked: z.int().describe('How many sessions were asked again'),
  turned: z.array(
    z.strictObject({
      sessionId: z.uuid(),
      clientName: z.string(),
      serviceOn: z.string(),
      isConfirmed: z.boolean(),
      before: Brief,
      after: Brief,
    }),
  ),
})

const tags = ['credentialing']

/** What a change of what a clinician holds would do, and recording it: by the operator's staff, and for virtual networks by themselves. */
export const credentialingEffectRoutes: Routes = async (app, world) => {
  const practice = '/practices/:practiceId'
  app.post(
    `${practice}/credentialing-effects`,
    {
      schema: {
        tags,
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
  const member = '/operations/practices/:practiceId/members/:memberId'
  app.post(
    `${member}/credentialing-effects`,
    {
      schema: {
        tags,
        summary: 'Which sessions a change of a clinician’s standing would turn around; nothing is recorded',
        params: MemberParams,
        body: z.strictObject({ change: StaffChange }),
        response: { 200: EffectReply },
      },
    },
    async (request) => effectReply(await changeEffect(request.db, world, request.params, request.body.change)),
  )
  app.post(
    `${member}/credentialing-changes`,
    {
      schema: {
        tags,
        summary: 'Records a license, credential or exclusion of a clinician, or a change of one',
        params: MemberParams,
        body: z.strictObject({ change: StaffChange, reason: z.string().trim().min(3).max(500) }),
        response: { 201: z.strictObject({ id: z.uuid(), effect: EffectReply }) },
      },
    },
    async (request, reply) => {
      const { change } = request.body
      const effect = effectReply(await changeEffect(request.db, world, request.params, change))
      const { id } = await recordChange(request.db, world, request.who, request.params, request.body)
      return reply.code(201).send({ id, effect })
    },
  )
}

async function withLead(db: Db, change: z.infer<typeof OwnChange>): Promise<CredentialingChange> {
  if (change.kind === 'opt_out') return change
  const offered = await virtualNetworksOn(db, change.from)
  const network = offered.find(({ networkId, state }) => networkId === change.networkId && state === change.state)
  return { ...change, leadDays: network?.leadDays ?? 0 }
}

function effectReply({ looked, turned }: Awaited<ReturnType<typeof changeEffect>>): z.infer<typeof EffectReply> {
  return {
    looked,
    turned: turned.map((one) => ({ ...one, before: briefDecision(one.before), after: briefDecision(one.after) })),
  }
}
