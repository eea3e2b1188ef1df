import { z } from 'zod'
import { Refusal, type Routes } from '../routes.ts'
import { clientCard, clientCards } from './client-cards-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const ClientParams = z.object({ practiceId: z.uuid(), personId: z.uuid() })

const ClientReply = z.strictObject({
  personId: z.uuid(),
  name: z.string(),
  planName: z.string().nullable(),
  memberId: z.string().nullable(),
  readiness: z.strictObject({ insurance: z.boolean(), paymentMethod: z.boolean(), email: z.boolean() }),
  locations: z.array(
    z.strictObject({
      id: z.uuid(),
      label: z.string(),
      street: z.string().nullable().describe('Null: the address is not known yet'),
      city: z.string().nullable(),
      state: z.string(),
      zip: z.string().nullable(),
      countyFips: z.string().nullable(),
    }),
  ),
})

const tags = ['clients']

/** GET /practices/:practiceId/clients and one of them: plan, readiness and places. */
export const clientRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId/clients'
  const listed = { params: PracticeParams, response: { 200: z.array(ClientReply) } }
  app.get(path, { schema: { tags, summary: 'The clients on your list', ...listed } }, (request) =>
    clientCards(request.db, world, request.who),
  )

  const one = { params: ClientParams, response: { 200: ClientReply } }
  app.get(`${path}/:personId`, { schema: { tags, summary: 'One client', ...one } }, async (request) => {
    const card = await clientCard(request.db, world, request.who, request.params.personId)
    if (card !== null) return card
    throw new Refusal({ status: 404, code: 'client_not_visible', detail: 'This client is not on a list of yours.' })
  })
}
