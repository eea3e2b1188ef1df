import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Db } from '../business/world.ts'
import { checkRoles, probeJob } from '../database/check-roles.ts'
import { connect, connectForSignIn, connectPool } from '../database/connect.ts'
import { prepareEncryption } from '../database/data-keys.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../database/embedded-server.ts'
import type { LoginUrls } from '../database/make-logins.ts'
import { migrate } from '../database/migrate.ts'
import { KeyTrouble, type WrappingKeys } from '../database/wrapping-keys.ts'
import { DatabaseAway, whenDatabaseAnswers } from './database-away.ts'
import type { Settings } from './settings.ts'
import { StartTrouble } from './start-trouble.ts'
import { makeOwnKeys, wrappingKeysOf } from './wrapping-keys-of.ts'

export type Databases = {
  portal: Db
  operations: Db
  signIn: Kysely<unknown>
  /** The job runner's own pool, under operations. */
  jobs: pg.Pool
  urls: LoginUrls & { owner: string }
  /** The migrations that were applied now. */
  applied: string[]
  /** Closes the connections, and lets go of the embedded server. */
  close(): Promise<void>
}

type Reached = { urls: LoginUrls & { owner: string }; applied: string[]; letGo: () => Promise<void> }

/** The database that the settings name, migrated, its logins and job runner checked; the embedded one is started. */
export async function openDatabases(settings: Settings, say: (line: string) => void): Promise<Databases> {
  const { urls, applied, letGo } = await reach(settings, say)
  const keys = wrappingKeysOf(settings)
  try {
    await check(urls)
    await prepare(urls.owner, { settings, keys, say })
  } catch (error) {
    await letGo()
    throw error
  }
  const portal = connect(urls.portal, { keys })
  const operations = connect(urls.operations, { keys })
  const signIn = connectForSignIn(urls.sign_in, { max: 5 })
  const jobs = connectPool(urls.operations, { max: 4 })
  return {
    portal,
    operations,
    signIn,
    jobs,
    urls,
    applied,
    async close() {
      await Promise.all([portal.destroy(), operations.destroy(), signIn.destroy(), jobs.end()])
      await letGo()
    },
  }
}

async function reach(settings: Settings, say: (line: string) => void): Promise<Reached> {
  const { database, dataFolder, databaseName, databasePatienceSeconds } = settings
  if (database !== null) {
    const { owner, portal, operations, signIn } = database
    const loginUrls = {
      ...(portal === undefined ? {} : { portal }),
      ...(operations === undefined ? {} : { operations }),
      ...(signIn === undefined ? {} : { sign_in: signIn }),
    }
    const migrated = await whenDatabaseAnswers(databasePatienceSeconds, () =>
      migrate({ ownerUrl: owner, loginUrls }),
    ).catch((error) => {
      throw error instanceof DatabaseAway ? error.at(owner, databasePatienceSeconds) : error
    })
    return { urls: { ...migrated.urls, owner }, applied: migrated.applied, letGo: async () => undefined }
  }
  const server = await startEmbeddedServer({ folder: join(dataFolder, 'database'), say })
  try {
    await server.createDatabase(databaseName)
    const owner = server.ownerUrl(databaseName)
    const loginUrls = {
      portal: server.url('portal', databaseName),
      operations: server.url('operations', databaseName),
      sign_in: server.url('sign_in', databaseName),
    }
    const { urls, applied } = await migrate({ ownerUrl: owner, loginUrls })
    const watch = watchServer(server, say)
    const letGo = async () => {
      await watch.stop()
      await server.stop()
    }
    return { urls: { ...urls, owner }, applied, letGo }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const watchEveryMs = 1000

// Whatever ended it (a machine out of memory, somebody's kill): our own server is started again, and the pools find it.
function watchServer(server: EmbeddedServer, say: (line: string) => void): { stop(): Promise<void> } {
  let reviving: Promise<void> = Promise.resolve()
  const revive = async () => {
    try {
      if (await server.revive())
        say('The database had stopped. It was started again; nothing that was recorded is lost.')
    } catch (error) {
      say(`The database stopped and does not start again: ${error instanceof Error ? error.message : error}`)
    }
  }
  const timer = setInterval(() => {
    reviving = reviving.then(revive)
  }, watchEveryMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await reviving
    },
  }
}

type Prepared = { settings: Settings; keys: WrappingKeys; say: (line: string) => void }

async function prepare(ownerUrl: string, { settings, keys, say }: Prepared): Promise<void> {
  try {
    const makeWrappingKeys = () => makeOwnKeys(settings)
    const { encrypted } = await prepareEncryption({ ownerUrl, wrappingKeys: keys, makeWrappingKeys, at: new Date() })
    if (encrypted > 0) say(`Encrypted what a migration had left plain: ${encrypted} rows.`)
  } catch (error) {
    if (!(error instanceof KeyTrouble)) throw error
    throw new StartTrouble('What is encrypted cannot be opened', error.message.split('\n'))
  }
}

async function check(urls: LoginUrls): Promise<void> {
  const problems = await checkRoles(urls)
  const job = problems.length > 0 ? null : await probeJob(urls.operations)
  if (job !== null) problems.push(job)
  if (problems.length > 0) throw new StartTrouble('The database is not as it must be', problems)
}
