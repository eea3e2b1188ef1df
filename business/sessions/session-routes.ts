import { z } from 'zod'
import { dateIn, holds, isCalendarDate } from '../../libraries/calendar/index.ts'
import { clinicianById } from '../practices/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { diagnosisCatalogue, serviceCatalogue } from './catalogue-store.ts'
import { offerServiceCodes } from './offer-service-codes.ts'
import { listSessions } from './session-rows-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const ShowQuery = z.strictObject({
  show: z.enum(['to_confirm', 'confirmed', 'all']).default('all'),
  clinician: z.uuid().optional(),
  client: z.uuid().optional(),
  from: Day.optional().describe('The first day on the practice’s wall'),
  to: Day.optional().describe('The last day'),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).optional(),
})
const OnQuery = z.strictObject({ on: z.string().max(10).optional() })
const WordsQuery = z.strictObject({ q: z.string().trim().max(80).optional() })

const SessionRowReply = z.strictObject({
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
  version: z.int().describe('Of the plan; name it when you move or cancel the session'),
  cancellation: z
    .strictObject({
      kind: z.enum(['cancelled', 'no_show']),
      initiator: z.enum(['client', 'practice']),
      reason: z.string(),
      at: z.string(),
    })
    .nullable(),
  confirmBy: z
    .string()
    .nullable()
    .describe('The last day for confirming it, in the operator’s zone; null where none waits'),
})

const ServiceCodeReply = z.strictObject({
  code: z.string(),
  label: z.string(),
  category: z.string(),
  minutesMin: z.int().nullable(),
  minutesMax: z.int().nullable(),
  minutesTypical: z.int().nullable(),
  common: z.boolean().describe('Offered first: most sessions are one of these'),
})

const DiagnosisReply = z.strictObject({ code: z.string(), label: z.string() })

const tags = ['sessions']
const mostDiagnosesShown = 50

/** GET /practices/:practiceId/sessions, and the codes that a confirmation chooses from. */
export const sessionRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId'
  const listed = { params: PracticeParams, querystring: ShowQuery, response: { 200: z.array(SessionRowReply) } }
  app.get(`${path}/sessions`, { schema: { tags, summary: 'The sessions', ...listed } }, async (request) => {
    const rows = await listSessions(request.db, world, request.who, request.query)
    return rows.map(({ row, confirmBy }) => ({ ...row, confirmBy: row.state === 'to_confirm' ? confirmBy : null }))
  })

  const offered = { params: PracticeParams, querystring: OnQuery, response: { 200: z.array(ServiceCodeReply) } }
  app.get(`${path}/service-codes`, { schema: { tags, summary: 'Service codes', ...offered } }, async (request) => {
    const { on = dateIn(world.clock.now(), world.zone) } = request.query
    if (!isCalendarDate(on)) throw noSuchDay(on)
    const clinician = await clinicianById(request.db, request.who.practiceId, request.who.memberId)
    return offerServiceCodes(await serviceCatalogue(request.db), on, clinician?.licenceFamily ?? null)
  })

  const found = { params: PracticeParams, querystring: WordsQuery, response: { 200: z.array(DiagnosisReply) } }
  app.get(`${path}/diagnosis-codes`, { schema: { tags, summary: 'Diagnosis codes', ...found } }, async (request) => {
    const today = dateIn(world.clock.now(), world.zone)
    const codes = await diagnosisCatalogue(request.db, request.query.q)
    const inForce = codes.filter((row) => holds(row, today)).slice(0, mostDiagnosesShown)
    return inForce.map(({ code, label }) => ({ code, label }))
  })
}

function noSuchDay(on: string): Refusal {
  const words = `There is no day ${on}.`
  const because = [{ code: 'date_impossible', field: 'on', words }]
  return new Refusal({ status: 422, code: 'date_impossible', detail: words, because })
}
