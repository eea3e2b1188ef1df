import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** What was found out about a place later, by a person; the latest finding counts, and none is ever changed. */
export async function recordPracticeLocationFinding(
  db: Db,
  finding: {
    practiceId: string
    id: string
    locationId: string
    countyFips: string
    servedBy: string | null
    source: string
    at: Instant
    by: string
  },
): Promise<void> {
  await db
    .insertInto('practices.location_finding')
    .values({
      practice_id: finding.practiceId,
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

export async function practiceLocationFindings(
  db: Db,
  practiceId: string,
  locationId: string,
): Promise<{ countyFips: string; servedBy: string | null; source: string; at: Instant; by: string }[]> {
  return db
    .selectFrom('practices.location_finding')
    .select(['county_fips as countyFips', 'served_by as servedBy', 'source', 'recorded_at as at', 'recorded_by as by'])
    .where('practice_id', '=', practiceId)
    .where('location_id', '=', locationId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
