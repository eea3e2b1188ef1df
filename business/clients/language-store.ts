import type { Instant } from '../../libraries/calendar/index.ts'
import type { Language } from '../visits/say-date.ts'
import type { Db } from '../world.ts'

/** In which language a person reads; English until they chose one. */
export async function languageOf(db: Db, personId: string): Promise<Language> {
  return (await languageChosen(db, personId)) ?? 'en'
}

/** The same for many people at once; who has chosen none is not among them. */
export async function languagesOf(db: Db, personIds: readonly string[]): Promise<Map<string, Language>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('clients.language_choice')
    .distinctOn('person_id')
    .select(['person_id', 'language'])
    .where('person_id', 'in', [...new Set(personIds)])
    .orderBy('person_id')
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.language as Language]))
}

/** What one person chose; null until they chose one. */
export async function languageChosen(db: Db, personId: string): Promise<Language | null> {
  const row = await db
    .selectFrom('clients.language_choice')
    .select('language')
    .where('person_id', '=', personId)
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.language as Language | undefined) ?? null
}

export async function recordLanguageChoice(
  db: Db,
  choice: { personId: string; id: string; language: Language; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('clients.language_choice')
    .values({
      person_id: choice.personId,
      id: choice.id,
      language: choice.language,
      chosen_at: choice.at,
      chosen_by: choice.by,
    })
    .execute()
}
