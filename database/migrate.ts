import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { connectPool } from './connect.ts'
import { type LoginUrls, makeLogins } from './make-logins.ts'

export type MigrationFile = { name: string; text: string; sha256: string }

export type Migrated = {
  /** The files that were applied now, in order. */
  applied: string[]
  /** How each login reaches the database. */
  urls: LoginUrls
}

const ownFolder = path.join(import.meta.dirname, 'migrations')

/**
 * Makes the login roles, applies the numbered files that are new, each in a transaction, and installs the job runner's
 * schema. Refuses when a file that was applied has since been edited or is gone. Two at once wait for each other.
 */
export async function migrate({
  ownerUrl,
  loginUrls = {},
  folder = ownFolder,
  only,
}: {
  ownerUrl: string
  loginUrls?: Partial<LoginUrls>
  folder?: string
  /** The names of the files to go to, where that is not all: a database of an older version. */
  only?: readonly string[]
}): Promise<Migrated> {
  const pool = connectPool(ownerUrl, { max: 3 })
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('evenkeel.migrate'))`)
    const urls = await makeLogins(client, ownerUrl, loginUrls)
    const files = migrationFiles(folder).filter(({ name }) => only?.includes(name) ?? true)
    const applied = await applyFiles(client, files)
    await installJobs(pool, client)
    return { applied, urls }
  } finally {
    // Closing the connection gives the lock back, whatever state it is in.
    client.release(true)
    await pool.end()
  }
}

/** The numbered files in order; throws when two carry one number. */
export function migrationFiles(folder = ownFolder): MigrationFile[] {
  const names = fs
    .readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  names.forEach((name, at) => {
    if (names[at + 1]?.slice(0, 4) === name.slice(0, 4))
      throw new Error(`${name} and ${names[at + 1]} carry one number`)
  })
  return names.map((name) => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

async function applyFiles(client: pg.PoolClient, files: MigrationFile[]): Promise<string[]> {
  await client.query(`
    create schema if not exists migrations;
    create table if not exists migrations.applied (
      name text primary key, sha256 text not null, applied_at timestamptz not null
    );
    comment on table migrations.applied is 'local';
  `)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations.applied')
  refuseEdited(rows, files)
  const before = new Set(rows.map((row) => row.name))
  const pending = files.filter((file) => !before.has(file.name))
  for (const file of pending) await applyFile(client, file)
  return pending.map((file) => file.name)
}

function refuseEdited(applied: { name: string; sha256: string }[], files: MigrationFile[]): void {
  for (const { name, sha256 } of applied) {
    const file = files.find((candidate) => candidate.name === name)
    if (file === undefined) throw new Error(`The database has migration ${name}, which this version does not know`)
    if (file.sha256 !== sha256) {
      throw new Error(`Migration ${name} was edited after it had been applied; write a further one instead`)
    }
  }
}

async function applyFile(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.text)
    await client.query('insert into migrations.applied (name, sha256, applied_at) values ($1, $2, $3)', [
      file.name,
      file.sha256,
      new Date(),
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${file.name} failed: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

// The job runner's tables have row security on: without a policy a worker would silently run nothing. A request of a
// practice may enqueue and no more, so add_job acts for the owner.
const jobGrants = `
  grant usage on schema graphile_worker to operations, portal;
  grant select, insert, update, delete on all tables in schema graphile_worker to operations;
  do $$
  declare
    tab regclass;
    enqueue regprocedure;
  begin
    for tab in select oid from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
    loop
      execute format('drop policy if exists operations on %s', tab);
      execute format('create policy operations on %s to operations using (true) with check (true)', tab);
    end loop;
    for tab in select oid from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r'
    loop
      execute format('comment on table %s is %L', tab, 'local');
    end loop;
    revoke execute on all routines in schema graphile_worker from public;
    grant execute on all routines in schema graphile_worker to operations;
    for enqueue in select oid from pg_proc where pronamespace = 'graphile_worker'::regnamespace and proname in ('add_job', 'add_jobs')
    loop
      execute format('alter function %s security definer set search_path = pg_catalog, pg_temp', enqueue);
      execute format('grant execute on function %s to portal', enqueue);
    end loop;
  end
  $$;
`

async function installJobs(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) })
  await client.query('begin')
  await client.query(jobGrants)
  await client.query('commit')
}
