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

/** The same as it is known by now: with what was found out about its county later. */
export type KnownPracticeLocation = PracticeLocation & { servedBy: string | null }

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

const latest = (column: 'county_fips' | 'served_by') => sql<string | null>`(
  select finding.${sql.ref(column)} from practices.location_finding as finding
  where finding.practice_id = location.practice_id and finding.location_id = location.id
  order by finding.recorded_at desc, finding.id desc limit 1)`

const county = sql<string | null>`coalesce(${latest('county_fips')}, location.county_fips)`

/** Every place that the practice has or had, the current ones first, each with its period. */
export async function practiceLocationsAll(
  db: Db,
  practiceId: string,
): Promise<(PracticeLocation & { during: Period })[]> {
  return db
    .selectFrom('practices.location as location')
    .select(['practice_id as practiceId', 'id', 'label', 'street', 'city', 'state', 'zip'])
    .select([county.as('countyFips'), 'during'])
    .where('practice_id', '=', practiceId)
    .orderBy(sql`upper_inf(during)`, 'desc')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** Ends a place that has no end yet: `until` is the first day on which nobody is seen there. False where there is none. */
export async function endPracticeLocation(
  db: Db,
  { practiceId, id, until }: { practiceId: string; id: string; until: CalendarDate },
): Promise<boolean> {
  const ended = await db
    .updateTable('practices.location')
    .set({ during: sql<string>`daterange(lower(during), ${until}::date)` })
    .where('practice_id', '=', practiceId)
    .where('id', '=', id)
    .where(sql<boolean>`upper_inf(during) and lower(during) < ${until}::date`)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Every place of many practices with its period, in the order in which they were recorded. */
export async function placesOfPractices(
  db: Db,
  practiceIds: readonly string[],
): Promise<(KnownPracticeLocation & { during: Period })[]> {
  return db
    .selectFrom('practices.location as location')
    .select(['practice_id as practiceId', 'id', 'label', 'street', 'city', 'state', 'zip', 'during'])
    .select([county.as('countyFips'), latest('served_by').as('servedBy')])
    .where(sql<boolean>`practice_id = any(${practiceIds}::uuid[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

export async function practiceLocations(
  db: Db,
  practiceId: string,
  on: CalendarDate,
): Promise<KnownPracticeLocation[]> {
  return db
    .selectFrom('practices.location as location')
    .select(['practice_id as practiceId', 'id', 'label', 'street', 'city', 'state', 'zip'])
    .select([county.as('countyFips'), latest('served_by').as('servedBy')])
    .where('practice_id', '=', practiceId)
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}
