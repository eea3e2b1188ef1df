import type pg from 'pg'
import {
  type EncryptedTable,
  type EncryptedTableName,
  encryptedTables,
  type Purpose,
  placeOf,
} from './encrypted-columns.ts'
import {
  beginningOf,
  blindIndex,
  type DataKey,
  decryptValue,
  encryptValue,
  isDeleted,
  keyNumberOf,
} from './encrypted-value.ts'
import { KeyTrouble } from './wrapping-keys.ts'

/** The data keys in the clear: every one by its number, and the one to encrypt with for each purpose. */
export type OpenedKeys = { all: ReadonlyMap<number, DataKey>; current: ReadonlyMap<Purpose, DataKey> }

export type Renewed = {
  /** Rows that were written. */
  rows: number
  /** Values that do not open with any key, by table, column and row; they stay as they are. */
  troubles: string[]
}

type Options = {
  keys: OpenedKeys
  /** Called after each batch has been committed. */
  onBatch?: (table: string) => void
}

// Files are large; a batch of them stays within tens of megabytes.
const batchRows = (table: EncryptedTable) => (Object.values(table.columns).includes('bytes') ? 40 : 500)

/** The tables into which plain values may still stand, since a migration made their columns encrypted ones. */
export async function tablesWithPlainRows(client: pg.ClientBase): Promise<EncryptedTableName[]> {
  const { rows } = await client.query<{ name: EncryptedTableName }>(
    `select distinct conrelid::regclass::text as name from pg_constraint
     where conname like '%\\_is\\_encrypted' and not convalidated order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** From now on the database vouches that no value of these tables is plain. */
export async function vouchForRows(client: pg.ClientBase, names: readonly EncryptedTableName[]): Promise<void> {
  for (const name of names) {
    for (const column of Object.keys(encryptedTables[name].columns)) {
      await client.query(`alter table ${name} validate constraint ${column}_is_encrypted`)
    }
  }
}

/**
 * Encrypts with the current key whatever in these tables is plain or under another key: in batches, each a transaction of
 * its own, along the primary key. A run that is cut short is taken up by the next one, which finds what is left.
 */
export async function renewRows(
  client: pg.ClientBase,
  names: readonly EncryptedTableName[],
  { keys, onBatch = () => undefined }: Options,
): Promise<Renewed> {
  const renewed: Renewed = { rows: 0, troubles: [] }
  for (const name of names) {
    const shape = await shapeOf(client, name)
    const current = keys.current.get(shape.table.purpose)
    if (current === undefined) throw new KeyTrouble('key_missing', `There is no data key for ${shape.table.purpose}`)
    let after: string[] | null = null
    do {
      const before = renewed.rows
      after = await renewBatch(client, shape, { keys, current, after, renewed })
      if (renewed.rows > before) onBatch(name)
    } while (after !== null)
  }
  return renewed
}

/** How many values stand under each data key, by its number; 0 is plain. */
export async function countValues(client: pg.ClientBase): Promise<Map<number, number>> {
  const counted = new Map<number, number>()
  for (const [name, { columns }] of Object.entries(encryptedTables)) {
    for (const column of Object.keys(columns)) {
      const { rows } = await client.query<{ number: string; count: string }>(
        `select case when substring(${column} from 1 for 4) = '\\xc1454b01'::bytea
             then ('x' || encode(substring(${column} from 5 for 4), 'hex'))::bit(32)::bigint else 0 end as number, count(*) as count
         from ${name} where ${column} <> all ('{Deleted,deleted}'::bytea[]) group by 1`,
      )
      for (const { number, count } of rows) {
        counted.set(Number(number), (counted.get(Number(number)) ?? 0) + Number(count))
      }
    }
  }
  return counted
}

/** SQL: the value is neither encrypted under the key with this beginning nor deleted. */
export function isNotUnder(column: string, beginning: string): string {
  return `(substring(${column} from 1 for 8) <> ${beginning} and ${column} <> all ('{Deleted,deleted}'::bytea[]))`
}

type Shape = { name: EncryptedTableName; table: EncryptedTable; columns: string[]; types: string[] }

async function shapeOf(client: pg.ClientBase, name: EncryptedTableName): Promise<Shape> {
  const table: EncryptedTable = encryptedTables[name]
  const { rows } = await client.query<{ attname: string; type: string }>(
    `select attname::text, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0`,
    [name],
  )
  const types = table.row.map((part) => rows.find(({ attname }) => attname === part)?.type ?? 'text')
  return { name, table, columns: Object.keys(table.columns), types }
}

type Batch = { keys: OpenedKeys; current: DataKey; after: string[] | null; renewed: Renewed }

/** The key of the last row that was looked at, null at the end of the table. */
async function renewBatch(client: pg.ClientBase, shape: Shape, { keys, current, after, renewed }: Batch) {
  await client.query('begin')
  try {
    const rows = await rowsToRenew(client, shape, { current, after })
    const made = rows.map(({ row, values }) => ({ row, values: values.map((value, at) => renew(at, row, value)) }))
    const changed = made.filter(({ values }) => values.some(({ plain }) => plain !== null))
    if (changed.length > 0) await writeBatch(client, shape, changed, current)
    await client.query('commit')
    renewed.rows += changed.length
    return rows.length < batchRows(shape.table) ? null : (rows.at(-1)?.row ?? null)
  } catch (error) {
    await client.query('rollback')
    throw error
  }

  function renew(at: number, row: string[], value: Buffer | null): { plain: Buffer | null; value: Buffer | null } {
    if (value === null || isDeleted(value)) return { plain: null, value }
    const column = shape.columns[at] ?? ''
    const place = placeOf(shape.name, column, row)
    const number = keyNumberOf(value)
    const key = number === null ? undefined : keys.all.get(number)
    const plain = number === null ? value : key === undefined ? null : decryptValue(key, place, value)
    if (plain !== null) return { plain, value: encryptValue(current, place, plain) }
    const missing = key === undefined ? `data key ${number} is missing` : 'it was changed, or belongs to another row'
    renewed.troubles.push(`${shape.name}.${column} of the row ${row.join(', ')} does not open: ${missing}`)
    return { plain: null, value }
  }
}

type Read = { row: string[]; values: (Buffer | null)[] }

async function rowsToRenew(
  client: pg.ClientBase,
  { name, table, columns, types }: Shape,
  { current, after }: Pick<Batch, 'current' | 'after'>,
): Promise<Read[]> {
  const key = table.row.join(', ')
  const others = columns.map((column) => isNotUnder(column, '$1')).join(' or ')
  const later = after === null ? '' : `and (${key}) > (${types.map((type, at) => `$${at + 2}::${type}`).join(', ')})`
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${table.row.map((part, at) => `${part}::text as row_${at}`).join(', ')}, ${columns.join(', ')} from ${name}
     where (${others}) ${later} order by ${key} limit ${batchRows(table)} for update`,
    [beginningOf(current.number), ...(after ?? [])],
  )
  return rows.map((row) => ({
    row: table.row.map((_, at) => String(row[`row_${at}`])),
    values: columns.map((column) => row[column] as Buffer | null),
  }))
}

type Made = { row: string[]; values: { plain: Buffer | null; value: Buffer | null }[] }

async function writeBatch(client: pg.ClientBase, shape: Shape, made: Made[], current: DataKey): Promise<void> {
  const { name, table, columns, types } = shape
  const blind = table.blind
  const set = [...columns, ...(blind === undefined ? [] : [blind.column])]
  const keyLists = table.row.map((_, at) => made.map(({ row }) => row[at]))
  const valueLists = columns.map((_, at) => made.map(({ values }) => values[at]?.value ?? null))
  const blindList = blind === undefined ? [] : [made.map(({ values }) => indexFor(values[columns.indexOf(blind.of)]))]
  const lists = [...types, ...set.map(() => 'bytea')].map((type, at) => `$${at + 1}::${type}[]`)
  await client.query(
    `update ${name} as kept set ${set.map((column, at) => `${column} = made.value_${at}`).join(', ')}
     from unnest(${lists.join(', ')}) as made (${[...table.row.map((_, at) => `row_${at}`), ...set.map((_, at) => `value_${at}`)].join(', ')})
     where ${table.row.map((part, at) => `kept.${part} = made.row_${at}`).join(' and ')}`,
    [...keyLists, ...valueLists, ...blindList],
  )

  function indexFor(of: Made['values'][number] | undefined): Buffer | null {
    if (blind === undefined || of === undefined || of.plain === null) return null
    const word = (JSON.parse(of.plain.toString('utf8')) as Record<string, unknown>)[blind.word]
    return typeof word === 'string' ? blindIndex(current, `${name}.${blind.column}`, word.toUpperCase()) : null
  }
}
