import { sum } from '../../libraries/money/index.ts'
import type { Confirmation } from '../sessions/index.ts'
import type { ClaimContent } from './claim-content.ts'

/** The claim of a confirmed session. It charges what the contract pays (the payer rates), client's share included. */
export function buildClaim(
  confirmation: Confirmation,
  clinician: { name: string; npi: string; taxonomy: string },
): ClaimContent {
  const { patient, policy } = confirmation
  const { givenName, familyName, dateOfBirth, sex, street, city, state, zip } = patient
  return {
    subscriber: { givenName, familyName, dateOfBirth, sex, street, city, state, zip },
    memberId: policy.memberId,
    groupNumber: policy.groupNumber,
    rendering: { ...splitName(clinician.name), npi: clinician.npi, taxonomy: clinician.taxonomy },
    placeOfService: confirmation.placeOfService,
    diagnoses: confirmation.diagnoses.map((code) => code.replace('.', '')),
    lines: confirmation.codes.map(({ code, modifiers, units, payer }, index) => ({
      lineControlNumber: String(index + 1),
      code,
      modifiers,
      units,
      charge: payer,
    })),
  }
}

export function chargeOf(content: ClaimContent) {
  return sum(content.lines.map(({ charge }) => charge))
}

// The family name is the last word: NM1*82 wants both apart, the practice keeps one line.
function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/)
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? name }
}
