import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SftpDoor } from './sftp-server.ts'

export type SpawnedSimulator = {
  ready: { name: string; control: string; sftp?: SftpDoor; http?: string }
  /** Tells it the time; answers what it did and what is due next. */
  tell: (now: string) => Promise<{ did: number; nextDueAt: string | null }>
  clock: () => Promise<{ now: string | null; nextDueAt: string | null }>
  post: (path: string, body: unknown) => Promise<{ status: number; body: unknown }>
  /** SIGKILL: nothing is flushed, nothing is said goodbye to. */
  kill: () => Promise<void>
  /** Closes its standard input, as a dying parent does. */
  stop: () => Promise<number | null>
}

/** Starts a simulator as a real process on a folder, for tests. A configuration is written beside its files. */
export async function spawnSimulator(program: string, folder: string, config?: unknown): Promise<SpawnedSimulator> {
  const args = ['--data', folder]
  if (config !== undefined) {
    const file = join(folder, '..', `${program}-config.json`)
    writeFileSync(file, JSON.stringify(config))
    args.push('--config', file)
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, `${program}.ts`), ...args], { stdio: 'pipe' })
  const complaint: string[] = []
  child.stderr.on('data', (data: Buffer) => complaint.push(data.toString()))
  const ready = await readyLine(child, () => complaint.join(''))
  const post: SpawnedSimulator['post'] = async (path, body) => {
    const response = await fetch(ready.control + path, { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, body: await response.json() }
  }
  return {
    ready,
    tell: async (now) => {
      const { status, body } = await post('/clock', { now })
      if (status !== 200) throw new Error(`${program} at ${now}: ${JSON.stringify(body)} ${complaint.join('')}`)
      return body as { did: number; nextDueAt: string | null }
    },
    clock: async () =>
      (await fetch(`${ready.control}/clock`)).json() as Promise<{ now: string | null; nextDueAt: string | null }>,
    post,
    kill: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    stop: async () => {
      child.stdin.end()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return child.exitCode
    },
  }
}

async function readyLine(child: ChildProcess, complaint: () => string): Promise<SpawnedSimulator['ready']> {
  if (child.stdout === null) throw new Error('no standard output')
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as SpawnedSimulator['ready']
  throw new Error(complaint())
}
