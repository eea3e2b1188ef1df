import type { Finding, FindingCode } from './finding.ts'
import type { ClaimStatus } from './model-acknowledgement.ts'
import type { Claim } from './model-claim.ts'
import type { ClaimDecision } from './to-277ca.ts'

/** Claim status codes (X12 external list 508) by finding; what has none of its own is told as 21, invalid information. */
const statusCodes: Partial<Record<FindingCode, string>> = {
  claim_charge: '178',
  place_of_service: '249',
  diagnosis_code: '255',
  diagnosis_pointer: '477',
  modifier_code: '453',
  npi: '562',
  original_reference: '464',
  procedure_code: '454',
  taxonomy_code: '145',
  tax_number: '128',
  zip_code: '500',
}

/**
 * Decides about claims by what was found when their file was read, for `to277CA`: a claim with an error is rejected as
 * invalid (A7) with up to three reasons, the others are taken on (A2). `on` is 'YYYY-MM-DD'.
 */
export function decideByFindings(findings: readonly Finding[], on: string): (claim: Claim) => ClaimDecision {
  const reasons = new Map<string, Set<string>>()
  for (const { severity, claim, code } of findings) {
    if (severity !== 'error' || claim === null) continue
    const codes = reasons.get(claim) ?? new Set()
    reasons.set(claim, codes.add(statusCodes[code] ?? '21'))
  }
  return ({ claimControlNumber }) => {
    const codes = [...(reasons.get(claimControlNumber) ?? [])].slice(0, 3)
    const status: ClaimStatus =
      codes.length === 0
        ? { codes: [{ category: 'A2', status: '20' }], effectiveOn: on, action: 'WQ' }
        : { codes: codes.map((code) => ({ category: 'A7', status: code })), effectiveOn: on, action: 'U' }
    return { statuses: [status] }
  }
}
