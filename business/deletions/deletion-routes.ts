import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { relationOf } from '../clients/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import {
  askForDeletionAsClient,
  askForDeletionAsMember,
  deletionOfClient,
  deletionOfMember,
  withdrawDeletion,
} from './deletion-case-flow.ts'
import { OwnReply, ownReply } from './deletion-replies.ts'

const PersonParams = z.object({ personId: z.uuid() })
const PracticeParams = z.object({ practiceId: z.uuid() })
const Asked = z.strictObject({ words: z.string().trim().min(1).max(500).nullable().default(null) })
const Made = z.strictObject({ id: z.uuid() })
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['deletion']

/** What a deletion would do, and the request for it: of a client, or of the own profile of whoever works in a practice. */
export const deletionRoutes: Routes = async (app, world) => {
  const seen = { params: PersonParams, response: { 200: OwnReply } }
  app.get(
    '/clients/:personId/deletion',
    { schema: { tags, summary: 'What would be deleted, and what is kept until when', ...seen } },
    async ({ db, client: { personId } }) => ownReply(await deletionOfClient(db, world, personId)),
  )

  const asked = { params: PersonParams, body: Asked, response: { 201: Made } }
  app.post(
    '/clients/:personId/deletion-requests',
    { schema: { tags, summary: 'Ask for deletion', ...asked } },
    async (request, reply) => {
      const { db, client, body } = request
      request.mustHaveJustSignedIn()
      const on = dateIn(world.clock.now(), world.zone)
      if ((await relationOf(db, { ...client, on })) === 'allowed') throw notTheirs()
      return reply.code(201).send(await askForDeletionAsClient(db, world, { personId: client.personId, ...body }))
    },
  )

  const taken = { params: PersonParams.extend({ requestId: z.uuid() }), response: { 201: Done } }
  app.post(
    '/clients/:personId/deletion-requests/:requestId/withdrawals',
    { schema: { tags, summary: 'Take the request back', ...taken } },
    async ({ db, params }, reply) => {
      await withdrawDeletion(db, world, params.requestId)
      return reply.code(201).send({ done: true as const })
    },
  )
  await memberRoutes(app, world)
}

const memberRoutes: Routes = async (app, world) => {
  const seen = { params: PracticeParams, response: { 200: OwnReply } }
  app.get(
    '/practices/:practiceId/deletion',
    { schema: { tags, summary: 'What would be deleted of your own profile', ...seen } },
    async ({ db, who }) => ownReply(await deletionOfMember(db, world, who)),
  )

  const asked = { params: PracticeParams, body: Asked, response: { 201: Made } }
  app.post(
    '/practices/:practiceId/deletion-requests',
    { schema: { tags, summary: 'Ask for deletion of your own profile', ...asked } },
    async (request, reply) => {
      request.mustHaveJustSignedIn()
      const { practiceId, memberId } = request.who
      const said = { practiceId, memberId, ...request.body }
      return reply.code(201).send(await askForDeletionAsMember(request.db, world, said))
    },
  )

  const taken = { params: PracticeParams.extend({ requestId: z.uuid() }), response: { 201: Done } }
  app.post(
    '/practices/:practiceId/deletion-requests/:requestId/withdrawals',
    { schema: { tags, summary: 'Take the request back', ...taken } },
    async ({ db, params }, reply) => {
      await withdrawDeletion(db, world, params.requestId)
      return reply.code(201).send({ done: true as const })
    },
  )
}

function notTheirs(): Refusal {
  const detail =
    'Only the person whose record this is, or the guardian of a child, may ask for that. Nothing was asked or changed.'
  return new Refusal({ status: 403, code: 'not_the_person', detail })
}
