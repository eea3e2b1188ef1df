import { z } from 'zod'
import { settlesOn } from '../payouts/settles-on.ts'
import { Refusal, type Routes } from '../routes.ts'
import { addAddendum } from './add-addendum-flow.ts'
import { confirmSession } from './confirm-session-flow.ts'
import { DecisionReply } from './describe-decision.ts'
import { editableUntil } from './editable-until-flow.ts'
import { ownSession } from './own-session-flow.ts'
import { noticeRateGap, previewConfirmation } from './preview-confirmation-flow.ts'
import { voidSession } from './void-session-flow.ts'
import type { Refused } from './weighed.ts'

const SessionParams = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })

const Told = z.string().trim().max(4000)

// Times are texts here: that a day does not exist is a refusal in words, not a malformed request.
const DraftBody = z.strictObject({
  startedAt: z.string().max(40).describe('The actual start: a moment with its offset'),
  stoppedAt: z.string().max(40),
  modality: z.enum(['telehealth', 'in_person']),
  locationId: z.uuid().nullable().describe('Where the client was; in person null is the practice’s only place'),
  codes: z
    .array(
      z.strictObject({
        code: z.string().trim().max(10),
        modifiers: z.array(z.string().trim().max(10)).max(4),
        units: z.number().min(0).max(1000),
      }),
    )
    .max(20),
  diagnoses: z.array(z.string().trim().max(12)).max(40),
  crisis: z
    .strictObject({ risk: Told, intervention: Told, people: Told, disposition: Told })
    .nullable()
    .default(null)
    .describe('What a session with 90839 or 90840 owes; each answer must say something'),
})

const ConfirmationBody = DraftBody.extend({
  note: z
    .strictObject({ body: z.string().max(40_000) })
    .nullable()
    .describe('Signed by this act; needed the first time'),
})

const Objection = z.strictObject({ code: z.string(), field: z.string(), words: z.string() })

const PreviewReply = z.strictObject({
  ok: z.boolean(),
  refusals: z.array(Objection),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      verdict: z.enum(['ok', 'warned', 'blocked']),
      words: z.string(),
      suggestion: z.string().nullable(),
    }),
  ),
  decision: DecisionReply.nullable(),
  money: z.strictObject({ payerCents: z.int(), clientCents: z.int(), providerCents: z.int() }).nullable(),
  payOn: z.string(),
  settlesOn: z.string(),
  timeZone: z.string(),
})

const ConfirmedReply = z.strictObject({
  confirmationId: z.uuid(),
  version: z.int(),
  providerCents: z.int(),
  payOn: z.string(),
  settlesOn: z.string(),
  editableUntil: z.string().nullable(),
})

const tags = ['sessions']

/** What a clinician does with a session that took place: preview, confirm or correct, add to the note, void. */
export const confirmationRoutes: Routes = async (app, world) => {
  const path = '/practices/:practiceId/sessions/:sessionId'
  const previewed = { params: SessionParams, body: DraftBody, response: { 200: PreviewReply } }
  const preview = { tags, summary: 'What a confirmation would come to; nothing is confirmed', ...previewed }
  app.post(`${path}/confirmation-preview`, { schema: preview }, async (request) => {
    const session = await ownSession(request.db, request.who, request.params.sessionId, 'confirming')
    request.looksAt({ personId: session.personId })
    return previewConfirmation(request.db, world, session, request.body)
  })

  const confirmed = { params: SessionParams, body: ConfirmationBody, response: { 201: ConfirmedReply } }
  const confirm = { tags, summary: 'Confirm a session, or correct its confirmation', ...confirmed }
  app.post(`${path}/confirmations`, { schema: confirm }, async (request, reply) => {
    const session = await ownSession(request.db, request.who, request.params.sessionId, 'confirming')
    request.looksAt({ personId: session.personId })
    const input = { ...request.body, note: request.body.note?.body ?? null }
    const result = await confirmSession(request.db, world, request.who, session, input)
    if (result.kind === 'refused') {
      if (await noticeRateGap(request.db, world, session, result)) request.keepsThoughRefused()
      throw confirmationRefused(result.refusals)
    }
    const { id: confirmationId, version, provider: providerCents, payOn } = result.confirmation
    const editable = await editableUntil(request.db, world, session)
    const answer = { confirmationId, version, providerCents, payOn, settlesOn: settlesOn(payOn) }
    return reply.code(201).send({ ...answer, editableUntil: editable })
  })

  const AddendumBody = z.strictObject({ body: z.string().trim().min(1).max(40_000) })
  const signed = { params: SessionParams, body: AddendumBody, response: { 201: z.strictObject({ id: z.uuid() }) } }
  app.post(`${path}/addenda`, { schema: { tags, summary: 'Sign an addendum', ...signed } }, async (request, reply) => {
    const session = await ownSession(request.db, request.who, request.params.sessionId, 'confirming')
    request.looksAt({ personId: session.personId })
    const added = await addAddendum(request.db, world, request.who, session, request.body.body)
    if (added !== null) return reply.code(201).send(added)
    const detail = 'There is no signed note yet that an addendum could stand below; the note is signed by confirming.'
    throw new Refusal({ status: 409, code: 'note_missing', detail })
  })

  const VoidBody = z.strictObject({ reason: z.string().trim().min(1).max(1000) })
  const voided = {
    params: SessionParams,
    body: VoidBody,
    response: { 201: z.strictObject({ voided: z.literal(true) }) },
  }
  app.post(
    `${path}/voids`,
    { schema: { tags, summary: 'It did not take place', ...voided } },
    async (request, reply) => {
      const session = await ownSession(request.db, request.who, request.params.sessionId, 'confirming')
      request.looksAt({ personId: session.personId })
      const result = await voidSession(request.db, world, request.who, session, request.body.reason)
      if (result.kind === 'voided') return reply.code(201).send({ voided: true as const })
      const because = [{ code: result.code, field: 'session', words: result.words }]
      throw new Refusal({ status: 409, code: result.code, detail: result.words, because })
    },
  )
}

function confirmationRefused(because: Refused[]): Refusal {
  const stands = because.some(({ code }) => ['session_locked', 'session_voided', 'session_cancelled'].includes(code))
  const [first] = because
  const detail = `Nothing was confirmed, and nothing you entered was changed. ${first?.words ?? ''}`.trim()
  return new Refusal({ status: stands ? 409 : 422, code: 'confirmation_refused', detail, because })
}
