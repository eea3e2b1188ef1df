import type { Missing } from './answer.ts'
import type { Facts } from './facts.ts'
import { isBlank } from './is-blank.ts'

// The code of a crisis session's first hour; 90840 is its add-on and opens nothing alone (coverage rule 8).
const firstHour = '90839'

/** Whether the session is billed as a crisis, and whether its record says enough for the exception (rule 8). */
export function crisisStanding(facts: Facts): 'none' | 'undocumented' | 'documented' {
  const { crisis, clientLocation } = facts.session
  if (crisis === null) return 'none'
  const silent = isBlank(crisis.narrative) || isBlank(crisis.resolution) || isBlank(clientLocation?.address ?? null)
  return !silent && crisis.codes.includes(firstHour) ? 'documented' : 'undocumented'
}

/** What an undocumented crisis lacks: first its code, then its words and place (rule 11). */
export function missingFromCrisis(facts: Facts): 'crisis_code' | Missing[] {
  const { crisis, clientLocation } = facts.session
  if (!crisis?.codes.includes(firstHour)) return 'crisis_code'
  const missing: Missing[] = []
  if (isBlank(crisis.narrative)) missing.push('crisis_narrative')
  if (isBlank(crisis.resolution)) missing.push('crisis_resolution')
  if (isBlank(clientLocation?.address ?? null)) missing.push('exact_address')
  return missing
}
