import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

test('two tests at once have databases of their own, migrated and empty, which are gone afterwards', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  expect(one.name).not.toBe(other.name)
  expect(await one.operations.selectFrom('audit.event').selectAll().execute()).toEqual([])
  await one.close()
  const left = await sql<{ datname: string }>`select datname from pg_database where datname = ${one.name}`.execute(
    other.owner,
  )
  expect(left.rows).toEqual([])
  await other.close()
})
