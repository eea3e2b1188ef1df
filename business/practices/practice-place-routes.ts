import { z } from 'zod'
import { addDays, calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { onlyCountyOf } from '../coverage/locate-address.ts'
import { Refusal, type Routes } from '../routes.ts'
import { checkAddress } from './check-address.ts'
import { endPracticeLocation, practiceLocationsAll, recordPracticeLocation } from './location-store.ts'
import { membersOf } from './practice-store.ts'
import { recordTelehealthLink, telehealthLinksOf } from './telehealth-link-store.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const LocationParams = z.object({ practiceId: z.uuid(), locationId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const Made = z.strictObject({ id: z.uuid() })

const Address = {
  label: z.string().trim().max(60),
  street: z.string().trim().max(120),
  city: z.string().trim().max(60),
  state: z.string().max(2),
  zip: z.string().trim().max(9),
}
const Place = z.strictObject({ id: z.uuid(), ...Address, from: z.string(), until: z.string().nullable() })
const Link = z.strictObject({ memberId: z.uuid(), name: z.string(), url: z.string().nullable() })
const LinkBody = z.strictObject({
  memberId: z.uuid(),
  url: z.union([z.url({ protocol: /^https$/ }).max(300), z.literal('')]).describe('Empty: there is no link any more'),
})

const tags = ['practice']
const path = '/practices/:practiceId'

/** A practice's own places with their periods, and its clinicians' rooms for virtual sessions. */
export const practicePlaceRoutes: Routes = async (app, world) => {
  const placed = { params: PracticeParams, response: { 200: z.array(Place) } }
  const summary = 'Every place of the practice, past ones too'
  app.get(`${path}/places`, { schema: { tags, summary, ...placed } }, async (request) => {
    const places = await practiceLocationsAll(request.db, request.who.practiceId)
    return places.map(({ id, label, street, city, state, zip, during }) => {
      return { id, label, street, city, state, zip, ...during }
    })
  })

  const added = {
    params: PracticeParams,
    body: z.strictObject({ ...Address, from: Day }),
    response: { 201: Made },
  }
  app.post(`${path}/locations`, { schema: { tags, summary: 'Add a place', ...added } }, async (request, reply) => {
    const { from, ...address } = request.body
    const faults = checkAddress(address)
    if (faults.length > 0) throw notWhole(faults)
    const id = world.ids.next()
    const during = { from: calendarDate(from), until: null }
    const { practiceId } = request.who
    await recordPracticeLocation(request.db, {
      ...address,
      practiceId,
      id,
      countyFips: onlyCountyOf(address),
      during,
      at: world.clock.now(),
    })
    return reply.code(201).send({ id })
  })

  const ended = { params: LocationParams, body: z.strictObject({ lastDay: Day }), response: { 201: Made } }
  app.post(
    `${path}/locations/:locationId/ends`,
    { schema: { tags, summary: 'End a place', ...ended } },
    async (request, reply) => {
      const { practiceId } = request.who
      const { locationId: id } = request.params
      const until = addDays(calendarDate(request.body.lastDay), 1)
      if (!(await endPracticeLocation(request.db, { practiceId, id, until }))) throw notEnded()
      return reply.code(201).send({ id })
    },
  )

  app.get(
    `${path}/telehealth-links`,
    {
      schema: { tags, summary: 'Rooms for virtual sessions', params: PracticeParams, response: { 200: z.array(Link) } },
    },
    async (request) => {
      const { practiceId } = request.who
      const links = await telehealthLinksOf(request.db, practiceId)
      const clinicians = (await membersOf(request.db, practiceId)).filter(({ clinician }) => clinician)
      return clinicians.map(({ id, name }) => {
        return { memberId: id, name, url: links.find(({ memberId }) => memberId === id)?.url ?? null }
      })
    },
  )

  const linked = { params: PracticeParams, body: LinkBody, response: { 201: Made } }
  app.post(
    `${path}/telehealth-links`,
    { schema: { tags, summary: 'Set the room for virtual sessions', ...linked } },
    async (request, reply) => {
      const { practiceId, memberId: own, may, userId } = request.who
      const { memberId, url } = request.body
      const members = await membersOf(request.db, practiceId)
      const isOurs = members.some(({ id, clinician }) => id === memberId && clinician)
      if (!isOurs || (may.settings !== 'change' && memberId !== own)) throw notYours()
      const id = world.ids.next()
      const link = { practiceId, id, memberId, url: url === '' ? null : url, at: world.clock.now(), by: userId }
      await recordTelehealthLink(request.db, link)
      return reply.code(201).send({ id })
    },
  )
}

function notWhole(because: ReturnType<typeof checkAddress>): Refusal {
  const detail = 'The address is not whole yet; nothing was recorded.'
  return new Refusal({ status: 422, code: 'address_incomplete', detail, because })
}

function notYours(): Refusal {
  const detail = 'A clinician sets their own link; an owner or administrator sets those of every clinician.'
  return new Refusal({ status: 403, code: 'not_your_link', detail })
}

function notEnded(): Refusal {
  const detail = 'This place has ended already, or its last day would lie before its first one; nothing was changed.'
  return new Refusal({ status: 409, code: 'place_not_ended', detail })
}
