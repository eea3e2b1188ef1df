import { existsSync, realpathSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type BackedUpFile, BackupTrouble, type Manifest, readManifest } from './backup-manifest.ts'
import { type Copied, copyFile, hashOf, makeFolder, settle, sync } from './copy-files.ts'
import { type Guise, guiseHere } from './embedded-binaries.ts'
import { placesFor, restoring } from './embedded-server.ts'

export type RestoreOptions = {
  from: string
  /** The data folder that the server will run on: new, or empty. */
  data: string
  say?: (line: string) => void
  guise?: Guise
}

const clusterIn = 'database/cluster'

/**
 * Brings a backup back into a new data folder, after every file of it was found as the manifest says. The cluster gets
 * its name last, and no server starts on one that is half there. The next start replays the log that was copied with it.
 */
export async function restore({ from, data, say = () => undefined, guise = guiseHere() }: RestoreOptions) {
  const source = path.resolve(from)
  const target = path.resolve(data)
  const manifest = await readManifest(source)
  await refuseTaken(target)
  say(`Verifying ${manifest.files.length} files …`)
  await refuseDamaged(source, manifest.files)
  const database = path.join(target, 'database')
  await makeFolder(database)
  const { home } = await placesFor(realpathSync(database), { say, guise })
  const cluster = path.join(home, 'cluster')
  const unfinished = path.join(home, restoring)
  const taken = [cluster, unfinished].find((place) => existsSync(place))
  if (taken !== undefined) {
    await rm(database, { recursive: true })
    throw new BackupTrouble(`${taken} is there already: nothing is written over`)
  }
  say(`Copying to ${target} …`)
  const placeOf = (name: string) =>
    `${name}/`.startsWith(`${clusterIn}/`) ? unfinished + name.slice(clusterIn.length) : path.join(target, name)
  try {
    await putBack(source, manifest, placeOf)
    const names = [...manifest.folders, ...manifest.files.map((file) => file.path)].map(placeOf)
    await settle(target, names)
    // Where PostgreSQL runs as another user the cluster may lie on another disk.
    if (home !== realpathSync(database)) await settle(home, [])
    await rename(unfinished, cluster)
    await sync(home)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    for (const name of await readdir(target)) await rm(path.join(target, name), { recursive: true, force: true })
    throw error
  }
  return manifest
}

async function refuseTaken(target: string): Promise<void> {
  await makeFolder(target)
  const names = await readdir(target)
  if (names.length === 0) return
  const half = existsSync(path.join(target, 'database', restoring)) ? ' (a restore that was not finished)' : ''
  throw new BackupTrouble(`${target} is not empty${half}: nothing is written over, choose a new folder`)
}

async function refuseDamaged(source: string, files: BackedUpFile[]): Promise<void> {
  const damages: string[] = []
  for (const file of files) {
    const damage = damageOf(file, await hashOf(path.join(source, file.path)))
    if (damage !== null) damages.push(damage)
  }
  if (damages.length > 0)
    throw new BackupTrouble(
      [`${source} is damaged and was not restored:`, ...damages.map((line) => `  ${line}`)].join('\n'),
    )
}

async function putBack(source: string, { folders, files }: Manifest, placeOf: (name: string) => string): Promise<void> {
  for (const folder of folders) await makeFolder(placeOf(folder))
  for (const file of files) {
    const damage = damageOf(file, await copyFile(path.join(source, file.path), placeOf(file.path)))
    if (damage !== null) throw new BackupTrouble(`${source} changed while it was restored: ${damage}`)
  }
}

function damageOf({ path: name, bytes, sha256 }: BackedUpFile, found: Copied | null): string | null {
  if (found === null) return `${name} is missing`
  if (found.bytes !== bytes) return `${name} has ${found.bytes} bytes instead of ${bytes}`
  return found.sha256 === sha256 ? null : `${name} has other content: its SHA-256 is not the manifest’s`
}
