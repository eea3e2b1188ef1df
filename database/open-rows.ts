import type pg from 'pg'
import { type EncryptedTable, encryptedTables, placeOf } from './encrypted-columns.ts'
import { type DataKey, decryptValue, isDeleted, keyNumberOf } from './encrypted-value.ts'

/** `keysInUse`: the numbers of the data keys under which values stand; a trouble is a place whose value does not open. */
export type Opened = { values: number; plain: number; troubles: string[]; keysInUse: Set<number> }

const atOnce = 200

/** Opens every encrypted value of a database with these keys, and says of each that does not where it stands. */
export async function openRows(client: pg.ClientBase, keys: ReadonlyMap<number, DataKey>): Promise<Opened> {
  const opened: Opened = { values: 0, plain: 0, troubles: [], keysInUse: new Set() }
  await client.query('begin transaction isolation level repeatable read, read only')
  for (const [name, table] of Object.entries<EncryptedTable>(encryptedTables)) {
    const columns = Object.keys(table.columns)
    const key = table.row.map((part, at) => `${part}::text as row_${at}`)
    await client.query(`declare opening cursor for select ${[...key, ...columns].join(', ')} from ${name}`)
    for (;;) {
      const { rows } = await client.query<Record<string, unknown>>(`fetch ${atOnce} from opening`)
      if (rows.length === 0) break
      for (const row of rows) openRow(row)
    }
    await client.query('close opening')

    function openRow(row: Record<string, unknown>): void {
      const of = table.row.map((_, at) => String(row[`row_${at}`]))
      for (const column of columns) {
        const value = row[column]
        if (!Buffer.isBuffer(value) || isDeleted(value)) continue
        opened.values += 1
        const number = keyNumberOf(value)
        const dataKey = number === null ? undefined : keys.get(number)
        if (number === null) {
          opened.plain += 1
          continue
        }
        opened.keysInUse.add(number)
        if (dataKey === undefined || decryptValue(dataKey, placeOf(name, column, of), value) === null)
          opened.troubles.push(`${name}.${column} of the row ${of.join(', ')}`)
      }
    }
  }
  await client.query('commit')
  return opened
}
