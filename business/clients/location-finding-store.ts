import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** What was found out about a place later, by a person; the latest finding counts, and none is ever changed. */
export type LocationFinding = {
  locationId: string
  id: string
  countyFips: string
  /** The licensee that serves the address, in a county that Blues share; null elsewhere. */
  servedBy: string | null
  /** On whose word. */
  source: string
  at: Instant
  by: string
}

export async function recordLocationFinding(db: Db, personId: string, finding: LocationFinding): Promise<void> {
  await db
    .insertInto('clients.location_finding')
    .values({
      person_id: personId,
      id: finding.id,
      location_id: finding.locationId,
      county_fips: finding.countyFips,
      served_by: finding.servedBy,
      source: finding.source,
      recorded_at: finding.at,
      recorded_by: finding.by,
    })
    .execute()
}

/** What was found out about a client's places, the latest first. */
export async function locationFindingsOf(db: Db, personId: string): Promise<LocationFinding[]> {
  return db
    .selectFrom('clients.location_finding')
    .select(['location_id as locationId', 'id', 'county_fips as countyFips', 'served_by as servedBy', 'source'])
    .select(['recorded_at as at', 'recorded_by as by'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
