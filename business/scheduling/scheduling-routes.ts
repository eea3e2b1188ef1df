import { z } from 'zod'
import { calendarDate, dateIn, instant, isCalendarDate } from '../../libraries/calendar/index.ts'
import { practiceById } from '../practices/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { checkWorkingWeek } from './check-working-week.ts'
import { endFeed, feedsOf, recordFeed } from './feed-store.ts'
import { hashOfToken } from './hash-of-token.ts'
import { ownCalendar } from './own-calendar-flow.ts'
import { endUnavailable, recordUnavailable, unavailableById } from './unavailable-store.ts'
import { recordWorkingWeek, workingWeeks } from './working-week-store.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const MemberParams = z.object({ practiceId: z.uuid(), memberId: z.uuid() })
const TimeParams = z.object({ practiceId: z.uuid(), timeId: z.uuid() })
const FeedParams = z.object({ practiceId: z.uuid(), memberId: z.uuid(), feedId: z.uuid() })

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 09:30')
const Block = z.strictObject({
  weekday: z.int().min(1).max(7).describe('1 = Monday to 7 = Sunday'),
  starts: Time,
  stops: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time such as 17:00, or 24:00'),
  place: z.enum(['telehealth', 'in_person', 'either']),
})
const Day = z.string().refine(isCalendarDate, 'There is no such day.')
const WeekBody = z.strictObject({ startsOn: Day, blocks: z.array(Block).max(70) })
const WeeksReply = z.strictObject({
  zone: z.string(),
  today: z.string(),
  weeks: z.array(z.strictObject({ id: z.uuid(), startsOn: z.string(), blocks: z.array(Block) })),
})

const Moment = z.iso.datetime({ offset: true })
const UnavailableBody = z.strictObject({
  memberId: z.uuid(),
  startsAt: Moment,
  endsAt: Moment,
  words: z.string().trim().max(120).describe('For your practice only; may be empty'),
})
const FeedReply = z.strictObject({ id: z.uuid(), recordedAt: z.string() })

const tags = ['calendar']
const made = { 201: z.strictObject({ id: z.uuid() }) }

/** A clinician's working hours, the times in which they are not there, and the private addresses of their calendar. */
export const schedulingRoutes: Routes = async (app, world) => {
  const hours = '/practices/:practiceId/members/:memberId/working-hours'
  const shown = { params: MemberParams, response: { 200: WeeksReply } }
  app.get(hours, { schema: { tags, summary: 'Working hours', ...shown } }, async (request) => {
    const { practiceId } = request.who
    const { id } = await ownCalendar(request.db, request.who, request.params.memberId)
    const zone = (await practiceById(request.db, practiceId))?.timeZone ?? world.zone
    const weeks = await workingWeeks(request.db, practiceId, id)
    return {
      zone,
      today: dateIn(world.clock.now(), zone),
      weeks: weeks.map(({ id: weekId, startsOn, blocks }) => ({ id: weekId, startsOn, blocks: [...blocks] })),
    }
  })

  const set = { params: MemberParams, body: WeekBody, response: made }
  app.post(hours, { schema: { tags, summary: 'Set working hours', ...set } }, async (request, reply) => {
    const { practiceId, userId: by } = request.who
    const { id: memberId } = await ownCalendar(request.db, request.who, request.params.memberId, 'planning')
    const { blocks } = request.body
    const refusals = checkWorkingWeek(blocks)
    if (refusals.length > 0) {
      const detail = `${refusals[0]?.words ?? ''} Nothing was changed.`
      throw new Refusal({ status: 422, code: 'working_hours_refused', detail, because: refusals })
    }
    const id = world.ids.next()
    const startsOn = calendarDate(request.body.startsOn)
    await recordWorkingWeek(request.db, { practiceId, memberId, id, startsOn, blocks, at: world.clock.now(), by })
    return reply.code(201).send({ id })
  })

  const blocked = { params: PracticeParams, body: UnavailableBody, response: made }
  const times = '/practices/:practiceId/unavailable-times'
  app.post(times, { schema: { tags, summary: 'Block a time', ...blocked } }, async (request, reply) => {
    const { practiceId, userId: by } = request.who
    const { id: memberId } = await ownCalendar(request.db, request.who, request.body.memberId, 'planning')
    const startsAt = instant(request.body.startsAt)
    const endsAt = instant(request.body.endsAt)
    if (endsAt <= startsAt) throw endsFirst()
    const id = world.ids.next()
    const { words } = request.body
    await recordUnavailable(request.db, {
      practiceId,
      id,
      memberId,
      startsAt,
      endsAt,
      words,
      at: world.clock.now(),
      by,
    })
    return reply.code(201).send({ id })
  })

  const freed = { params: TimeParams, response: { 201: z.strictObject({ removed: z.literal(true) }) } }
  app.post(
    `${times}/:timeId/removals`,
    { schema: { tags, summary: 'Take a blocked time back', ...freed } },
    async (request, reply) => {
      const { practiceId, userId: by } = request.who
      const time = await unavailableById(request.db, practiceId, request.params.timeId)
      if (time === null) throw new Refusal({ status: 404, code: 'time_not_found', detail: 'There is no such time.' })
      await ownCalendar(request.db, request.who, time.memberId, 'planning')
      await endUnavailable(request.db, time, { at: world.clock.now(), by })
      return reply.code(201).send({ removed: true as const })
    },
  )
}

/** The private addresses under which a calendar program fetches a clinician's sessions. */
export const feedRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId/members/:memberId/calendar-feeds'
  const listed = { params: MemberParams, response: { 200: z.array(FeedReply) } }
  app.get(path, { schema: { tags, summary: 'Private calendar addresses', ...listed } }, async (request) => {
    const { id } = await ownCalendar(request.db, request.who, request.params.memberId)
    const feeds = await feedsOf(request.db, request.who.practiceId, id)
    return feeds.map(({ id: feedId, recordedAt }) => ({ id: feedId, recordedAt }))
  })

  const opened = {
    params: MemberParams,
    body: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
    response: made,
  }
  const summary = 'Open a private address; the browser makes the token, and only its hash is kept'
  app.post(path, { schema: { tags, summary, ...opened } }, async (request, reply) => {
    const { practiceId, userId: by } = request.who
    const { id: memberId } = await ownCalendar(request.db, request.who, request.params.memberId)
    const id = world.ids.next()
    const tokenSha256 = hashOfToken(request.body.token)
    await recordFeed(request.db, { practiceId, id, memberId, tokenSha256, at: world.clock.now(), by })
    return reply.code(201).send({ id })
  })

  const closed = { params: FeedParams, response: { 201: z.strictObject({ closed: z.literal(true) }) } }
  app.post(
    `${path}/:feedId/revocations`,
    { schema: { tags, summary: 'Close it', ...closed } },
    async (request, reply) => {
      const { practiceId, userId: by } = request.who
      const { id: memberId } = await ownCalendar(request.db, request.who, request.params.memberId)
      const feeds = await feedsOf(request.db, practiceId, memberId)
      const feed = feeds.find(({ id }) => id === request.params.feedId)
      if (feed !== undefined) await endFeed(request.db, feed, { at: world.clock.now(), by })
      return reply.code(201).send({ closed: true as const })
    },
  )
}

function endsFirst(): Refusal {
  const words = 'The time must end after it starts.'
  const because = [{ code: 'stop_not_after_start', field: 'endsAt', words }]
  return new Refusal({ status: 422, code: 'stop_not_after_start', detail: `${words} Nothing was blocked.`, because })
}
