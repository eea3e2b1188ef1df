import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiDocument, apiDocumentFile } from './api-document.ts'

test('the committed description of the API is what the server answers (node server/api-document.ts writes it anew)', async () => {
  expect(readFileSync(apiDocumentFile, 'utf8')).toBe(await apiDocument())
})
