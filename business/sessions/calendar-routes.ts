import { z } from 'zod'
import { addDays, calendarDate, instant, isCalendarDate } from '../../libraries/calendar/index.ts'
import { practiceById } from '../practices/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { ownCalendar } from '../scheduling/index.ts'
import { calendarFile } from './calendar-file-flow.ts'
import { calendarOf } from './calendar-flow.ts'
import { moveSession, planRefused } from './change-plan-flow.ts'
import { moveRest } from './change-series-flow.ts'
import { conflictsOf, standInTheWay } from './find-conflicts-flow.ts'
import { ownSession } from './own-session-flow.ts'
import { planSession } from './plan-session-flow.ts'
import { tellClientMoved } from './tell-client-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const SessionParams = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day.')
const CalendarQuery = z.strictObject({
  memberId: z.uuid().optional(),
  from: Day,
  days: z.coerce.number().int().min(1).max(42),
})

const TimeQuery = z.strictObject({
  memberId: z.uuid(),
  personId: z.uuid().optional(),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  except: z.uuid().optional().describe('The session that is moved there'),
})
const ConflictReply = z.strictObject({
  code: z.enum(['double_booked', 'client_double_booked', 'unavailable', 'outside_working_hours']),
  isRefused: z.boolean(),
  words: z.string(),
})

const Repeat = z.strictObject({
  id: z.uuid(),
  everyWeeks: z.int(),
  weekdays: z.array(z.int()),
  lastOn: z.string().nullable(),
})
const Row = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  clientName: z.string(),
  clinicianName: z.string(),
  memberId: z.uuid(),
  startsAt: z.string(),
  endsAt: z.string(),
  modality: z.enum(['telehealth', 'in_person']),
  state: z.enum(['upcoming', 'to_confirm', 'confirmed', 'locked', 'lapsed', 'voided', 'cancelled', 'no_show']),
  confirmedAt: z.string().nullable(),
  payOn: z.string().nullable(),
  providerCents: z.int().nullable(),
  version: z.int(),
  cancellation: z
    .strictObject({
      kind: z.enum(['cancelled', 'no_show']),
      initiator: z.enum(['client', 'practice']),
      reason: z.string(),
      at: z.string(),
    })
    .nullable(),
  series: Repeat.nullable(),
  joinUrl: z.string().nullable(),
  overlaps: z.boolean().describe('Another session of this clinician is at the same time'),
})

const CalendarReply = z.strictObject({
  now: z.string(),
  zone: z.string(),
  today: z.string(),
  memberId: z.uuid(),
  clinicians: z.array(z.strictObject({ memberId: z.uuid(), name: z.string() })),
  sessions: z.array(Row),
  unavailable: z.array(z.strictObject({ id: z.uuid(), startsAt: z.string(), endsAt: z.string(), words: z.string() })),
  workingHours: z
    .array(
      z.strictObject({
        startsAt: z.string(),
        endsAt: z.string(),
        place: z.enum(['telehealth', 'in_person', 'either']),
      }),
    )
    .nullable(),
})

const Moment = z.string().max(40).describe('A moment with its offset, such as 2026-04-08T10:00:00-04:00')
const Despite = z.array(z.string().max(40)).max(10).describe('The conflicts that you were told of and accept')
const Modality = z.enum(['telehealth', 'in_person'])

const NewSessionBody = z.strictObject({
  personId: z.uuid(),
  memberId: z.uuid(),
  startsAt: Moment,
  endsAt: Moment,
  modality: Modality,
  repeat: z
    .strictObject({
      everyWeeks: z.int().min(1).max(52),
      weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
      lastOn: Day.nullable().default(null),
      atMost: z.int().min(1).max(500).nullable().default(null),
    })
    .nullable()
    .default(null),
  despite: Despite.default([]),
  tellsClient: z.boolean().default(false),
})
const AddedReply = z.strictObject({ id: z.uuid(), seriesId: z.uuid().nullable(), count: z.int() })

const MoveBody = z.strictObject({
  version: z.int().min(1).describe('The version of the plan that you saw'),
  startsAt: Moment,
  endsAt: Moment,
  modality: Modality,
  scope: z.enum(['this', 'following', 'all']).default('this'),
  despite: Despite.default([]),
})

const tags = ['calendar']

/** The calendar of a clinician, planning a session once or weekly, and moving it. */
export const calendarRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId'
  const shown = { params: PracticeParams, querystring: CalendarQuery, response: { 200: CalendarReply } }
  app.get(`${path}/calendar`, { schema: { tags, summary: 'A clinician’s calendar', ...shown } }, async (request) => {
    const { memberId, days } = request.query
    const from = calendarDate(request.query.from)
    const until = addDays(from, days)
    const calendar = await calendarOf(request.db, world, request.who, { memberId, from, until })
    if (calendar.memberId !== request.who.memberId) {
      request.looksAt({ reason: `The calendar of member ${calendar.memberId}` })
    }
    return calendar
  })

  const asked = { params: PracticeParams, querystring: TimeQuery, response: { 200: z.array(ConflictReply) } }
  app.get(
    `${path}/calendar-conflicts`,
    { schema: { tags, summary: 'What a time meets', ...asked } },
    async (request) => {
      const { db, who, query } = request
      const { id: memberId } = await ownCalendar(db, who, query.memberId)
      const [startsAt, endsAt] = [instant(query.startsAt), instant(query.endsAt)]
      // What has taken place is a fact and meets nothing.
      if (startsAt <= world.clock.now() || endsAt <= startsAt) return []
      const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
      const plan = { practiceId: who.practiceId, memberId, personId: query.personId ?? '', startsAt, endsAt }
      return conflictsOf(db, plan, { zone, except: new Set(query.except === undefined ? [] : [query.except]) })
    },
  )

  const added = { params: PracticeParams, body: NewSessionBody, response: { 201: AddedReply } }
  app.post(`${path}/sessions`, { schema: { tags, summary: 'Add a session', ...added } }, async (request, reply) => {
    const result = await planSession(request.db, world, request.who, request.body)
    if (result.kind === 'added') {
      const { id, seriesId, count } = result
      return reply.code(201).send({ id, seriesId, count })
    }
    const detail = 'The session was not added; nothing was recorded.'
    throw new Refusal({ status: 422, code: 'session_refused', detail, because: result.refusals })
  })

  const file = { params: SessionParams, produces: ['text/calendar'] }
  app.get(
    `${path}/sessions/:sessionId/appointment.ics`,
    { schema: { tags, summary: 'A session as a calendar file', ...file } },
    async (request, reply) => {
      const session = await ownSession(request.db, request.who, request.params.sessionId)
      const { practiceId } = session
      const text = await calendarFile(request.db, world, practiceId, [session])
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="appointment.ics"')
        .send(text)
    },
  )

  const moved = { params: SessionParams, body: MoveBody, response: { 201: z.strictObject({ count: z.int() }) } }
  app.post(
    `${path}/sessions/:sessionId/moves`,
    { schema: { tags, summary: 'Move a session, or with it the rest of its series', ...moved } },
    async (request, reply) => {
      const { db, who, body } = request
      const session = await ownSession(db, who, request.params.sessionId, 'planning')
      request.looksAt({ personId: session.personId })
      const { scope } = body
      const result =
        scope === 'this'
          ? { ...(await moveSession(db, world, who, session, body)), count: 1 }
          : await moveRest(db, world, who, session, { ...body, scope })
      if (result.kind === 'refused') throw planRefused(result.refusals)
      const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
      if (result.session.startsAt > world.clock.now()) {
        const conflicts = await conflictsOf(db, result.session, { zone, except: new Set([session.id]) })
        const because = standInTheWay(conflicts, body.despite)
        const detail = `${because[0]?.words ?? ''} The session was not moved.`
        if (because.length > 0) throw new Refusal({ status: 422, code: 'time_conflict', detail, because })
      }
      await tellClientMoved(db, world, result.before, result.session)
      return reply.code(201).send({ count: result.count })
    },
  )
}
