import { decryptJson, encryptJson } from '../../database/encryption.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { ClaimContent } from './claim-content.ts'

/** What a claim says from a further submission on, and why it goes out again. */
export type Revision = {
  practiceId: string
  claimId: string
  /** The submission that carries it: two or more. */
  attempt: number
  frequency: '1' | '7'
  /** The payer's own number of the claim (REF F8), where the payer has it already. */
  originalReference: string | null
  content: ClaimContent
  because: string
  madeAt: Instant
  madeBy: string
}

export async function recordRevision(db: Db, revision: Revision): Promise<void> {
  const row = [revision.practiceId, revision.claimId, revision.attempt]
  await db
    .insertInto('claims.revision')
    .values({
      practice_id: revision.practiceId,
      claim_id: revision.claimId,
      attempt: revision.attempt,
      frequency: revision.frequency,
      original_reference: revision.originalReference,
      content: await encryptJson(db, 'claims.revision.content', row, revision.content),
      because: revision.because,
      made_at: revision.madeAt,
      made_by: revision.madeBy,
    })
    .execute()
}

/** How a claim was changed, the first revision first. */
export async function revisionsOf(db: Db, practiceId: string, claimId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('claims.revision')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('claim_id', '=', claimId)
    .orderBy('attempt')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      practiceId: row.practice_id,
      claimId: row.claim_id,
      attempt: row.attempt,
      frequency: row.frequency as Revision['frequency'],
      originalReference: row.original_reference,
      content: await decryptJson<ClaimContent>(
        db,
        'claims.revision.content',
        [practiceId, claimId, row.attempt],
        row.content,
      ),
      because: row.because,
      madeAt: row.made_at,
      madeBy: row.made_by,
    })),
  )
}
