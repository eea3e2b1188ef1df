import { z } from 'zod'
import { Refusal, type Routes } from '../routes.ts'
import { agreementOf } from './agreement-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const AgreementQuery = z.strictObject({ clinician: z.uuid().optional().describe('Else the one who asks') })

const AgreementReply = z.strictObject({
  memberId: z.uuid(),
  rates: z.array(
    z.strictObject({
      payerName: z.string(),
      state: z.string(),
      code: z.string(),
      modifiers: z.array(z.string()),
      cents: z.int(),
      from: z.string(),
      until: z.string().nullable().describe('The first day on which it counts no more'),
    }),
  ),
  paySchedule: z
    .strictObject({ from: z.string(), until: z.string().nullable(), source: z.string(), kind: z.string() })
    .nullable(),
})

/** GET /practices/:practiceId/agreement: what a clinician is paid for each service, and by which schedule. */
export const agreementRoutes: Routes = async (app, world) => {
  const asked = { params: PracticeParams, querystring: AgreementQuery, response: { 200: AgreementReply } }
  const schema = { tags: ['practice'], summary: 'Own rates and pay schedule', ...asked }
  app.get('/practices/:practiceId/agreement', { schema }, async (request) => {
    const { who } = request
    const memberId = request.query.clinician ?? who.memberId
    if (who.may.money !== 'all' && memberId !== who.memberId) throw notYours()
    const { rates, paySchedule } = await agreementOf(request.db, world, who, memberId)
    if (paySchedule === null) return { memberId, rates, paySchedule }
    const { from, until, source, schedule } = paySchedule
    return { memberId, rates, paySchedule: { from, until, source, kind: schedule.kind } }
  })
}

function notYours(): Refusal {
  const detail = 'A clinician sees their own rates; an owner or administrator sees those of every clinician.'
  return new Refusal({ status: 403, code: 'not_your_rates', detail })
}
