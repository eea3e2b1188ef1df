import { z } from 'zod'
import { writePdf } from '../../libraries/paper/index.ts'
import { abilitiesOf } from '../practices/abilities-of.ts'
import { Refusal, type Routes } from '../routes.ts'
import { DecisionReply } from '../sessions/describe-decision.ts'
import { ownSession, practiceOfSession, type Session } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { describeExplanation } from './describe-explanation.ts'
import { explanationOf } from './explain-session-flow.ts'

const Params = z.object({ sessionId: z.uuid() })
const Query = z.strictObject({
  reason: z.string().trim().min(3).max(200).optional().describe('Why the operator’s staff look; they have to say it'),
})

const Cents = z.int().describe('Whole cents')
const Day = z.string().describe('YYYY-MM-DD')
const Moment = z.string().describe('UTC')
const Named = z.strictObject({ name: z.string(), value: z.string() })

const Posting = z.strictObject({
  id: z.uuid(),
  on: Day,
  recordedAt: Moment,
  kind: z.string(),
  what: z.string(),
  causedBy: z.string(),
  lines: z.array(z.strictObject({ debit: z.string(), credit: z.string(), cents: Cents })),
})

const ExplanationReply = z.strictObject({
  sessionId: z.uuid(),
  writtenOn: Day,
  session: z.array(Named),
  decision: z
    .strictObject({
      confirmedAt: Moment,
      version: z.int(),
      facts: z.array(Named),
      billing: DecisionReply,
      today: z
        .strictObject({ isSame: z.boolean(), words: z.string() })
        .describe('Whether the rules of today give the same answer to the facts of then'),
    })
    .nullable()
    .describe('Null while nothing has been confirmed'),
  money: z.strictObject({
    payerPaidCents: Cents,
    clientPaidCents: Cents,
    paidToYouCents: Cents,
    operatorKeptCents: Cents,
    absorbedCents: Cents,
    owedCents: Cents,
  }),
  payments: z.array(z.strictObject({ on: Day, from: z.string(), to: z.string(), cents: Cents })),
  postings: z.array(Posting),
  balances: z.array(z.strictObject({ account: z.string(), cents: Cents })).describe('Debits minus credits'),
  payouts: z.array(z.strictObject({ payout: z.array(Named), postings: z.array(Posting) })),
  files: z.array(z.strictObject({ on: Day, what: z.string(), name: z.string(), sha256: z.string() })),
  acknowledgements: z.array(z.strictObject({ on: Day, words: z.string() })),
  expected: z.array(z.strictObject({ on: Day.nullable(), words: z.string(), isLate: z.boolean() })),
})

type Asks = {
  db: Db
  who: Who
  params: { sessionId: string }
  query: { reason?: string | undefined }
  looksAt(record: { personId?: string; sessionId?: string; reason?: string; practiceId?: string }): void
}

/** GET /sessions/:sessionId/explanation, and the same as a PDF: to its practice, and to the operator with a reason. */
export const explanationRoutes: Routes = async (app, world) => {
  const asked = { params: Params, querystring: Query }
  const schema = {
    tags: ['sessions'],
    summary: 'Everything that explains a session: decision, payments, postings, files',
    ...asked,
    response: { 200: ExplanationReply },
  }
  app.get('/sessions/:sessionId/explanation', { schema }, (request) => explained(request, world))

  const pdf = { tags: ['sessions'], summary: 'The same as a document', ...asked, produces: ['application/pdf'] }
  app.get('/sessions/:sessionId/explanation.pdf', { schema: pdf }, async (request, reply) => {
    const bytes = await writePdf(describeExplanation(await explained(request, world)))
    return reply
      .type('application/pdf')
      .header('content-disposition', 'attachment; filename="explanation.pdf"')
      .send(Buffer.from(bytes))
  })
}

async function explained(request: Asks, world: World) {
  const session = await sessionAsked(request, world)
  const { reason } = request.query
  const { personId, id: sessionId, practiceId } = session
  request.looksAt({ personId, sessionId, practiceId, ...(reason === undefined ? {} : { reason }) })
  return explanationOf(request.db, world, session)
}

async function sessionAsked({ db, who, params, query }: Asks, world: World): Promise<Session> {
  if (who.practiceId !== world.operator) return ownSession(db, who, params.sessionId, 'money')
  if (query.reason === undefined) {
    const detail = 'Say for which reason you look at this session, as ?reason=…; it is written down with your name.'
    throw new Refusal({ status: 422, code: 'reason_missing', detail })
  }
  const practiceId = await practiceOfSession(db, params.sessionId)
  const detail = 'There is no such session.'
  if (practiceId === null) throw new Refusal({ status: 404, code: 'session_not_found', detail })
  return ownSession(db, { ...who, practiceId, may: abilitiesOf(['biller']) }, params.sessionId, 'money')
}
