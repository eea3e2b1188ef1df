import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiSchema, apiSchemaFile } from './generate-api-schema.ts'

test('the types that pages use are those of the server’s description (node tools/generate-api-schema.ts writes them anew)', async () => {
  expect(readFileSync(apiSchemaFile, 'utf8')).toBe(await apiSchema())
})
