import { randomBytes } from 'node:crypto'
import pg from 'pg'
import {
  isNotUnder,
  type OpenedKeys,
  type Renewed,
  renewRows,
  tablesWithPlainRows,
  vouchForRows,
} from './encrypt-rows.ts'
import { type EncryptedTableName, encryptedTables, type Purpose, purposes } from './encrypted-columns.ts'
import type { DataKey } from './encrypted-value.ts'
import { KeyTrouble, unwrapKey, type WrappedKey, type WrappingKeys, wrapKey } from './wrapping-keys.ts'

/** What the owner needs to look after encryption: every deed here is for the owner's login alone. */
export type Keeping = {
  ownerUrl: string
  wrappingKeys: WrappingKeys
  /** The moment that rows of keys carry; the caller knows which clock is meant. */
  at: Date
  onBatch?: (table: string) => void
}

type KeyRow = WrappedKey & { retired_at: Date | null }

/**
 * Before any door opens: makes the data keys that are missing, sees that each opens, and encrypts what a migration left
 * plain. Whoever does it at the same time waits. `makeWrappingKeys` is asked where there is no data key yet.
 */
export function prepareEncryption(
  keeping: Keeping & { makeWrappingKeys?: () => void },
): Promise<{ encrypted: number }> {
  return asKeeper(keeping, async (client) => {
    const before = await keyRows(client)
    if (before.length === 0) keeping.makeWrappingKeys?.()
    for (const row of before) unwrapKey(keeping.wrappingKeys(), row)
    const missing = purposes.filter(
      (purpose) => !before.some((row) => row.purpose === purpose && row.retired_at === null),
    )
    if (missing.length > 0) await addKeys(client, keeping, missing)
    const plain = await tablesWithPlainRows(client)
    if (plain.length === 0) return { encrypted: 0 }
    const keys = await openedKeys(client, keeping)
    const renewed = await renewRows(client, plain, { keys, ...batchesOf(keeping) })
    if (renewed.troubles.length > 0) throw new KeyTrouble('tampered', renewed.troubles.join('\n'))
    await vouchForRows(client, plain)
    return { encrypted: renewed.rows }
  })
}

export type Rotated = Renewed & { made: number[]; continued: boolean }

/**
 * New data keys, and every value encrypted anew with them, while a server runs. Where a rotation was cut short it is
 * finished, and no further key is made.
 */
export function rotateDataKeys(keeping: Keeping): Promise<Rotated> {
  return asKeeper(keeping, async (client) => {
    if (await isUnfinished(client)) {
      const renewed = await renewAll(client, keeping)
      // What is left may be values that never open again: they do not keep the others from a new key.
      if (renewed.rows > 0) return { ...renewed, made: [], continued: true }
    }
    const made = await replaceKeys(client, keeping)
    return { ...(await renewAll(client, keeping)), made, continued: false }
  })
}

async function renewAll(client: pg.ClientBase, keeping: Keeping): Promise<Renewed> {
  await waitForWriters(client)
  const keys = await openedKeys(client, keeping)
  return renewRows(client, allTables, { keys, ...batchesOf(keeping) })
}

const allTables = Object.keys(encryptedTables) as EncryptedTableName[]

function batchesOf({ onBatch }: Keeping) {
  return onBatch === undefined ? {} : { onBatch }
}

/** Wraps every data key with the operator's current key: no value changes. Answers how many were wrapped by another. */
export function rewrapDataKeys(keeping: Keeping): Promise<{ by: string; rewrapped: number }> {
  return asKeeper(keeping, async (client) => {
    const [by] = keeping.wrappingKeys()
    if (by === undefined) throw new KeyTrouble('no_keys', 'There is no encryption key')
    const others = (await keyRows(client)).filter((row) => row.wrapped_by !== by.id)
    const wrapped = others.map((row) => wrapKey(by, row.purpose, unwrapKey(keeping.wrappingKeys(), row)))
    await client.query('begin')
    for (const row of wrapped) {
      await client.query('update house.data_key set wrapped_by = $2, wrapped = $3 where number = $1', [
        row.number,
        row.wrapped_by,
        row.wrapped,
      ])
    }
    await client.query('commit')
    return { by: by.id, rewrapped: wrapped.length }
  })
}

/** Whether values stand under a key with which nothing new is encrypted any more. */
export async function isUnfinished(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ purpose: Purpose; beginning: string }>(
    `select purpose, '\\xc1454b01' || lpad(to_hex(max(number)), 8, '0') as beginning
     from house.data_key where retired_at is null group by purpose`,
  )
  const current = new Map(rows.map(({ purpose, beginning }) => [purpose, beginning]))
  for (const [name, { columns, purpose }] of Object.entries(encryptedTables)) {
    const others = Object.keys(columns).map((column) => isNotUnder(column, '$1::bytea'))
    const found = await client.query(`select from ${name} where ${others.join(' or ')} limit 1`, [current.get(purpose)])
    if (found.rowCount === 1) return true
  }
  return false
}

export async function keyRows(client: pg.ClientBase): Promise<(KeyRow & { made_at: Date })[]> {
  const { rows } = await client.query<KeyRow & { made_at: Date }>(
    'select number, purpose, wrapped_by, wrapped, made_at, retired_at from house.data_key order by number',
  )
  return rows
}

export async function openedKeys(
  client: pg.ClientBase,
  { wrappingKeys }: Pick<Keeping, 'wrappingKeys'>,
): Promise<OpenedKeys> {
  const rows = await keyRows(client)
  const all = new Map<number, DataKey>(rows.map((row) => [row.number, unwrapKey(wrappingKeys(), row)]))
  const current = new Map<Purpose, DataKey>()
  for (const { number, purpose, retired_at } of rows) {
    const key = all.get(number)
    if (retired_at === null && key !== undefined) current.set(purpose as Purpose, key)
  }
  return { all, current }
}

/** One connection of the owner; of all who look after keys at once, one at a time. */
export async function asKeeper<T>(
  { ownerUrl }: Pick<Keeping, 'ownerUrl'>,
  deed: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('evenkeel keeps keys', 0))`)
    return await deed(client)
  } finally {
    await client.end()
  }
}

async function replaceKeys(client: pg.ClientBase, keeping: Keeping): Promise<number[]> {
  await client.query('begin')
  try {
    await client.query('update house.data_key set retired_at = $1 where retired_at is null', [keeping.at])
    const made = await addKeys(client, keeping, purposes)
    await client.query('commit')
    return made
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function addKeys(
  client: pg.ClientBase,
  { wrappingKeys, at }: Keeping,
  of: readonly Purpose[],
): Promise<number[]> {
  const [by] = wrappingKeys()
  if (by === undefined) throw new KeyTrouble('no_keys', 'There is no encryption key')
  const { rows } = await client.query<{ last: number }>('select coalesce(max(number), 0) as last from house.data_key')
  const numbers = of.map((_, place) => (rows[0]?.last ?? 0) + place + 1)
  const keys = of.map((purpose, place) => wrapKey(by, purpose, { number: numbers[place] ?? 0, bytes: randomBytes(32) }))
  await client.query(
    `insert into house.data_key (number, purpose, wrapped_by, wrapped, made_at)
     select number, purpose, $3, wrapped, $5 from unnest($1::integer[], $2::text[], $4::bytea[]) as made (number, purpose, wrapped)`,
    [numbers, of, by.id, keys.map(({ wrapped }) => wrapped), at],
  )
  return numbers
}

const patienceMs = 1000

// Whoever asked for the former key before the new one was there holds the lock until their transaction ends. We wait in
// short turns, so that nobody who comes meanwhile stands behind us for long.
async function waitForWriters(client: pg.ClientBase): Promise<void> {
  for (;;) {
    try {
      await client.query('begin')
      await client.query(`set local lock_timeout = ${patienceMs}`)
      await client.query(`select pg_advisory_xact_lock(hashtextextended('evenkeel data keys', 0))`)
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback')
      if (!(error instanceof pg.DatabaseError) || error.code !== '55P03') throw error
    }
  }
}
