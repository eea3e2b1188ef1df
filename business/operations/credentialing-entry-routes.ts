import { z } from 'zod'
import { StaffChange } from '../credentialing/credentialing-change.ts'
import type { Routes } from '../routes.ts'
import { EffectReply, effectReply } from '../sessions/describe-effect.ts'
import { enterChange, knownNetworks, weighEntry } from './enter-credentialing-flow.ts'

const MemberParams = z.object({ practiceId: z.uuid(), memberId: z.uuid() })

/** An effect, or in words why the change may not be saved. */
export const WeighedReply = EffectReply.extend({
  refusal: z.strictObject({ code: z.string(), field: z.string(), words: z.string() }).nullable(),
})

const NetworkReply = z.strictObject({ id: z.string(), name: z.string(), contractStates: z.array(z.string()) })

/** What the operator's staff enter about a clinician: what it would turn around, and the entry itself. */
export const credentialingEntryRoutes: Routes = async (app, world) => {
  const tags = ['credentialing']
  const all = { tags, summary: 'The networks that a credential may be with', response: { 200: z.array(NetworkReply) } }
  app.get('/operations/networks', { schema: all }, ({ db }) => knownNetworks(db, world))

  const member = '/operations/practices/:practiceId/members/:memberId'
  app.post(
    `${member}/credentialing-effects`,
    {
      schema: {
        tags,
        summary: 'Which sessions a change of a clinician’s standing would turn around; nothing is recorded',
        params: MemberParams,
        body: z.strictObject({ change: StaffChange }),
        response: { 200: WeighedReply },
      },
    },
    async (request) => {
      const { effect, refusal } = await weighEntry(request.db, world, request.params, request.body.change)
      return { ...effectReply(effect), refusal }
    },
  )
  app.post(
    `${member}/credentialing-changes`,
    {
      schema: {
        tags,
        summary: 'Records a license, credential or exclusion of a clinician, or a change of one',
        params: MemberParams,
        body: z.strictObject({
          change: StaffChange,
          reason: z.string().trim().min(3).max(500),
          seen: z.int().min(0).describe('How many entries the page showed: another number is refused'),
        }),
        response: { 201: z.strictObject({ id: z.uuid(), effect: EffectReply }) },
      },
    },
    async (request, reply) => {
      const { id, effect } = await enterChange(request.db, world, request.who, request.params, request.body)
      return reply.code(201).send({ id, effect: effectReply(effect) })
    },
  )
}
