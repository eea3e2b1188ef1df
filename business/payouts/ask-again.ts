import type { Answer } from '../coverage/answer.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { Facts } from '../coverage/facts.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import { describeDecision } from '../sessions/describe-decision.ts'

/** Who held which county: by the edition that was stored with the answer, and by the one that answers for that day now. */
export type AreasAround = { asDecided: ServiceAreas; asKnownNow: ServiceAreas }

/**
 * Whether the facts as they were then have the same answer today, in words. Who holds which county is a fact too: what it
 * was then is asked first, so that an answer that differs is known to come from the rules or from the list of areas.
 */
export function askAgain(facts: Facts, then: Answer, areas: AreasAround): { isSame: boolean; words: string } {
  const byRules = decideBillingRoute(facts, { areas: areas.asDecided })
  if (essence(byRules) !== essence(then)) return differs('Today’s rules would answer the same facts otherwise', byRules)
  const byAreas = decideBillingRoute(facts, { areas: areas.asKnownNow })
  if (essence(byAreas) !== essence(then)) {
    const lead = 'Today’s rules give the same answer. Who serves that place was corrected since, and then it would be'
    return differs(lead, byAreas)
  }
  return { isSame: true, words: 'Asked again with the same facts, today’s rules give the same answer.' }
}

function essence({ outcome, method, claimTo, because, missing, review }: Answer): string {
  return JSON.stringify([outcome, method, claimTo, because, missing, review])
}

function differs(lead: string, answer: Answer): { isSame: boolean; words: string } {
  return { isSame: false, words: `${lead}: ${describeDecision(answer).words} What was confirmed stands.` }
}
