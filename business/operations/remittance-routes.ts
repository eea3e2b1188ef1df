import { z } from 'zod'
import { judgeQuarantined, settleUnmatched } from '../remittances/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { Cents, Day, Moment, WorkReply } from './claim-routes.ts'
import { remittancePage, remittanceRows } from './remittance-page-flow.ts'

const states = ['posted', 'quarantined', 'set_aside', 'taken_in'] as const

const Row = z.strictObject({
  id: z.uuid(),
  trace: z.string(),
  payer: z.string(),
  paidOn: Day.nullable(),
  paid: Cents,
  state: z.enum(states),
  reason: z.string().nullable(),
  openCents: Cents.describe('What its clearing stands at: zero once deposit and claims are both there'),
  unmatched: z.int(),
  fileName: z.string(),
  recordedAt: Moment,
})

const ListReply = z.strictObject({
  count: z.int(),
  page: z.int(),
  pages: z.int(),
  paidCents: Cents,
  payers: z.array(z.string()),
  remittances: z.array(Row),
})

const CodeInWords = z.strictObject({ code: z.string(), words: z.string() })
const Adjustments = z.array(CodeInWords.extend({ cents: Cents }))
const Line = z.strictObject({
  procedure: z.string(),
  modifiers: z.array(z.string()),
  charge: Cents,
  paid: Cents,
  adjustments: Adjustments,
  remarks: z.array(CodeInWords),
  addsUp: z.boolean(),
})

const ClaimReply = z.strictObject({
  position: z.int(),
  claimControlNumber: z.string(),
  payerNumber: z.string(),
  status: CodeInWords,
  charge: Cents,
  paid: Cents,
  clientShare: Cents,
  adjustments: Adjustments,
  remarks: z.array(CodeInWords),
  lines: z.array(Line),
  addsUp: z.boolean(),
  ours: z
    .strictObject({ practiceId: z.uuid(), claimId: z.uuid(), sessionId: z.uuid(), practice: z.string() })
    .nullable(),
  unmatchedId: z.uuid().nullable(),
  became: z.enum(['posted', 'unmatched', 'matched', 'owed_back', 'nothing']),
  because: z.string().nullable(),
})

const PageReply = Row.extend({
  payee: z.string(),
  entity: z.string().nullable(),
  method: z.string(),
  file: z.strictObject({ id: z.uuid(), name: z.string(), sha256: z.string() }),
  because: z
    .enum(['unbalanced', 'payee_not_ours', 'same_trace_other_content', 'unreadable', 'unsupported_version'])
    .nullable(),
  difference: Cents.nullable(),
  findings: z.array(z.string()),
  claims: z.array(ClaimReply),
  outside: z.array(z.strictObject({ reason: z.string(), words: z.string(), reference: z.string(), cents: Cents })),
  claimsCents: Cents,
  outsideCents: Cents,
  restCents: Cents.describe('The payment less its claims, plus its adjustments: zero when it adds up'),
  over: z.strictObject({ unmatchedId: z.uuid(), cents: Cents, became: z.enum(['unmatched', 'owed_back']) }).nullable(),
  deposits: z.array(z.strictObject({ on: Day, cents: Cents })),
  judgement: z
    .strictObject({
      verdict: z.enum(['taken_in', 'set_aside']),
      reason: z.string(),
      at: Moment,
      by: z.string(),
      entity: z.string().nullable(),
    })
    .nullable(),
  mayBeTakenIn: z.boolean(),
  entities: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  item: z.string(),
  work: z.array(WorkReply),
})

const reason = z.string().trim().min(1).max(500)
const JudgementBody = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('set_aside'), reason }),
  z.strictObject({ verdict: z.literal('taken_in'), asEntity: z.string().min(1), reason }),
])
const JudgementReply = z.strictObject({
  posted: z.int().describe('Claims that were posted'),
  unmatched: z.int().describe('Claims whose money waits for a person'),
})
const SettlementBody = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('owed_back'), reason }),
  z.strictObject({ outcome: z.literal('matched'), practiceId: z.uuid(), claimId: z.uuid(), reason }),
])

const ListQuery = z.strictObject({
  state: z.enum([...states, 'open', 'unmatched']).optional(),
  payer: z.string().optional(),
  q: z.string().max(80).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

const perPage = 50
const notFound = new Set(['remittance_not_found', 'unmatched_not_found', 'claim_not_found', 'entity_not_found'])

/** GET /operations/remittances and one of them; POST what a person decides about it, or about money that matched nothing. */
export const remittanceRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const list = { tags, summary: 'Payments of payers', querystring: ListQuery, response: { 200: ListReply } }
  app.get('/operations/remittances', { schema: list }, async ({ db, query }) => {
    const all = await remittanceRows(db, world)
    const chosen = all.filter((row) => isChosen(row, query))
    const pages = Math.max(1, Math.ceil(chosen.length / perPage))
    const page = Math.min(query.page, pages)
    return {
      count: chosen.length,
      page,
      pages,
      paidCents: chosen.reduce((total, { paid }) => total + paid, 0),
      payers: [...new Set(all.map(({ payer }) => payer))].sort(),
      remittances: chosen.slice((page - 1) * perPage, page * perPage),
    }
  })

  const params = z.object({ remittanceId: z.uuid() })
  const one = { tags, summary: 'One payment, as it adds up', params, response: { 200: PageReply } }
  app.get('/operations/remittances/:remittanceId', { schema: one }, async ({ db, params: { remittanceId } }) => {
    const page = await remittancePage(db, world, remittanceId)
    if (page === null) throw refusal('remittance_not_found', 'There is no such remittance.')
    return page
  })

  const judge = { tags, summary: 'Takes a payment in, or sets it aside', params, body: JudgementBody }
  app.post(
    '/operations/remittances/:remittanceId/judgements',
    { schema: { ...judge, response: { 201: JudgementReply } } },
    async ({ db, who, params: { remittanceId }, body }, reply) => {
      const done = await judgeQuarantined(db, world, { ...body, transactionId: remittanceId, by: who.userId })
      if (done.outcome === 'refused') throw refusal(done.because, done.words)
      const posted = done.claims.filter(({ became }) => became !== 'unmatched').length
      return reply.code(201).send({ posted, unmatched: done.claims.length - posted })
    },
  )

  const unmatched = z.object({ unmatchedId: z.uuid() })
  const settled = z.strictObject({ unmatchedId: z.uuid() })
  const settle = { tags, summary: 'Matches money to a claim, or owes it back', params: unmatched, body: SettlementBody }
  app.post(
    '/operations/unmatched/:unmatchedId/settlements',
    { schema: { ...settle, response: { 201: settled } } },
    async ({ db, who, params: { unmatchedId }, body }, reply) => {
      const done = await settleUnmatched(db, world, { ...body, unmatchedId, by: who.userId })
      if (done.outcome === 'refused') throw refusal(done.because, done.words)
      return reply.code(201).send({ unmatchedId })
    },
  )
}

type Listed = Awaited<ReturnType<typeof remittanceRows>>[number]

function isChosen(row: Listed, { state, payer, q }: z.infer<typeof ListQuery>): boolean {
  const word = q.trim().toLowerCase()
  const isIn = word === '' || [row.trace, row.fileName, row.payer].some((text) => text.toLowerCase().includes(word))
  if (!isIn || (payer !== undefined && row.payer !== payer)) return false
  if (state === 'open') return row.openCents !== 0
  if (state === 'unmatched') return row.unmatched > 0
  return state === undefined || row.state === state
}

function refusal(code: string, detail: string): Refusal {
  return new Refusal({ status: notFound.has(code) ? 404 : 409, code, detail })
}
