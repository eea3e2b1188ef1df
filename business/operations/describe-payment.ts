import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Adjustment } from '../../libraries/x12/model-party.ts'
import type { ClaimPayment, ServicePayment } from '../../libraries/x12/model-remittance.ts'
import { explainAdjustment } from '../remittances/explain-adjustment.ts'
import type { CodeInWords } from './claim-page.ts'
import { explainRemark } from './explain-remark.ts'
import type { RemittanceClaim, RemittanceLine } from './remittance-page.ts'

// CLP02, 005010X221A1 2100.
const statuses: Readonly<Record<string, string>> = {
  '1': 'decided as the first payer',
  '2': 'decided as the second payer',
  '3': 'decided as the third payer',
  '4': 'denied',
  '19': 'decided as the first payer, passed on',
  '20': 'decided as the second payer, passed on',
  '21': 'decided as the third payer, passed on',
  '22': 'an earlier decision is taken back',
  '23': 'not their claim, passed on',
  '25': 'a forecast, nothing is paid',
}

/** One claim of an 835 in words and cents: what was charged, what is paid, and why not all of it. */
export function describePayment(
  claim: ClaimPayment,
): Omit<RemittanceClaim, 'position' | 'clientShare' | 'addsUp' | 'ours' | 'unmatchedId' | 'became' | 'because'> {
  return {
    claimControlNumber: claim.claimControlNumber,
    payerNumber: claim.payerClaimControlNumber,
    status: { code: claim.status, words: statuses[claim.status] ?? '' },
    charge: cents(claim.chargeCents),
    paid: cents(claim.paidCents),
    adjustments: claim.adjustments.map(adjusted),
    remarks: (claim.remarks ?? []).map(remarked),
    lines: claim.lines.map(describeLine),
  }
}

function describeLine(line: ServicePayment): RemittanceLine {
  const reduced = line.adjustments.reduce((total, { cents: amount }) => total + amount, 0)
  return {
    procedure: line.procedure,
    modifiers: line.modifiers,
    charge: cents(line.chargeCents),
    paid: cents(line.paidCents),
    adjustments: line.adjustments.map(adjusted),
    remarks: (line.remarks ?? []).map(remarked),
    addsUp: line.chargeCents - reduced === line.paidCents,
  }
}

function adjusted({ group, reason, cents: amount }: Adjustment): CodeInWords & { cents: Cents } {
  return { code: `${group} ${reason}`, words: explainAdjustment(reason) ?? '', cents: cents(amount) }
}

function remarked(code: string): CodeInWords {
  return { code, words: explainRemark(code) ?? '' }
}
