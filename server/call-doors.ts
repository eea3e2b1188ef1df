import { z } from 'zod'
import { callSeen, changeOwnCall, ownCallFile } from '../business/joining/change-call-flow.ts'
import { type Api, Refusal } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { type Instant, instant } from '../libraries/calendar/index.ts'
import { tickSoon } from './jobs.ts'

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not whole')
const CallReply = z.strictObject({
  state: z.enum(['stands', 'held_beside', 'none_booked']),
  givenName: z.string(),
  consultant: z.string().nullable(),
  callAt: z.string().nullable(),
  standsAt: z.string().nullable().describe('The call beside which this one is held'),
  zone: z.string(),
  slots: z.array(z.string().describe('UTC')),
})
const tags = ['joining']

/** An applicant's own call, by the link of a letter that is good for it alone: seen, moved, called off, put into a calendar. */
export function callDoors(app: Api, { operations, world }: { operations: Db; world: World }): void {
  const act = <T>(deed: (db: Db) => Promise<T>) =>
    asOperations(operations, { user: null, now: world.clock.now() }, deed)
  const body = z.strictObject({ token: Token })
  const opened = { schema: { tags, summary: 'The call behind a link', body, response: { 200: CallReply } } }
  app.post('/api/joining/calls/openings', opened, (request) => act((db) => callSeen(db, world, request.body.token)))

  const asked = z.strictObject({
    token: Token,
    deed: z.enum(['move', 'book', 'cancel', 'take', 'let_go']),
    slot: z.string().max(40).nullable().describe('One of those offered, to move the call or to book one'),
  })
  const done = { 201: z.strictObject({ done: z.literal(true) }) }
  const changed = { schema: { tags, summary: 'Move or call off your call', body: asked, response: done } }
  app.post('/api/joining/calls/changes', changed, async (request, reply) => {
    const { token, deed, slot } = request.body
    await act(async (db) => {
      if (deed === 'move' || deed === 'book') await changeOwnCall(db, world, token, { deed, slot: momentOfSlot(slot) })
      else await changeOwnCall(db, world, token, { deed, slot: null })
      await tickSoon(db)
    })
    return reply.code(201).send({ done: true as const })
  })

  // Asked for with the token in the body, so that no address and no log holds it.
  const file = { schema: { tags, summary: 'The call as a calendar file', body, produces: ['text/calendar'] } }
  app.post('/api/joining/calls/files', file, async (request, reply) => {
    const text = await act((db) => ownCallFile(db, world, request.body.token))
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-store').send(text)
  })
}

/** The moment that a form names; one that is none is a slot that nobody offers. */
export function momentOfSlot(text: string | null): Instant {
  try {
    return instant(text ?? '')
  } catch {
    const words = 'Choose one of the times that are offered.'
    const because = [{ code: 'slot_taken', field: 'body.slot', words }]
    throw new Refusal({ status: 409, code: 'slot_taken', detail: words, because })
  }
}
