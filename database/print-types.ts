import type pg from 'pg'
import { foreignSchemas } from './print-schema.ts'

type Column = {
  schema: string
  table: string
  name: string
  type: string
  nullable: boolean
  /** May be left out of an insert. */
  hasDefault: boolean
  /** The values that a check constraint allows, in its order; null when any text will do. */
  values: string[] | null
}

/** What connect.ts makes of each type, and what it takes for inserting where that is something else. */
const types: Record<string, string> = {
  bool: 'boolean',
  bytea: 'ColumnType<Buffer, Uint8Array, Uint8Array>',
  date: 'CalendarDate',
  daterange: 'ColumnType<Period, string, string>',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'ColumnType<unknown, JsonText, JsonText>',
  jsonb: 'ColumnType<unknown, JsonText, JsonText>',
  numeric: 'ColumnType<string, string | number, string | number>',
  text: 'string',
  time: 'string',
  timestamptz: 'Instant',
  uuid: 'string',
}

const head = `// Written by database/generate.ts from the migrated database; never by hand.

import type { ColumnType, Generated } from 'kysely'
import type { CalendarDate, Instant, Period } from '../libraries/calendar/index.ts'

/** JSON is inserted as an object or as its text; an array only as its text, since pg takes one for a PostgreSQL array. */
type JsonText = string | Record<string, unknown>
`

/** schema.ts: one interface for each table and view, and Database with their names. Sign-in's tables are not in it. */
export async function printTypes(client: pg.ClientBase | pg.Pool): Promise<string> {
  const columns = await readColumns(client)
  const names = [...new Set(columns.map((column) => `${column.schema}.${column.table}`))]
  const interfaces = names.map((name) => {
    const own = columns.filter((column) => `${column.schema}.${column.table}` === name)
    return `export interface ${interfaceName(name)} {\n${own.map(printColumn).join('\n')}\n}\n`
  })
  const database = names.map((name) => `  '${name}': ${interfaceName(name)}`)
  return [head, ...interfaces, `export interface Database {\n${database.join('\n')}\n}\n`].join('\n')
}

function printColumn(column: Column): string {
  const value = column.nullable ? `${typeOf(column)} | null` : typeOf(column)
  const name = /^[a-z_][a-z0-9_]*$/i.test(column.name) ? column.name : `'${column.name}'`
  return `  ${name}: ${column.hasDefault ? generated(column, value) : value}`
}

// Generated<ColumnType<…>> is not what Kysely means by it: the insert side takes the undefined instead.
function generated(column: Column, value: string): string {
  const split = /^ColumnType<(.+), (.+), (.+)>$/.exec(typeOf(column))
  return split === null ? `Generated<${value}>` : `ColumnType<${split[1]}, ${split[2]} | undefined, ${split[3]}>`
}

function typeOf(column: Column): string {
  if (column.values !== null) return column.values.map((value) => `'${value.replaceAll("'", "\\'")}'`).join(' | ')
  const isArray = column.type.startsWith('_')
  const type = types[isArray ? column.type.slice(1) : column.type]
  if (type === undefined) {
    throw new Error(
      `${column.schema}.${column.table}.${column.name} has the type ${column.type}, which print-types.ts does not know`,
    )
  }
  return isArray ? `${type}[]` : type
}

function interfaceName(name: string): string {
  return name
    .split(/[._]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}

async function readColumns(client: pg.ClientBase | pg.Pool): Promise<Column[]> {
  const { rows } = await client.query<Column & { check: string | null }>(
    `select n.nspname as schema, c.relname as table, a.attname as name, t.typname as type,
       not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as "hasDefault",
       (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\(?[a-z_"]+ = ANY \\(ARRAY\\[' order by k.conname limit 1) as check
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
       and n.nspname !~ '^pg_' and n.nspname <> all ($1)
       and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')
     order by n.nspname, c.relname, a.attnum`,
    [[...foreignSchemas, 'sign_in']],
  )
  return rows.map(({ check, ...column }) => ({ ...column, values: column.type === 'text' ? valuesOf(check) : null }))
}

function valuesOf(check: string | null): string[] | null {
  const list = check === null ? null : /^CHECK \(\([a-z_"]+ = ANY \(ARRAY\[(('[^']*'::text(, )?)+)\]\)\)\)$/.exec(check)
  return list?.[1]?.match(/'[^']*'/g)?.map((value) => value.slice(1, -1)) ?? null
}
