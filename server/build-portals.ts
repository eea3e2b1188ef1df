import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
export const portalsFolder = join(root, 'portals', 'dist')
const hashFile = join(portalsFolder, '.built-from')

/** Builds the portals when they have not been built, or from other sources than are here now. */
export async function buildPortals(say: (line: string) => void): Promise<void> {
  const hash = sourceHash()
  if (existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) return
  say('Building the portals …')
  const { build } = await import('vite')
  await build({ root: join(root, 'portals'), configFile: join(root, 'portals', 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(hashFile, hash)
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const files = globSync(
    ['portals/**/*.*', 'business/**/*.{ts,json}', 'libraries/**/*.{ts,json}', 'package-lock.json'],
    {
      cwd: root,
      exclude: (path) => path === 'portals/dist' || path.endsWith('/node_modules') || path.endsWith('.test.ts'),
    },
  )
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
