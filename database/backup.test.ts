import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp } from './backup.ts'
import { type Manifest, manifestName } from './backup-manifest.ts'
import { guiseHere } from './embedded-binaries.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
import { restore } from './restore.ts'

const hasty = { fsync: 'off' }
const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'evenkeel-backup-')))
const data = path.join(root, 'data')
const whole = path.join(root, 'whole')
const cashbook = 'create table cashbook (id integer primary key, text text not null)'

const elsewhere = path.join(root, 'elsewhere')

let server: EmbeddedServer
let manifest: Manifest
/** The last row that was committed before the backup ended, and how many there were in the end. */
let committed: { beforeItsEnd: number; ever: number }

beforeAll(async () => {
  server = await startEmbeddedServer({ folder: path.join(data, 'database'), settings: hasty })
  fs.mkdirSync(path.join(data, 'outside', 'bank'), { recursive: true })
  fs.writeFileSync(path.join(data, 'outside', 'bank', 'journal.ndjson'), '{"sent":1}\n')
  fs.writeFileSync(path.join(data, 'sign-in-secret'), 'a secret')
  await server.createDatabase('evenkeel')
  committed = await backUpDuringWrites()
})

afterAll(async () => {
  await server?.stop()
  fs.rmSync(root, { recursive: true, force: true })
})

// Rows one by one, with tables that come and go, and checkpoints that would recycle the log that the backup needs.
async function backUpDuringWrites() {
  const client = new pg.Client({ connectionString: server.ownerUrl('evenkeel') })
  await client.connect()
  await client.query(cashbook)
  let last = 0
  let beforeItsEnd = 0
  let ending = false
  const write = async () => {
    last += 1
    await client.query('insert into cashbook values ($1, $2)', [last, 'x'.repeat(4000)])
    await client.query(`create table passing_${last} as select ${last} as n`)
    await client.query(`drop table passing_${last}`)
    if (last % 20 === 0)
      await server.asSuperuser(async (superuser) => {
        await superuser.query('select pg_switch_wal()')
        await superuser.query('checkpoint')
      })
  }
  const writer = (async () => {
    while (!ending) await write()
  })()
  const say = (line: string) => {
    if (line.startsWith('Copying the write-ahead log')) beforeItsEnd = last - 1
  }
  manifest = await backUp({ data, to: whole, say })
  ending = true
  await writer
  await client.end()
  return { beforeItsEnd, ever: last }
}

async function rowsIn(data: string): Promise<number[]> {
  const restored = await startEmbeddedServer({ folder: path.join(data, 'database'), settings: hasty })
  const client = new pg.Client({ connectionString: restored.ownerUrl('evenkeel') })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: number }>('select id from cashbook order by id')
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
    await restored.stop()
  }
}

/** Restores while one file of the backup is otherwise, and puts the file back. */
async function restoreWith(name: string, change: (file: string) => void): Promise<string> {
  const file = path.join(whole, name)
  const kept = fs.readFileSync(file)
  change(file)
  const target = path.join(root, 'never')
  try {
    const message = await restore({ from: whole, data: target }).then(() => 'restored', String)
    expect(fs.existsSync(target) ? fs.readdirSync(target) : []).toEqual([])
    return message
  } finally {
    fs.writeFileSync(file, kept)
  }
}

test('a backup made while sessions are recorded holds every row committed before its end, and no half of one', async () => {
  await restore({ from: whole, data: elsewhere })
  const rows = await rowsIn(elsewhere)
  expect(committed.beforeItsEnd).toBeGreaterThan(0)
  expect(rows.length).toBeGreaterThanOrEqual(committed.beforeItsEnd)
  expect(rows.length).toBeLessThanOrEqual(committed.ever)
  expect(rows).toEqual(rows.map((_, n) => n + 1))
  expect(fs.readFileSync(path.join(elsewhere, 'outside', 'bank', 'journal.ndjson'), 'utf8')).toBe('{"sent":1}\n')
  expect(fs.readFileSync(path.join(elsewhere, 'sign-in-secret'), 'utf8')).toBe('a secret')
})

test('the manifest names every file with its hash, the passwords and what lies beside the database among them', () => {
  const names = manifest.files.map((file) => file.path)
  for (const name of ['database/passwords.json', 'outside/bank/journal.ndjson', 'sign-in-secret'])
    expect(names).toContain(name)
  for (const name of ['database/cluster/backup_label', 'database/cluster/global/pg_control'])
    expect(names).toContain(name)
  expect(names.filter((name) => /postmaster|\.lock$|server\.log/.test(name))).toEqual([])
  const onDisk = fs.readdirSync(whole, { recursive: true, encoding: 'utf8', withFileTypes: true })
  expect(onDisk.filter((entry) => entry.isFile())).toHaveLength(names.length + 1)
  expect(positionOf(manifest.log.from)).toBeLessThan(positionOf(manifest.log.until))
})

test('nobody but its owner may read a backup', () => {
  expect(fs.statSync(whole).mode & 0o777).toBe(0o700)
  expect(fs.statSync(path.join(whole, 'database', 'passwords.json')).mode & 0o777).toBe(0o600)
})

test.each([
  ['a changed byte', (file: string) => fs.writeFileSync(file, '17\n'), 'has other content'],
  ['a torn end', (file: string) => fs.truncateSync(file, 1), 'has 1 bytes instead of 3'],
  ['a missing file', (file: string) => fs.rmSync(file), 'is missing'],
])('%s makes a backup damaged: the file is named and nothing is restored', async (_, damage, words) => {
  const message = await restoreWith('database/cluster/PG_VERSION', damage)
  expect(message).toContain('is damaged and was not restored')
  expect(message).toContain(`database/cluster/PG_VERSION ${words}`)
})

test('a torn manifest, and one that leads out of the backup, are named', async () => {
  const damaged = 'manifest.json is damaged'
  expect(await restoreWith(manifestName, (file) => fs.truncateSync(file, 1000))).toContain(damaged)
  const leadOut = (file: string) =>
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"sign-in-secret"', '"../sign-in-secret"'))
  expect(await restoreWith(manifestName, leadOut)).toContain(damaged)
  await expect(restore({ from: data, data: path.join(root, 'never') })).rejects.toThrow('is no backup')
})

test('a backup killed half-way is named as unfinished and is not restored; the server goes on', async () => {
  const to = path.join(root, 'killed')
  const program = `
    const { backUp } = await import(${JSON.stringify(path.join(import.meta.dirname, 'backup.ts'))})
    const say = (line) => line.startsWith('Copying the write') && process.kill(process.pid, 'SIGKILL')
    await backUp({ data: ${JSON.stringify(data)}, to: ${JSON.stringify(to)}, say })`
  const killed = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  await expect(killed).rejects.toMatchObject({ signal: 'SIGKILL' })
  await expect(restore({ from: to, data: path.join(root, 'never') })).rejects.toThrow('was not finished')
  await expect(backUp({ data, to })).rejects.toThrow('is not empty: nothing is written over')
  const slots = await server.asSuperuser((client) =>
    client.query('select 1 from pg_replication_slots where not active'),
  )
  expect(slots.rows).toEqual([])
})

test('nothing is written over, neither by a backup nor by a restore', async () => {
  await expect(backUp({ data, to: whole })).rejects.toThrow('is not empty')
  await expect(restore({ from: whole, data })).rejects.toThrow('is not empty')
  await expect(backUp({ data, to: path.join(data, 'backup') })).rejects.toThrow('belongs on another disk')
  await expect(backUp({ data: path.join(root, 'nowhere'), to: path.join(root, 'x') })).rejects.toThrow(
    'holds no embedded database',
  )
})

test('no server starts on a cluster that a restore left half', async () => {
  const half = path.join(root, 'half')
  fs.mkdirSync(path.join(half, 'database', 'cluster.restoring'), { recursive: true })
  const ours = { as: 'ourselves' } as const
  await expect(startEmbeddedServer({ folder: path.join(half, 'database'), guise: ours })).rejects.toThrow(
    'left of a restore that was not finished',
  )
  await expect(restore({ from: whole, data: half })).rejects.toThrow('a restore that was not finished')
})

const mountsAlone = spawnSync('unshare', ['-rm', 'true']).status === 0 && guiseHere().as !== 'nobody'

test.runIf(mountsAlone)('a full disk is named, by backup and restore, and nothing half stays on it', async () => {
  const small = path.join(root, 'small')
  fs.mkdirSync(small)
  const of = (name: string) => JSON.stringify(path.join(import.meta.dirname, name))
  const program = `
    import fs from 'node:fs'
    const [{ backUp }, { restore }] = await Promise.all([import(${of('backup.ts')}), import(${of('restore.ts')})])
    const told = async (deed) => {
      const message = await deed.then(() => 'done', (error) => error.name + ': ' + error.message)
      return { message, left: fs.readdirSync(${JSON.stringify(small)}) }
    }
    const backup = await told(backUp({ data: ${JSON.stringify(elsewhere)}, to: ${JSON.stringify(small)} }))
    const restored = await told(restore({ from: ${JSON.stringify(whole)}, data: ${JSON.stringify(small)} }))
    console.log(JSON.stringify([backup, restored]))`
  const mount = `mount -t tmpfs -o size=12m tmpfs '${small}' && exec "$0" --input-type=module -e "$1"`
  const { stdout } = await promisify(execFile)('unshare', ['-rm', 'sh', '-c', mount, process.execPath, program])
  const named = { message: expect.stringContaining(`BackupTrouble: The disk is full: ${small}/database/`), left: [] }
  expect(JSON.parse(stdout)).toEqual([named, named])
})

/** A place in the write-ahead log, '0/16B3740', as a number: its halves are hexadecimal and not padded. */
function positionOf(place: string): bigint {
  const [high = '', low = ''] = place.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}
