import { type Correction, claimById, resubmitClaim } from '../claims/index.ts'
import { decisionsOf } from '../remittances/index.ts'
import type { Db, Who, World } from '../world.ts'
import { recordWork } from './work-store.ts'

export type ResubmissionAsked = {
  practiceId: string
  claimId: string
  correction: Correction
  /** The payer's own number of the claim, when no answer has told it. */
  payerNumber: string | null
  because: string
}

export type ResubmissionAnswer =
  | { outcome: 'resubmitted'; claimId: string; attempt: number; frequency: '1' | '7' }
  | { outcome: 'refused'; claimId: string; because: string; words: string }

/** Sends a claim again as its standing asks; that it was done is noted beside it, with the reason. */
export async function resubmit(
  db: Db,
  world: World,
  who: Who,
  { practiceId, claimId, correction, payerNumber, because }: ResubmissionAsked,
): Promise<ResubmissionAnswer> {
  const claim = await claimById(db, practiceId, claimId)
  if (claim === null)
    return { outcome: 'refused', claimId, because: 'claim_not_found', words: 'There is no such claim.' }
  const decisions = (await decisionsOf(db, practiceId, claim.sessionId)).filter((one) => one.claimId === claimId)
  const told = decisions.findLast((one) => one.payerControlNumber !== null)?.payerControlNumber ?? null
  const asked = { correction, payerNumber: payerNumber ?? told, because, by: who.userId }
  const done = await resubmitClaim(db, world, claim, asked)
  if (done.outcome === 'must_not') return { outcome: 'refused', claimId, because: done.because, words: done.words }
  const words =
    done.frequency === '7' ? `Sent again as a replacement: ${because}` : `Corrected and sent again: ${because}`
  await recordWork(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    item: `claim ${claimId}`,
    deed: 'noted',
    words,
    until: null,
    ownerId: null,
    at: world.clock.now(),
    by: who.userId,
  })
  return { outcome: 'resubmitted', claimId, attempt: done.attempt, frequency: done.frequency }
}
