import { sql } from 'kysely'
import type { Db } from '../world.ts'

/**
 * Under operations: what a client may know of their own visits, asked as the client; afterwards the transaction is the one
 * it was. The functions of the visits answer for a person who acts in no practice.
 */
export async function actForClient<T>(
  db: Db,
  { personId, practiceId }: { personId: string; practiceId: string },
  deed: () => Promise<T>,
): Promise<T> {
  await sql`select set_config('app.person', ${personId}, true), set_config('app.practice', '', true)`.execute(db)
  const seen = await deed()
  await sql`select set_config('app.person', '', true), set_config('app.practice', ${practiceId}, true)`.execute(db)
  return seen
}

/** How many letters the outbox has to addresses of the person of the transaction. */
export async function lettersToMe(db: Db): Promise<number> {
  const { rows } = await sql<{ letters: number }>`select deletions.letters_to_me() as letters`.execute(db)
  return rows[0]?.letters ?? 0
}

/** What becomes of the login of the client, or of the member who asks. */
export async function ownLoginFate(db: Db): Promise<'goes' | 'serves_others' | 'none'> {
  const { rows } = await sql<{ fate: 'goes' | 'serves_others' | 'none' }>`select deletions.my_login() as fate`.execute(
    db,
  )
  return rows[0]?.fate ?? 'none'
}

/** Under operations: whether a login serves nobody but the member of a practice who goes. */
export async function loginIsFree(
  db: Db,
  { userId, memberId }: { userId: string; memberId: string },
): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select deletions.login_is_free(${userId}::uuid, null, ${memberId}::uuid) as free
  `.execute(db)
  return rows[0]?.free === true
}
