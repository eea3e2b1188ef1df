import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import {
  findPrograms,
  type Guise,
  giveTo,
  guiseHere,
  inGuise,
  nobody,
  withinReachOfNobody,
} from './embedded-binaries.ts'
import { type Held, lockAlone, tryLockAlone, tryLockTogether } from './folder-lock.ts'
import {
  endPostmaster,
  isRunning,
  launchPostmaster,
  type Postmaster,
  runningPostmaster,
  type Settings,
} from './postmaster.ts'

export type Login = 'owner' | 'portal' | 'operations' | 'sign_in'

export type EmbeddedServer = {
  port: number
  /** The folder of the cluster's files. */
  cluster: string
  /** True when the server was already running: another process uses it too, or left it behind when it was killed. */
  adopted: boolean
  url: (login: Login, database: string) => string
  ownerUrl: (database: string) => string
  /** Makes a database owned by the owner role; false when there is one of that name already. */
  createDatabase: (name: string, options?: { template?: string }) => Promise<boolean>
  /** Ends the connections to the database and removes it with all it holds. */
  dropDatabase: (name: string) => Promise<void>
  /** Gives a database another name; where that one is taken, the database is dropped. */
  renameDatabase: (name: string, to: string) => Promise<void>
  databases: () => Promise<string[]>
  /** A deed on one connection of the cluster's superuser, which only maintenance may use. */
  asSuperuser: <T>(deed: (client: pg.Client) => Promise<T>) => Promise<T>
  /** Of the server's first process; another one after a revival. */
  pid: () => number
  /** Starts the server again where it ended without being told to; true when it had, and false when it runs. */
  revive: () => Promise<boolean>
  /** Lets go of the server, and stops it when no other process uses it. */
  stop: () => Promise<void>
}

export type StartOptions = {
  /** Holds the cluster, its passwords, locks and log. */
  folder: string
  settings?: Settings
  /** Hears what the person who starts should know. */
  say?: (line: string) => void
  guise?: Guise
}

const roleNames: Record<Login, string> = {
  owner: 'evenkeel_owner',
  portal: 'portal',
  operations: 'operations',
  sign_in: 'sign_in',
}

type Passwords = Record<Login | 'postgres', string>

/**
 * Starts PostgreSQL on the folder, or takes over the one that already runs on it. It listens on 127.0.0.1 only; whoever
 * may read the folder may enter.
 */
export async function startEmbeddedServer(options: StartOptions): Promise<EmbeddedServer> {
  fs.mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const folder = fs.realpathSync(options.folder)
  const start = await lockAlone(path.join(folder, 'start.lock'))
  try {
    const passwords = keptPasswords(folder)
    const { postmaster, cluster, adopted } = await adoptOrLaunch(folder, passwords, options)
    await makeRoles(postmaster, passwords)
    const use = await holdTogether(path.join(folder, 'users.lock'))
    return serverOn({ folder, cluster, postmaster, adopted, passwords, use, options })
  } finally {
    start.release()
  }
}

async function adoptOrLaunch(
  folder: string,
  passwords: Passwords,
  { settings = {}, say = () => undefined, guise = guiseHere() }: StartOptions,
  keepsPort: number | null = null,
) {
  const { programs, home } = await placesFor(folder, { say, guise })
  const cluster = path.join(home, 'cluster')
  const halfRestored = path.join(home, restoring)
  if (fs.existsSync(halfRestored)) throw new Error(`${halfRestored} is left of a restore that was not finished`)
  if (!fs.existsSync(cluster))
    makeCluster({ guise, program: programs.initdb, home, cluster, passwords, sync: settings.fsync !== 'off' })
  const running = await runningPostmaster(cluster)
  if (running !== null) return { postmaster: running, cluster, adopted: true }
  if (process.getuid?.() === 0) giveTo(guise.as === 'nobody' ? nobody : 0, cluster)
  const launch = { guise, program: programs.postgres, cluster, logFile: path.join(folder, 'server.log'), settings }
  return { postmaster: await launchPostmaster(launch, keepsPort), cluster, adopted: false }
}

/** Where the programs run from, and the folder that holds (or will hold) `cluster`, for the server of `folder`. */
export async function placesFor(folder: string, { say, guise }: { say: (line: string) => void; guise: Guise }) {
  const programs = await findPrograms()
  return guise.as === 'nobody'
    ? withinReachOfNobody({ programs, folder, place: guise.place }, say)
    : { programs, home: folder }
}

/** The name of a cluster while a restore brings it back, beside the place that it gets when it is whole. */
export const restoring = 'cluster.restoring'

type NewCluster = { guise: Guise; program: string; home: string; cluster: string; passwords: Passwords; sync: boolean }

// Made beside its place and then renamed, so that a cluster half made by a process that was killed is never started.
function makeCluster({ guise, program, home, cluster, passwords, sync }: NewCluster): void {
  const unfinished = path.join(home, 'cluster.unfinished')
  const passwordFile = path.join(home, 'password.once')
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { mode: 0o700 })
  fs.writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 })
  if (guise.as === 'nobody') for (const entry of [unfinished, passwordFile]) fs.chownSync(entry, nobody, nobody)
  const parameters = [
    ...['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(sync ? [] : ['--no-sync'])],
  ]
  const make = inGuise(guise, program, parameters)
  try {
    execFileSync(make.command, make.parameters, { ...make.user, cwd: unfinished, stdio: 'pipe' })
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
  fs.renameSync(unfinished, cluster)
}

function keptPasswords(folder: string): Passwords {
  const file = path.join(folder, 'passwords.json')
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'))
  const some = () => randomBytes(24).toString('base64url')
  const passwords = { postgres: some(), owner: some(), portal: some(), operations: some(), sign_in: some() }
  const unfinished = `${file}.unfinished`
  fs.writeFileSync(unfinished, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600, flush: true })
  fs.renameSync(unfinished, file)
  return passwords
}

async function makeRoles(postmaster: Postmaster, passwords: Passwords): Promise<void> {
  await withPostgres(postmaster, passwords, async (client) => {
    for (const [login, name] of Object.entries(roleNames) as [Login, string][]) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
      if (rowCount === 0)
        await client.query(`create role ${name} login password ${client.escapeLiteral(passwords[login])}`)
    }
  })
}

type Running = {
  folder: string
  cluster: string
  postmaster: Postmaster
  adopted: boolean
  passwords: Passwords
  use: Held
  options: StartOptions
}

function serverOn(running: Running): EmbeddedServer {
  const { adopted, passwords } = running
  const { port } = running.postmaster
  const url = (login: Login, database: string) =>
    `postgres://${roleNames[login]}:${passwords[login]}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  const asPostgres = <T>(deed: (client: pg.Client) => Promise<T>) => withPostgres(running.postmaster, passwords, deed)
  let stopped: Promise<void> | null = null
  return {
    port,
    cluster: running.cluster,
    adopted,
    url,
    ownerUrl: (database) => url('owner', database),
    createDatabase: (name, { template = 'template0' } = {}) =>
      asPostgres((client) => createDatabase(client, name, template)),
    dropDatabase: (name) =>
      asPostgres(async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
      }),
    renameDatabase: (name, to) => asPostgres((client) => renameDatabase(client, name, to)),
    databases: () =>
      asPostgres(async (client) => {
        const { rows } = await client.query<{ datname: string }>(
          `select datname from pg_database where not datistemplate and datname <> 'postgres' order by datname`,
        )
        return rows.map((row) => row.datname)
      }),
    asSuperuser: asPostgres,
    pid: () => running.postmaster.pid,
    revive: async () => (stopped === null && !isRunning(running.cluster, running.postmaster) ? revive(running) : false),
    stop: () => {
      stopped ??= leave(running)
      return stopped
    },
  }
}

// Whoever gets the start lock first starts it; to the others it runs already.
async function revive(running: Running): Promise<boolean> {
  const start = await lockAlone(path.join(running.folder, 'start.lock'))
  try {
    const { folder, passwords, options } = running
    const { postmaster, adopted } = await adoptOrLaunch(folder, passwords, options, running.postmaster.port)
    running.postmaster = postmaster
    return !adopted
  } finally {
    start.release()
  }
}

// The last to leave turns off the light: with the start lock nobody can enter meanwhile.
async function leave({ folder, cluster, use }: Running): Promise<void> {
  const start = await lockAlone(path.join(folder, 'start.lock'))
  try {
    use.release()
    const alone = tryLockAlone(path.join(folder, 'users.lock'))
    if (alone === null) return
    alone.release()
    // Another process may have revived it since.
    const running = await runningPostmaster(cluster)
    if (running !== null) await endPostmaster(cluster, running)
  } finally {
    start.release()
  }
}

// Only under the start lock, so nobody has it alone for longer than the instant in which a leaving process tries it.
async function holdTogether(file: string): Promise<Held> {
  const held = tryLockTogether(file)
  if (held === null) throw new Error(`${file} is locked by something other than a starting server`)
  return held
}

async function createDatabase(client: pg.Client, name: string, template: string): Promise<boolean> {
  const database = client.escapeIdentifier(name)
  try {
    await client.query(
      `create database ${database} owner ${roleNames.owner} template ${client.escapeIdentifier(template)}`,
    )
  } catch (error) {
    if (error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505')) return false
    throw error
  }
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to portal, operations, sign_in`)
  return true
}

async function renameDatabase(client: pg.Client, name: string, to: string): Promise<void> {
  try {
    await client.query(`alter database ${client.escapeIdentifier(name)} rename to ${client.escapeIdentifier(to)}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42P04')) throw error
    await client.query(`drop database ${client.escapeIdentifier(name)}`)
  }
}

async function withPostgres<T>(
  { port }: Postmaster,
  { postgres }: Passwords,
  deed: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: postgres, database: 'postgres' })
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end()
  }
}
