import { z } from 'zod'
import { memberById } from '../practices/index.ts'
import type { Routes } from '../routes.ts'
import { noSuchMember } from './add-member-flow.ts'
import { removeProvider } from './change-team-flow.ts'
import { removalOf } from './removal-flow.ts'
import { askForRemoval, openRequest, removalsSeen } from './removal-requests-flow.ts'
import { sayBarrier } from './say-barrier.ts'

const MemberParams = z.object({ practiceId: z.uuid(), memberId: z.uuid() })
const Day = z.string().describe('YYYY-MM-DD')
const Done = z.strictObject({ done: z.literal(true) })
const Reason = z.string().trim().min(1, 'Say why').max(500)

const RemovalReply = z.strictObject({
  outcome: z.enum(['possible', 'not_yet']),
  because: z.array(
    z.strictObject({ reason: z.string(), words: z.string(), until: Day.nullable().describe('Not known: null') }),
  ),
  possibleOn: Day.nullable(),
  request: z
    .strictObject({ reason: z.string().nullable(), askedAt: z.string() })
    .nullable()
    .describe('It was asked for before it was possible'),
})

const Listed = z.strictObject({
  practiceId: z.uuid(),
  practiceName: z.string(),
  memberId: z.uuid(),
  name: z.string(),
  state: z.enum(['not_yet', 'possible', 'removed']),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  askedAt: z.string(),
  because: z.array(z.string()),
  possibleOn: Day.nullable(),
})

const tags = ['team']
const path = '/practices/:practiceId/team/:memberId'

/** How a provider leaves for good: whether it is possible, asking ahead, the deactivation form, and the operator's view. */
export const removalRoutes: Routes = async (app, world) => {
  const asked = { params: MemberParams, response: { 200: RemovalReply } }
  const ask = { schema: { tags, summary: 'Whether a provider can be removed for good', ...asked } }
  app.get(`${path}/removal`, ask, async ({ db, who, params }) => {
    if ((await memberById(db, who.practiceId, params.memberId)) === null) throw noSuchMember()
    const removal = await removalOf(db, world, who.practiceId, params.memberId)
    const open = await openRequest(db, who.practiceId, params.memberId)
    const request = open === null ? null : { reason: open.reason, askedAt: open.at }
    if (removal.outcome === 'possible') return { outcome: removal.outcome, because: [], possibleOn: null, request }
    const because = removal.because.map((each) => ({ reason: each.reason, words: sayBarrier(each), until: each.until }))
    return { outcome: removal.outcome, because, possibleOn: removal.possibleOn, request }
  })

  const form = z.strictObject({ name: z.string().max(160), reason: Reason })
  const removal = {
    schema: { tags, summary: 'The deactivation form', params: MemberParams, body: form, response: { 201: Done } },
  }
  app.post(`${path}/removals`, removal, async (request, reply) => {
    await removeProvider(request.db, world, request.who, { ...request.body, memberId: request.params.memberId })
    return reply.code(201).send({ done: true as const })
  })

  const ahead = z.discriminatedUnion('deed', [
    z.strictObject({ deed: z.literal('asked'), reason: Reason }),
    z.strictObject({ deed: z.literal('taken_back') }),
  ])
  const summary = 'Ask for a removal before it is possible, or take that back'
  const request = { schema: { tags, summary, params: MemberParams, body: ahead, response: { 201: Done } } }
  app.post(`${path}/removal-requests`, request, async ({ db, who, params: { memberId }, body }, reply) => {
    const reason = body.deed === 'asked' ? body.reason : null
    await askForRemoval(db, world, who, { memberId, deed: body.deed, reason })
    return reply.code(201).send({ done: true as const })
  })

  const listed = { tags, summary: 'Removals asked for and done, and why one is not possible yet' }
  app.get('/operations/removals', { schema: { ...listed, response: { 200: z.array(Listed) } } }, ({ db }) =>
    removalsSeen(db, world, { done: true }),
  )
}
