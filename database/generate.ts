import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { connectPool } from './connect.ts'
import { printSchema } from './print-schema.ts'
import { printTypes } from './print-types.ts'
import { testDatabase } from './test-database.ts'

/** The generated files' contents for the migrated database, by file name. */
export async function generatedFiles(pool: pg.Pool): Promise<Record<'schema.sql' | 'schema.ts', string>> {
  return { 'schema.sql': await printSchema(pool), 'schema.ts': await printTypes(pool) }
}

if (import.meta.main) {
  const database = await testDatabase()
  const pool = connectPool(database.urls.owner)
  try {
    for (const [name, text] of Object.entries(await generatedFiles(pool))) {
      fs.writeFileSync(path.join(import.meta.dirname, name), text)
    }
  } finally {
    await pool.end()
    await database.close()
  }
}
