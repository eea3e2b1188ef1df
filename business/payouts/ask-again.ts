import type { Answer } from '../coverage/answer.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { Facts } from '../coverage/facts.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import { describeDecision } from '../sessions/describe-decision.ts'

/**
 * Whether the rules as they are now give the same answer as then to the facts as they were then, in words. Who holds which
 * county is a fact too: `areas` are those of the edition that was stored with the answer.
 */
export function askAgain(facts: Facts, then: Answer, areas: ServiceAreas): { isSame: boolean; words: string } {
  const now = decideBillingRoute(facts, { areas })
  const essence = ({ outcome, method, claimTo, because }: Answer) => JSON.stringify([outcome, method, claimTo, because])
  if (essence(now) === essence(then)) {
    return { isSame: true, words: 'Asked again with the same facts, today’s rules give the same answer.' }
  }
  const { words } = describeDecision(now)
  return {
    isSame: false,
    words: `Today’s rules would answer the same facts otherwise: ${words} What was confirmed stands.`,
  }
}
