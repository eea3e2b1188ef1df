import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { guiseHere, inGuise } from './embedded-binaries.ts'
import { migrate } from './migrate.ts'
import { endPostmaster, launchPostmaster, type Postmaster } from './postmaster.ts'

// A PostgreSQL of the machine's own, where Debian's packages put one: the product ships no pg_dump.
const installed = fs
  .globSync('/usr/lib/postgresql/*/bin/pg_dump')
  .map((file) => path.dirname(file))
  .filter((bin) => Number(bin.split('/')[4]) >= 15 && fs.existsSync(path.join(bin, 'initdb')))
const [bin = ''] = installed

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'evenkeel-outside-')))
const cluster = path.join(root, 'cluster')
const guise = guiseHere()
let postmaster: Postmaster | null = null

afterAll(async () => {
  if (postmaster !== null) await endPostmaster(cluster, postmaster)
  fs.rmSync(root, { recursive: true, force: true })
})

async function startOutsideServer(): Promise<number> {
  fs.mkdirSync(cluster, { mode: 0o700 })
  const make = inGuise(guise, path.join(bin, 'initdb'), ['-D', cluster, '-U', 'postgres', '-A', 'trust', '--no-sync'])
  execFileSync(make.command, make.parameters, { ...make.user, cwd: cluster, stdio: 'pipe' })
  const program = path.join(bin, 'postgres')
  const logFile = path.join(root, 'log')
  postmaster = await launchPostmaster({ guise, program, cluster, logFile, settings: { fsync: 'off' } })
  return postmaster.port
}

async function ask<T extends object>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(query)).rows
  } finally {
    await client.end()
  }
}

const standing = `
  select schemaname || '.' || tablename as name, policies.count as policies,
    (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]::text as rows
  from pg_tables left join lateral (
    select count(*)::int from pg_policies where pg_policies.tablename = pg_tables.tablename
      and pg_policies.schemaname = pg_tables.schemaname
  ) policies on true
  where schemaname not in ('pg_catalog', 'information_schema') order by 1
`

test.runIf(bin !== '' && guise.as !== 'nobody')(
  'a database of your own is dumped by its owner and restored as operate.md says, every row and every policy',
  async () => {
    const port = await startOutsideServer()
    const url = (name: string, user = 'evenkeel') => `postgres://${user}@127.0.0.1:${port}/${name}`
    await ask(url('postgres', 'postgres'), 'create role evenkeel login createrole')
    for (const name of ['evenkeel', 'again'])
      await ask(url('postgres', 'postgres'), `create database ${name} owner evenkeel`)
    await migrate({ ownerUrl: url('evenkeel') })
    await ask(
      url('evenkeel'),
      `insert into practices.practice (practice_id, kind, name, time_zone, joined_at)
       values ('01967000-0000-7000-8000-000000000001', 'operator', 'Evenkeel', 'America/New_York', '2026-04-08')`,
    )

    const dump = path.join(root, 'evenkeel.dump')
    const parameters = ['--format=custom', '--enable-row-security', `--file=${dump}`, url('evenkeel')]
    execFileSync(path.join(bin, 'pg_dump'), parameters, { stdio: 'pipe' })
    const into = ['--single-transaction', '--exit-on-error', `--dbname=${url('again')}`, dump]
    execFileSync(path.join(bin, 'pg_restore'), into, { stdio: 'pipe' })

    expect((await migrate({ ownerUrl: url('again') })).applied).toEqual([])
    const before = await ask<{ name: string; rows: string }>(url('evenkeel', 'postgres'), standing)
    expect(await ask(url('again', 'postgres'), standing)).toEqual(before)
    expect(before.find(({ name }) => name === 'practices.practice')?.rows).toBe('1')
  },
)
