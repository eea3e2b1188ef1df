import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Where a practice sees clients in person. */
export type PracticeLocation = {
  practiceId: string
  id: string
  label: string
  street: string
  city: string
  state: string
  zip: string
  countyFips: string | null
}

export async function recordPracticeLocation(
  db: Db,
  location: PracticeLocation & { during: Period; at: Instant },
): Promise<void> {
  await db
    .insertInto('practices.location')
    .values({
      practice_id: location.practiceId,
      id: location.id,
      label: location.label,
      street: location.street,
      city: location.city,
      state: location.state,
      zip: location.zip,
      county_fips: location.countyFips,
      during: rangeText(location.during),
      recorded_at: location.at,
    })
    .execute()
}

export async function practiceLocations(db: Db, practiceId: string, on: CalendarDate): Promise<PracticeLocation[]> {
  return db
    .selectFrom('practices.location')
    .select(['practice_id as practiceId', 'id', 'label', 'street', 'city', 'state', 'zip', 'county_fips as countyFips'])
    .where('practice_id', '=', practiceId)
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}
