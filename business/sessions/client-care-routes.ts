import { z } from 'zod'
import { calendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import type { Routes } from '../routes.ts'
import { billingMethod } from './billing-method-flow.ts'
import { clientNotes } from './client-notes-flow.ts'
import { DecisionReply } from './describe-decision.ts'

const ClientParams = z.object({ practiceId: z.uuid(), personId: z.uuid() })
const MethodQuery = z.strictObject({
  on: z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD').optional(),
  clinician: z.uuid().optional(),
})

const Clinician = z.strictObject({ memberId: z.uuid(), name: z.string() })

const MethodReply = z.strictObject({
  personId: z.uuid(),
  on: z.string(),
  clinician: Clinician,
  clinicians: z.array(Clinician),
  plan: z.strictObject({ name: z.string(), payerName: z.string(), memberId: z.string() }).nullable(),
  places: z.array(
    z.strictObject({
      kind: z.enum(['practice', 'client']).describe('In person at the practice, or virtually at a place of the client'),
      locationId: z.uuid(),
      label: z.string(),
      address: z.string().nullable(),
      city: z.string().nullable(),
      state: z.string(),
      decision: DecisionReply,
      worth: z
        .strictObject({
          codes: z.array(z.string()),
          isLikeLastTime: z
            .boolean()
            .describe('Whether the codes are those of their last session; else the most frequent'),
          providerCents: z.int(),
          clientCents: z.int(),
        })
        .nullable()
        .describe(
          'What a session there comes to; null where it is not billable, no rate is known, or money is not yours to see',
        ),
    }),
  ),
})

const NotesReply = z.array(
  z.strictObject({
    sessionId: z.uuid(),
    startsAt: z.string(),
    begins: z.string(),
    signedAt: z.string(),
    signedBy: z.string(),
    addenda: z.int(),
  }),
)

const tags = ['clients']
const path = '/practices/:practiceId/clients/:personId'

/** GET …/billing-method: where a client could be seen, and how it is billed. GET …/notes: what was signed about them. */
export const clientCareRoutes: Routes = async (app, world) => {
  const method = { params: ClientParams, querystring: MethodQuery, response: { 200: MethodReply } }
  app.get(`${path}/billing-method`, { schema: { tags, summary: 'Billing method by place', ...method } }, (request) => {
    const { on, clinician: memberId } = request.query
    const day = on === undefined ? dateIn(world.clock.now(), world.zone) : calendarDate(on)
    return billingMethod(request.db, world, request.who, { personId: request.params.personId, on: day, memberId })
  })

  const notes = { params: ClientParams, response: { 200: NotesReply } }
  app.get(`${path}/notes`, { schema: { tags, summary: 'Signed notes about a client', ...notes } }, (request) =>
    clientNotes(request.db, world, request.who, request.params.personId),
  )
}
