import { z } from 'zod'
import { Refusal, type Routes } from '../routes.ts'
import { Cents, Day, Moment } from './claim-routes.ts'
import { sessionSide } from './session-side-flow.ts'

const File = z.strictObject({ id: z.uuid(), name: z.string(), sha256: z.string() })
const Side = z.strictObject({ kind: z.string(), name: z.string(), subject: z.string() })

const Reply = z.strictObject({
  practiceId: z.uuid(),
  practice: z.string(),
  sessionId: z.uuid(),
  personId: z.uuid(),
  client: z.string(),
  clinician: z.string(),
  startsAt: Moment,
  serviceOn: Day,
  state: z.string(),
  timeline: z.array(z.strictObject({ kind: z.string(), state: z.string(), on: Day.nullable(), words: z.string() })),
  promised: z.strictObject({ payerCents: Cents, clientCents: Cents, providerCents: Cents, payOn: Day }).nullable(),
  money: z
    .strictObject({
      payerPaidCents: Cents,
      clientPaidCents: Cents,
      paidToYouCents: Cents,
      operatorKeptCents: Cents,
      absorbedCents: Cents,
      owedCents: Cents,
    })
    .nullable(),
  claims: z.array(z.strictObject({ claimId: z.uuid(), controlNumber: z.string() })),
  postings: z.array(
    z.strictObject({
      postingId: z.uuid(),
      book: z.string(),
      isOperators: z.boolean(),
      kind: z.string(),
      cause: z.string(),
      effectiveOn: Day,
      recordedAt: Moment,
      transfers: z.array(z.strictObject({ debit: Side, credit: Side, cents: Cents })),
    }),
  ),
  payouts: z.array(z.strictObject({ payoutId: z.uuid(), payOn: Day, cents: Cents, file: File })),
  files: z.array(File.extend({ what: z.string() })),
})

/** GET /operations/sessions/:practiceId/:sessionId: a session with every posting of both books, and its files. */
export const sessionSideRoutes: Routes = async (app, world) => {
  const params = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })
  const schema = {
    tags: ['operations'],
    summary: 'A session from the operator’s side',
    params,
    response: { 200: Reply },
  }
  app.get('/operations/sessions/:practiceId/:sessionId', { schema }, async (request) => {
    const side = await sessionSide(request.db, world, request.who, request.params)
    if (side === null)
      throw new Refusal({ status: 404, code: 'session_not_found', detail: 'There is no such session.' })
    request.looksAt({ personId: side.personId, sessionId: side.sessionId, practiceId: side.practiceId })
    return side
  })
}
