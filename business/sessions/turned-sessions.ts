import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Plan } from '../contracts/index.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { Facts } from '../coverage/facts.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import type { Standing } from '../credentialing/index.ts'
import { type CompactsAround, restPrivileges } from '../credentialing/rest-privileges.ts'
import { buildFacts } from './build-facts.ts'
import { type BillingDecision, describeDecision } from './describe-decision.ts'
import { sessionAt, type Where } from './session-at.ts'

/** Whether a session is billable, with everything that a change could make different. */
export type OpenQuestion = CompactsAround & {
  sessionId: string
  practiceId: string
  memberId: string
  clinicianName: string
  clientName: string
  isConfirmed: boolean
  on: CalendarDate
  asOf: CalendarDate
  where: Where
  /** As recorded: what privileges rest on is looked at when it is decided, for a change may be about a home license. */
  standing: Standing
  plan: Plan
  coverage: Facts['coverage']
  areas: ServiceAreas
}

/** A session whose answer would be another after a change. */
export type TurnedSession = {
  sessionId: string
  clinicianName: string
  clientName: string
  serviceOn: CalendarDate
  isConfirmed: boolean
  before: BillingDecision
  after: BillingDecision
  /** Until when its claim would be held; null where it is not held, or nobody knows until when. */
  heldBefore: CalendarDate | null
  heldAfter: CalendarDate | null
}

/** Decides each question as it is and as it would be, and answers those that turn, the earliest first. */
export function turnedSessions(
  questions: readonly OpenQuestion[],
  change: (question: OpenQuestion) => OpenQuestion,
): TurnedSession[] {
  return questions.flatMap((question) => {
    const changed = change(question)
    if (changed === question) return []
    const [before, after] = [decide(question), decide(changed)]
    const [heldBefore, heldAfter] = [heldUntil(question, before), heldUntil(changed, after)]
    if (essence(before) === essence(after) && heldBefore === heldAfter) return []
    const { sessionId, clinicianName, clientName, on: serviceOn, isConfirmed } = question
    return [{ sessionId, clinicianName, clientName, serviceOn, isConfirmed, before, after, heldBefore, heldAfter }]
  })
}

function essence({ outcome, method, claimTo }: BillingDecision): string {
  return JSON.stringify([outcome, method, claimTo])
}

function decide(question: OpenQuestion) {
  const { sessionId, isConfirmed, on, asOf, plan, coverage, areas } = question
  const { modality, clientLocation: location, crisis } = sessionAt(question.where, plan, areas)
  const purpose = isConfirmed ? 'confirmation' : 'guidance'
  const facts = buildFacts({
    id: sessionId,
    purpose,
    on,
    asOf,
    modality,
    location,
    crisis,
    ...restPrivileges(question.standing, question),
    plan,
    coverage,
  })
  return describeDecision(decideBillingRoute(facts, { areas }))
}

/** The first day on which the payer takes the claim, of the credentials that may carry it. */
function heldUntil({ standing, where, plan, areas, on }: OpenQuestion, decision: BillingDecision): CalendarDate | null {
  if (decision.outcome !== 'billable_held') return null
  const { clientLocation } = sessionAt(where, plan, areas)
  const days = standing.credentials.flatMap(({ networkId, state, status, during, payerReady }) => {
    const carries =
      networkId === decision.claimTo &&
      status === 'active' &&
      (state === clientLocation?.state || decision.method === 'crisis_exception') &&
      during !== null &&
      during.from <= on &&
      (during.until === null || on < during.until)
    return carries && payerReady !== null ? [payerReady] : []
  })
  return days.sort()[0] ?? null
}
