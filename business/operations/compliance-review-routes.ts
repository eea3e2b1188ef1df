import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { decideReview, reviewPage } from './compliance-review-flow.ts'

const Params = z.object({ practiceId: z.uuid(), reviewId: z.uuid() })
const Finding = z.enum(['in_order', 'follow_up'])
const Body = z.strictObject({ finding: Finding, words: z.string().max(2000).nullable().default(null) })

const Reply = z.strictObject({
  practiceId: z.uuid(),
  practice: z.string(),
  reviewId: z.uuid(),
  sessionId: z.uuid(),
  client: z.string(),
  clinician: z.string(),
  serviceOn: z.string(),
  startsAt: z.string(),
  stoppedAt: z.string(),
  stateName: z.string(),
  address: z.string().nullable(),
  codes: z.array(z.string()),
  openedAt: z.string(),
  record: z
    .strictObject({ risk: z.string(), intervention: z.string(), people: z.string(), disposition: z.string() })
    .nullable(),
  note: z.string().nullable(),
  decisions: z.array(
    z.strictObject({ finding: Finding, words: z.string().nullable(), at: z.string(), by: z.string() }),
  ),
})

/** GET /operations/compliance-reviews/:practiceId/:reviewId, POST …/decisions: a person looks at a crisis exception. */
export const complianceReviewRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const path = '/operations/compliance-reviews/:practiceId/:reviewId'
  const read = { tags, summary: 'What was written down of a crisis', params: Params, response: { 200: Reply } }
  app.get(path, { schema: read }, async (request) => {
    const { page, personId, reason } = await reviewPage(request.db, world, request.who, request.params)
    request.looksAt({ personId, sessionId: page.sessionId, reason })
    return page
  })
  const summary = 'Says that a crisis record is in order, or what must follow'
  const decided = { tags, summary, params: Params, body: Body, response: { 201: z.strictObject({ id: z.uuid() }) } }
  app.post(`${path}/decisions`, { schema: decided }, async (request, reply) => {
    const said = { ...request.params, ...request.body }
    const { id, personId, reason } = await decideReview(request.db, world, request.who, said)
    request.looksAt({ personId, reason })
    return reply.code(201).send({ id })
  })
}
