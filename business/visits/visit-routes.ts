import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Paper, writePdf } from '../../libraries/paper/index.ts'
import type { Routes } from '../routes.ts'
import { appointments } from './appointments-flow.ts'
import { billing } from './billing-flow.ts'
import { calendarOf } from './calendar-of-flow.ts'
import { storyKinds } from './claim-story.ts'
import { invoiceOf, superbillOf } from './papers-flow.ts'
import { languages } from './say-date.ts'

const Params = z.object({ personId: z.uuid() })
const Cents = z.int().describe('Whole cents')
const Day = z.string().describe('YYYY-MM-DD')
const Moment = z.string().describe('UTC')
const Card = z.strictObject({ brand: z.string(), lastFour: z.string() })

const met = {
  sessionId: z.uuid(),
  practiceName: z.string(),
  clinicianName: z.string(),
  licenceFamily: z.string().nullable(),
  startsAt: Moment,
  endsAt: Moment,
  zone: z.string(),
  modality: z.enum(['telehealth', 'in_person']),
}

const Cost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('known'),
    yours: Cents,
    price: z.strictObject({ total: Cents, plan: Cents }).nullable(),
    because: z.enum(['copay', 'copay_is_more_than_price', 'no_copay']),
    copay: Cents,
  }),
  z.strictObject({
    kind: z.literal('unknown'),
    because: z.enum(['no_insurance', 'insurance_being_checked', 'insurance_not_active']),
  }),
])

const Upcoming = z.strictObject({
  ...met,
  joinUrl: z.string().nullable(),
  joinFrom: Moment,
  office: z
    .strictObject({ label: z.string(), street: z.string(), city: z.string(), state: z.string(), zip: z.string() })
    .nullable(),
  place: z.strictObject({ city: z.string().nullable(), state: z.string() }).nullable(),
  cost: Cost,
  payerName: z.string().nullable(),
  card: Card.nullable(),
  policy: z
    .strictObject({ windowHours: z.int(), lateCents: Cents, noShowCents: Cents, freeUntil: Moment })
    .nullable()
    .describe('Null: the practice asks nothing of whom cancels'),
  version: z.int().describe('Of the plan; name it when you ask for a change'),
  cancelNowCents: Cents.describe('What calling it off would cost now'),
  mayAsk: z.boolean(),
  request: z
    .strictObject({
      id: z.uuid(),
      kind: z.enum(['cancel', 'move']),
      proposed: z.array(Moment),
      askedAt: Moment,
      message: z.string().nullable(),
      feeCents: Cents,
      standing: z.enum(['open', 'accepted', 'declined', 'taken_back', 'started', 'moved', 'over']),
      words: z.string().nullable().describe('What the practice said to it'),
    })
    .nullable(),
})

const Step = z.strictObject({
  kind: z.enum(storyKinds),
  state: z.enum(['done', 'now', 'late', 'expected']),
  on: Day.nullable(),
  cents: Cents.optional(),
  card: Card.nullable().optional(),
  again: Day.nullable().optional().describe('When a refused card is asked again; null: not by itself'),
})

const Past = z.strictObject({
  ...met,
  on: Day,
  standing: z.enum(['took_place', 'to_confirm', 'cancelled', 'missed', 'did_not_take_place']),
  payerName: z.string().nullable(),
  costCents: Cents,
  paidCents: Cents,
  owesCents: Cents,
  comesBackCents: Cents,
  planPaidCents: Cents,
  isFinal: z.boolean(),
  hasInvoice: z.boolean(),
  story: z.strictObject({
    head: z.enum(['nothing_to_do', 'card_needs_you', 'refund_comes', 'you_owe_nothing', 'all_settled', 'called_off']),
    steps: z.array(Step),
  }),
})

const AppointmentsReply = z.strictObject({
  personId: z.uuid(),
  upcoming: z.array(Upcoming),
  past: z.array(Past).describe('The latest first'),
})

const forVisit = { sessionId: z.uuid(), visitOn: Day, clinicianName: z.string(), isFee: z.boolean() }

const BillingReply = z.strictObject({
  personId: z.uuid(),
  owedCents: Cents,
  failed: z.array(
    z.strictObject({
      ...forVisit,
      chargeId: z.uuid(),
      cents: Cents,
      on: Day,
      because: z.enum(['declined', 'no_card']),
      code: z.string().nullable(),
      card: Card.nullable(),
      againOn: Day.nullable(),
    }),
  ),
  coming: z.array(z.strictObject({ ...forVisit, cents: Cents, on: Day.nullable() })),
  past: z.array(
    z.strictObject({
      ...forVisit,
      id: z.uuid(),
      kind: z.enum(['charged', 'refunded', 'refund_on_its_way']),
      cents: Cents,
      on: Day,
      card: Card.nullable(),
    }),
  ),
  card: Card.nullable(),
})

const InLanguage = z.strictObject({ language: z.enum(languages).default('en') })

const tags = ['your visits']
const path = '/clients/:personId'

/** The client's own side of visits and money: what comes, what was, what it cost, and the papers about it. */
export const visitRoutes: Routes = async (app, world) => {
  const listed = { params: Params, response: { 200: AppointmentsReply } }
  app.get(`${path}/appointments`, { schema: { tags, summary: 'Your appointments', ...listed } }, (request) =>
    appointments(request.db, world, request.client.personId),
  )

  const owed = { params: Params, response: { 200: BillingReply } }
  app.get(`${path}/billing`, { schema: { tags, summary: 'What you owe and paid', ...owed } }, (request) =>
    billing(request.db, world, request.client.personId),
  )

  const calendar = { params: Params, querystring: InLanguage, produces: ['text/calendar'] }
  app.get(
    `${path}/appointments.ics`,
    { schema: { tags, summary: 'Your appointments as a calendar file', ...calendar } },
    async (request, reply) => {
      const { personId } = request.client
      request.looksAt({ personId })
      const text = await calendarOf(request.db, personId, request.query.language)
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="appointments.ics"')
        .send(text)
    },
  )

  const invoice = {
    params: Params.extend({ sessionId: z.uuid() }),
    querystring: InLanguage,
    produces: ['application/pdf'],
  }
  app.get(
    `${path}/appointments/:sessionId/invoice.pdf`,
    { schema: { tags, summary: 'The invoice of a visit', ...invoice } },
    async (request, reply) => {
      const { personId } = request.client
      const { sessionId } = request.params
      request.looksAt({ personId, sessionId })
      const { paper, serviceOn } = await invoiceOf(request.db, world, sessionId, request.query.language)
      return sendPaper(reply, paper, `invoice-${serviceOn}.pdf`)
    },
  )

  const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  const superbill = { params: Params.extend({ month }), querystring: InLanguage, produces: ['application/pdf'] }
  app.get(
    `${path}/superbills/:month/superbill.pdf`,
    { schema: { tags, summary: 'The superbill of a month', ...superbill } },
    async (request, reply) => {
      request.looksAt({ personId: request.client.personId })
      const paper = await superbillOf(request.db, world, request.params.month, request.query.language)
      return sendPaper(reply, paper, `superbill-${request.params.month}.pdf`)
    },
  )
}

async function sendPaper(reply: FastifyReply, paper: Paper, name: string) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(await writePdf(paper)))
}
