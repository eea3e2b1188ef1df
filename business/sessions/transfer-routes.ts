import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { DecisionReply } from './describe-decision.ts'
import { previewTransfer, transferClient } from './transfer-client-flow.ts'

const Params = z.object({ practiceId: z.uuid(), personId: z.uuid() })
const Clinician = z.strictObject({ memberId: z.uuid(), name: z.string() })

const PreviewReply = z.strictObject({
  from: Clinician,
  to: Clinician,
  planName: z.string().nullable(),
  places: z.array(
    z.strictObject({
      kind: z.enum(['practice', 'client']),
      locationId: z.uuid(),
      label: z.string(),
      city: z.string().nullable(),
      state: z.string(),
      decision: DecisionReply,
    }),
  ),
  sessions: z.array(
    z.strictObject({
      sessionId: z.uuid(),
      startsAt: z.string(),
      endsAt: z.string(),
      conflicts: z.array(z.strictObject({ code: z.string(), isRefused: z.boolean(), words: z.string() })),
    }),
  ),
})
const TransferBody = z.strictObject({
  toMemberId: z.uuid(),
  fromMemberId: z.uuid().optional().describe('Whose list they leave, where they are on several'),
  leaveConflicting: z
    .boolean()
    .default(false)
    .describe('Sessions whose time the colleague has given away stay where they are, instead of stopping the whole'),
})
const TransferReply = z.strictObject({
  moved: z.int().describe('Sessions to come that went along'),
  left: z.int().describe('Sessions that stayed with the former clinician'),
})

const tags = ['clients']
const path = '/practices/:practiceId/clients/:personId'

/** GET …/transfer-preview and POST …/transfers: a client goes to a colleague, as one act. */
export const transferRoutes: Routes = async (app, world) => {
  const querystring = TransferBody.pick({ toMemberId: true, fromMemberId: true })
  const preview = { params: Params, querystring, response: { 200: PreviewReply } }
  app.get(
    `${path}/transfer-preview`,
    { schema: { tags, summary: 'Where a colleague could bill this client, and what their calendar says', ...preview } },
    async ({ db, who, params: { personId }, query }) => {
      const { from, billing, sessions } = await previewTransfer(db, world, who, { personId, ...query })
      return {
        from,
        to: billing.clinician,
        planName: billing.plan?.name ?? null,
        places: billing.places.map(({ address: _, worth: _worth, ...place }) => place),
        sessions: sessions.map(({ session, conflicts }) => ({
          sessionId: session.id,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          conflicts,
        })),
      }
    },
  )

  const made = { params: Params, body: TransferBody, response: { 201: TransferReply } }
  app.post(
    `${path}/transfers`,
    { schema: { tags, summary: 'Gives a client to a colleague with the sessions to come', ...made } },
    async ({ db, who, params: { personId }, body }, reply) =>
      reply.code(201).send(await transferClient(db, world, who, { personId, ...body })),
  )
}
