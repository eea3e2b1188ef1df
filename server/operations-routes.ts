import { z } from 'zod'
import { pageQueue } from '../business/operations/page-queue.ts'
import { queueNames, type Waiting } from '../business/operations/queue-names.ts'
import { type OwnQueues, operationsQueues, summarize } from '../business/operations/queues-flow.ts'
import { Refusal, type Routes } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { addHours, dateIn } from '../libraries/calendar/index.ts'
import { lettersListed, lettersPerPage, refusedLetters } from './letter-list-store.ts'
import { troublesSince } from './trouble-store.ts'

const Cents = z.int().describe('Whole cents')
const Day = z.string().describe('YYYY-MM-DD')

const QueuesReply = z.array(
  z.strictObject({
    name: z.enum(queueNames),
    count: z.int(),
    cents: Cents.describe('What is at stake'),
    unowned: z.int().describe('How many of them nobody has taken'),
    nearestOn: Day.nullable().describe('The nearest deadline'),
  }),
)

const Row = z.strictObject({
  item: z.string().describe('Work on it is recorded under this'),
  reason: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  detail: z.string(),
  payer: z.string().nullable(),
  cents: Cents.nullable(),
  since: Day.nullable(),
  ageDays: z.int().nullable(),
  deadline: Day.nullable(),
  deadlineKind: z.string().nullable(),
  next: z.string().nullable(),
  page: z
    .strictObject({
      kind: z.enum([
        'claim',
        'remittance',
        'session',
        'unmatched',
        'clinician',
        'application',
        'admin_request',
        'document',
        'removal',
        'deletion',
      ]),
      practiceId: z.uuid().nullable(),
      id: z.string(),
    })
    .nullable(),
  owner: z.strictObject({ memberId: z.uuid(), name: z.string() }).nullable(),
  waitsUntil: Day.nullable(),
  lastWords: z.string().nullable(),
})

const QueueReply = z.strictObject({
  total: z.int(),
  count: z.int(),
  page: z.int(),
  pages: z.int(),
  cents: Cents,
  payers: z.array(z.string()),
  reasons: z.array(z.string()),
  owners: z.array(z.strictObject({ memberId: z.uuid(), name: z.string() })),
  rows: z.array(Row),
})

const QueueQuery = z.strictObject({
  sort: z.enum(['deadline', 'age', 'amount']).default('deadline'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  payer: z.string().optional(),
  owner: z.string().optional(),
  reason: z.string().optional(),
})

const states = ['waits', 'sent', 'kept', 'refused', 'failed'] as const

const MailReply = z.strictObject({
  count: z.int(),
  page: z.int(),
  pages: z.int(),
  byState: z.record(z.enum(states), z.int()),
  letters: z.array(
    z.strictObject({
      id: z.uuid(),
      practiceId: z.uuid(),
      practiceName: z.string(),
      to: z.string(),
      subject: z.string(),
      body: z.string(),
      about: z.string().nullable(),
      recordedAt: z.string(),
      state: z.enum(states),
      detail: z.string().nullable(),
      triedAt: z.string().nullable(),
      attempts: z.int(),
    }),
  ),
})

/** GET /operations/queues, /operations/queues/:queue, /operations/mail, /operations/files/:fileId. */
export const operationsRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const all = { tags, summary: 'What waits, queue by queue', response: { 200: QueuesReply } }
  app.get('/operations/queues', { schema: all }, async ({ db }) =>
    summarize(await operationsQueues(db, world, await ownQueues(db, world))),
  )

  const params = z.object({ queue: z.enum(queueNames) })
  const one = { tags, summary: 'One queue', params, querystring: QueueQuery, response: { 200: QueueReply } }
  app.get('/operations/queues/:queue', { schema: one }, async ({ db, params: { queue }, query }) => {
    const queues = await operationsQueues(db, world, await ownQueues(db, world))
    return pageQueue(queues[queue], query)
  })

  const mailQuery = z.strictObject({
    state: z.enum(states).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  })
  const mail = { tags, summary: 'Every letter of the house', querystring: mailQuery, response: { 200: MailReply } }
  app.get('/operations/mail', { schema: mail }, async ({ db, query: { state = null, page } }) => {
    const listed = await lettersListed(db, { state, page })
    return { ...listed, page, pages: Math.max(1, Math.ceil(listed.count / lettersPerPage)) }
  })

  fileRoute(app, world)
}

type App = Parameters<Routes>[0]

/** A file that came or went, byte for byte. It holds what payers and banks said of many: only the operator has it. */
function fileRoute(app: App, world: World): void {
  const params = z.object({ fileId: z.uuid() })
  const querystring = z.strictObject({
    reason: z.string().trim().min(3).max(200).optional().describe('Why it is opened; it is written down'),
  })
  const schema = { tags: ['operations'], summary: 'A file, byte for byte, with a reason', params, querystring }
  app.get('/operations/files/:fileId', { schema }, async (request, reply) => {
    const { reason } = request.query
    if (reason === undefined) throw reasonMissing()
    request.looksAt({ reason })
    const file = await world.files.find(request.db, request.params.fileId)
    if (file === null) throw new Refusal({ status: 404, code: 'file_not_found', detail: 'There is no such file.' })
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`)
      .send(Buffer.from(file.bytes))
  })
}

function reasonMissing(): Refusal {
  const detail =
    'A file holds records of many clients. Say for which reason you open it, as ?reason=…; it is written down with your name.'
  return new Refusal({ status: 422, code: 'reason_missing', detail })
}

const hoursOfTroubles = 14 * 24
const plain = { code: null, payer: null, cents: null, deadline: null, deadlineKind: null, page: null }

/** What waits in the house itself: letters that were refused, and what jobs could not do. */
async function ownQueues(db: Db, world: World): Promise<OwnQueues> {
  const since = addHours(world.clock.now(), -hoursOfTroubles)
  const troubles = await troublesSince(db, world.operator, since)
  const letters = await refusedLetters(db)
  return {
    refusedMail: letters.map(
      (letter): Waiting => ({
        ...plain,
        item: `mail ${letter.id}`,
        reason: letter.detail ?? 'The address does not take mail',
        name: letter.to,
        detail: letter.subject,
        since: dateIn(letter.triedAt ?? letter.recordedAt, world.zone),
        movedAt: letter.triedAt ?? letter.recordedAt,
        next: 'Find the right address',
      }),
    ),
    troubles: troubles.map(
      (trouble): Waiting => ({
        ...plain,
        item: `trouble ${trouble.id}`,
        reason: trouble.message,
        name: trouble.deed.replaceAll('-', ' '),
        detail: trouble.subject === 'tick' ? '' : trouble.subject,
        since: dateIn(trouble.at, world.zone),
        movedAt: trouble.at,
        next: 'Look into it',
      }),
    ),
  }
}
