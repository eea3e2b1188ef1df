import { z } from 'zod'
import { calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import type { Routes } from '../routes.ts'
import { addException, consultantsSeen, setWeek, takeBackException } from './consultant-hours-flow.ts'

const Params = z.object({ memberId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day.')
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time looks like 09:30')
const Block = z.strictObject({ weekday: z.int().min(1).max(7), starts: Time, stops: Time })
const Consultant = z.strictObject({
  memberId: z.uuid(),
  name: z.string(),
  isYou: z.boolean(),
  weeks: z.array(
    z.strictObject({
      id: z.uuid(),
      startsOn: z.string(),
      callMinutes: z.int(),
      blocks: z.array(z.strictObject({ weekday: z.int(), starts: z.string(), stops: z.string() })),
    }),
  ),
  exceptions: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(['away', 'extra']),
      from: z.string(),
      until: z.string().nullable().describe('The first day on which it holds no more'),
      starts: z.string().nullable(),
      stops: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
  conflicts: z.array(
    z.strictObject({
      applicationId: z.uuid(),
      practiceName: z.string(),
      callAt: z.string(),
      why: z.enum(['consultant_away', 'outside_hours', 'calls_overlap']),
    }),
  ),
  slots: z.array(z.string()),
})
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['joining']
const path = '/operations/consultants'

/** When the operator's consultants take calls: weekly hours, days away, further hours, and the calls that do not fit. */
export const consultantHoursRoutes: Routes = async (app, world) => {
  const all = { schema: { tags, summary: 'Consultants and their hours', response: { 200: z.array(Consultant) } } }
  app.get(path, all, async ({ db, who }) =>
    (await consultantsSeen(db, world, who.userId)).map(({ weeks, exceptions, ...seen }) => ({
      ...seen,
      weeks: weeks.map(({ id, startsOn, callMinutes, blocks }) => ({ id, startsOn, callMinutes, blocks: [...blocks] })),
      exceptions: exceptions.map(({ memberId: _, during, ...exception }) => ({ ...exception, ...during })),
    })),
  )

  const week = z.strictObject({
    startsOn: Day,
    callMinutes: z.int().min(10, 'A call takes at least ten minutes').max(120, 'A call takes two hours at most'),
    blocks: z.array(Block).max(50),
  })
  const set = { tags, summary: 'Weekly hours from a day on', params: Params, body: week, response: { 201: Done } }
  app.post(`${path}/:memberId/weeks`, { schema: set }, async (request, reply) => {
    const by = { memberId: request.params.memberId, by: request.who.userId }
    const { startsOn, ...asked } = request.body
    await setWeek(request.db, world, by, { ...asked, startsOn: calendarDate(startsOn) })
    return reply.code(201).send({ done: true as const })
  })

  const exception = z.strictObject({
    kind: z.enum(['away', 'extra']),
    from: Day,
    lastDay: Day,
    starts: Time.nullable(),
    stops: Time.nullable(),
    words: z.string().trim().min(1).max(120).nullable(),
  })
  const add = { tags, summary: 'Days away, or further hours', params: Params, body: exception, response: { 201: Done } }
  app.post(`${path}/:memberId/exceptions`, { schema: add }, async (request, reply) => {
    const by = { memberId: request.params.memberId, by: request.who.userId }
    const { from, lastDay, ...asked } = request.body
    const days = { from: calendarDate(from), lastDay: calendarDate(lastDay) }
    await addException(request.db, world, by, { ...asked, ...days })
    return reply.code(201).send({ done: true as const })
  })

  const params = Params.extend({ exceptionId: z.uuid() })
  const remove = { tags, summary: 'Take such days back', params, response: { 201: Done } }
  app.post(`${path}/:memberId/exceptions/:exceptionId/removals`, { schema: remove }, async (request, reply) => {
    await takeBackException(request.db, world, { ...request.params, by: request.who.userId })
    return reply.code(201).send({ done: true as const })
  })
}
