import { z } from 'zod'
import { calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { ownSession } from '../sessions/index.ts'
import { cancellationTerms, cancelWithFee } from './cancel-with-fee-flow.ts'
import { policiesSeen, setPolicy } from './cancellation-policy-flow.ts'
import { forgiveFee } from './fee-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const SessionParams = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day.')
const Cents = z.int().min(0)

const Proposal = z.strictObject({
  cents: Cents,
  because: z.enum(['late_cancellation', 'no_show', 'in_time', 'practice_cancelled', 'no_policy']),
})
const WindowHours = z.union([z.literal(24), z.literal(48)])

const TermsReply = z.strictObject({
  windowHours: z.int().nullable(),
  lateCents: Cents.nullable(),
  noShowCents: Cents.nullable(),
  ifClientCancels: Proposal,
  ifNoShow: Proposal,
  fee: z
    .strictObject({
      kind: z.enum(['late_cancellation', 'no_show']),
      proposedCents: Cents,
      cents: Cents,
      owedCents: Cents,
      paidCents: z.int(),
      ended: z.enum(['forgiven', 'given_up']).nullable(),
    })
    .nullable(),
})

const CancellationBody = z.strictObject({
  version: z.int().min(1).describe('The version of the plan that you saw'),
  kind: z.enum(['cancelled', 'no_show']),
  initiator: z.enum(['client', 'practice']),
  reason: z.string().trim().min(1).max(500),
  scope: z.enum(['this', 'following', 'all']).default('this').describe('With it the rest of its series'),
  feeCents: Cents.nullable().describe('Null: what the policy proposes; at most that; 0 waives it'),
})

const Policy = z.strictObject({ startsOn: z.string(), windowHours: WindowHours, lateCents: Cents, noShowCents: Cents })
const PoliciesReply = z.strictObject({
  today: Policy.nullable(),
  later: z.array(Policy),
  offered: z
    .strictObject({ windowHours: WindowHours, lateCents: Cents, noShowCents: Cents, mostCents: Cents })
    .nullable(),
  earliestStart: z.string().nullable(),
})
const PolicyBody = z.strictObject({ startsOn: Day, windowHours: WindowHours, lateCents: Cents, noShowCents: Cents })

const tags = ['cancellations']

/** Cancelling a session with its fee, forgiving the fee, and a practice's cancellation policy. */
export const cancellationRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId/sessions/:sessionId'

  const terms = { params: SessionParams, response: { 200: TermsReply } }
  app.get(
    `${path}/cancellation-terms`,
    { schema: { tags, summary: 'What a cancellation costs', ...terms } },
    async (request) => {
      const session = await ownSession(request.db, request.who, request.params.sessionId, 'planning')
      request.looksAt({ personId: session.personId })
      return cancellationTerms(request.db, world, session)
    },
  )

  const cancelled = {
    params: SessionParams,
    body: CancellationBody,
    response: { 201: z.strictObject({ feeCents: Cents, count: z.int() }) },
  }
  app.post(
    `${path}/cancellations`,
    { schema: { tags, summary: 'Cancel it, or say that the client did not come', ...cancelled } },
    async (request, reply) => {
      const session = await ownSession(request.db, request.who, request.params.sessionId, 'planning')
      request.looksAt({ personId: session.personId })
      return reply.code(201).send(await cancelWithFee(request.db, world, request.who, session, request.body))
    },
  )

  const forgiven = {
    params: SessionParams,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: { 201: z.strictObject({ forgiven: z.literal(true) }) },
  }
  app.post(
    `${path}/fee-forgiveness`,
    { schema: { tags, summary: 'Forgive the cancellation fee', ...forgiven } },
    async (request, reply) => {
      const session = await ownSession(request.db, request.who, request.params.sessionId, 'money')
      request.looksAt({ personId: session.personId })
      const result = await forgiveFee(request.db, world, request.who, session, request.body.reason)
      if (result.kind === 'forgiven') return reply.code(201).send({ forgiven: true as const })
      const because = [{ code: result.code, field: 'session', words: result.words }]
      throw new Refusal({ status: 409, code: result.code, detail: result.words, because })
    },
  )

  const policies = '/practices/:practiceId/cancellation-policies'
  const seen = { params: PracticeParams, response: { 200: PoliciesReply } }
  app.get(policies, { schema: { tags, summary: 'Your cancellation policy', ...seen } }, (request) =>
    policiesSeen(request.db, world, request.who.practiceId),
  )
  const set = { params: PracticeParams, body: PolicyBody, response: { 201: z.strictObject({ id: z.uuid() }) } }
  app.post(policies, { schema: { tags, summary: 'Set a cancellation policy', ...set } }, async (request, reply) => {
    const { startsOn, ...rest } = request.body
    const asked = { ...rest, startsOn: calendarDate(startsOn) }
    return reply.code(201).send(await setPolicy(request.db, world, request.who, asked))
  })
}
