import { randomUUID } from 'node:crypto'
import { connect } from '../../database/connect.ts'
import { prepareEncryption } from '../../database/data-keys.ts'
import { migrate } from '../../database/migrate.ts'
import { startTestCluster } from '../../database/test-cluster.ts'
import { testKeys } from '../../database/test-database.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import { makeIds } from '../ids.ts'
import { makeWorld } from '../make-world.ts'
import { clockAsItStands } from '../operator-clock.ts'
import { outsideThatIsAway } from '../outside-that-is-away.ts'
import { zone } from '../story-network.ts'
import { loadRows, readArtefact } from './artefact.ts'

/** For tests: the played months in a database of their own, loaded as the first start does, brought to this version. */
export async function livedInOnTestDatabase() {
  const read = readArtefact()
  if (read === null) throw new Error('the project has no played months: npm run play')
  const cluster = await startTestCluster()
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`
  await cluster.createDatabase(name)
  const ownerUrl = cluster.ownerUrl(name)
  const loginUrls = {
    portal: cluster.url('portal', name),
    operations: cluster.url('operations', name),
    sign_in: cluster.url('sign_in', name),
  }
  const before = await migrate({ ownerUrl, loginUrls, only: read.artefact.migrations })
  await loadRows(ownerUrl, read.artefact, testKeys)
  const after = await migrate({ ownerUrl, loginUrls })
  await prepareEncryption({ ownerUrl, wrappingKeys: testKeys, at: new Date() })
  const operations = connect(loginUrls.operations, { max: 4, keys: testKeys })
  const portal = connect(loginUrls.portal, { max: 2, keys: testKeys })
  const clock = await clockAsItStands(operations)
  const operator = await operations
    .selectFrom('practices.practice')
    .select('practice_id as id')
    .where('kind', '=', 'operator')
    .executeTakeFirstOrThrow()
  const now: Instant = clock.now()
  const world = makeWorld({ clock, ids: makeIds(), zone, operator: operator.id, outside: outsideThatIsAway })
  return {
    artefact: read.artefact,
    ownerUrl,
    operations,
    portal,
    world,
    now,
    applied: { before: before.applied, after: after.applied },
    async close() {
      await Promise.all([operations.destroy(), portal.destroy()])
      await cluster.dropDatabase(name)
      await cluster.stop()
    },
  }
}
