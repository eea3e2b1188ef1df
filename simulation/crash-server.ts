import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const program = join(import.meta.dirname, '..', 'server', 'evenkeel.ts')

/** The server ended before it was told to: by its own hand, a crash point or a kill. */
export class ServerEnded extends Error {
  readonly signal: NodeJS.Signals | null
  constructor(code: number | null, signal: NodeJS.Signals | null, said: string) {
    super(`the server ended by ${signal ?? `exit ${code}`}${said === '' ? '' : `: ${said}`}`)
    this.name = 'ServerEnded'
    this.signal = signal
  }
}

/** The whole server as a process of its own on a data folder; `ask` throws `ServerEnded` when it dies meanwhile. */
export type CrashServer = {
  ask: (method: 'GET' | 'POST', path: string, request?: Asked) => Promise<unknown>
  /** Signs in as a character of the story and answers the cookie. */
  enterAs: (userId: string) => Promise<string>
  stop: () => Promise<void>
}

type Asked = { body?: unknown; cookie?: string; key?: string }

export type CrashOrder = {
  /** A witness point and how often it is passed: "payday-committed:1". */
  crashAt?: string
  /** SIGKILL so long after the process was started. */
  killAfterMs?: number
}

/** Where Node keeps what it compiled: every run starts five processes, and compiling them anew takes most of its time. */
export function withCompileCache(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? folder }
}

export async function startCrashServer(
  folder: string,
  { crashAt, killAfterMs }: CrashOrder,
  env: NodeJS.ProcessEnv,
): Promise<CrashServer> {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...env,
      EVENKEEL_DATA: folder,
      EVENKEEL_MODE: 'demonstration',
      EVENKEEL_NETWORK: 'story',
      EVENKEEL_WATCH_STDIN: 'true',
      EVENKEEL_LOG_LEVEL: env.EVENKEEL_LOG_LEVEL ?? 'error',
      EVENKEEL_CRASH_AT: crashAt ?? '',
      PORT: '0',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined)
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  const ended = endOf(child, () => clearTimeout(timer))
  const url = await Promise.race([readyUrl(child), ended])
  const ask: CrashServer['ask'] = (method, path, asked = {}) =>
    Promise.race([answerOf(`${url}${path}`, method, asked, ended), ended])
  return {
    ask,
    enterAs: (userId) => Promise.race([cookieOf(url, userId, ended), ended]),
    async stop() {
      child.stdin.end()
      await ended.catch((error: ServerEnded) => {
        if (error.signal !== null) throw error
      })
    },
  }
}

/** Runs a command of the product to its end and answers what it printed. */
export async function runCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (data: Buffer) => (out += data))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out }
}

// Always rejects, when the process is gone: whoever waits for an answer races it.
function endOf(child: ChildProcess, tidy: () => void): Promise<never> {
  const said: string[] = []
  if (child.stderr !== null) createInterface(child.stderr).on('line', (line) => said.push(line))
  const ended = new Promise<never>((_, reject) => {
    child.once('close', (code, signal) => {
      tidy()
      reject(new ServerEnded(code, signal, code === 0 || signal !== null ? '' : said.slice(-20).join('\n')))
    })
  })
  ended.catch(() => undefined)
  return ended
}

async function readyUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no standard output')
  for await (const line of createInterface(child.stdout)) {
    const told = JSON.parse(line) as { ready?: boolean; url?: string }
    if (told.ready === true && told.url !== undefined) return told.url.replace('//localhost:', '//127.0.0.1:')
  }
  // Its end is told by the other side of the race.
  return new Promise(() => undefined)
}

async function answerOf(url: string, method: string, asked: Asked, ended: Promise<never>): Promise<unknown> {
  const answer = await fetched(url, method, asked, ended)
  const text = await answer.text().catch(() => ended)
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}

async function cookieOf(url: string, userId: string, ended: Promise<never>): Promise<string> {
  const answer = await fetched(`${url}/api/demonstration/personas/${userId}/sign-in`, 'POST', {}, ended)
  const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  if (!answer.ok || cookies.length === 0) throw new Error(`nobody could sign in as ${userId}: ${answer.status}`)
  return cookies.join('; ')
}

// A connection that breaks is the sign of a process that has just died; which end it was is known a moment later.
function fetched(url: string, method: string, { body, cookie, key }: Asked, ended: Promise<never>): Promise<Response> {
  const headers: Record<string, string> = { origin: new URL(url).origin }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (cookie !== undefined) headers.cookie = cookie
  if (key !== undefined) headers['idempotency-key'] = key
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  return fetch(url, init).catch((error: Error) =>
    Promise.race([
      ended,
      new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error(`${method} ${url}: ${error.cause ?? error.message}`)), 5_000)
      }),
    ]),
  )
}
