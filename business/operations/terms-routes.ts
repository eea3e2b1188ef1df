import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { payersAll, plansAll } from '../contracts/index.ts'
import { areaEditionOn } from '../coverage/index.ts'
import { Day } from '../credentialing/credentialing-change.ts'
import { Refusal, type Routes } from '../routes.ts'
import { EffectReply, effectReply } from '../sessions/describe-effect.ts'
import { changeTerms, weighTerms } from './change-terms-flow.ts'
import { WeighedReply } from './credentialing-entry-routes.ts'

const State = z.string().regex(/^[A-Z]{2}$/)
const County = z.string().regex(/^\d{5}$/)
const AcceptedStates = z.union([z.literal('all'), z.array(State).max(56)])

const TermsChange = z.union([
  z.strictObject({
    kind: z.literal('plan_terms'),
    planId: z.string().min(1).max(200),
    from: Day,
    blueCard: z.boolean(),
    acceptedStates: AcceptedStates,
  }),
  z.strictObject({
    kind: z.literal('service_area'),
    licenseeId: z.string().min(1).max(60),
    from: Day,
    area: z.strictObject({
      state: State,
      holds: z.enum(['whole_state', 'whole_state_except', 'counties']),
      counties: z.array(County).max(400).default([]),
      except: z.array(County).max(400).default([]),
    }),
  }),
])

const PlanReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  payer: z.string(),
  networkId: z.string(),
  isBlue: z.boolean(),
  terms: z.array(
    z.strictObject({
      from: z.string(),
      until: z.string().nullable(),
      blueCard: z.boolean(),
      acceptedStates: AcceptedStates,
      source: z.string(),
    }),
  ),
})

const LicenseeReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  certainty: z.enum(['certain', 'likely', 'to_verify']),
  source: z.string(),
  areas: z.array(
    z.strictObject({
      state: z.string(),
      holds: z.enum(['whole_state', 'whole_state_except', 'counties']),
      counties: z.array(z.string()),
      except: z.array(z.string()),
      inPart: z.array(z.string()),
    }),
  ),
})

/** Plans with their dated terms and the Blue licensees' areas; what a change of them would turn around, and the change. */
export const termsRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const plans = { tags, summary: 'Plans with their terms', response: { 200: z.array(PlanReply) } }
  app.get('/operations/plans', { schema: plans }, async ({ db }) => {
    const payers = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
    return (await plansAll(db)).map(({ payerId, terms, ...plan }) => ({
      ...plan,
      payer: payers.get(payerId) ?? payerId,
      terms: [...terms],
    }))
  })

  const areas = { tags, summary: 'The Blue licensees and their areas today', response: { 200: z.array(LicenseeReply) } }
  app.get('/operations/service-areas', { schema: areas }, async ({ db }) => {
    const { licensees } = await areaEditionOn(db, dateIn(world.clock.now(), world.zone))
    return licensees.map(({ id, name, certainty, source, areas: of }) => ({
      id,
      name,
      certainty,
      source,
      areas: of.map(({ state, holds, counties = [], except = [], inPart = [] }) => {
        return {
          state,
          holds,
          counties: [...counties],
          except: [...except],
          inPart: inPart.map(({ county }) => county),
        }
      }),
    }))
  })

  const tried = {
    tags,
    summary: 'Which sessions further terms would turn around; nothing is recorded',
    body: z.strictObject({ change: TermsChange }),
    response: { 200: WeighedReply },
  }
  app.post('/operations/terms-effects', { schema: tried }, async ({ db, body }) => {
    const { effect, refusal } = await weighTerms(db, world, body.change)
    return { ...effectReply(effect), refusal }
  })

  const made = {
    tags,
    summary: 'Records further terms from a day on',
    body: z.strictObject({ change: TermsChange, reason: z.string().trim().min(3).max(500) }),
    response: { 201: z.strictObject({ effect: EffectReply }) },
  }
  app.post('/operations/terms-changes', { schema: made }, async ({ db, body }, reply) => {
    const done = await changeTerms(db, world, body)
    if ('refusal' in done) {
      const { code, words } = done.refusal
      throw new Refusal({ status: 422, code, detail: `${words} Nothing was saved.`, because: [done.refusal] })
    }
    return reply.code(201).send({ effect: effectReply(done.effect) })
  })
}
