import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import type { OpenClaim } from '../claims/index.ts'
import { explainCode } from '../remittances/explain-adjustment.ts'
import type { QuarantineReason } from '../remittances/quarantine-reason.ts'

/** Why a claim stands in a queue, to the operator's people: the payer's answer with its reasons, or its silence. */
export function explainOpenClaim(
  { status, words, codes, sentOn }: Pick<OpenClaim, 'status' | 'words' | 'codes' | 'sentOn'>,
  answerBy: CalendarDate | null,
): string | null {
  if (status === 'held') return 'The payer does not take this clinician’s claims yet.'
  const isAnswered = !['sent', 'received', 'accepted', 'ready'].includes(status)
  if (!isAnswered && sentOn !== null && answerBy !== null) {
    return `No answer to the claim of ${dateInWords(sentOn)}; it was due by ${dateInWords(answerBy)}.`
  }
  // What the clinician is told of their pay is no news here.
  const told = words?.replace(' Your pay does not change.', '') ?? null
  return [told, ...codes.map((code) => `${explainCode(code)}.`)].filter((part) => part !== null).join(' ') || null
}

const quarantined: Record<QuarantineReason, string> = {
  unbalanced: 'The amounts do not add up, so nothing of it was posted.',
  payee_not_ours: 'It pays somebody who is none of our billing entities.',
  same_trace_other_content: 'A remittance with this trace came before and says something else.',
  unreadable: 'It could not be read as an 835.',
  unsupported_version: 'It is written in a version of the 835 that we do not take.',
}

/** Why a remittance is kept apart, with the exact difference where there is one. */
export function explainQuarantine({
  because,
  difference,
}: {
  because: QuarantineReason | null
  difference: Cents | null
}): string | null {
  if (because === null) return null
  const by = difference === null || difference === 0 ? '' : ` The difference is ${formatCents(difference)}.`
  return `${quarantined[because]}${by}`
}
