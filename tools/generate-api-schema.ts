import { writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

export const apiSchemaFile = new URL('../portals/api-schema.ts', import.meta.url)
const description = new URL('../server/openapi.json', import.meta.url)

/** The types of every route, from the server's committed description. */
export async function apiSchema(): Promise<string> {
  const nodes = await openapiTS(description, { alphabetize: true })
  return `// Made from server/openapi.json by tools/generate-api-schema.ts; not edited by hand.\n\n${astToString(nodes)}`
}

if (import.meta.main) writeFileSync(apiSchemaFile, await apiSchema())
