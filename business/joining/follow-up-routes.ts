import { z } from 'zod'
import { calendarDate, instant, isCalendarDate } from '../../libraries/calendar/index.ts'
import type { Routes } from '../routes.ts'
import { changeCallOf } from './change-call-flow.ts'
import { changeFollowUp, type FollowUpDeedAsked, setFollowUp } from './follow-up-flow.ts'
import { applicationCallFile, found } from './found-application-flow.ts'

const Params = z.object({ applicationId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day.')
const Words = z.string().trim().min(1, 'Write a few words').max(500)
const Moment = z.iso.datetime({ offset: true })
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['joining']
const path = '/operations/joining/:applicationId'

/** What a consultant owes an applicant, and their call: set, snoozed, done, handed on; moved, called off, booked. */
export const followUpRoutes: Routes = async (app, world) => {
  const set = z.strictObject({ dueOn: Day, words: Words })
  const setting = { tags, summary: 'Set a follow-up', params: Params, body: set, response: { 201: Done } }
  app.post(`${path}/follow-ups`, { schema: setting }, async (request, reply) => {
    const { application } = await found(request.db, world, request.params.applicationId)
    const { dueOn, words } = request.body
    await setFollowUp(request.db, world, request.who, { application, dueOn: calendarDate(dueOn), words })
    return reply.code(201).send({ done: true as const })
  })

  const deed = z.discriminatedUnion('deed', [
    z.strictObject({ deed: z.literal('snoozed'), dueOn: Day }),
    z.strictObject({ deed: z.literal('done'), words: Words }),
    z.strictObject({ deed: z.literal('handed_on'), memberId: z.uuid() }),
  ])
  const params = Params.extend({ followUpId: z.uuid() })
  const changing = { tags, summary: 'Snooze, do or hand on a follow-up', params, body: deed, response: { 201: Done } }
  app.post(`${path}/follow-ups/:followUpId/changes`, { schema: changing }, async (request, reply) => {
    const { applicationId, followUpId } = request.params
    const { application } = await found(request.db, world, applicationId)
    await changeFollowUp(request.db, world, request.who.userId, {
      application,
      followUpId,
      asked: askedIn(request.body),
    })
    return reply.code(201).send({ done: true as const })
  })

  const call = z.strictObject({
    deed: z.enum(['move', 'cancel', 'book']),
    slot: Moment.nullable().describe('One of those that are open'),
    words: Words.nullable().describe('Why; the staff read it'),
  })
  const calling = {
    tags,
    summary: 'Move, call off or book the call',
    params: Params,
    body: call,
    response: { 201: Done },
  }
  app.post(`${path}/call-changes`, { schema: calling }, async (request, reply) => {
    const { application } = await found(request.db, world, request.params.applicationId)
    const { slot, ...asked } = request.body
    const at = slot === null ? null : instant(slot)
    await changeCallOf(request.db, world, request.who.userId, { application, ...asked, slot: at })
    return reply.code(201).send({ done: true as const })
  })

  const file = { tags, summary: 'The call as a calendar file', params: Params, produces: ['text/calendar'] }
  app.get(`${path}/call.ics`, { schema: file }, async (request, reply) => {
    const text = await applicationCallFile(request.db, world, request.params.applicationId)
    return reply
      .type('text/calendar; charset=utf-8')
      .headers({ 'content-disposition': 'attachment; filename="call.ics"', 'cache-control': 'private, no-store' })
      .send(text)
  })
}

type Asked =
  | { deed: 'snoozed'; dueOn: string }
  | { deed: 'done'; words: string }
  | { deed: 'handed_on'; memberId: string }

function askedIn(body: Asked): FollowUpDeedAsked {
  return body.deed === 'snoozed' ? { deed: body.deed, dueOn: calendarDate(body.dueOn) } : body
}
