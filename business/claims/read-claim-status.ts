import type { ClaimStatus } from '../../libraries/x12/model-acknowledgement.ts'
import type { ClaimEventKind } from './claim-status.ts'

/**
 * What a 277CA says of a claim (005010X214, STC01-1): A0 handed on, A1 received, A2 and A5 taken into adjudication; A3, A4,
 * A6, A7 and A8 refused. One refusal among several statuses refuses the claim.
 */
export function readClaimStatus(statuses: readonly ClaimStatus[]): {
  kind: ClaimEventKind
  words: string
  codes: string[]
} {
  const all = statuses.flatMap((status) => status.codes)
  const codes = all.map(({ category, status }) => `${category}:${status}`)
  const categories = new Set(all.map(({ category }) => category))
  if (['A3', 'A4', 'A6', 'A7', 'A8'].some((category) => categories.has(category))) {
    return { kind: 'rejected', words: 'The payer refused the claim before looking at it. It must be corrected.', codes }
  }
  if (categories.has('A2') || categories.has('A5')) {
    return { kind: 'accepted', words: 'The payer took the claim and will decide it.', codes }
  }
  if (categories.has('A0')) return { kind: 'forwarded', words: 'The claim was handed on to another payer.', codes }
  return { kind: 'received', words: 'The payer received the claim.', codes }
}
