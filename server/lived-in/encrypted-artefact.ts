import type { OpenedKeys } from '../../database/encrypt-rows.ts'
import { type EncryptedTable, encryptedTables, placeOf } from '../../database/encrypted-columns.ts'
import { blindIndex, type DataKey, decryptValue, encryptValue, keyNumberOf } from '../../database/encrypted-value.ts'
import type { TableRows } from '../../database/rows-of-database.ts'

// The months are made up and stand in the repository: encrypted they would be twenty times as large, and no secret.

/** The rows of a table with the bytes that its encrypted columns hold. */
export function inTheClear(table: TableRows, keys: ReadonlyMap<number, DataKey>): TableRows {
  return changed(table, (value, place) => {
    const number = keyNumberOf(value)
    if (number === null) return value
    const key = keys.get(number)
    const plain = key === undefined ? null : decryptValue(key, place, value)
    if (plain === null) throw new Error(`${place} does not open`)
    return plain
  })
}

/** The same rows as a database keeps them, under keys of its own. */
export function encrypted(table: TableRows, { current }: OpenedKeys): TableRows {
  const known = tableOf(table.table)
  const key = known === null ? undefined : current.get(known.purpose)
  if (known === null || key === undefined) return table
  const { blind } = known
  const indexed = (row: Record<string, unknown>) => {
    if (blind === undefined) return row
    const content = JSON.parse(bytesOf(row[blind.of])?.toString() ?? '{}') as Record<string, unknown>
    const word = String(content[blind.word]).toUpperCase()
    return { ...row, [blind.column]: hex(blindIndex(key, `${table.table}.${blind.column}`, word)) }
  }
  const rows = table.rows.map(indexed)
  return changed({ ...table, rows }, (value, place) => encryptValue(key, place, value))
}

function changed(table: TableRows, change: (value: Buffer, place: string) => Buffer): TableRows {
  const known = tableOf(table.table)
  if (known === null) return table
  const rows = table.rows.map((row) => {
    const of = known.row.map((part) => String(row[part]))
    const values = Object.keys(known.columns).map((column) => {
      const bytes = bytesOf(row[column])
      return [column, bytes === null ? null : hex(change(bytes, placeOf(table.table, column, of)))] as const
    })
    return { ...row, ...Object.fromEntries(values) }
  })
  return { ...table, rows }
}

function tableOf(name: string): EncryptedTable | null {
  return name in encryptedTables ? encryptedTables[name as keyof typeof encryptedTables] : null
}

function bytesOf(value: unknown): Buffer | null {
  return typeof value === 'string' ? Buffer.from(value.slice(2), 'hex') : null
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
