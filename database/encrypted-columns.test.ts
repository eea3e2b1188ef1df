import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EncryptedTable, encryptedTables } from './encrypted-columns.ts'
import { readableColumns } from './readable-columns.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.close()
})

// What a column is called when it holds something of a person or of their care.
const named =
  '(given|family|preferred|first|last|holder|typed)_?[nN]ame|as_told|birth|dateOfBirth|^sex$|email|phone|street|^city$|^zip$|county' +
  '|address|group_number|member_number|member_id$|^body$|message|note|diagnos|content$|segments|facts|^patient$|^policy$' +
  '|^location$|bytes|photo|risk|intervention|^people$|disposition|recipient|detail|findings'

const encrypted = Object.entries<EncryptedTable>(encryptedTables).flatMap(([table, { columns }]) =>
  Object.keys(columns).map((column) => `${table}.${column}`),
)
const readable = readableColumns.flatMap(({ columns }) => columns)

async function undecided(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname || '.' || a.attname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attname ~ $1
       and a.atttypid = any ('{text,date,jsonb,json,bytea,text[]}'::regtype[])
       and (n.nspname = 'sign_in' or obj_description(c.oid, 'pg_class') in ('distributed by practice', 'distributed by person'))
     order by 1`,
    [named],
  )
  return rows.map(({ name }) => name).filter((name) => !encrypted.includes(name) && !readable.includes(name))
}

test('every column that is named for something of a client is encrypted, or says why it is not', async () => {
  expect(await undecided()).toEqual([])
})

test('a new column of such a name must decide', async () => {
  await client.query('begin')
  await client.query('alter table clients.person add column home_phone text, add column is_new boolean')
  expect(await undecided()).toEqual(['clients.person.home_phone'])
  await client.query('rollback')
})

test('a column is not in both lists, and none is listed that is not there', async () => {
  expect(encrypted.filter((name) => readable.includes(name))).toEqual([])
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns`,
  )
  const there = new Set(rows.map(({ name }) => name))
  expect([...encrypted, ...readable].filter((name) => !there.has(name))).toEqual([])
})

test('the database refuses plain values in exactly the columns that are listed as encrypted', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select conrelid::regclass::text || '.' || left(conname, -length('_is_encrypted')) as name
     from pg_constraint where conname like '%\\_is\\_encrypted'`,
  )
  expect(rows.map(({ name }) => name).toSorted()).toEqual(encrypted.toSorted())
})

test('a value is bound to its row’s whole key', async () => {
  const { rows } = await client.query<{ table: string; key: string[] }>(
    `select i.indrelid::regclass::text as table, array(
       select a.attname::text from unnest(i.indkey) with ordinality as part (number, place)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number order by part.place) as key
     from pg_index i where i.indisprimary and i.indrelid::regclass::text = any ($1)`,
    [Object.keys(encryptedTables)],
  )
  const keys = Object.fromEntries(rows.map(({ table, key }) => [table, key]))
  const listed = Object.entries<EncryptedTable>(encryptedTables).map(([table, { row }]) => [table, row])
  expect(keys).toEqual(Object.fromEntries(listed))
})
