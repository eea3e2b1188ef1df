import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type EditionKind = 'service_areas' | 'compacts' | 'licence_families' | 'temporary_practice'

export type Edition = {
  kind: EditionKind
  /** SHA-256 of the content. */
  id: string
  asOf: CalendarDate
  /** The first date of service that it answers for. */
  inForceFrom: CalendarDate
}

/**
 * Records the head of an edition, and answers whether it is new; its rows are recorded in the same transaction. The same
 * content again is the edition that is there.
 */
export async function recordEdition(
  db: Db,
  { kind, id, asOf, inForceFrom, at }: Edition & { at: Instant },
): Promise<boolean> {
  const recorded = await db
    .insertInto('coverage.edition')
    .values({ kind, id, as_of: asOf, in_force_from: inForceFrom, recorded_at: at })
    .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return recorded !== undefined
}

/** The edition of a kind that answers for a date of service; null before the first. */
export async function editionOn(db: Db, kind: EditionKind, on: CalendarDate): Promise<Edition | null> {
  const row = await db
    .selectFrom('coverage.edition')
    .select(['id', 'as_of as asOf', 'in_force_from as inForceFrom'])
    .where('kind', '=', kind)
    .where('in_force_from', '<=', on)
    .orderBy('in_force_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { kind, ...row }
}

/** Every edition of every kind, the latest first. */
export async function editionsAll(db: Db): Promise<Edition[]> {
  return db
    .selectFrom('coverage.edition')
    .select(['kind', 'id', 'as_of as asOf', 'in_force_from as inForceFrom'])
    .orderBy('kind')
    .orderBy('in_force_from', 'desc')
    .execute()
}
