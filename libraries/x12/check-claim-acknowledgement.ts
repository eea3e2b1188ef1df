import { centsToText } from './cents-to-text.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { AcknowledgedClaim, AcknowledgedTotals } from './model-acknowledgement.ts'

const accepting = new Set(['A0', 'A1', 'A2', 'A5'])

/** Whether the payer or clearinghouse takes the claim: its first status is A0, A1, A2 or A5. */
export function isAccepted(claim: AcknowledgedClaim): boolean {
  return accepting.has(claim.statuses[0]?.codes[0]?.category ?? '')
}

/** How many claims and cents are accepted and rejected. */
export function acknowledgedTotals(claims: AcknowledgedClaim[]): AcknowledgedTotals {
  const totals = noTotals()
  for (const claim of claims) addClaim(totals, claim)
  return totals
}

export function noTotals(): AcknowledgedTotals {
  return { acceptedClaims: 0, rejectedClaims: 0, acceptedCents: 0, rejectedCents: 0 }
}

/** Counts one claim to the totals. */
export function addClaim(totals: AcknowledgedTotals, claim: AcknowledgedClaim): void {
  const cents = claim.statuses[0]?.chargeCents ?? 0
  if (isAccepted(claim)) {
    totals.acceptedClaims++
    totals.acceptedCents += cents
  } else {
    totals.rejectedClaims++
    totals.rejectedCents += cents
  }
}

export type Level = 'batch' | 'provider'

/** QTY 90 and AA (QA and QC for a provider), AMT YU and YY must tell the claims that were seen (X214 1.4). */
export function checkAcknowledgedTotals(
  log: FindingLog,
  place: Place,
  level: Level,
  said: AcknowledgedTotals | undefined,
  seen: AcknowledgedTotals,
): void {
  if (said === undefined || seen.acceptedClaims + seen.rejectedClaims === 0) return
  compare(log, place, said, seen, level === 'batch' ? batch : ofProvider)
}

/** STC04 of the batch is what all its claims charge. */
export function checkAcknowledgedCharge(
  log: FindingLog,
  place: Place,
  said: number | undefined,
  seen: AcknowledgedTotals,
): void {
  const charged = seen.acceptedCents + seen.rejectedCents
  const difference = (said ?? 0) - charged
  if (said === undefined || seen.acceptedClaims + seen.rejectedClaims === 0) return
  if (difference === 0 || Number.isNaN(difference)) return
  const [value, expected] = [centsToText(said), centsToText(charged)]
  log.place('acknowledged_totals', place, { element: 4, value, expected, difference })
}

type Names = Record<keyof AcknowledgedTotals, string>

const batch: Names = {
  acceptedClaims: 'QTY*90',
  rejectedClaims: 'QTY*AA',
  acceptedCents: 'AMT*YU',
  rejectedCents: 'AMT*YY',
}
const ofProvider: Names = { ...batch, acceptedClaims: 'QTY*QA', rejectedClaims: 'QTY*QC' }

function compare(log: FindingLog, at: Place, said: AcknowledgedTotals, real: AcknowledgedTotals, names: Names): void {
  for (const part of ['acceptedClaims', 'rejectedClaims', 'acceptedCents', 'rejectedCents'] as const) {
    const difference = said[part] - real[part]
    if (difference === 0 || Number.isNaN(difference)) continue
    const words = part.endsWith('Cents') ? centsToText : String
    log.place('acknowledged_totals', at, {
      segment: names[part].slice(0, 3),
      element: 2,
      value: words(said[part]),
      expected: `${names[part]}*${words(real[part])}`,
      difference,
    })
  }
}
