import { z } from 'zod'
import { cents } from '../../libraries/money/index.ts'
import { forgiveOwed, takeChargeback } from '../charges/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { sessionById } from '../sessions/index.ts'
import { Cents, Day } from './claim-routes.ts'
import { capturedCharge, clientMoney, previewChargeback, previewForgiveness } from './client-money-flow.ts'
import { owedList } from './owed-list-flow.ts'

const Side = z.strictObject({ kind: z.string(), name: z.string(), subject: z.string() })

const MoneyReply = z.strictObject({
  kind: z.enum(['share', 'fee', 'nothing']),
  owed: Cents,
  paid: Cents,
  comesBack: Cents,
  forgiven: Cents,
  refusal: z.string().nullable().describe('Why what is owed may not be forgiven'),
  payments: z.array(
    z.strictObject({
      chargeId: z.uuid(),
      what: z.enum(['session_share', 'share_increased', 'cancellation_fee']),
      on: Day,
      captured: Cents,
      refunded: Cents,
      takenBack: Cents,
      most: Cents.describe('What the client’s bank could still take back'),
    }),
  ),
  deeds: z.array(
    z.strictObject({
      kind: z.enum(['forgiven', 'given_up', 'taken_back']),
      cents: Cents,
      on: Day,
      by: z.string(),
      words: z.string(),
    }),
  ),
})

const PreviewReply = z.strictObject({
  words: z.array(z.string()),
  refusal: z.string().nullable(),
  postings: z.array(
    z.strictObject({
      book: z.string(),
      isOperators: z.boolean(),
      transfers: z.array(z.strictObject({ debit: Side, credit: Side, cents: Cents })),
    }),
  ),
})

const OwedReply = z.strictObject({
  count: z.int(),
  owedCents: Cents,
  comesBackCents: Cents,
  rows: z.array(
    z.strictObject({
      practiceId: z.uuid(),
      practice: z.string(),
      sessionId: z.uuid(),
      client: z.string(),
      serviceOn: Day,
      kind: z.enum(['share', 'fee']),
      owed: Cents,
      because: z.string(),
      since: Day,
      ageDays: z.int(),
    }),
  ),
})

const Amount = z.int().min(1).max(10_000_000)
const ForgiveBody = z.strictObject({
  cents: Amount.describe('What you saw to be owed'),
  reason: z.string().trim().min(1).max(500),
})
const ChargebackAsked = z.strictObject({ chargeId: z.uuid(), cents: Amount })
const ChargebackBody = ChargebackAsked.extend({
  reference: z.string().trim().min(1).max(100).describe('The processor’s own name of it'),
})

const tags = ['operations']
const params = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })
const path = '/operations/sessions/:practiceId/:sessionId'

/** What clients owe; of one session what may be forgiven or was taken back by their bank, previewed and done. */
export const clientMoneyRoutes: Routes = async (app, world) => {
  const listed = { tags, summary: 'What clients owe', response: { 200: OwedReply } }
  app.get('/operations/owed-by-clients', { schema: listed }, ({ db }) => owedList(db, world))

  const seen = { tags, summary: 'What a client was asked for a session', params, response: { 200: MoneyReply } }
  app.get(`${path}/client-money`, { schema: seen }, async (request) => {
    const found = await clientMoney(request.db, world, request.params)
    if (found === null) throw noSession()
    const { personId, ...money } = found
    request.looksAt({ ...request.params, personId })
    return money
  })

  const would = { tags, summary: 'What forgiving what is owed would do', params, response: { 200: PreviewReply } }
  app.post(`${path}/forgiveness-preview`, { schema: would }, async ({ db, params: asked }) => {
    const preview = await previewForgiveness(db, world, asked)
    if (preview === null) throw noSession()
    return preview
  })

  const done = z.strictObject({ cents: Cents })
  const forgives = { tags, summary: 'Forgives what a client owes', params, body: ForgiveBody, response: { 201: done } }
  app.post(`${path}/forgivenesses`, { schema: forgives }, async (request, reply) => {
    const { practiceId, sessionId } = request.params
    const session = await sessionById(request.db, practiceId, sessionId)
    if (session === null) throw noSession()
    const { cents: amount, reason } = request.body
    const asked = { cents: cents(amount), reason, by: request.who.userId }
    const result = await forgiveOwed(request.db, world, session, asked)
    if (result.kind === 'refused') throw refused(result)
    request.looksAt({ practiceId, sessionId, personId: session.personId, reason })
    return reply.code(201).send({ cents: result.cents })
  })

  const taking = { tags, summary: 'What taking a chargeback would do', params, body: ChargebackAsked }
  app.post(
    `${path}/chargeback-preview`,
    { schema: { ...taking, response: { 200: PreviewReply } } },
    async (request) => {
      const asked = { ...request.params, ...request.body, cents: cents(request.body.cents) }
      const preview = await previewChargeback(request.db, world, asked)
      if (preview === null) throw noPayment()
      return preview
    },
  )

  const takes = { tags, summary: 'Takes a chargeback in', params, body: ChargebackBody, response: { 201: done } }
  app.post(`${path}/chargebacks`, { schema: takes }, async (request, reply) => {
    const { chargeId, cents: amount, reference } = request.body
    const charge = await capturedCharge(request.db, { ...request.params, chargeId })
    if (charge === null) throw noPayment()
    const told = { processorChargeId: charge.processorId, reference, cents: cents(amount), by: request.who.userId }
    const result = await takeChargeback(request.db, world, told)
    if (result.kind === 'unknown_charge') throw noPayment()
    if (result.kind === 'refused') throw refused(result)
    request.looksAt({ ...request.params, personId: charge.personId, reason: `Chargeback ${reference}` })
    return reply.code(201).send({ cents: told.cents })
  })
}

function refused({ code, words }: { code: string; words: string }): Refusal {
  return new Refusal({ status: 409, code, detail: `${words} Nothing was changed.` })
}

function noSession(): Refusal {
  return new Refusal({ status: 404, code: 'session_not_found', detail: 'There is no such session.' })
}

function noPayment(): Refusal {
  const detail = 'No card paid this for the session. Look at its payments again; nothing was changed.'
  return new Refusal({ status: 404, code: 'payment_not_found', detail })
}
