import { sql, type Transaction } from 'kysely'
import type { Instant } from '../libraries/calendar/index.ts'
import type { Db } from './connect.ts'
import type { Database } from './schema.ts'

/** Who acts and when; `user` is null where nobody is signed in (a job, a file that came in). */
export type Actor = { user: string | null; now: Instant }

export type Deed<T> = (db: Transaction<Database>) => Promise<T>

/**
 * One transaction that sees and records the practice's rows. With `person` it also records rows of that person, whose
 * access the caller has checked.
 */
export function asPractice<T>(db: Db, actor: Actor & { practice: string; person?: string }, deed: Deed<T>): Promise<T> {
  return act(db, { ...actor, person: actor.person ?? '' }, deed)
}

/** One transaction that sees and records the person's rows. With `practice` also that practice's. */
export function asPerson<T>(db: Db, actor: Actor & { person: string; practice?: string }, deed: Deed<T>): Promise<T> {
  return act(db, { ...actor, practice: actor.practice ?? '' }, deed)
}

/** One transaction in which a signed-in user sees their own memberships and logins, before a practice or person is chosen. */
export function asUser<T>(db: Db, actor: { user: string; now: Instant }, deed: Deed<T>): Promise<T> {
  return act(db, { ...actor, practice: '', person: '' }, deed)
}

const ofTheHouse = new WeakMap<Db, Actor>()

/**
 * One transaction of the house: on a connection of the role operations it sees every owner's rows. Inside of another one
 * by the same actor it goes on in that, so that many questions can be asked at one look.
 */
export function asOperations<T>(db: Db, actor: Actor, deed: Deed<T>): Promise<T> {
  const opened = ofTheHouse.get(db)
  if (db.isTransaction && opened?.user === actor.user && opened.now === actor.now) {
    return deed(db as Transaction<Database>)
  }
  return act(db, { ...actor, practice: '', person: '' }, (transaction) => {
    ofTheHouse.set(transaction, actor)
    return deed(transaction)
  })
}

// The settings end with the transaction, so a connection that returns to the pool carries nobody.
function act<T>(db: Db, actor: Actor & { practice: string; person: string }, deed: Deed<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`
      select set_config('app.practice', ${actor.practice}, true), set_config('app.person', ${actor.person}, true),
        set_config('app.user', ${actor.user ?? ''}, true), set_config('app.now', ${actor.now}, true)
    `.execute(transaction)
    return deed(transaction)
  })
}
