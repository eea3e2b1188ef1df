import { sql } from 'kysely'
import { decrypt, encrypt } from '../../database/encryption.ts'
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
      street: await encrypt(db, 'clients.location.street', [location.personId, location.id], location.street),
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
  const rows = await db
    .selectFrom('clients.location as location')
    .select(['person_id as personId', 'id', 'label', 'street', 'city', 'state', 'zip'])
    .select([latest('county_fips').as('countyFips'), latest('served_by').as('servedBy')])
    .where('person_id', 'in', [...personIds])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => openStreet(db, row)))
}

async function openStreet<Row extends { personId: string; id: string; street: Uint8Array | null }>(db: Db, row: Row) {
  return { ...row, street: await decrypt(db, 'clients.location.street', [row.personId, row.id], row.street) }
}

export type DatedLocation = Location & { during: Period }

/** Every place of a client, past ones too, each with its period; those without an end first. */
export async function locationsOf(db: Db, personId: string): Promise<DatedLocation[]> {
  const rows = await db
    .selectFrom('clients.location as location')
    .select(['person_id as personId', 'id', 'label', 'street', 'city', 'state', 'zip', 'during'])
    .select([latest('county_fips').as('countyFips'), latest('served_by').as('servedBy')])
    .where('person_id', '=', personId)
    .orderBy(sql`upper_inf(during)`, 'desc')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => openStreet(db, row)))
}

/** A place without its address: which state it is in and which plans serve it does not rest on the street. */
export type ServedPlace = Pick<DatedLocation, 'personId' | 'state' | 'countyFips' | 'servedBy' | 'during'>

/** Every place of many people with its period, in the order in which they were recorded; no address is opened. */
export async function placesOfPeople(db: Db, personIds: readonly string[]): Promise<ServedPlace[]> {
  const people = idList(personIds)
  const { rows } = await sql<ServedPlace>`
    with found as (
      select distinct on (person_id, location_id) person_id, location_id, county_fips, served_by
      from clients.location_finding where person_id = any(${people}::uuid[])
      order by person_id, location_id, recorded_at desc, id desc
    )
    select location.person_id as "personId", location.state, location.during,
      coalesce(found.county_fips, location.county_fips) as "countyFips",
      coalesce(found.served_by, location.served_by) as "servedBy"
    from clients.location as location
    left join found on found.person_id = location.person_id and found.location_id = location.id
    where location.person_id = any(${people}::uuid[])
    order by location.recorded_at, location.id
  `.execute(db)
  return rows
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
