import { z } from 'zod'
import { type CalendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { personById, practicesSeeing } from '../clients/index.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { doWork } from './work-flow.ts'
import { recordOpening } from './work-store.ts'

const Day = z
  .string()
  .refine(isCalendarDate, 'a day as YYYY-MM-DD')
  .transform((day) => day as CalendarDate)

const WorkBody = z.strictObject({
  items: z.array(z.string().min(3).max(200)).min(1).max(500),
  deed: z.enum(['taken', 'handed_back', 'noted', 'waits', 'appealed', 'resolved']),
  words: z.string().max(2000).nullable().default(null),
  until: Day.nullable().default(null),
  ownerId: z.uuid().nullable().default(null),
})

const OpeningBody = z.strictObject({ personId: z.uuid(), reason: z.string().min(1).max(500) })

const StaffReply = z.array(z.strictObject({ memberId: z.uuid(), name: z.string() }))

/** POST /operations/work, /operations/record-openings; GET /operations/staff. */
export const workRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const recorded = z.strictObject({ count: z.int() })
  const work = { tags, summary: 'Records work on what waits', body: WorkBody, response: { 201: recorded } }
  app.post('/operations/work', { schema: work }, async (request, reply) => {
    const done = await doWork(request.db, world, request.who, request.body)
    if (done.outcome === 'refused') throw new Refusal({ status: 422, code: done.because, detail: done.words })
    return reply.code(201).send({ count: done.count })
  })

  const opened = z.strictObject({ personId: z.uuid() })
  const opening = {
    tags,
    summary: 'Says why a client’s record is opened today',
    body: OpeningBody,
    response: { 201: opened },
  }
  app.post('/operations/record-openings', { schema: opening }, async (request, reply) => {
    const { personId, reason } = request.body
    const said = reason.trim()
    if (said === '') {
      throw new Refusal({ status: 422, code: 'reason_missing', detail: 'Say why, in a few words. Nothing was opened.' })
    }
    if ((await personById(request.db, personId)) === null) {
      throw new Refusal({ status: 404, code: 'client_not_found', detail: 'There is no such client.' })
    }
    const at = world.clock.now()
    const on = dateIn(at, world.zone)
    const who = { practiceId: world.operator, userId: request.who.userId }
    await recordOpening(request.db, { ...who, personId, on, reason: said, at })
    const practices = await practicesSeeing(request.db, personId, on)
    if (practices.length === 0) request.looksAt({ personId, reason: said })
    for (const practiceId of practices) request.looksAt({ personId, reason: said, practiceId })
    return reply.code(201).send({ personId })
  })

  const staff = { tags, summary: 'Who works at the operator', response: { 200: StaffReply } }
  app.get('/operations/staff', { schema: staff }, async (request) => {
    const members = await membersOf(request.db, world.operator)
    return members.map(({ id, name }) => ({ memberId: id, name }))
  })
}
