import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './test-database.ts'
import { hearStatements, TouchedTables, touchedTables } from './touched-tables.ts'

const made = new TouchedTables(
  new Map([
    ['claims.claim', { kind: 'table', body: '' }],
    ['claims.event', { kind: 'table', body: '' }],
    ['house.mail', { kind: 'table', body: '' }],
    ['house.file', { kind: 'table', body: 'begin insert into house.mail values (new.id); end' }],
    ['reports.open', { kind: 'text', body: 'select id from claims.claim where reports.is_old(claim.id)' }],
    ['reports.is_old', { kind: 'text', body: 'select exists (select from claims.event) or reports.is_old($1)' }],
    ['house.forget', { kind: 'text', body: 'delete from house.mail where sent' }],
  ]),
)

const touchedBy = (...statements: string[]) => {
  const { read, written } = made.of(statements)
  return [[...read].sort(), [...written].sort()]
}

test.each([
  ['select "claim"."id" from "claims"."claim" as "claim"', ['claims.claim'], []],
  ['select from claims.claim join Claims.Event using (id) for update', ['claims.claim', 'claims.event'], []],
  ['insert into "claims"."event" ("id") values ($1)', ['claims.event'], ['claims.event']],
  ['update only claims.claim set held = true', ['claims.claim'], ['claims.claim']],
  ['with gone as (delete from house.mail returning id) select id from gone', ['house.mail'], ['house.mail']],
  ['select id from reports.open', ['claims.claim', 'claims.event'], []],
  ['select house.forget()', ['house.mail'], ['house.mail']],
  ['insert into house.file values ($1)', ['house.file', 'house.mail'], ['house.file', 'house.mail']],
  ['select set_config($1, $2, true)', [], []],
])('%s', (statement, read, written) => {
  expect(touchedBy(statement)).toEqual([read, written])
})

test('of several statements all tables count', () => {
  expect(touchedBy('select from claims.claim', 'update claims.event set at = $1')).toEqual([
    ['claims.claim', 'claims.event'],
    ['claims.event'],
  ])
})

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.close())

test('what a deed asks of the real database is heard, through its views and functions too, and nobody else’s', async () => {
  const { operations } = database
  const tables = await touchedTables(operations)
  const heard = hearStatements(() =>
    operations.transaction().execute((tx) => tx.selectFrom('reports.open_pay_line').select('line').execute()),
  )
  await operations.selectFrom('house.clock').select('stands_at').execute()
  await heard.answer
  const { read, written } = tables.of(heard.statements)
  expect([...read]).toEqual(expect.arrayContaining(['ledger.posting', 'ledger.transfer']))
  expect(read.has('house.clock')).toBe(false)
  expect([...written]).toEqual([])
})
