import { z } from 'zod'
import { instant } from '../../libraries/calendar/index.ts'
import type { Routes } from '../routes.ts'
import { ownSession } from '../sessions/index.ts'
import { answerRequest, requestsSeen } from './answer-request-flow.ts'

const Params = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })

const Request = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['cancel', 'move']),
  reason: z.string(),
  message: z.string().nullable().describe('In the client’s words'),
  proposed: z.array(z.string()),
  askedAt: z.string(),
  feeCents: z.int().describe('What the client was told that cancelling costs'),
  standing: z.enum(['open', 'accepted', 'declined', 'taken_back', 'started', 'moved', 'over']),
  became: z.string().nullable().describe('What became of it, in words; null while it waits'),
})

const AnswerBody = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('decline'), words: z.string().trim().min(1, 'Say why').max(500) }),
  z.strictObject({
    answer: z.literal('accept'),
    startsAt: z.iso.datetime({ offset: true }).nullable().describe('When you meet instead; null when it is called off'),
    feeCents: z.int().min(0).nullable().describe('Null: what the client was told; at most that; 0 waives it'),
    despite: z.array(z.string().max(40)).max(10).describe('The conflicts that you were told of and accept'),
  }),
])

const tags = ['cancellations']
const path = '/practices/:practiceId/sessions/:sessionId/change-requests'

/** GET …/change-requests of a session and POST …/:requestId/answers: what a client asks of a session to come. */
export const changeRequestRoutes: Routes = async (app, world) => {
  const seen = { params: Params, response: { 200: z.array(Request) } }
  app.get(path, { schema: { tags, summary: 'What the client asks of a session', ...seen } }, async (request) => {
    const session = await ownSession(request.db, request.who, request.params.sessionId)
    request.looksAt({ personId: session.personId })
    return requestsSeen(request.db, world, session)
  })

  const answered = {
    params: Params.extend({ requestId: z.uuid() }),
    body: AnswerBody,
    response: {
      201: z.strictObject({ standing: z.enum(['accepted', 'declined']), feeCents: z.int().nullable() }),
    },
  }
  const summary = 'Accept what the client asks, or decline it with words'
  app.post(`${path}/:requestId/answers`, { schema: { tags, summary, ...answered } }, async (request, reply) => {
    const { db, who, params, body } = request
    const session = await ownSession(db, who, params.sessionId, 'planning')
    request.looksAt({ personId: session.personId })
    const { requestId } = params
    const asked =
      body.answer === 'decline'
        ? { ...body, requestId }
        : { ...body, requestId, startsAt: body.startsAt === null ? null : instant(body.startsAt) }
    return reply.code(201).send(await answerRequest(db, world, who, session, asked))
  })
}
