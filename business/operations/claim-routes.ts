import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { claimStatuses } from '../claims/claim-status.ts'
import { Refusal, type Routes } from '../routes.ts'
import { claimPage } from './claim-page-flow.ts'
import { findClaims } from './claim-search-flow.ts'
import { resubmit } from './resubmission-flow.ts'
import { openingReason } from './work-store.ts'
import { writeOff } from './write-off-flow.ts'

export const Cents = z.int().describe('Whole cents')
export const Day = z.string().describe('YYYY-MM-DD')
export const Moment = z.string().describe('UTC')

const Found = z.strictObject({
  practiceId: z.uuid(),
  claimId: z.uuid(),
  controlNumber: z.string(),
  client: z.string().describe('The given name and one letter'),
  practice: z.string(),
  payer: z.string(),
  serviceOn: Day,
  charge: Cents,
  status: z.enum(claimStatuses),
  lastOn: Day.nullable(),
})

const FoundReply = z.strictObject({
  count: z.int(),
  isCut: z.boolean().describe('More were found than were looked at'),
  page: z.int(),
  pages: z.int(),
  claims: z.array(Found),
})

const File = z.strictObject({ id: z.uuid(), name: z.string(), sha256: z.string() })
const CodeInWords = z.strictObject({ code: z.string(), words: z.string() })
export const WorkReply = z.strictObject({
  deed: z.enum(['taken', 'handed_back', 'noted', 'waits', 'appealed', 'resolved']),
  words: z.string().nullable(),
  until: Day.nullable(),
  owner: z.string().nullable(),
  by: z.string(),
  at: Moment,
})

const ClaimRecord = z.strictObject({
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  dateOfBirth: Day,
  sex: z.string(),
  memberId: z.string(),
  groupNumber: z.string().nullable(),
  address: z.string(),
  clinician: z.string(),
  diagnoses: z.array(z.string()),
  lines: z.array(
    z.strictObject({ code: z.string(), modifiers: z.array(z.string()), units: z.number(), charge: Cents }),
  ),
})

const PageReply = z.strictObject({
  practiceId: z.uuid(),
  practice: z.string(),
  claimId: z.uuid(),
  sessionId: z.uuid(),
  controlNumber: z.string(),
  payer: z.string(),
  status: z.enum(claimStatuses),
  reason: z.string(),
  code: z.string().nullable(),
  charge: Cents,
  serviceOn: Day,
  heldUntil: Day.nullable(),
  deadlines: z.array(z.strictObject({ kind: z.string(), on: Day })),
  client: z.strictObject({ personId: z.uuid(), name: z.string() }),
  record: ClaimRecord.nullable().describe('Null until whoever asks has said today why they open it'),
  events: z.array(
    z.strictObject({
      kind: z.string(),
      on: Day,
      at: Moment,
      words: z.string(),
      codes: z.array(CodeInWords),
      file: File.nullable(),
    }),
  ),
  submissions: z.array(
    z.strictObject({
      attempt: z.int(),
      file: File,
      recordedAt: Moment,
      frequency: z.enum(['1', '7', '8']),
      because: z.string().nullable(),
      segments: z.string().nullable(),
    }),
  ),
  answers: z.array(
    z.strictObject({
      transactionId: z.uuid(),
      kind: z.enum(['answer', 'denial', 'reversal', 'information']),
      on: Day,
      charge: Cents,
      paid: Cents,
      clientShare: Cents,
      payerNumber: z.string().nullable(),
      adjustments: z.array(CodeInWords.extend({ cents: Cents })),
    }),
  ),
  money: z.strictObject({
    payerPaidCents: Cents,
    clientPaidCents: Cents,
    paidToYouCents: Cents,
    operatorKeptCents: Cents,
    absorbedCents: Cents,
    owedCents: Cents,
  }),
  resubmission: z.union([
    z.strictObject({ may: z.literal(true), frequency: z.enum(['1', '7']) }),
    z.strictObject({ may: z.literal(false), words: z.string() }),
  ]),
  payerNumber: z.string().nullable(),
  item: z.string(),
  work: z.array(WorkReply),
})

const ClaimParams = z.object({ practiceId: z.uuid(), claimId: z.uuid() })

const word = z.string().trim().min(1).max(80)
const ResubmissionBody = z.strictObject({
  because: z.string().trim().min(1).max(500),
  payerNumber: z.string().trim().min(1).max(50).nullable().default(null),
  correction: z
    .strictObject({
      memberId: word.optional(),
      groupNumber: word.nullable().optional(),
      subscriber: z
        .strictObject({
          givenName: word.optional(),
          familyName: word.optional(),
          sex: z.enum(['F', 'M', 'U']).optional(),
        })
        .optional(),
    })
    .default({}),
})

const ManyBody = z.strictObject({
  because: z.string().trim().min(1).max(500),
  claims: z
    .array(z.strictObject({ practiceId: z.uuid(), claimId: z.uuid() }))
    .min(1)
    .max(200),
})

const Resubmitted = z.strictObject({ claimId: z.uuid(), attempt: z.int(), frequency: z.enum(['1', '7']) })
const ManyReply = z.strictObject({
  sent: z.array(Resubmitted),
  refused: z.array(z.strictObject({ claimId: z.uuid(), because: z.string(), words: z.string() })),
})

const WrittenOffReply = z.strictObject({
  written: z.array(z.strictObject({ claimId: z.uuid(), cents: Cents })),
  refused: z.array(z.strictObject({ claimId: z.uuid(), because: z.string(), words: z.string() })),
})

/** GET /operations/claims and one of them; POST its resubmissions, one by one or many at once, and what is given up. */
export const claimRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const querystring = z.strictObject({
    q: z.string().max(200).default(''),
    status: z.enum(claimStatuses).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  })
  const search = { tags, summary: 'Claims by whatever is known of them', querystring, response: { 200: FoundReply } }
  app.get('/operations/claims', { schema: search }, ({ db, query: { q, status = null, page } }) =>
    findClaims(db, { typed: q, status, page }),
  )

  const shown = { tags, summary: 'One claim: its life, its files, its money', params: ClaimParams }
  app.get(
    '/operations/claims/:practiceId/:claimId',
    { schema: { ...shown, response: { 200: PageReply } } },
    async (request) => {
      const page = await claimPage(request.db, world, request.who, request.params)
      if (page === null) throw notFound()
      const { practiceId, sessionId, client } = page
      const opening = { practiceId: world.operator, userId: request.who.userId, personId: client.personId }
      const reason = await openingReason(request.db, { ...opening, on: dateIn(world.clock.now(), world.zone) })
      request.looksAt({ personId: client.personId, sessionId, practiceId, ...(reason === null ? {} : { reason }) })
      return page
    },
  )

  const one = { tags, summary: 'Sends a claim again', params: ClaimParams, body: ResubmissionBody }
  app.post(
    '/operations/claims/:practiceId/:claimId/resubmissions',
    { schema: { ...one, response: { 201: Resubmitted } } },
    async (request, reply) => {
      const done = await resubmit(request.db, world, request.who, { ...request.params, ...request.body })
      if (done.outcome === 'refused') {
        if (done.because === 'claim_not_found') throw notFound()
        throw new Refusal({ status: 422, code: done.because, detail: `${done.words} Nothing was sent.` })
      }
      const { outcome: _, ...sent } = done
      return reply.code(201).send(sent)
    },
  )

  const many = { tags, summary: 'Sends many claims again as they are', body: ManyBody, response: { 201: ManyReply } }
  app.post('/operations/resubmissions', { schema: many }, async (request, reply) => {
    const { claims, because } = request.body
    const answers = []
    for (const claim of claims) {
      const asked = { ...claim, correction: {}, payerNumber: null, because }
      answers.push(await resubmit(request.db, world, request.who, asked))
    }
    return reply.code(201).send({
      sent: answers.flatMap((one) => {
        if (one.outcome === 'refused') return []
        return [{ claimId: one.claimId, attempt: one.attempt, frequency: one.frequency }]
      }),
      refused: answers.flatMap((one) => {
        if (one.outcome !== 'refused') return []
        return [{ claimId: one.claimId, because: one.because, words: one.words }]
      }),
    })
  })

  const loss = { tags, summary: 'Gives up what payers have not paid of claims', body: ManyBody }
  app.post(
    '/operations/write-offs',
    { schema: { ...loss, response: { 201: WrittenOffReply } } },
    async (request, reply) => {
      const { claims, because } = request.body
      const answers = []
      for (const claim of claims) answers.push(await writeOff(request.db, world, request.who, { ...claim, because }))
      return reply.code(201).send({
        written: answers.flatMap((one) =>
          one.outcome === 'written_off' ? [{ claimId: one.claimId, cents: one.cents }] : [],
        ),
        refused: answers.flatMap((one) =>
          one.outcome === 'refused' ? [{ claimId: one.claimId, because: one.because, words: one.words }] : [],
        ),
      })
    },
  )
}

function notFound(): Refusal {
  return new Refusal({ status: 404, code: 'claim_not_found', detail: 'There is no such claim.' })
}
