import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'

const base = mkdtempSync(join(tmpdir(), 'process-'))
afterAll(() => rmSync(base, { recursive: true }))

/** A simulator that has something to do every hour, and journals it. */
const program = join(base, 'hourly.ts')
writeFileSync(
  program,
  `import { addHours, instant } from '${join(import.meta.dirname, '../libraries/calendar/index.ts')}'
import { openJournal } from '${join(import.meta.dirname, 'journal.ts')}'
import { runSimulator } from '${join(import.meta.dirname, 'process.ts')}'
await runSimulator('hourly', async ({ folder, config, now }) => {
  if (config?.broken) throw new Error('the configuration is broken')
  const journal = openJournal(folder + '/journal')
  const due = () => addHours(instant('2026-04-08T00:00:00Z'), journal.events.length + 1)
  return {
    doors: { http: 'none' },
    nextDueAt: due,
    advance: async (to) => {
      let did = 0
      for (; due() <= to; did += 1) {
        journal.append({ at: due() })
        if (config?.stall) await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return did
    },
    routes: { 'GET /seen': () => ({ events: journal.events.length, now: now() }) },
  }
})
`,
)

async function start(folder: string, config?: object) {
  const args = [program, '--data', folder]
  if (config !== undefined) {
    writeFileSync(join(base, 'config.json'), JSON.stringify(config))
    args.push('--config', join(base, 'config.json'))
  }
  const child = spawn(process.execPath, args, { stdio: 'pipe' })
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])) as [string]
  const ready = typeof line === 'string' ? (JSON.parse(line) as { control: string; name: string }) : null
  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await fetch((ready?.control ?? '') + path, { method, ...sent })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  return { child, ready, ask }
}

test('it says when it is ready, does what is due, and ends when its standard input closes', async () => {
  const { child, ready, ask } = await start(join(base, 'one'))
  expect(ready).toMatchObject({ ready: true, name: 'hourly', http: 'none' })
  expect((await ask('GET', '/clock')).body).toEqual({ now: null, nextDueAt: '2026-04-08T01:00:00.000Z' })
  expect((await ask('POST', '/clock', { now: '2026-04-08T02:30:00.000Z' })).body).toEqual({
    did: 2,
    nextDueAt: '2026-04-08T03:00:00.000Z',
  })
  expect((await ask('GET', '/clock')).body).toEqual({
    now: '2026-04-08T02:30:00.000Z',
    nextDueAt: '2026-04-08T03:00:00.000Z',
  })
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('after a kill it continues where it stood, on the same port', async () => {
  const first = await start(join(base, 'two'))
  await first.ask('POST', '/clock', { now: '2026-04-08T05:00:00.000Z' })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start(join(base, 'two'))
  expect(second.ready?.control).toBe(first.ready?.control)
  expect((await second.ask('GET', '/seen')).body).toEqual({ events: 5, now: '2026-04-08T05:00:00.000Z' })
  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})

test('an earlier time changes nothing, two callers wait for each other, and nonsense is refused', async () => {
  const { child, ask } = await start(join(base, 'three'), { stall: true })
  const both = await Promise.all([
    ask('POST', '/clock', { now: '2026-04-08T05:00:00.000Z' }),
    ask('POST', '/clock', { now: '2026-04-08T06:00:00.000Z' }),
  ])
  expect(both.map(({ body }) => (body as { did: number }).did).toSorted()).toEqual([1, 5])
  expect((await ask('POST', '/clock', { now: '2026-04-01T00:00:00.000Z' })).body).toMatchObject({ did: 0 })
  expect((await ask('POST', '/clock', { now: 'soon' })).status).toBe(400)
  expect((await ask('POST', '/clock', '{')).status).toBe(400)
  expect((await ask('POST', '/clock')).status).toBe(400)
  expect((await ask('GET', '/nowhere')).status).toBe(404)
  child.stdin.end()
  await once(child, 'exit')
})

test('a configuration that does not do stops the start with its reason', async () => {
  const folder = join(base, 'four')
  writeFileSync(join(base, 'config.json'), '{"broken":true}')
  const child = spawn(process.execPath, [program, '--data', folder, '--config', join(base, 'config.json')], {
    stdio: 'pipe',
  })
  const complaint: string[] = []
  child.stderr.on('data', (data) => complaint.push(String(data)))
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(complaint.join('')).toContain('hourly did not start: the configuration is broken')
})
