import { z } from 'zod'
import { dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { practiceRoles } from './abilities-of.ts'
import { practiceLocations } from './location-store.ts'
import { membersOf } from './practice-store.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const OnQuery = z.strictObject({ on: z.string().max(10).optional() })

const MemberReply = z.strictObject({
  memberId: z.uuid(),
  name: z.string(),
  role: z.enum([...practiceRoles, 'operator_staff']).describe('The first of their roles'),
  roles: z.array(z.enum(practiceRoles)),
  standing: z.enum(['active', 'archived', 'removed']),
  clinician: z.boolean().describe('Treats clients, and so may hold a session'),
})

const LocationReply = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  street: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
})

const tags = ['practice']

/** GET /practices/:practiceId/members and …/locations: who works here, and where clients are seen in person. */
export const practiceRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId'
  const listed = { params: PracticeParams, response: { 200: z.array(MemberReply) } }
  app.get(`${path}/members`, { schema: { tags, summary: 'Who works here', ...listed } }, async (request) => {
    const members = await membersOf(request.db, request.who.practiceId)
    return members.map(({ id: memberId, name, role, roles, standing, clinician }) => {
      return { memberId, name, role, roles: [...roles], standing, clinician }
    })
  })

  const placed = { params: PracticeParams, querystring: OnQuery, response: { 200: z.array(LocationReply) } }
  const schema = { tags, summary: 'Where clients are seen in person, on a day', ...placed }
  app.get(`${path}/locations`, { schema }, async (request) => {
    const { on = dateIn(world.clock.now(), world.zone) } = request.query
    if (!isCalendarDate(on)) throw noSuchDay(on)
    const locations = await practiceLocations(request.db, request.who.practiceId, on)
    return locations.map(({ id, label, street, city, state, zip }) => ({ id, label, street, city, state, zip }))
  })
}

function noSuchDay(on: string): Refusal {
  const words = `There is no day ${on}.`
  const because = [{ code: 'date_impossible', field: 'on', words }]
  return new Refusal({ status: 422, code: 'date_impossible', detail: words, because })
}
