import { sql } from 'kysely'
import type { Db } from '../world.ts'

/** From here on the transaction records rows of this person; whoever calls has made sure that it may. */
export async function enterPerson(db: Db, personId: string): Promise<void> {
  await sql`select set_config('app.person', ${personId}, true)`.execute(db)
}

/**
 * Does one deed with the right to record rows of a client, and gives the right back. A person's rows are recorded under
 * their own name only (row security), so whoever calls has made sure that the practice may act for the client.
 */
export async function actForPerson<T>(db: Db, personId: string, deed: () => Promise<T>): Promise<T> {
  await sql`select set_config('app.person', ${personId}, true)`.execute(db)
  const done = await deed()
  await sql`select set_config('app.person', '', true)`.execute(db)
  return done
}
