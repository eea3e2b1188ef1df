import { z } from 'zod'
import { addDays, calendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { checkAddress } from '../practices/check-address.ts'
import { Refusal, type Routes } from '../routes.ts'
import { actForPerson } from './act-for-person-store.ts'
import { countyOfNewPlace } from './county-of-new-place-flow.ts'
import { endLocation, recordLocation } from './location-store.ts'
import { ownClient } from './own-client-flow.ts'

const ClientParams = z.object({ practiceId: z.uuid(), personId: z.uuid() })
const LocationParams = ClientParams.extend({ locationId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const Made = z.strictObject({ id: z.uuid() })

const NewLocation = z.strictObject({
  label: z.string().trim().max(60),
  street: z.string().trim().max(120),
  city: z.string().trim().max(60),
  state: z.string().max(2),
  zip: z.string().trim().max(9),
  countyFips: z
    .string()
    .regex(/^\d{5}$/)
    .nullable()
    .optional(),
  from: Day.describe('The first day on which the client may be there'),
  lastDay: Day.nullable().describe('The last one, where it is known: a holiday, a stay'),
})

const tags = ['clients']
const path = '/practices/:practiceId/clients/:personId/locations'

/** POST …/locations and …/locations/:locationId/ends: where a client takes sessions; dated, never overwritten. */
export const clientLocationRoutes: Routes = async (app, world) => {
  const today = () => dateIn(world.clock.now(), world.zone)
  const added = { params: ClientParams, body: NewLocation, response: { 201: Made } }
  app.post(path, { schema: { tags, summary: 'New location', ...added } }, async (request, reply) => {
    const { personId } = request.params
    await ownClient(request.db, request.who, personId, today())
    const { from, lastDay, countyFips = null, ...address } = request.body
    const faults = checkAddress(address)
    if (faults.length > 0) throw notWhole(faults)
    if (lastDay !== null && lastDay < from) throw endsBeforeItBegins()
    const id = world.ids.next()
    const county = countyOfNewPlace(address, countyFips)
    const location = { ...address, personId, id, countyFips: county, servedBy: null }
    const during = { from: calendarDate(from), until: lastDay === null ? null : addDays(calendarDate(lastDay), 1) }
    const recorded = { during, recordedAt: world.clock.now(), recordedBy: request.who.userId }
    await actForPerson(request.db, personId, () => recordLocation(request.db, { ...location, ...recorded }))
    return reply.code(201).send({ id })
  })

  const ended = { params: LocationParams, body: z.strictObject({ lastDay: Day }), response: { 201: Made } }
  const summary = 'The last day of a location'
  app.post(`${path}/:locationId/ends`, { schema: { tags, summary, ...ended } }, async (request, reply) => {
    const { personId, locationId: id } = request.params
    await ownClient(request.db, request.who, personId, today())
    const until = addDays(calendarDate(request.body.lastDay), 1)
    const done = await actForPerson(request.db, personId, () => endLocation(request.db, { personId, id, until }))
    if (!done) throw notEnded()
    return reply.code(201).send({ id })
  })
}

function notWhole(because: ReturnType<typeof checkAddress>): Refusal {
  const detail = 'The address is not whole yet; nothing was recorded.'
  return new Refusal({ status: 422, code: 'address_incomplete', detail, because })
}

function endsBeforeItBegins(): Refusal {
  const words = 'The last day lies before the first one. Correct one of them.'
  const because = [{ code: 'ends_before_it_begins', field: 'lastDay', words }]
  return new Refusal({
    status: 422,
    code: 'ends_before_it_begins',
    detail: `${words} Nothing was recorded.`,
    because,
  })
}

function notEnded(): Refusal {
  const detail = 'This place has ended already, or its last day would lie before its first one; nothing was changed.'
  return new Refusal({ status: 409, code: 'place_not_ended', detail })
}
