import type { Answer, Reason } from '../coverage/answer.ts'
import { explainReason } from '../coverage/explain-reason.ts'

/** The billing decision as refusals of a confirmation: none when it may be billed, held or not. */
export function refuseByDecision(answer: Answer): { code: Reason; field: string; words: string }[] {
  if (answer.outcome === 'billable' || answer.outcome === 'billable_held') return []
  return answer.because.map((code) => ({ code, field: fieldOf(code), words: explainReason(code) }))
}

function fieldOf(reason: Reason): string {
  switch (reason) {
    case 'location_unknown':
    case 'outside_country':
    case 'address_missing':
    case 'county_unknown':
    case 'service_area_boundary':
      return 'locationId'
    case 'crisis_code_required':
      return 'codes'
    case 'crisis_undocumented':
      return 'crisis'
    case 'coverage_inactive':
    case 'coverage_unverified':
    case 'plan_not_accepted':
      return 'policy'
    default:
      return 'clinician'
  }
}
