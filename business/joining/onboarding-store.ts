import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Steps of which a new practice says itself that they are done; the others are seen where they are kept. */
export const markedSteps = ['profile', 'malpractice_insurance', 'caqh', 'agreement'] as const
export type MarkedStep = (typeof markedSteps)[number]

export async function recordOnboardingMark(
  db: Db,
  mark: { practiceId: string; step: MarkedStep; words: string; at: Instant; by: string },
): Promise<boolean> {
  const made = await db
    .insertInto('joining.onboarding_mark')
    .values({
      practice_id: mark.practiceId,
      step: mark.step,
      words: mark.words,
      recorded_at: mark.at,
      recorded_by: mark.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function onboardingMarks(
  db: Db,
  practiceId: string,
): Promise<{ step: MarkedStep; words: string; at: Instant }[]> {
  const rows = await db
    .selectFrom('joining.onboarding_mark')
    .select(['step', 'words', 'recorded_at as at'])
    .where('practice_id', '=', practiceId)
    .execute()
  return rows.map((row) => ({ ...row, step: row.step as MarkedStep }))
}
