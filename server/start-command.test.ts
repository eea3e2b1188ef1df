import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'

// One data folder lives through all of it: each test goes on where the one before left it.
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-supervised-'))
let port = 0
let running: ChildProcess | null = null

beforeAll(async () => {
  port = await freePort()
})

afterAll(async () => {
  if (running?.pid !== undefined) killGroup(running.pid)
  rmSync(folder, { recursive: true, force: true })
})

const url = () => `http://127.0.0.1:${port}`

/** As `npm start` does, in a process group of its own. */
function start(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'start'], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      EVENKEEL_DATA: folder,
      EVENKEEL_MODE: 'demonstration',
      EVENKEEL_NETWORK: 'story',
      EVENKEEL_LOG_LEVEL: 'fatal',
      PORT: String(port),
    },
  })
  running = child
  return child
}

/** The boot that answers, other than the one given; the portals may have to be built first. */
async function bootOf(former: string | null = null): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${url()}/api/demonstration/switchboard`).catch(() => null)
    const boot = answer?.ok ? ((await answer.json()) as { boot: string }).boot : null
    if (boot !== null && boot !== former) return boot
    await pause(200)
  }
  throw new Error('no server came up')
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('exit', () => resolve()))

/** Every process that works on the folder: servers, partners, and the database whose working folder it is. */
function processesOn(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
        const isOurs = environment.includes(`EVENKEEL_DATA=${folder}`)
        return isOurs && !isDead(pid)
          ? [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`]
          : []
      } catch {
        // It ended while we looked, or is another user's.
        return []
      }
    })
}

const isDead = (pid: string) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') ?? true

async function untilNone(which: (line: string) => boolean): Promise<string[]> {
  for (let tries = 0; tries < 100 && processesOn().some(which); tries += 1) await pause(100)
  return processesOn().filter(which)
}

const isPartner = (line: string) => line.includes('/simulation/')
const isServer = (line: string) => line.includes('main.ts')

async function kill(): Promise<number> {
  const headers = { origin: url(), 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const body = JSON.stringify({ switch: 'server_dies' })
  return (await fetch(`${url()}/api/demonstration/switches`, { method: 'POST', headers, body })).status
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group had ended.
  }
}

test('a server that is killed from the switchboard is back with what it knew, and its former partners are gone', async () => {
  start()
  const first = await bootOf()
  const clock = async () => (await (await fetch(`${url()}/api/demonstration/clock`)).json()) as { now: string }
  const move = { until: 'next_day' }
  await fetch(`${url()}/api/demonstration/clock`, {
    method: 'POST',
    headers: { origin: url(), 'content-type': 'application/json' },
    body: JSON.stringify(move),
  })
  const { now } = await clock()
  expect(await kill()).toBe(200)
  const second = await bootOf(first)
  expect(second).not.toBe(first)
  expect((await clock()).now).toBe(now)
  expect(processesOn().filter(isPartner).length).toBe(4)
  expect(processesOn().filter(isServer).length).toBe(2)
}, 180_000)

test('when the whole group is killed its partners end too, and the next start finds port and data free at once', async () => {
  const former = running
  const before = await bootOf()
  killGroup(former?.pid ?? 0)
  // At once, while the former ones are still dying.
  start()
  await bootOf(before)
  expect(processesOn().filter(isPartner).length).toBe(4)
  expect(processesOn().filter(isServer).length).toBe(2)
}, 120_000)

test('when only the upper process is killed the server ends by itself', async () => {
  running?.kill('SIGKILL')
  expect(await untilNone((line) => isServer(line) || isPartner(line))).toEqual([])
  await expect(fetch(url())).rejects.toThrow()
}, 60_000)

test('told to stop, everything stops, the database too, and nothing is left', async () => {
  const child = start()
  await bootOf()
  child.kill('SIGTERM')
  await ended(child)
  expect(await untilNone(() => true)).toEqual([])
  running = null
}, 120_000)

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
