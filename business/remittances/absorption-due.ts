import { addDays, type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { AbsorbedKind } from '../ledger/post-session.ts'
import type { AnswerKind } from './classify-answer.ts'

/** After how many days what a payer has not paid is the operator's loss: dated data, by what the payer did. */
export type AbsorptionDeadline = Period & { kind: 'underpaid' | 'denied' | 'silent'; days: number }

/** On which day, into which account, and what the client's share is set to first; null leaves the share. */
export type Absorption = { on: CalendarDate; kind: AbsorbedKind; share: Cents | null }

/**
 * When an unpaid receivable becomes the operator's loss: after a denial or a reversal without a better answer, after an
 * underpayment, or after silence since the claim was sent. Null while the claim has not been sent, or no rule is in force.
 */
export function absorptionDue(
  {
    last,
    sentOn,
  }: {
    last: { kind: AnswerKind; answeredOn: CalendarDate; clientShare: Cents } | null
    sentOn: CalendarDate | null
  },
  deadlines: readonly AbsorptionDeadline[],
): Absorption | null {
  const after = (kind: AbsorptionDeadline['kind'], from: CalendarDate) => {
    const rule = deadlines.find((row) => row.kind === kind && holds(row, from))
    return rule === undefined ? null : addDays(from, rule.days)
  }
  if (last === null) {
    const on = sentOn === null ? null : after('silent', sentOn)
    return on === null ? null : { on, kind: 'silence_absorbed', share: null }
  }
  const denied = last.kind !== 'answer'
  const on = after(denied ? 'denied' : 'underpaid', last.answeredOn)
  if (on === null) return null
  if (!denied) return { on, kind: 'contract_variance', share: null }
  return { on, kind: 'denials_absorbed', share: last.kind === 'denial' ? last.clientShare : (0 as Cents) }
}
