import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../business/world.ts'
import { type EncryptedColumn, type EncryptedTable, encryptedTables } from '../database/encrypted-columns.ts'
import { decryptBytes } from '../database/encryption.ts'

export type ExportedTable = { name: string; columns: string[] }

// The house's own doings: first answers kept for repeats, and the marks that chain the audit.
const ofTheHouse = ['house.replayed_answer', 'house.replayed_answer_to_person', 'audit.head']

/** Every owned table that the one who asks may read, by name: a new table is in the next export without a word here. */
export async function exportedTables(db: Db): Promise<ExportedTable[]> {
  const { rows } = await sql<ExportedTable>`
    select c.oid::regclass::text as name, (
      select array_agg(a.attname::text order by a.attnum) from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_catalog.pg_class c
    where c.relkind = 'r'
      and obj_description(c.oid, 'pg_class') in ('distributed by practice', 'distributed by person')
      and has_table_privilege(current_user, c.oid, 'select')
    order by 1
  `.execute(db)
  return rows.filter(({ name }) => !ofTheHouse.includes(name))
}

const atOnce = 500

/**
 * The rows of a table that the one who asks may see, some hundreds at a time, as texts of JSON; bytes in hexadecimal, and
 * what is kept encrypted in the clear. Within a transaction: a cursor goes through them, so that nothing is held but what
 * is being written.
 */
export async function* rowsOf(db: Db, table: ExportedTable): AsyncGenerator<string[]> {
  const cursor = sql.raw(`export_${table.name.replace(/\W/g, '_')}`)
  await sql`declare ${cursor} no scroll cursor for select ${asJson()} as row from ${sql.raw(table.name)} as t`.execute(
    db,
  )
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(atOnce))} from ${cursor}`.execute(db)
    if (rows.length === 0) break
    yield Promise.all(rows.map(({ row }) => inTheClear(db, table.name, row)))
  }
  await sql`close ${cursor}`.execute(db)
}

function asJson(): RawBuilder<string> {
  return sql`to_jsonb(t)::text`
}

// A blind index is of no use to whoever takes their rows along.
async function inTheClear(db: Db, name: string, text: string): Promise<string> {
  if (!isEncrypted(name)) return text
  const row = JSON.parse(text) as Record<string, unknown>
  const { row: key, columns, blind }: EncryptedTable = encryptedTables[name]
  for (const [column, kind] of Object.entries(columns)) {
    const value = row[column]
    if (typeof value !== 'string') continue
    const of = key.map((part) => String(row[part]))
    const bytes = await decryptBytes(db, `${name}.${column}` as EncryptedColumn, of, Buffer.from(value.slice(2), 'hex'))
    row[column] =
      kind === 'bytes'
        ? `\\x${bytes.toString('hex')}`
        : kind === 'json'
          ? JSON.parse(bytes.toString())
          : bytes.toString()
  }
  if (blind !== undefined) delete row[blind.column]
  return JSON.stringify(row)
}

function isEncrypted(name: string): name is keyof typeof encryptedTables {
  return name in encryptedTables
}
