import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { connectPool } from './connect.ts'
import { generatedFiles } from './generate.ts'
import { testDatabase } from './test-database.ts'

test('schema.sql and schema.ts are what the migrations make (else: node database/generate.ts)', async () => {
  const database = await testDatabase()
  const pool = connectPool(database.urls.owner)
  try {
    for (const [name, text] of Object.entries(await generatedFiles(pool))) {
      expect(fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')).toBe(text)
    }
  } finally {
    await pool.end()
    await database.close()
  }
})
