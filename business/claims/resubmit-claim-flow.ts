import { dateIn } from '../../libraries/calendar/index.ts'
import { holdSubject } from '../ledger/index.ts'
import type { Db, World } from '../world.ts'
import type { ClaimContent } from './claim-content.ts'
import { claimStatus } from './claim-status.ts'
import { type Claim, eventsOf, recordClaimEvent } from './claim-store.ts'
import { decideResubmission, type Resubmission } from './decide-resubmission.ts'
import { recordRevision, revisionsOf } from './revision-store.ts'
import { submissionsOf } from './submission-store.ts'

/** What of a claim is put right; what is left out stays as it was. */
export type Correction = {
  memberId?: string | undefined
  groupNumber?: string | null | undefined
  subscriber?:
    | { [Field in keyof ClaimContent['subscriber']]?: ClaimContent['subscriber'][Field] | undefined }
    | undefined
}

export type Resubmitted =
  | { outcome: 'resubmitted'; attempt: number; frequency: '1' | '7' }
  | Extract<Resubmission, { outcome: 'must_not' }>

/**
 * Makes a claim ready for a further file, under the same claim control number: refused ones as an original, decided ones
 * as a replacement. The file itself is written and sent like every other.
 */
export async function resubmitClaim(
  db: Db,
  world: World,
  claim: Claim,
  asked: { correction: Correction; payerNumber: string | null; because: string; by: string },
): Promise<Resubmitted> {
  const { practiceId, id: claimId, sessionId, held } = claim
  await holdSubject(db, sessionId)
  const events = await eventsOf(db, practiceId, claimId)
  const submissions = await submissionsOf(db, practiceId, claimId)
  const decided = decideResubmission(claimStatus({ held, released: submissions.length > 0 }, events), asked.payerNumber)
  if (decided.outcome === 'must_not') return decided
  const revisions = await revisionsOf(db, practiceId, claimId)
  const attempt = Math.max(1, ...submissions.map((one) => one.attempt), ...revisions.map((one) => one.attempt)) + 1
  const before = revisions.at(-1)?.content ?? claim.content
  const at = world.clock.now()
  await recordRevision(db, {
    practiceId,
    claimId,
    attempt,
    frequency: decided.frequency,
    originalReference: decided.originalReference,
    content: correctedContent(before, asked.correction),
    because: asked.because,
    madeAt: at,
    madeBy: asked.by,
  })
  await recordClaimEvent(db, {
    practiceId,
    claimId,
    id: world.ids.next(),
    kind: 'corrected',
    sourceKey: `corrected:${attempt}`,
    happenedOn: dateIn(at, world.zone),
    at,
    detail: {
      words:
        decided.frequency === '7'
          ? 'The claim goes to the payer again, in the place of the one that it decided.'
          : 'The claim was put right and goes to the payer again.',
    },
  })
  return { outcome: 'resubmitted', attempt, frequency: decided.frequency }
}

function correctedContent(content: ClaimContent, { memberId, groupNumber, subscriber }: Correction): ClaimContent {
  const said = Object.fromEntries(Object.entries(subscriber ?? {}).filter(([, value]) => value !== undefined))
  return {
    ...content,
    memberId: memberId ?? content.memberId,
    groupNumber: groupNumber === undefined ? content.groupNumber : groupNumber,
    subscriber: { ...content.subscriber, ...said },
  }
}
