import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from './settings.ts'

type Ended = { code: number | null; signal: NodeJS.Signals | null }

const program = join(import.meta.dirname, 'main.ts')

/**
 * What `npm start` runs. In a demonstration the server is a process below this one: whoever kills it, the switchboard for
 * instance, sees it come back. In production it is this process itself, under whatever keeps services running.
 */
export async function startCommand(args: string[]): Promise<number> {
  parseArgs({ args, options: {} })
  const settings = readSettings(process.env)
  if (settings.mode === 'production') return (await import('./serve-command.ts')).serve([])
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  return superviseServer({ say, watchStdin: settings.watchStdin })
}

async function superviseServer(wanted: { say: (line: string) => void; watchStdin: boolean }): Promise<number> {
  const told = { stop: false }
  let child: ChildProcess | null = null
  // The server ends when its standard input does: so it also ends when this process is killed.
  const stop = () => {
    told.stop = true
    child?.stdin?.end()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (wanted.watchStdin) process.stdin.resume().once('close', stop)
  for (;;) {
    child = spawn(process.execPath, [program, 'serve'], {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, EVENKEEL_SUPERVISED: 'true' },
    })
    // Writing to a process that has ended is no error of ours: its end is seen below.
    child.stdin?.on('error', () => undefined)
    if (told.stop) child.stdin?.end()
    const { code, signal } = await endOf(child)
    if (told.stop || signal === null) return code ?? 0
    wanted.say(`The server was killed (${signal}). It starts again; nothing that was recorded is lost.`)
  }
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}
