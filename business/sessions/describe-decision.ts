import { z } from 'zod'
import type { Answer } from '../coverage/answer.ts'
import { explainReason } from '../coverage/explain-reason.ts'
import { explainStep, type StepInWords } from '../coverage/explain-step.ts'
import { notAskedWords } from '../coverage/trace-decision.ts'

/** The billing decision, with its reasons in words and every rule that led to it. */
export type BillingDecision = Pick<Answer, 'outcome' | 'method' | 'claimTo' | 'because' | 'remedies' | 'missing'> & {
  words: string
  trace: StepInWords[]
}

export const DecisionReply = z.strictObject({
  outcome: z.enum(['billable', 'billable_held', 'needs_information', 'not_billable']),
  method: z.enum(['in_network', 'virtual_network', 'bluecard', 'crisis_exception']).nullable(),
  claimTo: z.string().nullable(),
  because: z.array(z.string()).readonly(),
  words: z.string(),
  remedies: z.array(z.looseObject({ kind: z.string() })).readonly(),
  missing: z.array(z.string()).readonly(),
  trace: z
    .array(z.strictObject({ rule: z.string(), asked: z.string(), found: z.string(), source: z.string() }))
    .describe('Every rule in its order until one decided: what it asked, what it found, on whose word'),
})

/** The answer without its trace: a map of sixty answers would carry sixty of them. */
export const BriefDecisionReply = DecisionReply.omit({ trace: true })

export function briefDecision({ trace: _, ...brief }: BillingDecision): Omit<BillingDecision, 'trace'> {
  return brief
}

/** What a rule read stays out: of a crisis that is clinical, and whoever sees the decision need not see it. */
export function describeDecision(answer: Answer): BillingDecision {
  const { outcome, method, claimTo, because, remedies, missing, trace = [] } = answer
  const words = because.map(explainReason).join(' ')
  const asked = trace.filter(({ found }) => found !== notAskedWords)
  return { outcome, method, claimTo, because, remedies, missing, words, trace: asked.map(explainStep) }
}
