import { createHash } from 'node:crypto'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Finding, FindingCode } from '../../libraries/x12/finding.ts'
import type { Remittance } from '../../libraries/x12/model-remittance.ts'
import type { QuarantineReason } from './quarantine-reason.ts'

export type Judged = {
  because: QuarantineReason | null
  /** What is there minus what should be there, where it is a matter of cents. */
  difference: Cents | null
  findings: { code: string; message: string; segmentNumber: number }[]
}

const balance: readonly FindingCode[] = ['payment_balance', 'claim_balance', 'line_balance']
// Without its whole envelope a transaction may be a part of itself.
const torn: readonly FindingCode[] = ['missing_se', 'se_count', 'st_control_number', 'truncated', 'bad_amount']

/** Whether a transaction may be posted as far as it alone can tell: whole, readable and balanced to the cent. */
export function judgeTransaction(remittance: Remittance, findings: readonly Finding[]): Judged {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const told = errors.map(({ code, message, segmentNumber }) => ({ code, message, segmentNumber }))
  if (errors.some(({ code }) => torn.includes(code)) || hasUnreadableMoney(remittance)) {
    return { because: 'unreadable', difference: null, findings: told }
  }
  // The payment's own difference first: it is what the bank would be off by.
  const unbalanced = balance.flatMap((code) => errors.filter((finding) => finding.code === code))[0]
  if (unbalanced === undefined) return { because: null, difference: null, findings: told }
  return { because: 'unbalanced', difference: cents(unbalanced.difference ?? 0), findings: told }
}

function hasUnreadableMoney({ payment, claims, providerAdjustments }: Remittance): boolean {
  const amounts = [
    payment.cents,
    ...providerAdjustments.map(({ cents }) => cents),
    ...claims.flatMap((claim) => [claim.chargeCents, claim.paidCents, ...claim.adjustments.map(({ cents }) => cents)]),
    ...claims.flatMap(({ lines }) =>
      lines.flatMap((line) => [line.paidCents, ...line.adjustments.map(({ cents }) => cents)]),
    ),
  ]
  return amounts.some((amount) => !Number.isSafeInteger(amount))
}

/** Which payment this is: the same payer, payee, trace, date and amount are the same payment. */
export function identityOf(remittance: Remittance): string {
  const { payment, trace, payee } = remittance
  return hash([trace.originator, payee.id, trace.number, payment.date, String(payment.cents)])
}

/** What it says, without its envelope: a file sent again has other control numbers and the same content. */
export function contentOf(segments: readonly string[]): string {
  return hash(segments.filter((segment) => !/^(ST|SE)\b/.test(segment)).map((segment) => segment.trim()))
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
