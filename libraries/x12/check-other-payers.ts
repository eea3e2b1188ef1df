import { centsToText } from './cents-to-text.ts'
import type { ClaimPlaces } from './check-claim.ts'
import type { FindingLog } from './finding-log.ts'
import type { Claim, ClaimLine, OtherPayer } from './model-claim.ts'
import type { Adjustment } from './model-party.ts'
import type { ClaimOwner } from './read-claims.ts'

/** Checks what other payers of a claim did, against their lines and among each other (2320, 2330, 2430). */
export function checkOtherPayers(log: FindingLog, claim: Claim, owner: ClaimOwner, places: ClaimPlaces): void {
  checkOrder(log, claim, owner, places)
  const others = claim.otherPayers ?? []
  for (const other of others) checkOtherPayer(log, claim, other, places)
  claim.lines.forEach((line, index) => {
    for (const { payerId } of line.adjudications ?? []) {
      if (others.some(({ payer }) => payer.id === payerId)) continue
      const place = places.lines[index] ?? places.claim
      const expected = others.map(({ payer }) => payer.id).join(', ')
      log.place('unknown_other_payer', place, { segment: 'SVD', loop: '2430', element: 1, value: payerId, expected })
    }
  })
}

/** In one claim each place in the order of payers comes once, but for U, unknown (TR3 2000B SBR01). */
function checkOrder(log: FindingLog, claim: Claim, { subscriber }: ClaimOwner, places: ClaimPlaces): void {
  const taken = [subscriber.responsibility]
  for (const { responsibility } of claim.otherPayers ?? []) {
    if (responsibility !== 'U' && taken.includes(responsibility)) {
      log.place('payer_order', places.claim, { segment: 'SBR', loop: '2320', element: 1, value: responsibility })
    }
    taken.push(responsibility)
  }
}

/** SV102 = SVD02 + CAS per line, and AMT D = what the lines were paid less the claim's adjustments (TR3 1.4.1). */
function checkOtherPayer(log: FindingLog, claim: Claim, other: OtherPayer, places: ClaimPlaces): void {
  let paid = 0
  let told = false
  claim.lines.forEach((line, index) => {
    const sums = adjudicated(line, other.payer.id)
    if (sums === null) return
    told = true
    paid += sums.paid
    const difference = line.chargeCents - sums.paid - sums.adjusted
    if (difference === 0 || Number.isNaN(difference)) return
    const place = places.lines[index] ?? places.claim
    const expected = centsToText(sums.paid + sums.adjusted)
    const value = centsToText(line.chargeCents)
    log.place('other_payer_line', place, { segment: 'SVD', loop: '2430', element: 2, value, expected, difference })
  })
  if (!told) return
  const should = paid - total(other.adjustments)
  const difference = (other.paidCents ?? 0) - should
  if (other.paidCents !== undefined && (difference === 0 || Number.isNaN(difference))) return
  log.place('other_payer_claim', places.claim, {
    ...{ segment: 'AMT', loop: '2320', element: 2, expected: centsToText(should), difference },
    value: other.paidCents === undefined ? '' : centsToText(other.paidCents),
  })
}

function adjudicated(line: ClaimLine, payerId: string): { paid: number; adjusted: number } | null {
  const mine = (line.adjudications ?? []).filter((each) => each.payerId === payerId)
  if (mine.length === 0) return null
  const paid = mine.reduce((sum, each) => sum + each.paidCents, 0)
  return { paid, adjusted: mine.reduce((sum, each) => sum + total(each.adjustments), 0) }
}

function total(adjustments: Adjustment[]): number {
  return adjustments.reduce((sum, each) => sum + each.cents, 0)
}
