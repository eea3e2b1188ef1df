import type { Db } from '../world.ts'
import { placesOfPeople } from './location-store.ts'
import { policyPeriods } from './policy-store.ts'

/** Every policy and every place of many people, each with its period: what sessions of many days and clients rest on. */
export async function plansAndPlaces(db: Db, personIds: readonly string[]) {
  const [policies, places] = await Promise.all([policyPeriods(db, personIds), placesOfPeople(db, personIds)])
  return { policies, places }
}
