import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { writePdf } from '../../libraries/paper/index.ts'
import { plansInForce } from '../contracts/index.ts'
import { licenceFamiliesOn } from '../coverage/index.ts'
import { membersOf, practicesAll } from '../practices/index.ts'
import type { Routes } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { recordStep } from './application-store.ts'
import { slotsOpen } from './call-flow.ts'
import { describeQuote } from './describe-quote.ts'
import { applicationNotFound, found } from './found-application-flow.ts'
import { type ApplicationSeen, applicationsSeen } from './joining-flow.ts'
import { makeGroup, openPractice } from './open-practice-flow.ts'
import { makeQuote } from './quote-flow.ts'

const Params = z.object({ applicationId: z.uuid() })
const QuoteParams = Params.extend({ quoteId: z.uuid() })
const Day = z.string().describe('YYYY-MM-DD')

const Line = z.strictObject({
  planName: z.string(),
  payerName: z.string(),
  state: z.string(),
  code: z.string(),
  modifiers: z.array(z.string()),
  cents: z.int(),
  until: Day.nullable(),
})

const FollowUpReply = z.strictObject({
  id: z.uuid(),
  why: z.enum(['call_passed', 'call_held', 'call_missed', 'quote_sent', 'stands_still', 'set_by_hand']),
  dueOn: Day,
  words: z.string().nullable(),
  standing: z.enum(['ahead', 'due_today', 'overdue']),
  memberId: z.uuid().nullable(),
  memberName: z.string().nullable(),
  because: z.enum(['owner', 'owner_away', 'owner_left', 'no_owner', 'nobody_here']),
})

const Seen = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['solo', 'new_group', 'solo_to_group']),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  practiceName: z.string(),
  clinicians: z.int(),
  licenceFamily: z.string(),
  licence: z.string(),
  licenceState: z.string(),
  licenceNumber: z.string().nullable(),
  npi: z.string().nullable(),
  states: z.array(z.string()),
  plans: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  words: z.string().nullable(),
  sentOn: Day,
  state: z.enum(['call_booked', 'no_call', 'call_passed', 'rates_told', 'opened', 'closed']),
  consultant: z.string().nullable(),
  callAt: z.string().nullable(),
  heldAt: z.string().nullable().describe('Another time that they chose with a second form'),
  zone: z.string().describe('The applicant’s'),
  followUps: z.array(FollowUpReply),
  quotes: z.array(z.strictObject({ id: z.uuid(), validOn: Day, licence: z.string(), lines: z.array(Line) })),
  steps: z.array(z.strictObject({ deed: z.string(), words: z.string(), at: z.string(), by: z.string() })),
  openedPracticeId: z.uuid().nullable(),
})
const OneReply = Seen.extend({
  families: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  allPlans: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  soloPractices: z.array(z.strictObject({ practiceId: z.uuid(), name: z.string() })),
  slots: z.array(z.string().describe('UTC')),
  consultants: z.array(z.strictObject({ memberId: z.uuid(), name: z.string() })),
})
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['joining']
const path = '/operations/joining'

/** The operator's side of joining: applications, notes, quotes, and the opening of a practice. */
export const joiningRoutes: Routes = async (app, world) => {
  const all = { schema: { tags, summary: 'Practices that want to join', response: { 200: z.array(Seen) } } }
  app.get(path, all, async ({ db }) => {
    const words = await wordsOf(db, world)
    return (await applicationsSeen(db, world)).map((each) => describe(each, words)).toReversed()
  })

  const one = { schema: { tags, summary: 'One of them', params: Params, response: { 200: OneReply } } }
  app.get(`${path}/:applicationId`, one, async ({ db, params }) => {
    const words = await wordsOf(db, world)
    const solo = (await practicesAll(db)).filter(({ kind }) => kind === 'solo')
    return {
      ...describe(await found(db, world, params.applicationId), words),
      families: [...words.families].map(([id, label]) => ({ id, label })),
      allPlans: [...words.plans].map(([id, name]) => ({ id, name })),
      soloPractices: solo.map(({ practiceId, name }) => ({ practiceId, name })),
      slots: (await slotsOpen(db, world)).map(({ startsAt }) => startsAt),
      consultants: (await membersOf(db, world.operator))
        .filter(({ standing }) => standing === 'active')
        .map(({ id, name }) => ({ memberId: id, name })),
    }
  })

  const step = z.strictObject({
    deed: z.enum(['noted', 'call_held', 'call_missed', 'closed']),
    words: z.string().trim().min(1, 'Write a few words').max(2000),
  })
  const stepped = { schema: { tags, summary: 'What was done', params: Params, body: step, response: { 201: Done } } }
  app.post(`${path}/:applicationId/steps`, stepped, async (request, reply) => {
    const { application } = await found(request.db, world, request.params.applicationId)
    const by = { id: world.ids.next(), at: world.clock.now(), by: request.who.userId, practiceId: world.operator }
    await recordStep(request.db, { ...request.body, ...by, applicationId: application.id })
    return reply.code(201).send({ done: true as const })
  })

  quoteRoutes(app, world)
  openingRoutes(app, world)
}

function quoteRoutes(app: Parameters<Routes>[0], world: World): void {
  const body = z.strictObject({
    licenceFamily: z.string().max(40),
    states: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1, 'Choose at least one state')
      .max(51),
    planIds: z.array(z.string().max(80)).max(200).describe('Empty: every plan'),
  })
  const made = z.strictObject({ id: z.uuid(), lines: z.int() })
  const quote = { schema: { tags, summary: 'Quote rates', params: Params, body, response: { 201: made } } }
  app.post(`${path}/:applicationId/quotes`, quote, async (request, reply) => {
    const { application } = await found(request.db, world, request.params.applicationId)
    const { id, lines } = await makeQuote(request.db, world, request.who.userId, { application, ...request.body })
    return reply.code(201).send({ id, lines: lines.length })
  })

  const paper = { tags, summary: 'A quote as a paper', params: QuoteParams, produces: ['application/pdf'] }
  app.get(`${path}/:applicationId/quotes/:quoteId/quote.pdf`, { schema: paper }, async (request, reply) => {
    const seen = await found(request.db, world, request.params.applicationId)
    const quoted = seen.quotes.find(({ id }) => id === request.params.quoteId)
    if (quoted === undefined) throw applicationNotFound()
    const { families } = await wordsOf(request.db, world)
    const { application, consultant } = seen
    const bytes = await writePdf(
      describeQuote({
        practiceName: application.practiceName,
        name: `${application.givenName} ${application.familyName}`,
        licence: families.get(quoted.licenceFamily) ?? quoted.licenceFamily,
        validOn: quoted.validOn,
        consultant: consultant ?? 'Evenkeel',
        lines: quoted.lines,
      }),
    )
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="rates-${quoted.validOn}.pdf"`)
      .send(Buffer.from(bytes))
  })
}

function openingRoutes(app: Parameters<Routes>[0], world: World): void {
  const Name = z.string().trim().min(1, 'The name of the practice is missing').max(120)
  const body = z.strictObject({ name: Name, npi: z.string().trim().max(10) })
  const opened = z.strictObject({ openedPracticeId: z.uuid() })
  const opening = { schema: { tags, summary: 'Open the practice', params: Params, body, response: { 201: opened } } }
  app.post(`${path}/:applicationId/openings`, opening, async (request, reply) => {
    const { application } = await found(request.db, world, request.params.applicationId)
    const made = await openPractice(request.db, world, request.who.userId, { application, ...request.body })
    return reply.code(201).send(made)
  })

  const group = z.strictObject({ name: Name, practiceId: z.uuid() })
  const grouping = {
    schema: { tags, summary: 'Make a solo practice a group', params: Params, body: group, response: { 201: Done } },
  }
  app.post(`${path}/:applicationId/groups`, grouping, async (request, reply) => {
    const { application } = await found(request.db, world, request.params.applicationId)
    await makeGroup(request.db, world, request.who.userId, { application, ...request.body })
    return reply.code(201).send({ done: true as const })
  })
}

type Words = { families: Map<string, string>; plans: Map<string, string> }

async function wordsOf(db: Db, world: World): Promise<Words> {
  const today = dateIn(world.clock.now(), world.zone)
  return {
    families: new Map((await licenceFamiliesOn(db, today)).map(({ id, label }) => [id, label])),
    plans: new Map((await plansInForce(db, today)).map(({ id, name }) => [id, name])),
  }
}

function describe(seen: ApplicationSeen, { families, plans }: Words): z.infer<typeof Seen> {
  const { application } = seen
  const { id, kind, email, phone, practiceName, clinicians, licenceFamily, licenceState, licenceNumber } = application
  const licenceOf = (family: string) => families.get(family) ?? family
  return {
    id,
    kind,
    name: `${application.givenName} ${application.familyName}`,
    email,
    phone,
    practiceName,
    clinicians,
    licenceFamily,
    licence: licenceOf(licenceFamily),
    licenceState,
    licenceNumber,
    npi: application.npi,
    states: application.states,
    plans: application.planIds.map((planId) => ({ id: planId, name: plans.get(planId) ?? planId })),
    words: application.words,
    sentOn: seen.sentOn,
    state: seen.state,
    consultant: seen.consultant,
    callAt: seen.callAt,
    quotes: seen.quotes.map((quote) => ({
      id: quote.id,
      validOn: quote.validOn,
      licence: licenceOf(quote.licenceFamily),
      lines: quote.lines,
    })),
    heldAt: seen.heldAt,
    zone: seen.zone,
    followUps: seen.followUps.map(({ ownerId: _, since: __, ...followUp }) => followUp),
    steps: seen.steps,
    openedPracticeId: seen.openedPracticeId,
  }
}
