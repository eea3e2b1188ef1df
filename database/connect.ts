import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { KeysOfConnection } from './encryption.ts'
import { readColumn } from './read-column.ts'
import type { Database } from './schema.ts'
import { hearStatement } from './touched-tables.ts'
import type { WrappingKeys } from './wrapping-keys.ts'

/** A connection or an open transaction: stores accept either. */
export type Db = Kysely<Database>

export type PoolLimits = { max?: number }

/** Without `keys` encrypted columns are neither read nor written. */
export type ConnectOptions = PoolLimits & { keys?: WrappingKeys }

/**
 * Opens a pool. Dates come as 'YYYY-MM-DD', moments as Instant, bigint as number (beyond the safe integers it throws),
 * date ranges as Period, numeric as text (so sum() of bigint wants `::bigint`).
 */
export function connect(url: string, { keys, ...limits }: ConnectOptions = {}): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: openPool(url, limits, { getTypeParser: readColumn }) }),
    log: hearStatement,
    plugins: keys === undefined ? [] : [new KeysOfConnection(keys)],
  })
}

/** For the sign-in library alone: schema sign_in first, and moments as Date, since it compares them with the machine's. */
export function connectForSignIn(url: string, limits: PoolLimits = {}): Kysely<unknown> {
  const pool = openPool(url, limits, pg.types, '-c search_path=sign_in')
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
}

/** A bare pool, for the job runner and other tools that bring their own SQL. */
export function connectPool(url: string, limits: PoolLimits = {}): pg.Pool {
  return openPool(url, limits, pg.types)
}

function openPool(url: string, { max = 10 }: PoolLimits, types: pg.CustomTypesConfig, options?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    types,
    ...(options === undefined ? {} : { options }),
  })
  // A connection that the server closes while no query runs is only reported here; without a listener it would end the
  // process. The next query opens another one or rejects, which is where its caller hears of it.
  const heardByTheNextQuery = () => undefined
  pool.on('error', heardByTheNextQuery)
  pool.on('connect', (client) => client.on('error', heardByTheNextQuery))
  return pool
}
