import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import { editionOn } from './edition-store.ts'
import type { Certainty } from './service-areas.ts'

/** A compact as one state stands in it. Only a state in force, on the date, counts. */
export type CompactState = {
  compactId: string
  name: string
  families: string[]
  privilege: string
  state: string
  standing: 'in_force' | 'enacted'
  since: CalendarDate | null
  certainty: Certainty
  sinceCertainty: Certainty
  source: string
}

export async function recordCompactStates(db: Db, editionId: string, states: readonly CompactState[]): Promise<void> {
  await db
    .insertInto('coverage.compact_state')
    .values(
      states.map(({ compactId, sinceCertainty, ...rest }) => ({
        ...rest,
        edition_id: editionId,
        compact_id: compactId,
        since_certainty: sinceCertainty,
      })),
    )
    .execute()
}

// An edition's id is the hash of its content: what was read of it once is what it says.
const read = new Map<string, readonly CompactState[]>()

export async function compactStatesOn(db: Db, on: CalendarDate): Promise<readonly CompactState[]> {
  const edition = await editionOn(db, 'compacts', on)
  if (edition === null) return []
  const known = read.get(edition.id)
  if (known !== undefined) return known
  const states: CompactState[] = await db
    .selectFrom('coverage.compact_state')
    .select(['compact_id as compactId', 'name', 'families', 'privilege', 'state', 'standing', 'since', 'certainty'])
    .select(['since_certainty as sinceCertainty', 'source'])
    .where('edition_id', '=', edition.id)
    .orderBy('compact_id')
    .orderBy('state')
    .execute()
  if (states.length > 0) read.set(edition.id, states)
  return states
}

/** A family of licences, and where the boards that issue it are listed. */
export type LicenceFamily = {
  id: string
  label: string
  taxonomies: string[]
  board: string | null
  url: string | null
  certainty: Certainty
  source: string
}

/** What a family is called in a state, such as LICSW. */
export type LicenceTitle = { family: string; state: string; title: string; certainty: Certainty }

export async function recordLicenceFamilies(
  db: Db,
  editionId: string,
  { families, titles }: { families: readonly LicenceFamily[]; titles: readonly LicenceTitle[] },
): Promise<void> {
  await db
    .insertInto('coverage.licence_family')
    .values(families.map((family) => ({ ...family, edition_id: editionId })))
    .execute()
  await db
    .insertInto('coverage.licence_title')
    .values(titles.map((title) => ({ ...title, edition_id: editionId })))
    .execute()
}

export async function licenceFamiliesOn(db: Db, on: CalendarDate): Promise<LicenceFamily[]> {
  const edition = await editionOn(db, 'licence_families', on)
  if (edition === null) return []
  return db
    .selectFrom('coverage.licence_family')
    .select(['id', 'label', 'taxonomies', 'board', 'url', 'certainty', 'source'])
    .where('edition_id', '=', edition.id)
    .orderBy('label')
    .execute()
}

export async function licenceTitlesOn(db: Db, on: CalendarDate): Promise<LicenceTitle[]> {
  const edition = await editionOn(db, 'licence_families', on)
  if (edition === null) return []
  return db
    .selectFrom('coverage.licence_title')
    .select(['family', 'state', 'title', 'certainty'])
    .where('edition_id', '=', edition.id)
    .orderBy('family')
    .orderBy('state')
    .execute()
}

/** What is known of practising in a state for a while without its license: shown, never decided by. */
export type TemporaryPractice = {
  state: string
  families: string[]
  days: number | null
  per: string | null
  how: string
  note: string | null
  certainty: Certainty
  source: string
}

export async function recordTemporaryPractice(
  db: Db,
  editionId: string,
  rows: readonly TemporaryPractice[],
): Promise<void> {
  await db
    .insertInto('coverage.temporary_practice')
    .values(rows.map((row, index) => ({ ...row, edition_id: editionId, line: index + 1 })))
    .execute()
}

export async function temporaryPracticeOn(db: Db, on: CalendarDate, state: string): Promise<TemporaryPractice[]> {
  const edition = await editionOn(db, 'temporary_practice', on)
  if (edition === null) return []
  return db
    .selectFrom('coverage.temporary_practice')
    .select(['state', 'families', 'days', 'per', 'how', 'note', 'certainty', 'source'])
    .where('edition_id', '=', edition.id)
    .where('state', '=', state)
    .orderBy('line')
    .execute()
}
