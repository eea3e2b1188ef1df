import { type Cents, formatCents } from '../../libraries/money/index.ts'
import type { QuarantineReason } from '../remittances/quarantine-reason.ts'

const reasons: Record<QuarantineReason, string> = {
  unbalanced: 'The amounts do not add up',
  payee_not_ours: 'It pays somebody who is none of our billing entities',
  same_trace_other_content: 'A remittance with this trace came before and says something else',
  unreadable: 'It could not be read as an 835',
  unsupported_version: 'It is written in a version of the 835 that we do not take',
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
  const by = difference === null || difference === 0 ? '' : `; the difference is ${formatCents(difference)}`
  return `${reasons[because]}${by}`
}
