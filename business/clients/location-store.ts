import { sql } from 'kysely'
import { idList, rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** Where a client takes sessions; `street` null: an address is not known yet. */
export type Location = {
  personId: string
  id: string
  label: string
  street: string | null
  city: string | null
  state: string
  zip: string | null
  countyFips: string | null
  servedBy: string | null
}

export async function recordLocation(
  db: Db,
  location: Location & { during: Period; recordedAt: Instant; recordedBy: string },
): Promise<void> {
  await db
    .insertInto('clients.location')
    .values({
      person_id: location.personId,
      id: location.id,
      label: location.label,
      street: location.street,
      city: location.city,
      state: location.state,
      zip: location.zip,
      county_fips: location.countyFips,
      served_by: location.servedBy,
      during: rangeText(location.during),
      recorded_at: location.recordedAt,
      recorded_by: location.recordedBy,
    })
    .execute()
}

const latest = (column: 'county_fips' | 'served_by') => sql<string | null>`coalesce((
  select finding.${sql.ref(column)} from clients.location_finding as finding
  where finding.person_id = location.person_id and finding.location_id = location.id
  order by finding.recorded_at desc, finding.id desc limit 1), location.${sql.ref(column)})`

export async function locationsInForce(db: Db, personIds: readonly string[], on: CalendarDate): Promise<Location[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('clients.location as location')
    .select(['person_id as personId', 'id', 'label', 'street', 'city', 'state', 'zip'])
    .select([latest('county_fips').as('countyFips'), latest('served_by').as('servedBy')])
    .where('person_id', 'in', [...personIds])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

export type DatedLocation = Location & { during: Period }

/** Every place of a client, past ones too, each with its period; those without an end first. */
export async function locationsOf(db: Db, personId: string): Promise<DatedLocation[]> {
  return db
    .selectFrom('clients.location as location')
    .select(['person_id as personId', 'id', 'label', 'street', 'city', 'state', 'zip', 'during'])
    .select([latest('county_fips').as('countyFips'), latest('served_by').as('servedBy')])
    .where('person_id', '=', personId)
    .orderBy(sql`upper_inf(during)`, 'desc')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** Every place of many people with its period, in the order in which they were recorded. */
export async function placesOfPeople(db: Db, personIds: readonly string[]): Promise<DatedLocation[]> {
  return db
    .selectFrom('clients.location as location')
    .select(['person_id as personId', 'id', 'label', 'street', 'city', 'state', 'zip', 'during'])
    .select([latest('county_fips').as('countyFips'), latest('served_by').as('servedBy')])
    .where(sql<boolean>`person_id = any(${idList(personIds)}::uuid[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** Ends a place that has no end yet: `until` is the first day on which it counts no more. False where there is none. */
export async function endLocation(
  db: Db,
  { personId, id, until }: { personId: string; id: string; until: CalendarDate },
): Promise<boolean> {
  const ended = await db
    .updateTable('clients.location')
    .set({ during: sql<string>`daterange(lower(during), ${until}::date)` })
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where(sql<boolean>`upper_inf(during) and lower(during) < ${until}::date`)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
