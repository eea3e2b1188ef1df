import { createHash, randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Held, lockAlone, tryLockAlone, tryLockTogether } from '../database/folder-lock.ts'

export type OpenPortals = {
  /** The built pages; they stay as they are until `letGo`, or until the process ends. */
  folder: string
  letGo: () => void
}

const root = join(import.meta.dirname, '..')
const builds = join(root, 'portals', 'dist')

/**
 * The portals as the sources are now, built when they have not been. Each build has a folder of its own, named by what it
 * was built from: a server goes on with the one that it opened while a newer one is built beside it.
 */
export async function openPortals(say: (line: string) => void): Promise<OpenPortals> {
  const name = sourceHash()
  return keepOrBuild(builds, name, async (folder) => {
    say('Building the portals …')
    await build(folder)
  })
}

/** Opens the build of this name below a folder; whoever comes first makes it, everyone else waits for that one. */
export async function keepOrBuild(
  folder: string,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<OpenPortals> {
  const built = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    if (existsSync(built)) return { folder: built, letGo: () => undefined }
    throw error
  }
  const turn = await lockAlone(join(folder, 'build.lock'))
  try {
    if (!existsSync(built)) await makeBeside(built, make)
    const use = tryLockTogether(lockOf(built))
    if (use === null) throw new Error(`${built} is being removed, though only who builds removes`)
    removeUnused(folder, name)
    return { folder: built, letGo: use.release }
  } finally {
    turn.release()
  }
}

// Renamed into its place when it is whole: a build that was killed half-way is never served.
async function makeBeside(built: string, make: (folder: string) => Promise<void>): Promise<void> {
  const unfinished = `${built}.unfinished-${randomUUID()}`
  try {
    await make(unfinished)
    renameSync(unfinished, built)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Only in the turn of who builds: builds that no process has open, and what killed builds left. */
function removeUnused(folder: string, current: string): void {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (name === current) continue
    const unused = join(folder, name)
    const alone: Held | null = tryLockAlone(lockOf(unused))
    if (alone === null) continue
    rmSync(unused, { recursive: true, force: true })
    alone.release()
    rmSync(lockOf(unused), { force: true })
  }
}

function lockOf(built: string): string {
  return `${built}.lock`
}

async function build(outDir: string): Promise<void> {
  const vite = await import('vite')
  // A test runner names another environment, in which React would be built for development: larger, slower, and kept.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await vite.build({
      root: join(root, 'portals'),
      configFile: join(root, 'portals', 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir },
    })
    compressBeside(outDir)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

// A step below the last one: the build waits a third of a second for it, and not six.
const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 }

/** Beside each script and style its compressed twins, of which a browser gets the smallest that it understands. */
function compressBeside(folder: string): void {
  for (const file of globSync('**/*.{js,css,svg}', { cwd: folder })) {
    const bytes = readFileSync(join(folder, file))
    if (bytes.length <= 1000) continue
    writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: quality }))
  }
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const sources = ['portals/**/*.*', 'business/**/*.{ts,json}', 'libraries/**/*.{ts,json}', 'package-lock.json']
  const isNoSource = (path: string) =>
    path === 'portals/dist' || path.endsWith('/node_modules') || path.endsWith('.test.ts')
  for (const file of globSync(sources, { cwd: root, exclude: isNoSource }).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex').slice(0, 20)
}
