import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BackupTrouble, type Manifest, manifestName, unfinishedName } from './backup-manifest.ts'
import { copyCluster } from './copy-cluster.ts'
import { makeFolder, namesIn, settle, sync, writeFile } from './copy-files.ts'
import { type CopyInto, copyInto } from './copy-into.ts'
import { copyStill } from './copy-still.ts'
import { startEmbeddedServer } from './embedded-server.ts'
import { keyFileName } from './wrapping-keys.ts'

export type BackupOptions = {
  /** What `EVENKEEL_DATA` names: the embedded database's folder `database`, and what else the server keeps beside it. */
  data: string
  to: string
  /** The ids of the encryption keys without which what is restored does not open. */
  keys?: readonly string[]
  say?: (line: string) => void
}

/**
 * Copies the embedded database, its passwords and everything else of a data folder but the encryption keys, while a server
 * may run on it. The manifest is written last; when the backup cannot be finished, what was written is removed again.
 */
export async function backUp({ data, to, keys = [], say = () => undefined }: BackupOptions): Promise<Manifest> {
  const source = path.resolve(data)
  const target = path.resolve(to)
  if (!existsSync(path.join(source, 'database', 'passwords.json')))
    throw new BackupTrouble(`${source} holds no embedded database`)
  if (`${target}/`.startsWith(`${source}/`))
    throw new BackupTrouble(`${target} lies in the folder that is backed up: a backup belongs on another disk`)
  await makeFolder(target)
  if ((await readdir(target)).length > 0)
    throw new BackupTrouble(`${target} is not empty: nothing is written over, choose a new folder`)
  try {
    return await fill({ source, target, keys, say })
  } catch (error) {
    for (const name of await readdir(target)) await rm(path.join(target, name), { recursive: true, force: true })
    throw error
  }
}

type Filling = { source: string; target: string; keys: readonly string[]; say: (line: string) => void }

async function fill({ source, target, keys, say }: Filling): Promise<Manifest> {
  const began = new Date().toISOString()
  await writeFile(path.join(target, unfinishedName), `${began}\n`)
  const copy = copyInto(target)
  await copy.folder('database')
  const { log, postgres } = await copyDatabase(source, copy, say)
  await copy.copy(path.join(source, 'database', 'passwords.json'), 'database/passwords.json')
  say('Copying what lies beside the database …')
  for (const { name, isFolder } of await namesIn(source)) {
    // Whoever finds a backup must not find what opens it.
    if (name !== 'database' && name !== keyFileName) await copyStill(path.join(source, name), { name, isFolder }, copy)
  }
  const { folders, files } = copy.done()
  const ended = new Date().toISOString()
  const manifest: Manifest = { format: 1, postgres, began, ended, log, keys: [...keys], folders, files }
  await settle(
    target,
    [...folders, ...files.map((file) => file.path)].map((name) => path.join(target, name)),
  )
  // The name appears in one step, and only once everything before it is on the disk.
  const written = path.join(target, `${manifestName}.part`)
  await writeFile(written, `${JSON.stringify(manifest, null, 1)}\n`)
  await sync(written)
  await rename(written, path.join(target, manifestName))
  await rm(path.join(target, unfinishedName))
  await sync(target)
  return manifest
}

async function copyDatabase(source: string, copy: CopyInto, say: (line: string) => void) {
  const server = await startEmbeddedServer({ folder: path.join(source, 'database'), say })
  try {
    const below = copy.below('database/cluster')
    await copy.folder('database/cluster')
    return await server.asSuperuser(async (client) => {
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      return { log: await copyCluster(client, server.cluster, below, say), postgres: rows[0]?.server_version ?? '' }
    })
  } finally {
    await server.stop()
  }
}
