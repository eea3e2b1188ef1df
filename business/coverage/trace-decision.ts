import type { Answer, TraceStep } from './answer.ts'
import type { Facts } from './facts.ts'
export function traceDecision(_facts: Facts, _answer: Answer): TraceStep[] {
  return []
}
