import { dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { claimStatus } from '../claims/claim-status.ts'
import { answerLimits, claimById, eventsOf, submissionsOf } from '../claims/index.ts'
import { limitOf } from '../claims/limit-of.ts'
import { absorbNow } from '../remittances/index.ts'
import { type WriteOffRefusal, weighWriteOff } from '../remittances/weigh-write-off.ts'
import type { Db, Who, World } from '../world.ts'
import { recordWork } from './work-store.ts'

export type WriteOffAsked = { practiceId: string; claimId: string; because: string }

export type WriteOffAnswer =
  | { outcome: 'written_off'; claimId: string; cents: Cents }
  | { outcome: 'refused'; claimId: string; because: WriteOffRefusal['because'] | 'claim_not_found'; words: string }

/** Somebody gives up what a payer has not paid of a claim: it is the operator's loss from today, and the reason is kept beside it. */
export async function writeOff(
  db: Db,
  world: World,
  who: Who,
  { practiceId, claimId, because }: WriteOffAsked,
): Promise<WriteOffAnswer> {
  const claim = await claimById(db, practiceId, claimId)
  if (claim === null)
    return { outcome: 'refused', claimId, because: 'claim_not_found', words: 'There is no such claim.' }
  const events = await eventsOf(db, practiceId, claimId)
  const released = (await submissionsOf(db, practiceId, claimId)).length > 0
  const status = claimStatus({ held: claim.held, released }, events)
  const sentOn = events.findLast(({ kind }) => kind === 'sent')?.happenedOn ?? null
  const answer = { name: 'answer', payerId: claim.payerId } as const
  const answerDueOn = sentOn === null ? null : limitOf(await answerLimits(db), { ...answer, from: sentOn })
  const today = dateIn(world.clock.now(), world.zone)
  const refusal = weighWriteOff({ status, answerDueOn, today })
  if (refusal !== null) return { outcome: 'refused', claimId, ...refusal }
  const cents = await absorbNow(db, world, claim, who.userId)
  if (cents === null) return { outcome: 'refused', claimId, because: 'nothing_left', words: 'Nothing of it is open.' }
  await recordWork(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    item: `claim ${claimId}`,
    deed: 'noted',
    words: `Written off, ${formatCents(cents)}: ${because}`,
    until: null,
    ownerId: null,
    at: world.clock.now(),
    by: who.userId,
  })
  return { outcome: 'written_off', claimId, cents }
}
