import { z } from 'zod'
import { cents } from '../../libraries/money/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { Cents, Day } from './claim-routes.ts'
import { yearsOfContract } from './contract-years-flow.ts'
import { contractPage, contractRows, previewRate, setRate } from './contracts-flow.ts'
import { DayAsked, PreviewReply } from './settings-routes.ts'

const Row = z.strictObject({
  id: z.string(),
  payer: z.string(),
  networkId: z.string(),
  state: z.string(),
  entity: z.string(),
  from: Day,
  until: Day.nullable(),
  noticeDays: z.int(),
  source: z.string(),
  plans: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})

const Period = z.strictObject({ from: Day, until: Day.nullable(), cents: Cents, source: z.string() })

const PageReply = Row.extend({
  services: z.array(
    z.strictObject({
      licenceFamily: z.string(),
      code: z.string(),
      modifiers: z.array(z.string()),
      payer: z.array(Period),
      provider: z.array(Period),
    }),
  ),
})

const Care = z.strictObject({
  sessions: z.int(),
  clients: z.int(),
  clinicians: z.int(),
  areas: z.int().describe('ZIP codes in which clients were seen'),
  families: z.array(z.string()),
  special: z.int(),
  crisis: z.int(),
  newClients: z.int(),
  medianWaitDays: z.int().nullable(),
  thirtyDaysOver: z.int(),
  cameAgain: z.int(),
  confirmedInTime: z.int(),
  claimsSent: z.int(),
  claimsClean: z.int(),
})

const YearsReply = z.strictObject({
  id: z.string(),
  payer: z.string(),
  state: z.string(),
  from: Day,
  until: Day.nullable(),
  years: z.array(
    z.strictObject({
      year: z.int(),
      from: Day,
      until: Day,
      care: Care,
      money: z.strictObject({
        payerPaid: Cents,
        clientsPaid: Cents,
        owed: Cents,
        practices: Cents,
        kept: Cents,
        absorbed: Cents,
      }),
      rates: z.array(
        z.strictObject({
          licenceFamily: z.string(),
          code: z.string(),
          modifiers: z.array(z.string()),
          count: z.int(),
          payer: Cents.nullable(),
          provider: Cents.nullable(),
          payerBefore: Cents.nullable(),
        }),
      ),
    }),
  ),
})

/** A network's year for anyone: every figure may be missing where few people stand behind it. */
export const NetworkYearsReply = z.array(z.strictObject({ year: z.int(), care: Care.partial().nullable() }))

const RateBody = z.strictObject({
  side: z.enum(['payer', 'provider']),
  licenceFamily: z.string().min(1),
  code: z.string().regex(/^[0-9A-Z]{5}$/),
  modifiers: z.array(z.string().regex(/^[0-9A-Z]{2}$/)).default([]),
  cents: z.int().min(0).max(10_000_000),
  from: DayAsked,
  source: z.string().trim().min(1).max(500),
})

/** GET /operations/contracts and one of them; POST a preview of a further rate; POST the rate itself. */
export const contractRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const all = { tags, summary: 'Contracts with payers', response: { 200: z.array(Row) } }
  app.get('/operations/contracts', { schema: all }, ({ db }) => contractRows(db, world))

  const params = z.object({ contractId: z.string().min(1).max(200) })
  const one = { tags, summary: 'One contract with its rates', params, response: { 200: PageReply } }
  app.get('/operations/contracts/:contractId', { schema: one }, async ({ db, params: { contractId } }) => {
    const page = await contractPage(db, world, contractId)
    if (page === null) {
      throw new Refusal({ status: 404, code: 'contract_not_found', detail: 'There is no such contract.' })
    }
    return page
  })

  const inYears = { tags, summary: 'What a contract shows, year by year', params, response: { 200: YearsReply } }
  app.get('/operations/contracts/:contractId/years', { schema: inYears }, async ({ db, params: { contractId } }) => {
    const years = await yearsOfContract(db, world, contractId)
    if (years === null) {
      throw new Refusal({ status: 404, code: 'contract_not_found', detail: 'There is no such contract.' })
    }
    return years
  })

  const Weighed = PreviewReply.extend({ noticeOn: Day.nullable().describe('By when practices must know') })
  const tried = {
    tags,
    summary: 'What a further rate would change',
    params,
    body: RateBody,
    response: { 200: Weighed },
  }
  app.post(
    '/operations/contracts/:contractId/rates-preview',
    { schema: tried },
    ({ db, params: { contractId }, body }) => previewRate(db, world, { ...body, contractId, cents: cents(body.cents) }),
  )

  const made = z.strictObject({ id: z.string() })
  const set = {
    tags,
    summary: 'Sets a further rate from a day of service on',
    params,
    body: RateBody,
    response: { 201: made },
  }
  app.post(
    '/operations/contracts/:contractId/rates',
    { schema: set },
    async ({ db, params: { contractId }, body }, reply) => {
      const refusal = await setRate(db, world, { ...body, contractId, cents: cents(body.cents) })
      if (refusal !== null) {
        throw new Refusal({ status: 422, code: 'rate_refused', detail: `${refusal} Nothing was changed.` })
      }
      return reply.code(201).send({ id: contractId })
    },
  )
}
