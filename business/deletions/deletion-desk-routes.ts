import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { answerDeletion, carryOut, deletionCase, deletionCases } from './answer-deletion-flow.ts'
import { BarrierReply, barrierReply, LineReply, lineReply, states } from './deletion-replies.ts'
import type { DeletionRequest } from './deletion-store.ts'

const deeds = [
  'withdrawn',
  'approved',
  'declined',
  'carried_out',
  'final_proposed',
  'final_approved',
  'final_declined',
  'final_carried_out',
] as const

const Listed = z.strictObject({
  id: z.uuid(),
  subject: z.enum(['client', 'member']),
  name: z.string(),
  practiceName: z.string().nullable(),
  askedAt: z.string(),
  answerBy: z.string().describe('YYYY-MM-DD'),
  state: z.enum(states),
  movedAt: z.string(),
  keptUntil: z.string().nullable(),
})
const Seen = Listed.extend({
  words: z.string().nullable(),
  lines: z.array(LineReply),
  barriers: z.array(BarrierReply),
  kept: z.array(z.strictObject({ record: z.string(), until: z.string(), source: z.string(), certainty: z.string() })),
  tombstones: z.array(
    z.strictObject({ phase: z.enum(['now', 'final']), subject: z.string(), count: z.int(), at: z.string() }),
  ),
  events: z.array(
    z.strictObject({
      kind: z.enum(deeds),
      words: z.string().nullable(),
      at: z.string(),
      by: z.string().nullable().describe('Null: the house, or whoever asked'),
    }),
  ),
  next: z.array(z.enum(deeds)),
  mayCarryOut: z.boolean().describe('Another person than the one who asks has approved it'),
})

const Params = z.object({ requestId: z.uuid() })
const Answer = z.strictObject({
  answer: z.enum(['approved', 'declined']),
  words: z.string().trim().min(1).max(1000).nullable().default(null),
})
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['deletion']
const path = '/operations/deletion-requests'

/** The operator's side: what waits, by when it is answered, who said yes, and the second person who carries it out. */
export const deletionDeskRoutes: Routes = async (app, world) => {
  const listed = { schema: { tags, summary: 'Requests for deletion', response: { 200: z.array(Listed) } } }
  app.get(path, listed, ({ db }) => deletionCases(db, world))

  const seen = { schema: { tags, summary: 'A request for deletion', params: Params, response: { 200: Seen } } }
  app.get(`${path}/:requestId`, seen, async (request) => {
    const { requestId: id } = request.params
    const found = await deletionCase(request.db, world, { id, userId: request.who.userId })
    audited(request, found.request, found.practices)
    const { lines, barriers, kept, events, next, ...page } = found.page
    return {
      ...page,
      lines: lines.map(lineReply),
      barriers: barriers.map(barrierReply),
      kept: kept.map(({ requestId: _, ...each }) => each),
      events: events.map(({ requestId: _, ...each }) => each),
      next: [...next],
    }
  })

  const answered = { tags, summary: 'Yes or no', params: Params, body: Answer, response: { 201: Done } }
  app.post(`${path}/:requestId/answers`, { schema: answered }, async (request, reply) => {
    const said = { id: request.params.requestId, ...request.body }
    const about = await answerDeletion(request.db, world, request.who.userId, said)
    audited(request, about, [])
    return reply.code(201).send({ done: true as const })
  })

  const done = { tags, summary: 'Carry it out, as the second person', params: Params, response: { 201: Done } }
  app.post(`${path}/:requestId/carryings-out`, { schema: done }, async (request, reply) => {
    const carried = await carryOut(request.db, world, request.who.userId, request.params.requestId)
    audited(request, carried.request, carried.practices)
    return reply.code(201).send({ done: true as const })
  })
}

// A look and a deed stand in the audit of each practice that has the client, and in the operator's own.
function audited(request: FastifyRequest, about: DeletionRequest, practices: readonly string[]): void {
  const reason = 'A request for deletion'
  if (about.subject === 'member') {
    request.looksAt({ reason, practiceId: about.practiceId })
    return
  }
  request.looksAt({ personId: about.personId, reason })
  for (const practiceId of practices) request.looksAt({ personId: about.personId, reason, practiceId })
}
