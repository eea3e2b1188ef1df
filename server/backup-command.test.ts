import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server.ts'
import { calendarDate } from '../libraries/calendar/index.ts'
import { backUpCommand, restoreCommand } from './backup-command.ts'
import { deeds } from './due.ts'
import { makeIds } from './ids.ts'
import { aStatement } from './made-up-files.ts'
import { makeWorld } from './make-world.ts'
import { openDatabases } from './open-databases.ts'
import { demonstrationBegins, openStandingClock } from './operator-clock.ts'
import { ensureOperator } from './operator-store.ts'
import { outsideInMemory } from './outside-in-memory.ts'
import { seedStoryNetwork } from './seed.ts'
import { readSettings } from './settings.ts'
import { openSignIn } from './sign-in.ts'
import { ownMoney } from './story-network.ts'
import { tick } from './tick.ts'

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'evenkeel-backup-command-')))
const data = path.join(root, 'data')
const keyFile = path.join(data, 'encryption-keys')

let server: EmbeddedServer

// A demonstration with the operator's own money on its books, its database held open as by a server that runs.
beforeAll(async () => {
  server = await startEmbeddedServer({ folder: path.join(data, 'database'), settings: { fsync: 'off' } })
  const settings = readSettings({ EVENKEEL_DATA: data })
  const databases = await openDatabases(settings, () => undefined)
  const { operations } = databases
  const clock = await openStandingClock(operations, demonstrationBegins)
  const ids = makeIds()
  const { zone, operatorName: name, mode, url } = settings
  const operator = await ensureOperator(operations, { id: ids.next(), name, zone, at: clock.now() })
  const outside = outsideInMemory()
  const lines = [{ typeCode: '195', cents: ownMoney.cents, customerReference: ownMoney.reference }]
  const { text } = aStatement({ asOf: calendarDate('2026-04-07'), opening: 0, lines })
  outside.bank.offer('STMT-2026-04-07.bai', new TextEncoder().encode(text))
  const world = makeWorld({ clock, ids, zone, operator, outside })
  const secret = 'a secret for tests, of more than thirty-two characters'
  const signIn = openSignIn({ db: databases.signIn, mode, url, origins: () => [url], secret, newId: ids.next })
  await seedStoryNetwork({ operations, world, signIn })
  await tick({ operations, world, deeds, log: pino({ level: 'silent' }) })
  await databases.close()
})

afterAll(async () => {
  await server?.stop()
  fs.rmSync(root, { recursive: true, force: true })
})

type Ran = { code: number | null; out: string; errors: string }

function evenkeel(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'evenkeel.ts'), ...args], {
      env: { ...process.env, ...env },
    })
    const ran: Ran = { code: null, out: '', errors: '' }
    child.stdout.on('data', (piece) => (ran.out += piece))
    child.stderr.on('data', (piece) => (ran.errors += piece))
    child.on('close', (code) => resolve({ ...ran, code }))
    child.stdin.end()
  })
}

test('a backup of a running database is restored elsewhere, and its books hold as they were', async () => {
  const [backup, again] = [path.join(root, 'backup'), path.join(root, 'again')]
  const made = await evenkeel(['backup', '--to', backup, '--data', data])
  expect([made.code, made.out]).toEqual([0, expect.stringContaining(`to ${backup}`)])
  expect(made.out).toContain(`keep a copy of ${keyFile} apart from it`)
  expect(fs.readdirSync(backup)).not.toContain('encryption-keys')
  const without = await evenkeel(['restore', '--from', backup, '--data', again])
  expect([without.code, without.errors]).toEqual([
    2,
    expect.stringContaining('name the file that holds it with --keys FILE'),
  ])
  fs.writeFileSync(path.join(root, 'other-keys'), `other:${randomBytes(32).toString('base64')}\n`)
  const others = await evenkeel(['restore', '--from', backup, '--data', again, '--keys', path.join(root, 'other-keys')])
  expect([others.code, others.errors]).toEqual([2, expect.stringContaining('not among the given ones: other')])
  expect(fs.existsSync(again)).toBe(false)
  const restored = await evenkeel(['restore', '--from', backup, '--data', again, '--keys', keyFile])
  expect(restored.code).toBe(0)
  expect(fs.readFileSync(path.join(again, 'encryption-keys'), 'utf8')).toContain(
    fs.readFileSync(keyFile, 'utf8').split('\n')[1],
  )
  expect(fs.statSync(path.join(again, 'encryption-keys')).mode & 0o777).toBe(0o600)
  const said = /evenkeel: the books hold \(.*\)/.exec(restored.out)?.[0]
  expect(said).toContain('1 postings')
  expect((await evenkeel(['ledger', 'verify', '--data', data])).out).toContain(said)

  fs.appendFileSync(path.join(backup, 'database', 'passwords.json'), ' ')
  const refused = await evenkeel(['restore', '--from', backup, '--data', path.join(root, 'third'), '--keys', keyFile])
  expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('database/passwords.json has')])
  expect(refused.errors).not.toContain('at ')
})

test('the drill restores, rotates through a kill, opens everything, and opens nothing without the keys', async () => {
  const { code, out } = await evenkeel(['keys', 'drill', '--data', data])
  expect(out.split('\n').filter((line) => line.startsWith('FAILS'))).toEqual([])
  for (const words of [
    'does not start',
    'was killed in its third batch',
    'no value is gone',
    'other keys',
    'audit verify',
  ])
    expect(out).toContain(words)
  expect([code, out]).toEqual([0, expect.stringContaining('The drill holds')])
})

test('the status says which key wraps what, and --new puts a further one first', async () => {
  const before = await evenkeel(['keys', 'status', '--data', data])
  expect([before.code, before.out]).toEqual([0, expect.stringContaining('wraps the data keys 1, 2, 3, 4 (current)')])
  const rewrapped = await evenkeel(['keys', 'rewrap', '--new', '--data', data])
  expect([rewrapped.code, rewrapped.out]).toEqual([0, expect.stringContaining('4 data keys are wrapped with key-')])
  const status = JSON.parse((await evenkeel(['keys', 'status', '--json', '--data', data])).out)
  expect(status).toMatchObject({
    finished: true,
    plain: 0,
    wrappingKeys: [{ current: true, wraps: [1, 2, 3, 4] }, { wraps: [] }],
  })
  expect(fs.statSync(keyFile).mode & 0o777).toBe(0o600)
})

test('a backup without its destination, and a restore without its source or its new place, are wrong use', async () => {
  await expect(backUpCommand(['--data', data])).rejects.toThrow('--to DIR is needed')
  await expect(restoreCommand(['--data', data])).rejects.toThrow('--from DIR is needed')
  await expect(restoreCommand(['--from', data])).rejects.toThrow('--data DIR is needed')
})

test('a database of your own is backed up by its own means', async () => {
  const { code, errors } = await evenkeel(['backup', '--to', path.join(root, 'x')], { DATABASE_URL: 'postgres://x/x' })
  expect([code, errors]).toEqual([2, expect.stringContaining('pg_dump')])
})
