import { execFileSync, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Guise, inGuise } from './embedded-binaries.ts'

/** A server process on its cluster folder. */
export type Postmaster = { pid: number; port: number }

type PidFile = Postmaster & { status: string }

export type Settings = Record<string, string | number>

type Launch = { guise: Guise; program: string; cluster: string; logFile: string; settings: Settings }

const quietSettings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: 100,
  shared_buffers: '128MB',
  jit: 'off',
  // For disks without a moving head: by its default PostgreSQL would rather read a whole table than leap in it.
  random_page_cost: 1.1,
  // Below this the log would hold statements and values, which may be a client's.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

/**
 * The server that already runs on the cluster, be it an orphan of a process that was killed; null when none does.
 * One that is starting or stopping is waited for.
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | null> {
  for (;;) {
    const file = readPidFile(cluster)
    const workers = processesOn(cluster)
    if (file !== null && workers.includes(file.pid)) {
      if (file.status === 'ready') return { pid: file.pid, port: file.port }
    } else {
      // The number in the file may by now be another program's, which PostgreSQL would take for a running server.
      if (file !== null && isAlive(file.pid)) fs.rmSync(pidFile(cluster))
      if (workers.length === 0) return null
    }
    await pause(20)
  }
}

/**
 * Starts the server on 127.0.0.1, on the port it had before or else a free one. With `keepsPort` it waits for that one
 * until it is free: who lost a connection there looks for the server nowhere else. Rejects with the end of its log when
 * it does not come up.
 */
export async function launchPostmaster(launch: Launch, keepsPort: number | null = null): Promise<Postmaster> {
  const before = keepsPort ?? formerPort(launch.cluster)
  const attempts = keepsPort === null ? 5 : 100
  for (let attempt = 1; ; attempt++) {
    const port = keepsPort ?? (attempt === 1 && before !== null ? before : await freePort())
    const loggedBefore = fs.existsSync(launch.logFile) ? fs.statSync(launch.logFile).size : 0
    if (await comesUp(launch, port)) return { pid: readPidFile(launch.cluster)?.pid ?? 0, port }
    const log = fs.readFileSync(launch.logFile, 'utf8').slice(loggedBefore)
    const portWasTaken = /could not bind|could not create any TCP/.test(log)
    if (!portWasTaken || attempt === attempts)
      throw new Error(`PostgreSQL did not start on ${launch.cluster}:\n${log.slice(-4000)}`)
    if (keepsPort !== null) await pause(100)
  }
}

/** Ends the server as its own fast shutdown does, never by force, and waits until it is gone. */
export async function endPostmaster(cluster: string, { pid }: Postmaster): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It was gone already.
  }
  while (processesOn(cluster).includes(pid)) await pause(20)
}

/** Whether this very process still serves the cluster; one that ended and waits to be buried does not. */
export function isRunning(cluster: string, { pid }: Postmaster): boolean {
  return process.platform === 'linux' ? isServerOn(String(pid), cluster) : isAlive(pid)
}

async function comesUp({ guise, program, cluster, logFile, settings }: Launch, port: number): Promise<boolean> {
  const parameters = Object.entries({ ...quietSettings, port, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const start = inGuise(guise, program, ['-D', cluster, ...parameters])
  const log = fs.openSync(logFile, 'a', 0o600)
  // Detached, so that an interrupt at the keyboard reaches our process alone, which then stops the server in order.
  const server = spawn(start.command, start.parameters, {
    ...start.user,
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
  })
  fs.closeSync(log)
  let ended = false
  server.once('error', () => (ended = true))
  server.once('exit', () => (ended = true))
  server.unref()
  while (!ended) {
    const file = readPidFile(cluster)
    if (file?.pid === server.pid && file?.status === 'ready') return true
    await pause(10)
  }
  return false
}

function pidFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid')
}

function readPidFile(cluster: string): PidFile | null {
  if (!fs.existsSync(pidFile(cluster))) return null
  const lines = fs.readFileSync(pidFile(cluster), 'utf8').split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : null
}

/** The server's own processes, whatever their parent: their working folder is the cluster. */
function processesOn(cluster: string): number[] {
  if (process.platform !== 'linux') return processesNaming(cluster)
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isServerOn(name, cluster))
    .map(Number)
}

function isServerOn(pid: string, cluster: string): boolean {
  try {
    return (
      fs.readlinkSync(`/proc/${pid}/cwd`) === cluster && fs.readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n'
    )
  } catch {
    // Another user's process, or one that has just ended.
    return false
  }
}

// Without /proc: the server carries its folder among its arguments.
function processesNaming(cluster: string): number[] {
  return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`-D ${cluster}`))
    .map((line) => Number.parseInt(line, 10))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

// The server leaves its command line there when it starts, and nobody removes it.
function formerPort(cluster: string): number | null {
  const file = path.join(cluster, 'postmaster.opts')
  const told = fs.existsSync(file) ? /"port=(\d+)"/.exec(fs.readFileSync(file, 'utf8'))?.[1] : undefined
  return told === undefined ? null : Number(told)
}

// Below those that the machine gives to whoever connects or listens without a wish: a server that was stopped, or ended,
// would find its own one taken when it comes back.
async function freePort(): Promise<number> {
  const lowest = 15_000
  const beyond = firstGivenPort()
  for (let attempt = 1; attempt <= 50 && beyond - lowest > 1000; attempt++) {
    const port = await listenOnce(randomInt(lowest, beyond)).catch(() => null)
    if (port !== null) return port
  }
  return listenOnce(0)
}

function firstGivenPort(): number {
  const file = '/proc/sys/net/ipv4/ip_local_port_range'
  // Elsewhere, by RFC 6335 section 6 (August 2011).
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : 49_152
}

/** Listens for an instant and answers the port; rejects when it is taken. */
function listenOnce(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
