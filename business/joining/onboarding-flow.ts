import { authoritiesOf } from '../credentialing/index.ts'
import { payeeOf } from '../payouts/index.ts'
import { membersOf, providerIntakesOf } from '../practices/index.ts'
import type { Db } from '../world.ts'
import { type OnboardingItem, onboarding } from './onboarding.ts'
import { onboardingMarks } from './onboarding-store.ts'

/** What a practice still has to do before its first session can be billed; a practice that is long here has done it. */
export async function onboardingOf(db: Db, practiceId: string): Promise<OnboardingItem[]> {
  const clinicians = (await membersOf(db, practiceId)).filter(({ clinician }) => clinician)
  const intakes = await providerIntakesOf(db, practiceId)
  const licensed = []
  for (const { id } of clinicians) {
    const authorities = await authoritiesOf(db, practiceId, id)
    licensed.push(authorities.length > 0 || intakes.some(({ memberId }) => memberId === id))
  }
  return onboarding({
    hasLicence: licensed.some((each) => each),
    hasNpi: clinicians.some(({ npi }) => npi !== null),
    hasBankAccount: (await payeeOf(db, practiceId)).accounts.length > 0,
    marks: await onboardingMarks(db, practiceId),
  })
}
