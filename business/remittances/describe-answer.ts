import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import type { ClaimEventKind } from '../claims/claim-status.ts'
import type { ClassifiedAnswer } from './classify-answer.ts'

/** A payer's answer as an event of the claim, in words; `left` is what the payer should still pay after it. */
export function describeAnswer(
  answer: ClassifiedAnswer & { kind: 'answer' | 'denial' | 'reversal' },
  left: Cents,
): { kind: ClaimEventKind; words: string; codes: string[] } {
  const codes = answer.adjustments.map(({ group, reason }) => `${group} ${reason}`)
  switch (answer.kind) {
    case 'denial':
      return { kind: 'denied', words: 'The insurer denied the claim. Your pay does not change.', codes }
    case 'reversal':
      return {
        kind: 'reversed',
        words: `The insurer took back ${formatCents(-answer.paid as Cents)}. Your pay does not change.`,
        codes,
      }
    case 'answer':
      return left > zero
        ? {
            kind: 'underpaid',
            words: `The insurer paid ${formatCents(answer.paid)}, ${formatCents(left)} less than agreed. Your pay does not change.`,
            codes,
          }
        : { kind: 'paid', words: `The insurer paid ${formatCents(answer.paid)}.`, codes }
  }
}
