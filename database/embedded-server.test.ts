import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPrograms, type Guise, guiseHere } from './embedded-binaries.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'

let root: string
let folder: string
let started: EmbeddedServer[]
let children: ChildProcess[]

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'evenkeel-embedded-')))
  folder = path.join(root, 'postgres')
  started = []
  children = []
})

afterEach(async () => {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  for (const server of started) await server.stop()
  fs.rmSync(root, { recursive: true, force: true })
})

const hasty = { fsync: 'off' }

async function start(guise?: Guise, said: string[] = []): Promise<EmbeddedServer> {
  const options = { folder, settings: hasty, say: (line: string) => said.push(line) }
  const server = await startEmbeddedServer(guise === undefined ? options : { ...options, guise })
  started.push(server)
  return server
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: query, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

async function remember(server: EmbeddedServer, word: string): Promise<void> {
  await server.createDatabase('evenkeel')
  await ask(server.ownerUrl('evenkeel'), `create table if not exists public.word (word text)`)
  await ask(server.ownerUrl('evenkeel'), `insert into public.word values ('${word}')`)
}

const remembered = (server: EmbeddedServer) =>
  ask(server.ownerUrl('evenkeel'), 'select word from public.word order by 1')

const answers = (port: number, host = '127.0.0.1') =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, host, () => socket.destroy())
    socket.once('error', () => resolve(false))
    socket.once('close', (failed) => resolve(!failed))
  })

/** Another process that starts the server on the folder, remembers a word, and stays until it is killed. */
async function otherProcess(word: string, ids: { uid?: number; gid?: number } = {}) {
  const program = `
    const { startEmbeddedServer } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded-server.ts'))})
    const { default: pg } = await import('pg')
    const server = await startEmbeddedServer({ folder: ${JSON.stringify(folder)}, settings: { fsync: 'off' } })
    await server.createDatabase('evenkeel')
    const client = new pg.Client({ connectionString: server.ownerUrl('evenkeel') })
    await client.connect()
    await client.query('create table if not exists public.word (word text)')
    await client.query("insert into public.word values ('${word}')")
    await client.end()
    process.stdin.once('data', () => server.stop().then(() => process.exit(0)))
    console.log(JSON.stringify({ port: server.port, adopted: server.adopted }))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    ...ids,
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const ready = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const { port, adopted }: { port: number; adopted: boolean } = JSON.parse(String(ready[0]))
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const leave = async () => {
    child.stdin.write('stop\n')
    await once(child, 'exit')
  }
  return { port, adopted, kill, leave }
}

test('a restart keeps the data, and a stopped server answers no more', async () => {
  const first = await start()
  expect(first.adopted).toBe(false)
  await remember(first, 'kept')
  await first.stop()
  expect(await answers(first.port)).toBe(false)
  expect(await remembered(await start())).toEqual(['kept'])
})

test('a server whose process was killed is taken over as it runs, and stopped by its new owner', async () => {
  const other = await otherProcess('orphaned')
  await other.kill()
  const server = await start()
  expect(server).toMatchObject({ adopted: true, port: other.port })
  expect(await remembered(server)).toEqual(['orphaned'])
  await server.stop()
  expect(await answers(server.port)).toBe(false)
})

test('starts at the same moment, in this process and in others, share one server', async () => {
  const [here, alsoHere, other] = await Promise.all([start(), start(), otherProcess('together')])
  expect([alsoHere.port, other.port]).toEqual([here.port, here.port])
  expect([here, alsoHere, other].filter((each) => !each.adopted)).toHaveLength(1)
})

test('whoever leaves first leaves the server to the others; the last one stops it', async () => {
  const here = await start()
  const other = await otherProcess('shared')
  await here.stop()
  expect(await answers(other.port)).toBe(true)
  await other.leave()
  expect(await answers(other.port)).toBe(false)
})

test('what was committed survives the server being killed', async () => {
  const server = await startEmbeddedServer({ folder })
  await remember(server, 'committed')
  const pidFile = path.join(folder, 'cluster', 'postmaster.pid')
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await server.stop()
  expect(await remembered(await start())).toEqual(['committed'])
})

test('a server that ended comes back where it was looked for, though another holds its port for a moment', async () => {
  const server = await start()
  await remember(server, 'committed')
  process.kill(server.pid(), 'SIGQUIT')
  const other = net.createServer()
  while (!(await listens(other, server.port))) await new Promise((resolve) => setTimeout(resolve, 10))
  const revived = untilRevived(server)
  await untilLogged('could not bind')
  await new Promise((resolve) => other.close(resolve))
  await revived
  expect(await remembered(server)).toEqual(['committed'])
})

const listens = (server: net.Server, port: number) =>
  new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })

// Asked again and again, as the server does: one that lets its port go is still there for an instant, and is left alone.
async function untilRevived(server: EmbeddedServer): Promise<void> {
  while (!(await server.revive())) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function untilLogged(words: string): Promise<void> {
  const log = path.join(folder, 'server.log')
  while (!fs.readFileSync(log, 'utf8').includes(words)) await new Promise((resolve) => setTimeout(resolve, 10))
}

test('a server’s number that belongs to another program by now does not stand in the way', async () => {
  const first = await start()
  const pidFile = path.join(folder, 'cluster', 'postmaster.pid')
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
  await first.stop()
  fs.writeFileSync(pidFile, [process.pid, ...lines.slice(1)].join('\n'))
  expect((await start()).adopted).toBe(false)
})

test('a cluster that was half made when its process was killed is made anew', async () => {
  fs.mkdirSync(path.join(folder, 'cluster.unfinished', 'base'), { recursive: true })
  expect(await (await start()).databases()).toEqual([])
})

test('only those who can read the folder enter, and only from this machine', async () => {
  const server = await start()
  expect(fs.statSync(path.join(folder, 'passwords.json')).mode & 0o777).toBe(0o600)
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
  await server.createDatabase('evenkeel')
  for (const login of ['owner', 'portal', 'operations', 'sign_in'] as const) {
    const url = new URL(server.url(login, 'evenkeel'))
    expect(
      await ask(
        url.href,
        'select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user',
      ),
    ).toEqual([false])
    url.password = 'guessed'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  }
  const outward = Object.values(os.networkInterfaces())
    .flat()
    .filter((each) => each?.family === 'IPv4' && !each.internal)
  for (const each of outward) expect(await answers(server.port, each?.address)).toBe(false)
  const configured = fs.readFileSync(path.join(folder, 'cluster', 'postmaster.opts'), 'utf8')
  expect(configured).toContain('"listen_addresses=127.0.0.1" "-c" "unix_socket_directories="')
  const entries = fs.readFileSync(path.join(folder, 'cluster', 'pg_hba.conf'), 'utf8').split('\n')
  const methods = entries.filter((line) => /^(local|host)/.test(line)).map((line) => line.trim().split(/\s+/).at(-1))
  expect(new Set(methods)).toEqual(new Set(['scram-sha-256']))
})

test('a database is made once, cloned from a template, and dropped though someone is connected', async () => {
  const server = await start()
  await remember(server, 'cloned')
  expect(await server.createDatabase('evenkeel')).toBe(false)
  expect(await server.createDatabase('copy "2"', { template: 'evenkeel' })).toBe(true)
  const client = new pg.Client({ connectionString: server.ownerUrl('copy "2"') })
  client.on('error', () => undefined)
  await client.connect()
  expect((await client.query('select word from public.word')).rows).toEqual([{ word: 'cloned' }])
  await server.dropDatabase('copy "2"')
  expect(await server.databases()).toEqual(['evenkeel'])
})

test('where no programs exist for the machine, the error names the settings that help', async () => {
  await expect(findPrograms('plan9-mips')).rejects.toThrow(/plan9-mips.*DATABASE_URL.*DATABASE_URL_SIGN_IN/s)
})

const isRoot = process.getuid?.() === 0
const closed = () => {
  fs.chmodSync(root, 0o700)
  folder = path.join(root, 'closed', 'postgres')
  fs.mkdirSync(path.dirname(folder), { mode: 0o700 })
}

test.runIf(isRoot && guiseHere().as === 'mapped')('root runs it below a folder closed to everyone else', async () => {
  closed()
  const server = await start()
  await remember(server, 'closed')
  expect(fs.statSync(path.join(folder, 'cluster')).uid).toBe(0)
})

test.runIf(isRoot)(
  'root without user namespaces keeps the data with uid 65534, in place where that can be reached',
  async () => {
    fs.chmodSync(root, 0o755)
    const said: string[] = []
    const server = await start({ as: 'nobody', place: path.join(root, 'place') }, said)
    await remember(server, 'nobody')
    expect(said.filter((line) => line.includes('kept in'))).toEqual([])
    expect(fs.statSync(path.join(folder, 'cluster')).uid).toBe(65534)
    expect(fs.statSync(path.join(folder, 'passwords.json'))).toMatchObject({ uid: 0 })
  },
)

test.runIf(isRoot)(
  'root without user namespaces below a closed folder moves the data elsewhere and says so',
  async () => {
    closed()
    fs.chmodSync(root, 0o755)
    const said: string[] = []
    const guise: Guise = { as: 'nobody', place: path.join(root, 'place') }
    const first = await start(guise, said)
    await remember(first, 'moved')
    expect(said.join('\n')).toContain(`kept in ${path.join(root, 'place')}`)
    await first.stop()
    expect(await remembered(await start(guise))).toEqual(['moved'])
  },
)

test.runIf(isRoot && guiseHere().as === 'mapped')(
  'data that uid 65534 kept is taken back by a root with user namespaces, and the other way',
  async () => {
    fs.chmodSync(root, 0o755)
    const nobody: Guise = { as: 'nobody', place: path.join(root, 'place') }
    const first = await start(nobody)
    await remember(first, 'once')
    await first.stop()
    const second = await start({ as: 'mapped' })
    await remember(second, 'twice')
    await second.stop()
    expect(await remembered(await start(nobody))).toEqual(['once', 'twice'])
  },
)

const openToAll = (at: string): boolean =>
  at === path.dirname(at) || ((fs.statSync(at).mode & 0o005) === 0o005 && openToAll(path.dirname(at)))

test.runIf(isRoot && openToAll(import.meta.dirname)).each([
  ['an ordinary user', 65534],
  ['a user whom the machine has no name for, as in some containers,', 54321],
])('%s runs it as themselves', async (_who, user) => {
  fs.mkdirSync(folder)
  fs.chmodSync(root, 0o755)
  fs.chownSync(folder, user, user)
  const killed = await otherProcess('killed', { uid: user, gid: user })
  expect(fs.statSync(path.join(folder, 'cluster')).uid).toBe(user)
  await killed.kill()
  const other = await otherProcess('ordinary', { uid: user, gid: user })
  expect(other).toMatchObject({ adopted: true, port: killed.port })
  await other.leave()
  expect(await answers(other.port)).toBe(false)
})
