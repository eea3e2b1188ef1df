import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import {
  cardPhotosOf,
  insuranceCheckedLetter,
  languageOf,
  notListed,
  peopleByIds,
  personById,
  policiesOf,
  policyQuestions,
  recordPolicy,
  recordPolicyCheck,
  uncheckedPolicies,
} from '../clients/index.ts'
import { questionReasons } from '../clients/question-reasons.ts'
import { planInForce, plansInForce } from '../contracts/index.ts'
import { Refusal, type Routes } from '../routes.ts'

const CheckReply = z.strictObject({
  policyId: z.uuid(),
  personId: z.uuid(),
  clientName: z.string(),
  dateOfBirth: z.string().nullable(),
  planId: z.string().nullable().describe('null: the client says that it is not on our list'),
  planName: z.string(),
  memberId: z.string(),
  groupNumber: z.string().nullable(),
  suitcase: z.boolean().nullable(),
  recordedAt: z.string(),
  askedAt: z.string().nullable().describe('When a practice last asked for the check'),
  holder: z
    .strictObject({ givenName: z.string(), familyName: z.string(), dateOfBirth: z.string() })
    .nullable()
    .describe('Null: the client'),
  address: z.string().nullable(),
  photos: z.array(z.strictObject({ id: z.uuid(), side: z.enum(['front', 'back']), contentType: z.string() })),
  question: z
    .strictObject({
      reason: z.enum(questionReasons),
      words: z.string().nullable(),
      askedAt: z.string(),
      answer: z.strictObject({ words: z.string().nullable(), at: z.string() }).nullable(),
    })
    .nullable()
    .describe('What the client was asked again, and what they said'),
})
const Params = z.object({ policyId: z.uuid() })
const FoundBody = z.strictObject({
  personId: z.uuid(),
  coverage: z.enum(['active', 'inactive']),
  copayCents: z.int().min(0).nullable().describe('What the payer says a visit costs the client; null: it said nothing'),
  planId: z.string().max(80).nullable().describe('Which plan of ours it is, where the client did not find it'),
  source: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Where this is from: the payer’s portal, a call, with its reference'),
})

const tags = ['operations']

/**
 * GET /operations/coverage-checks and POST on one: insurance that a client entered waits here until somebody of the
 * operator has asked the payer. The client is written to; what was found stands behind their sign-in only.
 */
export const coverageCheckRoutes: Routes = async (app, world) => {
  const path = '/operations/coverage-checks'
  const today = () => dateIn(world.clock.now(), world.zone)
  const listed = { response: { 200: z.array(CheckReply) } }
  app.get(path, { schema: { tags, summary: 'Insurance that waits to be checked', ...listed } }, async (request) => {
    const { db } = request
    const waiting = await uncheckedPolicies(db, today())
    const reason = 'Insurance waits to be checked with the payer'
    for (const personId of new Set(waiting.map((each) => each.personId))) request.looksAt({ personId, reason })
    const people = new Map(
      (
        await peopleByIds(
          db,
          waiting.map(({ personId }) => personId),
        )
      ).map((person) => [person.personId, person]),
    )
    const plans = new Map((await plansInForce(db, today())).map(({ id, name }) => [id, name]))
    const questions = await policyQuestions(db, [...people.keys()])
    const rows = waiting.map(async ({ id, planId, planAsTold, ...policy }) => {
      const person = people.get(policy.personId)
      const entered = (await policiesOf(db, policy.personId)).find((each) => each.id === id)
      const question = questions.find(({ policyId }) => policyId === id) ?? null
      return {
        ...policy,
        holder: entered?.holder ?? null,
        address: person?.street == null ? null : `${person.street}, ${person.city}, ${person.state} ${person.zip}`,
        photos: (await cardPhotosOf(db, policy.personId)).map((photo) => {
          return { id: photo.id, side: photo.side, contentType: photo.contentType }
        }),
        question:
          question === null
            ? null
            : { reason: question.reason, words: question.words, askedAt: question.askedAt, answer: question.answer },
        policyId: id,
        clientName: person === undefined ? '' : `${person.givenName} ${person.familyName}`,
        dateOfBirth: person?.dateOfBirth ?? null,
        planId: planId === notListed ? null : planId,
        planName: plans.get(planId) ?? planAsTold ?? planId,
      }
    })
    return Promise.all(rows)
  })

  const found = { params: Params, body: FoundBody, response: { 201: z.strictObject({ id: z.uuid() }) } }
  const summary = 'What the payer said about a client’s insurance'
  app.post(`${path}/:policyId`, { schema: { tags, summary, ...found } }, async (request, reply) => {
    const { db, body } = request
    const { personId, coverage, copayCents, planId, source } = body
    request.looksAt({ personId, reason: `Insurance was checked: ${source}` })
    const policy = (await policiesOf(db, personId)).find(({ id }) => id === request.params.policyId)
    const person = await personById(db, personId)
    if (policy === undefined || person === null) throw noSuchPolicy()
    if (planId !== null && (await planInForce(db, planId, today())) === null) throw noSuchPlan()
    if (coverage === 'active' && policy.planId === notListed && planId === null) throw whichPlan()
    const at = world.clock.now()
    const copay = copayCents === null ? null : cents(copayCents)
    let policyId = policy.id
    if (planId !== null && planId !== policy.planId) {
      // What the client said stays; from the same day on it counts under the plan that it is.
      policyId = world.ids.next()
      const { from, until, coverage: _, planAsTold: __, ...said } = policy
      const card = { ...said, id: policyId, planId, recordedBy: request.who.userId, recordedAt: at }
      await recordPolicy(db, { ...card, during: { from, until } })
    }
    const id = world.ids.next()
    const check = { personId, policyId, id, coverage, checkedOn: today(), source, copay, recordedAt: at }
    await recordPolicyCheck(db, check)
    if (person.email !== null) {
      const letter = {
        ...insuranceCheckedLetter(person, await languageOf(db, personId)),
        to: person.email,
        about: `person ${personId}`,
      }
      await world.mail.post(db, { ...letter, practiceId: world.operator })
    }
    return reply.code(201).send({ id })
  })
}

function noSuchPolicy(): Refusal {
  const detail = 'This insurance is not on file for this client any more. Load the page again; nothing was recorded.'
  return new Refusal({ status: 404, code: 'policy_not_found', detail })
}

function noSuchPlan(): Refusal {
  const detail = 'This plan is not on our list today. Choose another one; nothing was recorded.'
  return new Refusal({ status: 422, code: 'plan_not_found', detail })
}

function whichPlan(): Refusal {
  const detail = 'The client did not find their plan. Say which plan of ours it is, or that it is not accepted.'
  return new Refusal({ status: 422, code: 'plan_not_named', detail: `${detail} Nothing was recorded.` })
}
