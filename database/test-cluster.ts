import os from 'node:os'
import path from 'node:path'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'

/**
 * The cluster of all tests of this user. It does not wait for the disk, and its folder stays between runs with the
 * migrated templates; whoever leaves last stops it.
 */
export function startTestCluster(): Promise<EmbeddedServer> {
  const user = process.getuid?.() ?? 'user'
  return startEmbeddedServer({
    folder: path.join(os.tmpdir(), `evenkeel-test-${user}`),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 },
  })
}

let held: EmbeddedServer | null = null

/** vitest's globalSetup: holds the cluster for the whole run, so that no worker is the last to leave. */
export async function setup(): Promise<void> {
  held = await startTestCluster()
  await dropLeftovers(held)
}

export async function teardown(): Promise<void> {
  await held?.stop()
}

const keptTemplates = 8

// Databases of processes that were killed, and all templates once there are many: the next test makes its own again.
async function dropLeftovers(cluster: EmbeddedServer): Promise<void> {
  const names = await cluster.databases()
  const orphans = names.filter((name) => /^test_\d+_/.test(name) && !isAlive(Number(name.split('_')[1])))
  const templates = names.filter((name) => name.startsWith('template_'))
  for (const name of [...orphans, ...(templates.length > keptTemplates ? templates : [])])
    await cluster.dropDatabase(name)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
