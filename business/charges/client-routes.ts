import { z } from 'zod'
import { Refusal, type Routes } from '../routes.ts'
import { clientCards } from './client-cards-flow.ts'
import { clientPage } from './client-page-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const ClientParams = z.object({ practiceId: z.uuid(), personId: z.uuid() })

const ClientsQuery = z.strictObject({
  show: z.enum(['current', 'active', 'prospect', 'archived']).default('current').describe('current: all but archived'),
  clinician: z.uuid().optional(),
})

const Place = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  street: z.string().nullable().describe('Null: the address is not known yet'),
  city: z.string().nullable(),
  state: z.string(),
  zip: z.string().nullable(),
  countyFips: z.string().nullable(),
})

const ClientReply = z.strictObject({
  personId: z.uuid(),
  name: z.string(),
  planName: z.string().nullable(),
  memberId: z.string().nullable(),
  readiness: z.strictObject({
    insurance: z.boolean(),
    forms: z.boolean().describe('Every standard form in force is signed'),
    paymentMethod: z.boolean(),
    coverage: z.enum(['active', 'inactive', 'unverified', 'asked_again', 'none']),
    email: z.boolean().describe('Whether the address is proved'),
  }),
  locations: z.array(Place),
  standing: z.enum(['active', 'prospect', 'archived']),
  clinicians: z.array(z.strictObject({ memberId: z.uuid(), name: z.string() })).describe('On whose list'),
  lastAt: z.string().nullable().describe('When you met last'),
  nextAt: z.string().nullable(),
})

const ClientPageReply = ClientReply.extend({
  email: z.string().nullable(),
  dateOfBirth: z.string().nullable(),
  policy: z
    .strictObject({
      planName: z.string(),
      payerName: z.string(),
      memberId: z.string(),
      groupNumber: z.string().nullable(),
      copayCents: z.int(),
      coverage: z.enum(['active', 'inactive', 'unverified']),
    })
    .nullable(),
  paymentMethod: z.strictObject({ brand: z.string(), lastFour: z.string() }).nullable(),
  places: z.array(Place.extend({ from: z.string(), until: z.string().nullable() })).describe('Past ones too'),
})

const tags = ['clients']

/** GET /practices/:practiceId/clients and one of them: plan, readiness and places. */
export const clientRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId/clients'
  const listed = { params: PracticeParams, querystring: ClientsQuery, response: { 200: z.array(ClientReply) } }
  app.get(path, { schema: { tags, summary: 'The clients on your list', ...listed } }, (request) =>
    clientCards(request.db, world, request.who, request.query),
  )

  const one = { params: ClientParams, response: { 200: ClientPageReply } }
  app.get(`${path}/:personId`, { schema: { tags, summary: 'One client', ...one } }, async (request) => {
    const page = await clientPage(request.db, world, request.who, request.params.personId)
    if (page !== null) return page
    throw new Refusal({ status: 404, code: 'client_not_visible', detail: 'This client is not on a list of yours.' })
  })
}
