import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// What is generated and committed; a test of each fails when the file on disk differs from what this makes.
const makers = [
  'database/generate.ts',
  'server/api-document.ts',
  'tools/generate-api-schema.ts',
  'server/describe-authorization.ts',
]

for (const maker of makers) {
  const { status } = spawnSync(process.execPath, [maker], { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' })
  if (status !== 0) {
    console.error(`${maker} failed; the files that it makes are as they were.`)
    process.exit(1)
  }
  console.log(`${maker}: done`)
}
