import { z } from 'zod'
import { instant } from '../../libraries/calendar/index.ts'
import type { Routes } from '../routes.ts'
import { changeReasons } from '../sessions/change-reasons.ts'
import { askForChange, takeBack, timesFor } from './ask-change-flow.ts'

const Params = z.object({ personId: z.uuid(), sessionId: z.uuid() })
const Moment = z.iso.datetime({ offset: true })

const Body = z.strictObject({
  version: z.int().min(1).describe('The version of the plan that you saw'),
  kind: z.enum(['cancel', 'move']),
  reason: z.enum(changeReasons),
  message: z.string().trim().min(1).max(500).nullable(),
  proposed: z.array(Moment).max(3).describe('Times of the free ones; none: your message says when you can'),
  feeCents: z.int().min(0).describe('What you were told that cancelling costs'),
})

const tags = ['your visits']
const path = '/clients/:personId/appointments/:sessionId'

/** A client asks to call an appointment off or to move it: the times that are free, the request, and taking it back. */
export const changeRoutes: Routes = async (app, world) => {
  const free = {
    params: Params,
    response: { 200: z.strictObject({ times: z.array(z.string()), zone: z.string(), minutes: z.int() }) },
  }
  const times = { schema: { tags, summary: 'When you could meet instead', ...free } }
  app.get(`${path}/free-times`, times, (request) => timesFor(request.db, world, request.params.sessionId))

  const asked = { params: Params, body: Body, response: { 201: z.strictObject({ id: z.uuid() }) } }
  const ask = { schema: { tags, summary: 'Ask to call it off or to move it', ...asked } }
  app.post(`${path}/change-requests`, ask, async (request, reply) => {
    const { db, client, body, params } = request
    const proposed = [...new Set(body.proposed.map((text) => instant(text)))]
    return reply.code(201).send(await askForChange(db, world, client, params.sessionId, { ...body, proposed }))
  })

  const taken = {
    params: Params.extend({ requestId: z.uuid() }),
    body: z.strictObject({}),
    response: { 201: z.strictObject({ takenBack: z.literal(true) }) },
  }
  const back = { schema: { tags, summary: 'Take your question back', ...taken } }
  app.post(`${path}/change-requests/:requestId/withdrawals`, back, async (request, reply) => {
    await takeBack(request.db, world, request.client, request.params)
    return reply.code(201).send({ takenBack: true as const })
  })
}
