import type { Db } from '../world.ts'
import type { Standing } from './apply-change.ts'
import { authoritiesOf } from './authority-store.ts'
import { credentialsOf } from './credential-store.ts'
import { exclusionsOf } from './exclusion-store.ts'

/** All that a clinician holds, past and to come, as it is known now. */
export async function standingOf(db: Db, practiceId: string, memberId: string): Promise<Standing> {
  return {
    authorities: await authoritiesOf(db, practiceId, memberId),
    credentials: await credentialsOf(db, practiceId, memberId),
    exclusions: await exclusionsOf(db, practiceId, memberId),
  }
}
