import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

export type AttemptLimit = {
  /** Whether there were as many as are allowed, for this key, within the window. */
  isReached(key: string): Promise<boolean>
  count(key: string): Promise<void>
  forget(key: string): Promise<void>
}

type Limit = { name: string; most: number; minutes: number; now?: () => number }

/** Opens limits on the sign-in tables. */
export type AttemptLimits = (limit: Limit) => AttemptLimit

const keptMs = 24 * 60 * 60_000

/**
 * Counts attempts by a key, such as an address of a computer or an e-mail, whether or not there is an account for it: who
 * guesses learns nothing from where it stops. In the database, so that a restart forgets nothing and every process counts
 * together; of the key its hash only. On the machine's time.
 */
export function attemptLimits(db: Kysely<unknown>, newId: () => string): AttemptLimits {
  return ({ name, most, minutes, now = Date.now }) => {
    const hashOf = (key: string) => createHash('sha256').update(`${name} ${key}`).digest('hex')
    return {
      async isReached(key) {
        const since = new Date(now() - minutes * 60_000)
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from sign_in.attempt where key = ${hashOf(key)} and at > ${since}
        `.execute(db)
        return (rows[0]?.count ?? 0) >= most
      },
      async count(key) {
        const at = new Date(now())
        await sql`insert into sign_in.attempt (id, key, at) values (${newId()}, ${hashOf(key)}, ${at})`.execute(db)
        await sql`delete from sign_in.attempt where at < ${new Date(now() - keptMs)}`.execute(db)
      },
      async forget(key) {
        await sql`delete from sign_in.attempt where key = ${hashOf(key)}`.execute(db)
      },
    }
  }
}
