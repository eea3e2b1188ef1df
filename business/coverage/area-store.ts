import { createHash } from 'node:crypto'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import { editionOn, recordEdition } from './edition-store.ts'
import {
  type AreaEdition,
  builtInAreas,
  builtInEdition,
  type Licensee,
  type ServiceAreas,
  serviceAreasFrom,
} from './service-areas.ts'

export async function recordServiceAreas(db: Db, editionId: string, { licensees }: AreaEdition): Promise<void> {
  await db
    .insertInto('coverage.licensee')
    .values(
      licensees.map(({ id, name, certainty, source, note }) => ({
        edition_id: editionId,
        id,
        name,
        certainty,
        source,
        note: note ?? null,
      })),
    )
    .execute()
  const areas = licensees.flatMap(({ id, areas }) =>
    areas.map(({ state, holds, counties, except, inPart }) => ({
      edition_id: editionId,
      licensee_id: id,
      state,
      holds,
      counties: [...(counties ?? [])],
      except_counties: [...(except ?? [])],
      in_part: JSON.stringify(inPart ?? []),
    })),
  )
  await db.insertInto('coverage.service_area').values(areas).execute()
}

// An edition never changes, so what was made of it serves as long as the process lives.
const made = new Map<string, ServiceAreas>()

/** The service areas that answer for a date of service, with their edition; the product's own where no edition does. */
export async function serviceAreasOn(
  db: Db,
  on: CalendarDate,
): Promise<{ edition: string | null; areas: ServiceAreas }> {
  const edition = await editionOn(db, 'service_areas', on)
  if (edition === null) return { edition: null, areas: builtInAreas }
  return { edition: edition.id, areas: await serviceAreasOf(db, edition.id, edition.asOf) }
}

/** The areas of an edition by its id, as stored with a decision; the product's own where none was. */
export async function serviceAreasOfEdition(db: Db, id: string | null): Promise<ServiceAreas> {
  if (id === null) return builtInAreas
  const { as_of } = await db
    .selectFrom('coverage.edition')
    .select('as_of')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return serviceAreasOf(db, id, as_of)
}

async function serviceAreasOf(db: Db, id: string, asOf: CalendarDate): Promise<ServiceAreas> {
  const known = made.get(id)
  if (known !== undefined) return known
  const areas = serviceAreasFrom({ asOf, licensees: await licenseesOf(db, id) })
  made.set(id, areas)
  return areas
}

/** The whole set of licensees with their areas that answers for a date of service. */
export async function areaEditionOn(db: Db, on: CalendarDate): Promise<AreaEdition> {
  const edition = await editionOn(db, 'service_areas', on)
  return edition === null ? builtInEdition : { asOf: edition.asOf, licensees: await licenseesOf(db, edition.id) }
}

/** A further edition from a day of service on; false where another begins that very day, or it says what is there already. */
export async function recordFurtherAreas(
  db: Db,
  { licensees, from, at }: AreaEdition & { from: CalendarDate; at: Instant },
): Promise<boolean> {
  const before = await editionOn(db, 'service_areas', from)
  if (before?.inForceFrom === from) return false
  const content = { asOf: from, licensees }
  const id = createHash('sha256')
    .update(JSON.stringify(['service_areas', content]))
    .digest('hex')
  const isNew = await recordEdition(db, { kind: 'service_areas', id, asOf: from, inForceFrom: from, at })
  if (isNew) await recordServiceAreas(db, id, content)
  return isNew
}

async function licenseesOf(db: Db, editionId: string): Promise<Licensee[]> {
  const licensees = await db
    .selectFrom('coverage.licensee')
    .select(['id', 'name', 'certainty', 'source', 'note'])
    .where('edition_id', '=', editionId)
    .orderBy('id')
    .execute()
  const areas = await db
    .selectFrom('coverage.service_area')
    .select(['licensee_id', 'state', 'holds', 'counties', 'except_counties as except', 'in_part'])
    .where('edition_id', '=', editionId)
    .orderBy('state')
    .execute()
  return licensees.map(({ note, ...licensee }) => ({
    ...licensee,
    ...(note === null ? {} : { note }),
    areas: areas
      .filter(({ licensee_id }) => licensee_id === licensee.id)
      .map(({ licensee_id: _, in_part, ...area }) => ({
        ...area,
        inPart: in_part as { county: string; rule: string }[],
      })),
  }))
}
