import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkRoles, probeJob } from './check-roles.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
import type { LoginUrls } from './make-logins.ts'
import { migrate } from './migrate.ts'
import { startTestCluster } from './test-cluster.ts'

let cluster: EmbeddedServer
let name: string
let folder: string

beforeEach(async () => {
  cluster = await startTestCluster()
  name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  await cluster.createDatabase(name)
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'evenkeel-migrations-'))
})

afterEach(async () => {
  await cluster.dropDatabase(name)
  await cluster.stop()
  fs.rmSync(folder, { recursive: true })
})

const write = (file: string, text: string) => fs.writeFileSync(path.join(folder, file), text)

const urls = (): LoginUrls => ({
  portal: cluster.url('portal', name),
  operations: cluster.url('operations', name),
  sign_in: cluster.url('sign_in', name),
})

const migrateFolder = () => migrate({ ownerUrl: cluster.ownerUrl(name), loginUrls: urls(), folder })

async function ask(query: string, url = cluster.ownerUrl(name)): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: query, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('files are applied in the order of their numbers, each once, and further ones later', async () => {
  write('0002-fill.sql', 'insert into public.list values (2)')
  write('0001-make.sql', 'create table public.list (n int); insert into public.list values (1)')
  write('notes.txt', 'no migration')
  expect((await migrateFolder()).applied).toEqual(['0001-make.sql', '0002-fill.sql'])
  write('0003-more.sql', 'insert into public.list values (3)')
  expect((await migrateFolder()).applied).toEqual(['0003-more.sql'])
  expect(await ask('select n from public.list order by n')).toEqual([1, 2, 3])
})

test('two that migrate at the same moment apply each file once', async () => {
  write('0001-make.sql', 'create table public.list (n int); select pg_sleep(0.2)')
  const both = await Promise.all([migrateFolder(), migrateFolder()])
  expect(both.flatMap(({ applied }) => applied)).toEqual(['0001-make.sql'])
})

test('a file that fails leaves nothing behind and is named, what came before it stays', async () => {
  write('0001-make.sql', 'create table public.list (n int)')
  write('0002-fail.sql', 'insert into public.list values (1); select 1 / 0')
  await expect(migrateFolder()).rejects.toThrow('Migration 0002-fail.sql failed: division by zero')
  expect(await ask('select count(*)::int from public.list')).toEqual([0])
  write('0002-fail.sql', 'insert into public.list values (1)')
  expect((await migrateFolder()).applied).toEqual(['0002-fail.sql'])
})

test('a file that was edited after it had been applied is refused, and one that is gone', async () => {
  write('0001-make.sql', 'create table public.list (n int)')
  await migrateFolder()
  write('0001-make.sql', 'create table public.list (n bigint)')
  await expect(migrateFolder()).rejects.toThrow('0001-make.sql was edited')
  fs.rmSync(path.join(folder, '0001-make.sql'))
  await expect(migrateFolder()).rejects.toThrow('does not know')
})

test('two files with one number are refused', async () => {
  write('0001-make.sql', 'select 1')
  write('0001-fill.sql', 'select 2')
  await expect(migrateFolder()).rejects.toThrow('carry one number')
})

test('after the real migrations the logins are as they must be, and a job runs as operations', async () => {
  await migrate({ ownerUrl: cluster.ownerUrl(name), loginUrls: urls() })
  expect(await checkRoles(urls())).toEqual([])
  expect(await Promise.all([probeJob(urls().operations), probeJob(urls().operations)])).toEqual([null, null])
})

test('the check names a login that is not the role it should be, and a table whose row security was not forced', async () => {
  await migrate({ ownerUrl: cluster.ownerUrl(name), loginUrls: urls() })
  await ask('alter table house.mail no force row level security')
  const problems = await checkRoles({ ...urls(), portal: cluster.ownerUrl(name) })
  expect(problems).toContain('The login for portal is the role evenkeel_owner')
  expect(problems.join()).toMatch(/The role evenkeel_owner owns \d+ objects/)
  expect(problems).toContain('Row security is not forced on house.mail')
})

test('the probe says when jobs would silently not run, and when they may not be enqueued', async () => {
  await migrate({ ownerUrl: cluster.ownerUrl(name), loginUrls: urls() })
  await ask('drop policy operations on graphile_worker._private_jobs')
  expect(await probeJob(urls().operations)).toMatch(/did not run/)
  await ask('revoke usage on schema graphile_worker from operations')
  expect(await probeJob(urls().operations)).toMatch(/permission denied/)
})

test('logins that are missing are made by an owner who may, with the same URL at every start; else the statements are said', async () => {
  const own = path.join(folder, 'cluster')
  const server = await startEmbeddedServer({ folder: own, settings: { fsync: 'off' } })
  try {
    await server.createDatabase('outside')
    const asPostgres = new URL(server.ownerUrl('outside'))
    asPostgres.username = 'postgres'
    asPostgres.password = JSON.parse(fs.readFileSync(path.join(own, 'passwords.json'), 'utf8')).postgres
    const logins = 'portal, operations, sign_in'
    await ask(`revoke all on database outside from ${logins}`, asPostgres.href)
    await ask(`drop role ${logins}`, asPostgres.href)
    const start = () => migrate({ ownerUrl: server.ownerUrl('outside') })
    await expect(start()).rejects.toThrow(
      /create role operations login password.*DATABASE_URL_PORTAL=.*DATABASE_URL_SIGN_IN=/s,
    )
    await ask('alter role evenkeel_owner createrole', asPostgres.href)
    const [first] = await Promise.all([start(), start()])
    expect((await start()).urls).toEqual(first.urls)
    for (const url of Object.values(first.urls)) expect(await ask('select 1', url)).toEqual([1])
    expect(await checkRoles(first.urls)).toEqual([])
  } finally {
    await server.stop()
  }
})
