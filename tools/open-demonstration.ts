import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type OpenDemonstration = { url: string; close: () => Promise<void> }

const root = join(import.meta.dirname, '..')

/** A demonstration of its own, as a newcomer finds it: the real server, on a folder that is removed when it closes. */
export async function openDemonstration(): Promise<OpenDemonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-demonstration-'))
  const server = spawn(process.execPath, [join(root, 'server', 'main.ts'), 'serve'], {
    cwd: root,
    env: { ...process.env, EVENKEEL_DATA: folder, PORT: '0', EVENKEEL_WATCH_STDIN: 'true' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
  const close = async () => {
    server.stdin.end()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const url = await Promise.race([urlSaidBy(server.stdout), ended.then(() => null)])
  if (url === null) {
    await close()
    throw new Error('the demonstration did not start; what it said stands above')
  }
  return { url, close }
}

async function urlSaidBy(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    const said = line.startsWith('{') ? (JSON.parse(line) as { ready?: boolean; url?: string }) : {}
    if (said.ready === true && said.url !== undefined) return said.url
  }
  return null
}
