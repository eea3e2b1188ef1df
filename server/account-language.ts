import { sql } from 'kysely'
import { languageChosen } from '../business/clients/language-store.ts'
import type { Language } from '../business/visits/say-date.ts'
import { asOperations } from '../database/act-as.ts'
import type { AccountDoors } from './account-doors.ts'
import { english } from './account-letters.ts'
import { spanish } from './account-letters-in-spanish.ts'

/** The letters about one's own account, by language. */
export const lettersIn = { en: english, es: spanish } as const

/** A page of ours in a language; English is what it is without being named. */
export function pageIn(language: Language, address: string): string {
  return language === 'en' ? address : `${address}?lang=${language}`
}

/** The language that the holder of a login chose for themselves; else the one named. */
export async function languageOfAccount(
  { operations, world }: Pick<AccountDoors, 'operations' | 'world'>,
  userId: string | null,
  otherwise: Language,
): Promise<Language> {
  // Asked even where there is nobody, so that the answer takes as long.
  const user = userId ?? world.ids.next()
  return asOperations(operations, { user, now: world.clock.now() }, async (db) => {
    const own = await db
      .selectFrom('clients.login')
      .select('person_id')
      .where('user_id', '=', user)
      .where('relation', '=', 'self')
      .where(sql<boolean>`during @> house.today()`)
      .executeTakeFirst()
    return (own === undefined ? null : await languageChosen(db, own.person_id)) ?? otherwise
  })
}
