// Installs what package-lock.json asks for when it is not there yet, and otherwise ends at once.
// It runs before anything is installed, on any Node from 20 on: so nothing but node: modules, and no TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const neededMajor = 24
const waitAtMostMs = 15 * 60_000
const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Makes node_modules equal to the lockfile; throws an Error whose message says what to do when it cannot. */
export function ensureDependencies(root = projectRoot, install = runNpmCi) {
  if (!stamped(root)) {
    withLock(root, () => {
      if (!stamped(root)) makeEqual(root, install)
    })
  }
  nodeToRunOn(root)
}

/** The Node that runs our TypeScript: the packaged one, else this one when it is new enough. */
export function nodeToRunOn(root = projectRoot) {
  const packaged = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath
  throw new Error(
    `Evenkeel runs on Node ${neededMajor} or later. Its packaged Node does not exist for ${process.platform}-${process.arch}, ` +
      `and the Node found here is ${process.versions.node}. Install Node ${neededMajor} or later and run the command again.`,
  )
}

function makeEqual(root, install) {
  if (!alreadyInstalled(root)) {
    rmSync(stampFile(root), { force: true })
    install(root)
  }
  try {
    writeFileSync(stampFile(root), stampText(root))
  } catch (error) {
    // Somebody else's installation, complete but read-only for us: the longer comparison is made every time then.
    if (error.code !== 'EACCES' && error.code !== 'EROFS' && error.code !== 'EPERM') throw error
  }
}

function stampFile(root) {
  return join(root, 'node_modules', '.evenkeel-installed')
}

function stampText(root) {
  // The packaged Node's version is in the lockfile; only a machine's own Node has to be named besides.
  const node = existsSync(join(root, 'node_modules', '.bin', 'node')) ? 'packaged' : process.version
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lockfile} ${process.platform}-${process.arch} ${node}\n`
}

function stamped(root) {
  return readIfThere(stampFile(root)) === stampText(root)
}

/** Whether npm's own record of what lies in node_modules (written when it has finished) agrees with the lockfile. */
function alreadyInstalled(root) {
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'))
  if (record === null) return false
  const installed = JSON.parse(record).packages ?? {}
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const missing = Object.entries(wanted).filter(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return false
    const there = installed[path]
    if (there === undefined) return !entry.optional || meantForThisMachine(entry)
    return there.version !== entry.version || there.integrity !== entry.integrity
  })
  return missing.length === 0 && Object.keys(installed).every((path) => path in wanted)
}

/** Optional packages are built for one kind of machine (ours must be there), or are extras that npm may leave out. */
function meantForThisMachine(entry) {
  const admits = (list, value) => list === undefined || list.includes(value)
  const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  if (entry.os === undefined || !admits(entry.os, process.platform) || !admits(entry.cpu, process.arch)) return false
  return process.platform !== 'linux' || admits(entry.libc, libc)
}

function runNpmCi(root) {
  process.stderr.write('Installing the dependencies (needed once, and after a change of package-lock.json) ...\n')
  const ownBin = join(root, 'node_modules', '.bin')
  // npm must not run on the Node that it is about to delete.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== ownBin)
  const env = { ...process.env, PATH: path.join(delimiter), ...cacheSetting(root) }
  const flags = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
  const { npm_execpath: npm } = process.env
  const [command, args] = npm?.endsWith('npm-cli.js')
    ? [outsideNode(root, path), [npm, ...flags]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', flags]
  // Everything npm says goes to standard error: standard output belongs to the command that runs next.
  const { status, signal, error } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (error) throw new Error(`npm could not be started (${error.message}). Evenkeel needs npm beside Node.`)
  if (status !== 0) {
    throw new Error(
      `npm ci did not finish (${signal ?? `exit code ${status}`}). Its last lines above name the cause; then run this again.`,
    )
  }
}

function outsideNode(root, path) {
  const inside = join(root, 'node_modules')
  const candidates = [process.env.npm_node_execpath, ...path.map((folder) => join(folder, 'node')), process.execPath]
  return candidates.find((file) => file && !resolve(file).startsWith(inside) && existsSync(file)) ?? process.execPath
}

/** A user without a home they may write to still can install: npm's cache then lies in the project. */
function cacheSetting(root) {
  const cache = process.env.npm_config_cache ?? join(process.env.HOME ?? '/', '.npm')
  let folder = cache
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    return {}
  } catch {
    return { npm_config_cache: join(root, '.cache', 'npm') }
  }
}

function withLock(root, work) {
  const folder = join(root, '.cache')
  const lock = join(folder, 'install.lock')
  mkdirSync(folder, { recursive: true })
  takeLock(lock)
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A lock is a file that names its holder; it appears with its content at once, and a dead holder's is taken over. */
function takeLock(lock) {
  const draft = `${lock}.${process.pid}`
  const giveUpAt = Date.now() + waitAtMostMs
  let told = false
  for (;;) {
    writeFileSync(draft, holder(process.pid))
    try {
      linkSync(draft, lock)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
    const other = readIfThere(lock)
    if (other === null) continue
    if (!holds(other)) {
      removeDead(lock, other)
      continue
    }
    if (Date.now() > giveUpAt)
      throw new Error(`Another installation has been running too long; if it is not, remove ${lock}.`)
    if (!told) process.stderr.write(`Waiting for the installation that process ${other.split(' ')[0]} is running ...\n`)
    told = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function removeDead(lock, content) {
  const aside = `${lock}.dead.${process.pid}`
  try {
    renameSync(lock, aside)
    // Somebody was quicker and this is their living lock: give it back.
    if (readFileSync(aside, 'utf8') !== content) linkSync(aside, lock)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Process id and, where the machine tells it, the moment it began: ids are used again. */
function holder(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`)
  return stat === null ? `${pid}` : `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
}

function holds(content) {
  const pid = Number(content.split(' ')[0])
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
  }
  return holder(pid) === content
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureDependencies()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
