import { z } from 'zod'
import { calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import type { Routes } from '../routes.ts'
import { insuranceStatus, optIn, optOut } from './insurance-status-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const Day = z
  .string()
  .refine(isCalendarDate, 'a day of the calendar, as 2026-04-08')
  .transform((text) => calendarDate(text))
const DayReply = z.string()

const StatusReply = z.strictObject({
  member: z.strictObject({ memberId: z.uuid(), name: z.string(), family: z.string(), familyLabel: z.string() }),
  members: z.array(z.strictObject({ memberId: z.uuid(), name: z.string() })),
  isOwn: z.boolean().describe('Whether whoever asks may opt in: clinicians do so themselves'),
  authorities: z.array(
    z.strictObject({
      id: z.uuid(),
      state: z.string(),
      stateName: z.string(),
      kind: z.enum(['license', 'compact_privilege', 'temporary_permit']),
      title: z.string().nullable(),
      from: DayReply,
      until: DayReply.nullable(),
      standing: z.enum(['in_force', 'to_come', 'ended']),
    }),
  ),
  networks: z.array(
    z.strictObject({
      id: z.uuid(),
      networkId: z.string(),
      networkName: z.string(),
      state: z.string(),
      stateName: z.string(),
      via: z.enum(['direct', 'virtual_network']),
      from: DayReply.nullable(),
      until: DayReply.nullable(),
      payerReady: DayReply.nullable(),
      standing: z.enum(['in_force', 'held', 'pending', 'to_come', 'ended', 'no_authority', 'not_at_home']),
      words: z.string(),
    }),
  ),
  virtual: z.array(
    z.strictObject({
      networkId: z.string(),
      networkName: z.string(),
      state: z.string(),
      stateName: z.string(),
      opens: z.string(),
      doesNotOpen: z.string(),
      leadDays: z.int(),
      standing: z.enum(['opted_in', 'may_opt_in', 'no_authority']),
      optInId: z.uuid().nullable(),
      from: DayReply.nullable(),
    }),
  ),
  compacts: z.array(
    z.strictObject({
      compactId: z.string(),
      name: z.string(),
      privilege: z.string(),
      states: z.array(z.string()),
      source: z.string(),
    }),
  ),
  board: z.strictObject({ name: z.string(), url: z.string() }).nullable(),
})

const OptInBody = z.strictObject({ networkId: z.string().min(1).max(60), state: z.string().length(2), from: Day })
const OptOutBody = z.strictObject({ until: Day })
const OptInReply = z.strictObject({
  id: z.uuid(),
  networkId: z.string(),
  state: z.string(),
  from: DayReply,
  until: DayReply.nullable(),
  payerReady: DayReply,
})

const tags = ['insurance status']

/** GET …/insurance-status, POST …/virtual-opt-ins and …/ends: where a clinician may bill, and opting in to virtual networks. */
export const insuranceStatusRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId'
  app.get(
    `${path}/insurance-status`,
    {
      schema: {
        tags,
        summary: 'Where a clinician may practise and bill, and what is under way',
        params: PracticeParams,
        querystring: z.strictObject({ memberId: z.uuid().optional() }),
        response: { 200: StatusReply },
      },
    },
    (request) => insuranceStatus(request.db, world, request.who, request.query.memberId),
  )
  app.post(
    `${path}/virtual-opt-ins`,
    {
      schema: {
        tags,
        summary: 'Opts in to a virtual network from a day on',
        params: PracticeParams,
        body: OptInBody,
        response: { 201: OptInReply },
      },
    },
    async (request, reply) => reply.code(201).send(replyOf(await optIn(request.db, world, request.who, request.body))),
  )
  app.post(
    `${path}/virtual-opt-ins/:optInId/ends`,
    {
      schema: {
        tags,
        summary: 'Leaves a virtual network on a day',
        params: PracticeParams.extend({ optInId: z.uuid() }),
        body: OptOutBody,
        response: { 201: OptInReply },
      },
    },
    async (request, reply) => {
      const { optInId } = request.params
      return reply.code(201).send(replyOf(await optOut(request.db, world, request.who, { ...request.body, optInId })))
    },
  )
}

function replyOf({ id, networkId, state, from, until, payerReady }: Awaited<ReturnType<typeof optIn>>) {
  return { id, networkId, state, from, until, payerReady }
}
