import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { ownClient } from '../clients/index.ts'
import { Day } from '../credentialing/credentialing-change.ts'
import type { Routes } from '../routes.ts'
import { countiesForNewPlace, placeCounty, recordPlaceFinding } from './place-finding-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const OfficeParams = PracticeParams.extend({ locationId: z.uuid() })
const ClientParams = PracticeParams.extend({ personId: z.uuid() })
const PlaceParams = ClientParams.extend({ locationId: z.uuid() })

const County = z.strictObject({ fips: z.string(), name: z.string() })
const CountiesReply = z.strictObject({
  counties: z.array(County).describe('To choose from; empty where the ZIP code says enough for the client’s plan'),
})
const AddressQuery = z.strictObject({ state: z.string().length(2), zip: z.string().max(10), on: Day.optional() })

const CountyReply = z.strictObject({
  locationId: z.uuid(),
  label: z.string(),
  state: z.string(),
  stateName: z.string(),
  countyFips: z.string().nullable(),
  servedBy: z.string().nullable(),
  counties: z.array(
    County.extend({
      shares: z
        .array(z.strictObject({ id: z.string(), name: z.string(), rule: z.string() }))
        .describe('The Blue plans that share the county, each with the part that it holds'),
    }),
  ),
  findings: z.array(
    z.strictObject({
      countyName: z.string(),
      servedBy: z.string().nullable(),
      source: z.string(),
      at: z.string(),
      by: z.string(),
    }),
  ),
})
const FindingBody = z.strictObject({
  countyFips: z.string().regex(/^\d{5}$/),
  servedBy: z.string().max(60).nullable().describe('The Blue plan that serves the address, where several share it'),
  source: z.string().trim().min(3).max(300).describe('On whose word: a map, a call to the plan'),
})
const Made = z.strictObject({ id: z.uuid() })

const tags = ['clients']

/** GET …/county and POST …/findings of a place, and GET …/counties for a new one: in which county, and who serves it there. */
export const placeFindingRoutes: Routes = async (app, world) => {
  const practice = '/practices/:practiceId'
  const today = () => dateIn(world.clock.now(), world.zone)
  const county = {
    tags,
    summary: 'The county of a client’s place',
    params: PlaceParams,
    response: { 200: CountyReply },
  }
  app.get(`${practice}/clients/:personId/locations/:locationId/county`, { schema: county }, (request) =>
    placeCounty(request.db, world, request.who, request.params),
  )
  const found = { tags, summary: 'Says in which county a client’s place lies, and who serves it' }
  const finding = { ...found, params: PlaceParams, body: FindingBody, response: { 201: Made } }
  app.post(
    `${practice}/clients/:personId/locations/:locationId/findings`,
    { schema: finding },
    async (request, reply) => {
      const said = { ...request.params, ...request.body }
      return reply.code(201).send(await recordPlaceFinding(request.db, world, request.who, said))
    },
  )

  const office = { tags: ['practice'], params: OfficeParams }
  const officeCounty = { ...office, summary: 'The county of a practice’s place', response: { 200: CountyReply } }
  app.get(`${practice}/locations/:locationId/county`, { schema: officeCounty }, ({ db, who, params: { locationId } }) =>
    placeCounty(db, world, who, { locationId, personId: null }),
  )
  const officeFinding = { summary: 'Says in which county a practice’s place lies', body: FindingBody }
  app.post(
    `${practice}/locations/:locationId/findings`,
    { schema: { ...office, ...officeFinding, response: { 201: Made } } },
    async ({ db, who, params: { locationId }, body }, reply) => {
      const said = { ...body, locationId, personId: null }
      return reply.code(201).send(await recordPlaceFinding(db, world, who, said))
    },
  )

  const asked = { tags, summary: 'Counties to choose from for a new address', querystring: AddressQuery }
  const response = { 200: CountiesReply }
  app.get(
    `${practice}/clients/:personId/counties`,
    { schema: { ...asked, params: ClientParams, response } },
    async ({ db, who, params: { personId }, query: { on = today(), ...address } }) => {
      await ownClient(db, who, personId, today())
      return { counties: await countiesForNewPlace(db, { personId, on, ...address }) }
    },
  )
  const own = { ...asked, tags: ['your account'], params: z.object({ personId: z.uuid() }), response }
  app.get(
    '/clients/:personId/counties',
    { schema: own },
    async ({ db, client, query: { on = today(), ...address } }) => {
      return { counties: await countiesForNewPlace(db, { personId: client.personId, on, ...address }) }
    },
  )
}
