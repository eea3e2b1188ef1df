import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { Claim } from './model-claim.ts'
import type { ClaimPayment } from './model-remittance.ts'

/** Tells whether a code was in force on a day ('YYYY-MM-DD', or null when the file does not say). */
export type CodeSet = (code: string, on: string | null) => boolean

/** The code lists a caller may bring; what is absent is not checked beyond its form. */
export type CodeSets = {
  /** Claim adjustment reason codes (CAS). */
  carc?: CodeSet | undefined
  /** Remittance advice remark codes (LQ HE, MOA). */
  rarc?: CodeSet | undefined
  diagnosis?: CodeSet | undefined
  procedure?: CodeSet | undefined
  modifier?: CodeSet | undefined
  placeOfService?: CodeSet | undefined
  taxonomy?: CodeSet | undefined
}

type Check = {
  codes: CodeSet | undefined
  code: string
  on: string | null
  place: Place
  segment: string
  element: number
}

/** Looks up the codes of a claim that is sent, each on the day of its service. */
export function checkClaimCodes(
  log: FindingLog,
  sets: CodeSets,
  claim: Claim,
  claimPlace: Place,
  lines: Place[],
): void {
  if (isEmpty(sets)) return
  const first = claim.lines[0]?.serviceDate ?? null
  const look = (check: Check) => lookUp(log, check)
  const at = { place: claimPlace, on: first }
  look({ ...at, codes: sets.placeOfService, code: claim.placeOfService, segment: 'CLM', element: 5 })
  claim.diagnoses.forEach((code, index) => {
    look({ ...at, codes: sets.diagnosis, code, segment: 'HI', element: index + 1 })
  })
  for (const provider of [claim.renderingProvider, claim.supervisingProvider]) {
    if (provider?.taxonomy !== undefined)
      look({ ...at, codes: sets.taxonomy, code: provider.taxonomy, segment: 'PRV', element: 3 })
  }
  claim.lines.forEach((line, index) => {
    const here = { place: lines[index] ?? claimPlace, on: line.serviceDate || null, segment: 'SV1', element: 1 }
    look({ ...here, codes: sets.procedure, code: line.procedure })
    for (const modifier of line.modifiers) look({ ...here, codes: sets.modifier, code: modifier })
  })
}

/** Looks up the adjustment reasons and remarks of a claim that is paid, on the day the advice was made. */
export function checkPaymentCodes(
  log: FindingLog,
  sets: CodeSets,
  claim: ClaimPayment,
  at: { claim: Place; lines: Place[] },
  on: string | null,
): void {
  if (isEmpty(sets)) return
  const look = (check: Check) => lookUp(log, check)
  for (const { reason } of claim.adjustments)
    look({ codes: sets.carc, code: reason, on, place: at.claim, segment: 'CAS', element: 2 })
  for (const remark of claim.remarks ?? [])
    look({ codes: sets.rarc, code: remark, on, place: at.claim, segment: 'MOA', element: 3 })
  claim.lines.forEach((line, index) => {
    const place = at.lines[index] ?? at.claim
    for (const { reason } of line.adjustments)
      look({ codes: sets.carc, code: reason, on, place, segment: 'CAS', element: 2 })
    for (const remark of line.remarks ?? [])
      look({ codes: sets.rarc, code: remark, on, place, segment: 'LQ', element: 2 })
  })
}

function isEmpty(sets: CodeSets): boolean {
  for (const _ in sets) return false
  return true
}

function lookUp(log: FindingLog, { codes, code, on, place, segment, element }: Check): void {
  if (codes === undefined || code === '' || codes(code, on)) return
  log.place('code_not_in_force', place, {
    segment,
    element,
    value: code,
    expected: on === null ? 'a code of the list' : `a code in force on ${on}`,
  })
}
