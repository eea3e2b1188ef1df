import type { Db } from '../world.ts'
import type { MajorityAge } from './adult-on.ts'

/** From which age on somebody is of age, by state, each for its period. */
export async function majorityAges(db: Db): Promise<MajorityAge[]> {
  return db.selectFrom('clients.majority_age').select(['state', 'years', 'during']).orderBy('state').execute()
}
