import { createHash, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connect, connectForSignIn, type Db } from './connect.ts'
import { prepareEncryption } from './data-keys.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import type { LoginUrls } from './make-logins.ts'
import { migrate, migrationFiles } from './migrate.ts'
import { startTestCluster } from './test-cluster.ts'
import { readWrappingKeys, type WrappingKeys } from './wrapping-keys.ts'

export type TestDatabase = {
  name: string
  owner: Db
  portal: Db
  operations: Db
  signIn: Kysely<unknown>
  urls: LoginUrls & { owner: string }
  /** Closes the connections and drops the database. */
  close: () => Promise<void>
}

/** The operator's key of every test database. */
export const testKeys: WrappingKeys = () => readWrappingKeys(`test:${Buffer.alloc(32, 'test').toString('base64')}`)

/** A migrated, empty database of the test's own: a clone of a template that is made once for each set of migrations. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await startTestCluster()
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  await cloneTemplate(cluster, name)
  const urls = { ...loginUrls(cluster, name), owner: cluster.ownerUrl(name) }
  const owner = connect(urls.owner, { max: 2, keys: testKeys })
  const portal = connect(urls.portal, { max: 4, keys: testKeys })
  const operations = connect(urls.operations, { max: 4, keys: testKeys })
  const signIn = connectForSignIn(urls.sign_in, { max: 2 })
  const close = async () => {
    await Promise.all([owner.destroy(), portal.destroy(), operations.destroy(), signIn.destroy()])
    await cluster.dropDatabase(name)
    await cluster.stop()
  }
  return { name, owner, portal, operations, signIn, urls, close }
}

async function cloneTemplate(cluster: EmbeddedServer, name: string): Promise<void> {
  const template = templateName()
  for (let attempt = 1; ; attempt++) {
    try {
      await cluster.createDatabase(name, { template })
      return
    } catch (error) {
      const noTemplate = error instanceof pg.DatabaseError && error.code === '3D000'
      if (!noTemplate || attempt === 3) throw error
      await makeTemplate(cluster, template)
    }
  }
}

function templateName(): string {
  const hash = createHash('sha256')
  for (const file of migrationFiles()) hash.update(file.name).update(file.sha256)
  return `template_${hash.digest('hex').slice(0, 16)}`
}

// Under another name until it is whole, so that no test ever clones half of one. Two workers may both make it: the
// second finds the name taken and drops its own.
async function makeTemplate(cluster: EmbeddedServer, template: string): Promise<void> {
  const draft = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  await cluster.createDatabase(draft)
  const ownerUrl = cluster.ownerUrl(draft)
  await migrate({ ownerUrl, loginUrls: loginUrls(cluster, draft) })
  await prepareEncryption({ ownerUrl, wrappingKeys: testKeys, at: new Date(0) })
  await cluster.renameDatabase(draft, template)
}

function loginUrls(cluster: EmbeddedServer, database: string): LoginUrls {
  return {
    portal: cluster.url('portal', database),
    operations: cluster.url('operations', database),
    sign_in: cluster.url('sign_in', database),
  }
}
