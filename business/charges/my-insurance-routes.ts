import { z } from 'zod'
import { calendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { zero } from '../../libraries/money/index.ts'
import {
  changePerson,
  locationsInForce,
  notListed,
  type PolicyQuestion,
  personById,
  policiesOf,
  policyQuestions,
  recordLocation,
  recordPolicy,
} from '../clients/index.ts'
import { questionReasons } from '../clients/question-reasons.ts'
import { planInForce, plansInForce } from '../contracts/index.ts'
import { onlyCountyOf } from '../coverage/locate-address.ts'
import { checkAddress } from '../practices/check-address.ts'
import { Refusal, type Routes } from '../routes.ts'
import type { Client, Db, World } from '../world.ts'

const Params = z.object({ personId: z.uuid() })
const Made = z.strictObject({ id: z.uuid() })
const Day = z.string().refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
const Holder = z.strictObject({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  dateOfBirth: Day,
})

const InsuranceReply = z.strictObject({
  plans: z.array(z.strictObject({ id: z.string(), name: z.string(), asksSuitcase: z.boolean() })),
  policies: z
    .array(
      z.strictObject({
        id: z.uuid(),
        planName: z.string(),
        isListed: z.boolean(),
        memberId: z.string(),
        groupNumber: z.string().nullable(),
        coverage: z.enum(['active', 'inactive', 'unverified']),
        holder: Holder.nullable().describe('null: yourself'),
        suitcase: z.boolean().nullable(),
        from: z.string(),
        until: z.string().nullable().describe('The first day on which it counts no more'),
        question: z
          .strictObject({
            id: z.uuid(),
            reason: z.enum(questionReasons),
            words: z.string().nullable(),
            askedAt: z.string(),
            isAnswered: z.boolean(),
          })
          .nullable()
          .describe('What could not be confirmed, and is asked of you; null while nothing is'),
      }),
    )
    .describe('The one that counts last first; each counts until the next one begins'),
})

const PolicyBody = z.strictObject({
  planId: z.string().max(80).nullable().describe('null: not on the list'),
  planAsTold: z.string().trim().max(120).nullable(),
  memberId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9 -]{2,40}$/, 'Write the member ID as it is printed on the card'),
  groupNumber: z.string().trim().max(40).nullable(),
  suitcase: z.boolean().nullable(),
  holder: Holder.nullable(),
  from: Day,
  sex: z.enum(['F', 'M', 'U']),
  address: z
    .strictObject({
      street: z.string().trim().max(120),
      city: z.string().trim().max(60),
      state: z.string().max(2),
      zip: z.string().trim().max(9),
    })
    .nullable()
    .describe('As the insurer knows it; null: as it is known here'),
})

const tags = ['your account']
const path = '/clients/:personId/insurance'

/** GET and POST /clients/:personId/insurance: plans, what the card says now and said before; a new one waits to be checked. */
export const myInsuranceRoutes: Routes = async (app, world) => {
  const listed = { params: Params, response: { 200: InsuranceReply } }
  app.get(path, { schema: { tags, summary: 'Your insurance', ...listed } }, async ({ db, client: { personId } }) => {
    const plans = await plansInForce(db, dateIn(world.clock.now(), world.zone))
    const questions = await policyQuestions(db, [personId])
    const names = new Map(plans.map(({ id, name }) => [id, name]))
    return {
      plans: plans
        .map(({ id, name, isBlue }) => ({ id, name, asksSuitcase: isBlue }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      policies: (await policiesOf(db, personId)).map(({ planId, planAsTold, copay: _, personId: __, ...policy }) => ({
        ...policy,
        planName: names.get(planId) ?? planAsTold ?? planId,
        isListed: planId !== notListed,
        question: policy.coverage === 'unverified' ? questionOf(questions, policy.id) : null,
      })),
    }
  })

  const added = { params: Params, body: PolicyBody, response: { 201: Made } }
  app.post(path, { schema: { tags, summary: 'New insurance', ...added } }, async (request, reply) => {
    const { client, db, body } = request
    const { planId, planAsTold, holder, sex, address, from, ...card } = body
    if (planId !== null && (await planInForce(db, planId, calendarDate(from))) === null) throw noSuchPlan()
    if (planId === null && (planAsTold ?? '') === '') throw noPlanNamed()
    await recordAddress(db, world, client, { sex, address })
    const id = world.ids.next()
    await recordPolicy(db, {
      ...card,
      personId: client.personId,
      id,
      planId: planId ?? notListed,
      planAsTold: planId === null ? planAsTold : null,
      holder: holder === null ? null : { ...holder, dateOfBirth: calendarDate(holder.dateOfBirth) },
      // What a visit costs is the payer's answer, which comes with the check.
      copay: zero,
      during: { from: calendarDate(from), until: null },
      recordedAt: world.clock.now(),
      recordedBy: client.userId,
    })
    return reply.code(201).send({ id })
  })
}

function questionOf(questions: readonly PolicyQuestion[], id: string) {
  const question = questions.find(({ policyId }) => policyId === id)
  if (question === undefined) return null
  const { id: asked, reason, words, askedAt, answer } = question
  return { id: asked, reason, words, askedAt, isAnswered: answer !== null }
}

/** The address goes to the person, and is the first place where they take sessions unless they named one. */
async function recordAddress(
  db: Db,
  world: World,
  { personId, userId }: Client,
  { sex, address }: Pick<z.output<typeof PolicyBody>, 'sex' | 'address'>,
): Promise<void> {
  const person = await personById(db, personId)
  if (person === null) throw new Error('a login holds nobody')
  if (address === null && person.street === null) throw addressMissing([])
  const because = address === null ? [] : checkAddress({ label: 'Home', ...address })
  if (because.length > 0) throw addressMissing(because)
  const at = world.clock.now()
  const today = dateIn(at, world.zone)
  if (address !== null || sex !== person.sex) {
    await changePerson(db, world, { before: person, after: { ...person, ...address, sex }, by: userId })
  }
  if (address === null || (await locationsInForce(db, [personId], today)).length > 0) return
  const known = { countyFips: onlyCountyOf(address), servedBy: null }
  const place = { ...address, ...known, personId, id: world.ids.next(), label: 'Home' }
  const during = { from: today, until: null }
  await recordLocation(db, { ...place, during, recordedAt: at, recordedBy: userId })
}

function noSuchPlan(): Refusal {
  const detail = 'This plan is not on our list on that day. Choose another one, or “My plan is not listed”.'
  return new Refusal({ status: 422, code: 'plan_not_found', detail: `${detail} Nothing was recorded.` })
}

function noPlanNamed(): Refusal {
  const detail = 'Write the name of the plan as it stands on the card. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'plan_not_named', detail })
}

function addressMissing(because: ReturnType<typeof checkAddress>): Refusal {
  const detail = 'The address is not whole yet; a claim needs it. Nothing was recorded.'
  return new Refusal({ status: 422, code: 'address_incomplete', detail, because })
}
