import { z } from 'zod'
import { loginByVerifiedEmail } from '../clients/index.ts'
import { adminRequests, membersOf, practicesAll } from '../practices/index.ts'
import type { Routes } from '../routes.ts'
import { askForAccess, layBefore, requestsSeen } from './admin-request-flow.ts'

const RequestReply = z.strictObject({
  requests: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      practiceTold: z.string(),
      via: z.enum(['client_account', 'operator']),
      askedAt: z.string(),
      state: z.enum(['looking_for_practice', 'waits_for_owner', 'approved', 'declined']),
      practiceId: z.uuid().nullable(),
      practiceName: z.string().nullable(),
      hasAccount: z.boolean().describe('Whether an account with this verified address is there'),
    }),
  ),
  practices: z.array(z.strictObject({ practiceId: z.uuid(), name: z.string(), owners: z.array(z.string()) })),
})

const Entered = z.strictObject({
  name: z.string().trim().min(1, 'The name is missing').max(120),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address')),
  practiceTold: z.string().trim().min(1, 'Say which practice').max(200),
})

const tags = ['joining']
const path = '/operations/admin-requests'

/** The operator's side of requests for access to a practice's office. */
export const accessRoutes: Routes = async (app, world) => {
  const seen = { schema: { tags, summary: 'Requests for access', response: { 200: RequestReply } } }
  app.get(path, seen, async ({ db }) => {
    const requests = []
    for (const each of await requestsSeen(db)) {
      const hasAccount = each.via === 'client_account' || (await loginByVerifiedEmail(db, each.email)) !== null
      requests.push({ ...each, hasAccount })
    }
    const practices = []
    for (const { practiceId, name, kind } of await practicesAll(db)) {
      if (kind === 'operator') continue
      const owners = (await membersOf(db, practiceId)).filter(({ roles }) => roles.includes('owner'))
      practices.push({ practiceId, name, owners: owners.map((owner) => owner.name) })
    }
    return { requests, practices }
  })

  const made = z.strictObject({ requestId: z.uuid() })
  const entered = { schema: { tags, summary: 'Enter a request', body: Entered, response: { 201: made } } }
  app.post(path, entered, async (request, reply) => {
    const by = { userId: request.who.userId, via: 'operator' as const }
    return reply.code(201).send(await askForAccess(request.db, world, by, request.body))
  })

  const params = z.object({ requestId: z.uuid() })
  const body = z.strictObject({ practiceId: z.uuid() })
  const done = z.strictObject({ done: z.literal(true) })
  const laid = { schema: { tags, summary: 'Lay a request before the owner', params, body, response: { 201: done } } }
  app.post(`${path}/:requestId/approvals`, laid, async (request, reply) => {
    const { requestId } = request.params
    const asked = (await adminRequests(request.db)).find(({ id }) => id === requestId)
    const userId = asked === undefined ? null : await loginByVerifiedEmail(request.db, asked.email)
    await layBefore(request.db, world, request.who.userId, { ...request.body, requestId, userId })
    return reply.code(201).send({ done: true as const })
  })
}
