import { createHash } from 'node:crypto'
import { recordServiceAreas } from '../business/coverage/area-store.ts'
import compactData from '../business/coverage/data/compacts.json' with { type: 'json' }
import familyData from '../business/coverage/data/licence-families.json' with { type: 'json' }
import temporaryData from '../business/coverage/data/temporary-practice.json' with { type: 'json' }
import { type EditionKind, recordEdition } from '../business/coverage/edition-store.ts'
import {
  type CompactState,
  type LicenceFamily,
  type LicenceTitle,
  recordCompactStates,
  recordLicenceFamilies,
  recordTemporaryPractice,
  type TemporaryPractice,
} from '../business/coverage/licence-reference-store.ts'
import { type AreaEdition, builtInEdition } from '../business/coverage/service-areas.ts'
import type { Db } from '../business/world.ts'
import { type CalendarDate, calendarDate, type Instant } from '../libraries/calendar/index.ts'

/** Data of one kind as it comes with the product, or from a later collection. */
export type CoverageData = { asOf: string; inForceFrom: CalendarDate } & (
  | { kind: 'service_areas'; content: AreaEdition }
  | { kind: 'compacts'; content: readonly CompactState[] }
  | { kind: 'licence_families'; content: { families: readonly LicenceFamily[]; titles: readonly LicenceTitle[] } }
  | { kind: 'temporary_practice'; content: readonly TemporaryPractice[] }
)

// The house knows no date of service before this day.
const first = calendarDate('2020-01-01')

/** The editions that come with the product: each answers from the first day on, until another takes its place. */
export const builtInCoverageData: readonly CoverageData[] = [
  { kind: 'service_areas', asOf: builtInEdition.asOf, inForceFrom: first, content: builtInEdition },
  { kind: 'compacts', asOf: compactData.asOf, inForceFrom: first, content: compactStates() },
  {
    kind: 'licence_families',
    asOf: familyData.asOf,
    inForceFrom: first,
    content: {
      families: familyData.families.map(({ board, ...family }) => ({
        ...family,
        board: board?.name ?? null,
        url: board?.url ?? null,
        certainty: (board?.certainty ?? family.certainty) as LicenceFamily['certainty'],
        source: familyData.source,
      })),
      titles: familyData.titles as LicenceTitle[],
    },
  },
  {
    kind: 'temporary_practice',
    asOf: temporaryData.asOf,
    inForceFrom: first,
    content: temporaryData.rows.map((row) => ({ ...row, source: temporaryData.source })) as TemporaryPractice[],
  },
]

/**
 * Brings the editions into the database. Loaded again, nothing happens; data that has changed is a further edition from its
 * day on, and what was answered for before stays answered as it was. Two different editions for one day are refused.
 */
export async function seedCoverageEditions(db: Db, editions: readonly CoverageData[], at: Instant): Promise<void> {
  for (const edition of editions) await recordWhole(db, edition, at)
}

async function recordWhole(db: Db, data: CoverageData, at: Instant): Promise<void> {
  const id = createHash('sha256')
    .update(JSON.stringify([data.kind, data.content]))
    .digest('hex')
  const { kind, inForceFrom } = data
  const there = await editionFrom(db, kind, inForceFrom)
  if (there !== undefined && there !== id) {
    throw new Error(
      `${kind} from ${inForceFrom}: another edition answers from that day. Give the new one a later day; nothing was changed.`,
    )
  }
  const isNew = await recordEdition(db, { kind, id, asOf: calendarDate(data.asOf), inForceFrom, at })
  if (!isNew) return
  switch (data.kind) {
    case 'service_areas':
      return recordServiceAreas(db, id, data.content)
    case 'compacts':
      return recordCompactStates(db, id, data.content)
    case 'licence_families':
      return recordLicenceFamilies(db, id, data.content)
    case 'temporary_practice':
      return recordTemporaryPractice(db, id, data.content)
  }
}

async function editionFrom(db: Db, kind: EditionKind, inForceFrom: CalendarDate): Promise<string | undefined> {
  const row = await db
    .selectFrom('coverage.edition')
    .select('id')
    .where('kind', '=', kind)
    .where('in_force_from', '=', inForceFrom)
    .executeTakeFirst()
  return row?.id
}

function compactStates(): CompactState[] {
  return compactData.compacts.flatMap(({ states, id, ...compact }) =>
    states.map((state) => ({ ...compact, compactId: id, ...state }) as CompactState),
  )
}
