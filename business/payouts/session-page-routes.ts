import { z } from 'zod'
import { claimStatuses } from '../claims/claim-status.ts'
import { Refusal, type Routes } from '../routes.ts'
import { DecisionReply } from '../sessions/describe-decision.ts'
import { ownSession } from '../sessions/index.ts'
import { sessionPage } from './session-page-flow.ts'

const SessionParams = z.object({ practiceId: z.uuid(), sessionId: z.uuid() })

const Cents = z.int().describe('Whole cents')
const Day = z.string().describe('YYYY-MM-DD')
const Moment = z.string().describe('UTC')

const Place = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  street: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string(),
  zip: z.string().nullable(),
  countyFips: z.string().nullable(),
})

const ConfirmationReply = z.strictObject({
  version: z.int(),
  codes: z.array(z.strictObject({ code: z.string(), modifiers: z.array(z.string()), units: z.int() })),
  diagnoses: z.array(z.string()),
  startedAt: Moment,
  stoppedAt: Moment,
  modality: z.enum(['telehealth', 'in_person']),
  location: Place,
  payerCents: Cents.nullable().describe('Null to whoever sees no money'),
  providerCents: Cents.nullable(),
  clientCents: Cents.nullable(),
  payOn: Day,
  settlesOn: Day,
  confirmedAt: Moment,
  editableUntil: Moment,
  held: z.boolean(),
  heldUntil: Day.nullable(),
  decision: DecisionReply.describe('The billing decision that the confirmation rests on'),
})

const Signed = z.strictObject({ body: z.string(), signedAt: Moment, signedBy: z.string() })

const Step = z.strictObject({
  kind: z.string(),
  state: z.enum(['done', 'now', 'expected', 'late']),
  on: Day.nullable(),
  at: Moment.optional(),
  words: z.string(),
  evidence: z
    .strictObject({
      file: z.strictObject({ name: z.string(), sha256: z.string() }).optional(),
      text: z.string().optional(),
    })
    .optional(),
})

const Money = z.strictObject({
  payerPaidCents: Cents,
  clientPaidCents: Cents,
  paidToYouCents: Cents,
  operatorKeptCents: Cents.describe('After what it absorbed; negative: what the operator adds'),
  absorbedCents: Cents,
  owedCents: Cents,
})

export const SessionRowReply = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  clientName: z.string(),
  clinicianName: z.string(),
  memberId: z.uuid(),
  startsAt: Moment,
  endsAt: Moment,
  modality: z.enum(['telehealth', 'in_person']),
  state: z.enum(['upcoming', 'to_confirm', 'confirmed', 'locked', 'lapsed', 'voided', 'cancelled', 'no_show']),
  confirmedAt: Moment.nullable(),
  payOn: Day.nullable(),
  providerCents: Cents.nullable(),
  version: z.int().describe('Of the plan; name it when you move or cancel the session'),
  cancellation: z
    .strictObject({
      kind: z.enum(['cancelled', 'no_show']),
      initiator: z.enum(['client', 'practice']),
      reason: z.string(),
      at: Moment,
    })
    .nullable(),
})

const PageReply = SessionRowReply.extend({
  client: z.strictObject({ personId: z.uuid(), name: z.string(), locations: z.array(Place) }),
  policy: z
    .strictObject({ planName: z.string(), payerName: z.string(), memberId: z.string(), copayCents: Cents })
    .nullable(),
  confirmation: ConfirmationReply.nullable(),
  note: Signed.extend({ addenda: z.array(Signed) }).nullable(),
  crisis: z
    .strictObject({ risk: z.string(), intervention: z.string(), people: z.string(), disposition: z.string() })
    .nullable()
    .describe('What was written down of a crisis, for whoever may read notes'),
  review: z
    .strictObject({
      standing: z.enum(['open', 'in_order', 'follow_up']),
      openedAt: Moment,
      decidedAt: Moment.nullable(),
      words: z.string().nullable(),
    })
    .nullable()
    .describe('How the compliance review of a crisis exception stands; pay never waits for it'),
  claimStatus: z.enum(claimStatuses).nullable().describe('Null before there is a claim'),
  timeline: z.array(Step),
  money: Money.nullable(),
  lastDiagnoses: z.array(z.string()),
  lastTime: z
    .strictObject({
      serviceOn: Day,
      codes: z.array(z.string()),
      diagnoses: z.array(z.string()),
      modality: z.enum(['telehealth', 'in_person']),
      locationId: z.string().nullable(),
    })
    .nullable()
    .describe('What the client’s last session with this clinician was confirmed as'),
})

/** GET /practices/:practiceId/sessions/:sessionId: a session's life, with its proof and its money. */
export const sessionPageRoutes: Routes = async (app, world) => {
  const shown = { params: SessionParams, response: { 200: PageReply } }
  const schema = { tags: ['sessions'], summary: 'A session: its life, its note, its money', ...shown }
  app.get('/practices/:practiceId/sessions/:sessionId', { schema }, async (request) => {
    const session = await ownSession(request.db, request.who, request.params.sessionId)
    const page = await sessionPage(request.db, world, request.who, session)
    if (page !== null) return page
    throw new Refusal({ status: 404, code: 'session_not_found', detail: 'There is no such session in this practice.' })
  })
}
