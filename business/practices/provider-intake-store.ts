import type { Db } from '../world.ts'
import { type Recorded, rowOf } from './row-of.ts'

export type ProviderIntake = {
  memberId: string
  residenceState: string
  licenceState: string
  licenceType: string
  licenceNumber: string
}

export async function recordProviderIntake(db: Db, intake: Recorded & ProviderIntake): Promise<void> {
  await db
    .insertInto('practices.provider_intake')
    .values({
      ...rowOf(intake),
      member_id: intake.memberId,
      residence_state: intake.residenceState,
      licence_state: intake.licenceState,
      licence_type: intake.licenceType,
      licence_number: intake.licenceNumber,
    })
    .execute()
}

export async function providerIntakesOf(db: Db, practiceId: string): Promise<ProviderIntake[]> {
  return db
    .selectFrom('practices.provider_intake')
    .select(['member_id as memberId', 'residence_state as residenceState', 'licence_state as licenceState'])
    .select(['licence_type as licenceType', 'licence_number as licenceNumber'])
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .execute()
}
