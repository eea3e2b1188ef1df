import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ensureDependencies } from './ensure-dependencies.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

type Packages = Record<string, { version: string; optional?: boolean; os?: string[] }>

/** A project with a lockfile and an `install` that does what npm ci would, counting how often it was asked. */
function someProject(packages: Packages = { 'node_modules/left': { version: '1.0.0' } }) {
  const root = mkdtempSync(join(tmpdir(), 'dependencies-'))
  folders.push(root)
  const lock = (locked: Packages) =>
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }))
  lock(packages)
  const count = { installs: 0 }
  const install = (folder: string) => {
    count.installs += 1
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
    symlinkSync(process.execPath, join(folder, 'node_modules', '.bin', 'node'))
    cpSync(join(folder, 'package-lock.json'), join(folder, 'node_modules', '.package-lock.json'))
  }
  return { root, lock, count, install, ensure: () => ensureDependencies(root, install) }
}

test('what is missing is installed once, and a second start installs nothing', () => {
  const project = someProject()
  project.ensure()
  project.ensure()
  expect(project.count.installs).toBe(1)
})

test('a changed lockfile is installed again', () => {
  const project = someProject()
  project.ensure()
  project.lock({ 'node_modules/left': { version: '1.0.1' } })
  project.ensure()
  expect(project.count.installs).toBe(2)
})

test('an installation that npm itself finished is recognised and kept', () => {
  const project = someProject()
  project.install(project.root)
  project.ensure()
  expect(project.count.installs).toBe(1)
})

test('a package built for other machines may be missing, one built for this machine may not', () => {
  const foreign = { version: '1.0.0', optional: true, os: ['plan9'] }
  const ours = { version: '1.0.0', optional: true, os: [process.platform] }
  const withoutForeign = someProject({ 'node_modules/foreign': foreign })
  const withoutOurs = someProject({ 'node_modules/ours': ours })
  for (const project of [withoutForeign, withoutOurs]) {
    project.install(project.root)
    writeFileSync(join(project.root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: {} }))
    project.ensure()
  }
  expect(withoutForeign.count.installs).toBe(1)
  expect(withoutOurs.count.installs).toBe(2)
})

test('a failed installation is tried again the next time, and leaves no lock behind', () => {
  const project = someProject()
  const fail = () => {
    throw new Error('the registry is away')
  }
  expect(() => ensureDependencies(project.root, fail)).toThrow('the registry is away')
  expect(existsSync(join(project.root, '.cache', 'install.lock'))).toBe(false)
  project.ensure()
  expect(project.count.installs).toBe(1)
})

test('the lock of a process that died is taken over, even when its id is in use again', () => {
  const project = someProject()
  mkdirSync(join(project.root, '.cache'))
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  for (const holder of [`${dead} 1`, `${process.pid} 1`]) {
    writeFileSync(join(project.root, '.cache', 'install.lock'), holder)
    rmSync(join(project.root, 'node_modules'), { recursive: true, force: true })
    project.ensure()
  }
  expect(project.count.installs).toBe(2)
})

test('of two processes that start at once, one installs and the other waits for it', async () => {
  const project = someProject()
  const program = `
    import { appendFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs'
    import { ensureDependencies } from ${JSON.stringify(join(import.meta.dirname, 'ensure-dependencies.mjs'))}
    ensureDependencies(process.cwd(), () => {
      appendFileSync('installs', 'x')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
      mkdirSync('node_modules/.bin', { recursive: true })
      symlinkSync(process.execPath, 'node_modules/.bin/node')
      cpSync('package-lock.json', 'node_modules/.package-lock.json')
    })
    process.stdout.write('ready')`
  const run = () =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: project.root })
      let output = ''
      child.stdout.on('data', (chunk) => (output += chunk))
      child.on('close', () => resolve(output))
    })
  expect(await Promise.all([run(), run()])).toEqual(['ready', 'ready'])
  expect(readFileSync(join(project.root, 'installs'), 'utf8')).toBe('x')
})

test('what runs before the installation imports nothing that has to be installed', () => {
  for (const file of ['ensure-dependencies.mjs', 'run-evenkeel.mjs']) {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8')
    const imports = [...source.matchAll(/from '([^']+)'/g)].map((found) => found[1])
    expect(imports.every((name) => name?.startsWith('node:') || name === './ensure-dependencies.mjs')).toBe(true)
  }
})

/** The command line's entrance in a folder of its own, with a command line of one's own behind it. */
function someEntrance(commandLine: string) {
  const project = someProject()
  project.install(project.root)
  for (const file of ['ensure-dependencies.mjs', 'run-evenkeel.mjs']) {
    cpSync(join(import.meta.dirname, file), join(project.root, 'tools', file))
  }
  mkdirSync(join(project.root, 'server'))
  writeFileSync(join(project.root, 'server', 'evenkeel.ts'), commandLine)
  return (args: string[]) => spawn(process.execPath, [join(project.root, 'tools', 'run-evenkeel.mjs'), ...args])
}

test('the entrance passes arguments, standard input and the exit code through, and adds nothing to standard output', async () => {
  const start = someEntrance(`
    const words: string[] = process.argv.slice(2)
    process.stdin.pipe(process.stdout)
    process.stdin.on('end', () => { console.log(words.join('|')); process.exitCode = 2 })`)
  const child = start(['coverage', 'decide', '--json'])
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stdin.end('facts\n')
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ output, code }).toEqual({ output: 'facts\ncoverage|decide|--json\n', code: 2 })
})

test('a signal reaches the command, which may end in its own way or by the signal', async () => {
  const kindly = someEntrance(
    `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('up')`,
  )
  const plainly = someEntrance(`setInterval(() => {}, 1000); console.log('up')`)
  const endOf = (child: ReturnType<typeof kindly>) =>
    new Promise((resolve) => {
      child.stdout.once('data', () => child.kill('SIGTERM'))
      child.on('close', (code, signal) => resolve(signal ?? code))
    })
  expect(await Promise.all([endOf(kindly([])), endOf(plainly([]))])).toEqual([7, 'SIGTERM'])
})
