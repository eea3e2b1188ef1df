import { z } from 'zod'
import { networkName, stateName } from '../coverage/service-areas.ts'
import type { Routes } from '../routes.ts'
import { askForCredential, unansweredRequests } from './credential-request-flow.ts'
import type { CredentialRequest } from './credential-request-store.ts'

const Params = z.object({ practiceId: z.uuid() })
const Body = z.strictObject({
  memberId: z.uuid(),
  networkId: z.string().min(1).max(60),
  state: z.string().length(2),
  words: z.string().trim().max(500).nullable().default(null),
})
const Reply = z.strictObject({
  id: z.uuid(),
  memberId: z.uuid(),
  networkId: z.string(),
  networkName: z.string(),
  state: z.string(),
  stateName: z.string(),
  askedAt: z.string(),
})

const tags = ['insurance status']
const path = '/practices/:practiceId/credential-requests'

/** GET and POST …/credential-requests: what was asked of the operator, and asking for a credential in a state. */
export const credentialRequestRoutes: Routes = async (app, world) => {
  const listed = { params: Params, response: { 200: z.array(Reply) } }
  const summary = 'Credentials that were asked for and are not applied for yet'
  app.get(path, { schema: { tags, summary, ...listed } }, async ({ db, who }) => {
    const open = await unansweredRequests(db, who.practiceId)
    return open.filter(({ memberId }) => who.may.status === 'all' || memberId === who.memberId).map(replyOf)
  })
  const asked = { params: Params, body: Body, response: { 201: Reply } }
  app.post(path, { schema: { tags, summary: 'Asks for a credential', ...asked } }, async (request, reply) => {
    const words = request.body.words === '' ? null : request.body.words
    const made = await askForCredential(request.db, world, request.who, { ...request.body, words })
    return reply.code(201).send(replyOf(made))
  })
}

function replyOf({ id, memberId, networkId, state, askedAt }: CredentialRequest): z.infer<typeof Reply> {
  return { id, memberId, networkId, networkName: networkName(networkId), state, stateName: stateName(state), askedAt }
}
