import { type Cents, cents, zero } from '../../libraries/money/index.ts'
import type { Adjustment } from '../../libraries/x12/model-party.ts'
import type { ClaimPayment } from '../../libraries/x12/model-remittance.ts'

export type AnswerKind = 'answer' | 'denial' | 'reversal' | 'information'

export type ClassifiedAnswer = {
  kind: AnswerKind
  paid: Cents
  /** The client's share: PR with CARC 1, 2 or 3 (deductible, coinsurance, copay). Other PR is denied money. */
  clientShare: Cents
  adjustments: { group: string; reason: string; cents: number }[]
}

const clientShareReasons = new Set(['1', '2', '3'])

/**
 * What one claim of an 835 means (005010X221A1): CLP02 22 takes back; 23 and 25 tell without money; 4, or nothing paid and
 * nothing owed by the client for another reason than the contract (CO 45), is a denial; the rest is an answer.
 */
export function classifyAnswer(claim: ClaimPayment): ClassifiedAnswer {
  const adjustments = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)]
  const paid = cents(claim.paidCents)
  const clientShare = cents(total(adjustments.filter(isClientShare)))
  const told = adjustments.map(({ group, reason, cents }) => ({ group, reason, cents }))
  return { kind: kindOf(claim, paid, clientShare, adjustments), paid, clientShare, adjustments: told }
}

function kindOf(claim: ClaimPayment, paid: Cents, clientShare: Cents, adjustments: readonly Adjustment[]): AnswerKind {
  switch (claim.status) {
    case '22':
      return 'reversal'
    case '23':
    case '25':
      return 'information'
    case '4':
      return paid === zero ? 'denial' : 'answer'
    default: {
      const refused = adjustments.some(
        ({ group, reason }) => !(group === 'PR' && clientShareReasons.has(reason)) && reason !== '45',
      )
      return paid === zero && clientShare === zero && refused ? 'denial' : 'answer'
    }
  }
}

function isClientShare({ group, reason }: Adjustment): boolean {
  return group === 'PR' && clientShareReasons.has(reason)
}

function total(adjustments: readonly Adjustment[]): number {
  return adjustments.reduce((sum, { cents }) => sum + cents, 0)
}
