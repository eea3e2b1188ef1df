import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Server as NetServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Instant, instant } from '../libraries/calendar/index.ts'
import { writeDurably } from './journal.ts'

/** What a simulator gets to start with. */
export type Outset = {
  /** Where it keeps its journal, keys and files. */
  folder: string
  /** What the configuration file holds, or undefined without one. */
  config: unknown
  /** The moment that the clock door was last told; null before the first time. */
  now: () => Instant | null
  /** Runs one deed after the other: nothing else happens in between. Clock and files come in through it. */
  inTurn: <Answer>(deed: () => Promise<Answer> | Answer) => Promise<Answer>
}

/** A simulated counterpart, as the frame drives it. `advance` must be safe to repeat after a kill at any point. */
export type Simulator = {
  /** What is added to the ready line: sftp, http. */
  doors: Record<string, unknown>
  /**
   * Does everything due up to now, in order of time, and answers how many things it did. `broughtNothing`: nobody has
   * brought anything since the last time.
   */
  advance: (now: Instant, since: { broughtNothing: boolean }) => Promise<number>
  nextDueAt: () => Instant | null
  /** Further control doors, "POST /faults": body in, answer out; a thrown RangeError is the caller's mistake. */
  routes?: Record<string, (body: unknown) => unknown>
}

/**
 * The frame of every simulator: reads `--data DIR [--config FILE]`, starts it, opens its control door on loopback,
 * prints the ready line, and ends when standard input closes or on SIGTERM.
 */
export async function runSimulator(name: string, start: (outset: Outset) => Promise<Simulator>): Promise<void> {
  process.stdin.on('end', exit).on('close', exit).on('error', exit).resume()
  process.on('SIGTERM', exit).on('SIGINT', exit)
  try {
    const { folder, config } = settings(process.argv.slice(2))
    const clock = clockOf(folder)
    const inTurn = oneAfterTheOther()
    const simulator = await start({ folder, config, now: clock.now, inTurn })
    const server = controlDoor(simulator, clock, inTurn)
    const port = await listenAgain(server, folder, 'control')
    const control = `http://127.0.0.1:${port}`
    process.stdout.write(`${JSON.stringify({ ready: true, name, control, ...simulator.doors })}\n`)
  } catch (problem) {
    process.stderr.write(`${name} did not start: ${problem instanceof Error ? problem.message : problem}\n`)
    process.exit(2)
  }
}

function exit(): void {
  process.exit(0)
}

function settings(args: string[]): { folder: string; config: unknown } {
  const { values } = parseArgs({ args, options: { data: { type: 'string' }, config: { type: 'string' } } })
  if (values.data === undefined) throw new Error('--data DIR is needed')
  mkdirSync(values.data, { recursive: true, mode: 0o700 })
  const config: unknown = values.config === undefined ? undefined : JSON.parse(readFileSync(values.config, 'utf8'))
  return { folder: values.data, config }
}

type Clock = { now: () => Instant | null; set: (now: Instant) => void }

/** The last moment told, kept over restarts; it never goes back. */
function clockOf(folder: string): Clock {
  const file = join(folder, 'clock')
  let now = existsSync(file) ? instant(readFileSync(file, 'utf8')) : null
  return {
    now: () => now,
    set: (later) => {
      if (now !== null && later <= now) return
      writeDurably(file, later)
      now = later
    },
  }
}

function oneAfterTheOther(): Outset['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (deed) => {
    const mine = last.then(deed)
    last = mine.catch(() => undefined)
    return mine
  }
}

function controlDoor(simulator: Simulator, clock: Clock, inTurn: Outset['inTurn']): Server {
  const routes: Record<string, (body: unknown) => unknown> = {
    ...simulator.routes,
    'GET /clock': () => ({ now: clock.now(), nextDueAt: simulator.nextDueAt() }),
    'POST /clock': (body) =>
      inTurn(async () => {
        const told = momentOf(body)
        const before = clock.now()
        const now = before !== null && before > told ? before : told
        const did = await simulator.advance(now, { broughtNothing: broughtNothing(body) })
        clock.set(now)
        return { did, nextDueAt: simulator.nextDueAt() }
      }),
  }
  return createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    try {
      const route = routes[`${request.method} ${request.url}`]
      const body = await bodyOf(request)
      if (route === undefined) answer(404, { error: `no door ${request.method} ${request.url}` })
      else answer(200, await route(body))
    } catch (problem) {
      const callersMistake = problem instanceof RangeError || problem instanceof SyntaxError
      answer(callersMistake ? 400 : 500, { error: problem instanceof Error ? problem.message : String(problem) })
    }
  })
}

function momentOf(body: unknown): Instant {
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : undefined
  if (typeof now !== 'string') throw new RangeError('the body is {"now": "2026-04-08T22:00:00.000Z"}')
  return instant(now)
}

function broughtNothing(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'broughtNothing' in body && body.broughtNothing === true
}

/** The JSON body of a request, or undefined without one. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}

/**
 * Listens on loopback on the port of the last time, so that partners find a restarted simulator where it was;
 * on any free port at the first start, or when another program took that one.
 */
export async function listenAgain(server: NetServer, folder: string, door: string): Promise<number> {
  const file = join(folder, `${door}.port`)
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = await listen(server, before).catch(() => listen(server, 0))
  if (port !== before) writeDurably(file, String(port))
  return port
}

function listen(server: NetServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
