import { type KyselyPlugin, sql } from 'kysely'
import type { Db } from './connect.ts'
import { type EncryptedColumn, encryptedTables, type Purpose, placeOf, tableOf } from './encrypted-columns.ts'
import { blindIndex, type DataKey, decryptValue, encryptValue, isDeleted, keyNumberOf } from './encrypted-value.ts'
import { KeyTrouble, unwrapKey, type WrappedKey, type WrappingKeys } from './wrapping-keys.ts'

type Row = readonly (string | number)[]

/** Encrypts what stands in one column of one row, which is named by its key; the value opens nowhere else. */
export function encrypt(db: Db, column: EncryptedColumn, row: Row, plain: string | Uint8Array): Promise<Buffer>
export function encrypt(db: Db, column: EncryptedColumn, row: Row, plain: string | null): Promise<Buffer | null>
export async function encrypt(db: Db, column: EncryptedColumn, row: Row, plain: string | Uint8Array | null) {
  if (plain === null) return null
  const { name, table } = tableOf(column)
  const key = await keysOf(db).current(db, table.purpose)
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain
  return encryptValue(key, placeOf(name, column.slice(name.length + 1), row), bytes)
}

export function encryptJson(db: Db, column: EncryptedColumn, row: Row, content: unknown): Promise<Buffer> {
  return encrypt(db, column, row, JSON.stringify(content))
}

/** The text that was encrypted for this column of this row; throws KeyTrouble when it does not open here. */
export function decrypt(db: Db, column: EncryptedColumn, row: Row, value: Uint8Array): Promise<string>
export function decrypt(db: Db, column: EncryptedColumn, row: Row, value: Uint8Array | null): Promise<string | null>
export async function decrypt(db: Db, column: EncryptedColumn, row: Row, value: Uint8Array | null) {
  return value === null ? null : (await decryptBytes(db, column, row, value)).toString('utf8')
}

/** The same for a column of JSON; its content is what a store wrote, and is trusted as a row is. */
export async function decryptJson<T>(db: Db, column: EncryptedColumn, row: Row, value: Uint8Array): Promise<T> {
  return JSON.parse(await decrypt(db, column, row, value)) as T
}

export async function decryptBytes(db: Db, column: EncryptedColumn, row: Row, value: Uint8Array): Promise<Buffer> {
  if (isDeleted(value)) return Buffer.from(value)
  const number = keyNumberOf(value)
  const { name } = tableOf(column)
  const own = column.slice(name.length + 1)
  if (number === null) throw new KeyTrouble('not_encrypted', `${said(column, row)} is not encrypted`)
  const key = await keysOf(db).numbered(db, number, () => said(column, row))
  const plain = decryptValue(key, placeOf(name, own, row), value)
  if (plain === null) {
    throw new KeyTrouble(
      'tampered',
      `${said(column, row)} was changed, or was encrypted for another row: it does not open`,
    )
  }
  return plain
}

/** The blind index of a word, whatever its case, to keep beside its value. */
export async function indexOf(db: Db, table: 'claims.claim', word: string): Promise<Buffer> {
  const { purpose, blind } = encryptedTables[table]
  return blindIndex(await keysOf(db).current(db, purpose), `${table}.${blind.column}`, word.toUpperCase())
}

/** Every index that the word may have: one for each data key, since rows may still be under a former one. */
export async function indexesOf(db: Db, table: 'claims.claim', word: string): Promise<Buffer[]> {
  const { purpose, blind } = encryptedTables[table]
  const keys = await keysOf(db).all(db, purpose)
  return keys.map((key) => blindIndex(key, `${table}.${blind.column}`, word.toUpperCase()))
}

function said(column: EncryptedColumn, row: Row): string {
  const { name } = tableOf(column)
  const named = encryptedTables[name].row.map((part, at) => `${part} ${row[at] ?? '?'}`)
  return `${column} of the row ${named.join(', ')}`
}

/** The keys go with the connection, and so with each of its transactions: a plugin that changes no query. */
export class KeysOfConnection implements KyselyPlugin {
  readonly keys: DataKeys
  constructor(wrappingKeys: WrappingKeys) {
    this.keys = new DataKeys(wrappingKeys)
  }
  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => node
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

function keysOf(db: Db): DataKeys {
  const carried = db.getExecutor().plugins.find((plugin) => plugin instanceof KeysOfConnection)
  if (carried === undefined) throw new KeyTrouble('no_keys', 'This connection was opened without encryption keys')
  return carried.keys
}

type Known = DataKey & { purpose: string }

/** A rotation waits for whoever holds this: data-keys.ts. */
export const writersLock = sql`hashtextextended('evenkeel data keys', 0)`

/** The data keys of one database, unwrapped once and kept in memory while the connection is open. */
class DataKeys {
  readonly #wrappingKeys: WrappingKeys
  readonly #known = new Map<number, Known>()
  readonly #ofTransaction = new WeakMap<Db, Promise<Map<string, number>>>()

  constructor(wrappingKeys: WrappingKeys) {
    this.#wrappingKeys = wrappingKeys
  }

  /** The key to encrypt with, asked once in each transaction. */
  async current(db: Db, purpose: Purpose): Promise<DataKey> {
    const number = (await this.#currentNumbers(db)).get(purpose)
    if (number === undefined)
      throw new KeyTrouble('key_missing', `There is no data key for ${purpose}: evenkeel migrate makes it`)
    return this.numbered(db, number, () => `Data key ${number}`)
  }

  async numbered(db: Db, number: number, what: () => string): Promise<DataKey> {
    const known = this.#known.get(number)
    if (known !== undefined) return known
    await this.#load(db, number)
    const loaded = this.#known.get(number)
    if (loaded === undefined)
      throw new KeyTrouble('key_missing', `${what()} needs data key ${number}, which is not in house.data_key`)
    return loaded
  }

  async all(db: Db, purpose: Purpose): Promise<DataKey[]> {
    const { rows } = await sql<{
      number: number
    }>`select number from house.data_key where purpose = ${purpose} order by number`.execute(db)
    return Promise.all(rows.map(({ number }) => this.numbered(db, number, () => `Data key ${number}`)))
  }

  #currentNumbers(db: Db): Promise<Map<string, number>> {
    if (!db.isTransaction) return readCurrent(db)
    const known = this.#ofTransaction.get(db) ?? readCurrent(db)
    this.#ofTransaction.set(db, known)
    return known
  }

  async #load(db: Db, number: number): Promise<void> {
    const { rows } = await sql<WrappedKey>`
      select number, purpose, wrapped_by, wrapped from house.data_key where number = ${number}
    `.execute(db)
    for (const row of rows)
      this.#known.set(row.number, { ...unwrapKey(this.#wrappingKeys(), row), purpose: row.purpose })
  }
}

// The lock first, in a statement of its own: what is read after it is what a rotation that waited has to wait for.
async function readCurrent(db: Db): Promise<Map<string, number>> {
  await sql`select pg_advisory_xact_lock_shared(${writersLock})`.execute(db)
  const { rows } = await sql<{ purpose: string; number: number }>`
    select purpose, max(number) as number from house.data_key where retired_at is null group by purpose
  `.execute(db)
  return new Map(rows.map(({ purpose, number }) => [purpose, number]))
}
