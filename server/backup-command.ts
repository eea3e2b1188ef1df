import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backUp } from '../database/backup.ts'
import { BackupTrouble, type Manifest, readManifest } from '../database/backup-manifest.ts'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { restore } from '../database/restore.ts'
import {
  KeyTrouble,
  keyFileName,
  readWrappingKeys,
  type WrappingKey,
  type WrappingKeys,
} from '../database/wrapping-keys.ts'
import { settingsWith } from './command-settings.ts'
import { openDatabases } from './open-databases.ts'
import type { Settings } from './settings.ts'
import { describeVerified, verifyFolder } from './verify-command.ts'
import { keyFileOf, placeKeys, wrappingKeysOf } from './wrapping-keys-of.ts'
import { WrongUse } from './wrong-use.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** `backup --to DIR [--data DIR]`: the embedded database as it stands, with what lies beside it, into a new folder. */
export async function backUpCommand(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { to: { type: 'string' } })
  const { to } = values
  if (to === undefined) throw new WrongUse('--to DIR is needed: the folder that will hold the backup')
  refuseOutsideDatabase(settings)
  return told(async () => {
    const keys = idsOf(wrappingKeysOf(settings))
    const manifest = await backUp({ data: settings.dataFolder, to, keys, say })
    process.stdout.write(`Backed up ${sizeOf(manifest)} to ${resolve(to)}, as things stood at ${manifest.ended}.\n`)
    if (keys.length > 0) process.stdout.write(whatElseToKeep(settings, keys))
    return 0
  })
}

/**
 * `restore --from DIR --data DIR [--keys FILE]`: a backup as a new data folder, with the encryption keys that are no part of it, migrated  to this version; exit 1 if a book fails.
 */
export async function restoreCommand(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { from: { type: 'string' }, keys: { type: 'string' } })
  const { from, data, keys } = values as { from?: string; data?: string; keys?: string }
  if (from === undefined) throw new WrongUse('--from DIR is needed: the folder that holds the backup')
  if (data === undefined) throw new WrongUse('--data DIR is needed: the new data folder')
  refuseOutsideDatabase(settings)
  return told(async () => {
    const needed = (await readManifest(resolve(from))).keys ?? []
    const given = keysToRestoreWith(settings, { file: keys, needed })
    const manifest = await restore({ from, data, say })
    if (given !== null) placeKeys(join(resolve(data), keyFileName), given)
    process.stdout.write(`Restored ${sizeOf(manifest)}, as things stood at ${manifest.ended}.\n`)
    return (await bringUp(settings)) ? 0 : 1
  })
}

/** Starts what was restored, which replays its log, migrates it, and tells whether its books hold. */
async function bringUp(settings: Settings): Promise<boolean> {
  const server = await startEmbeddedServer({ folder: join(settings.dataFolder, 'database'), say })
  try {
    // A story's folder holds databases of other names only.
    if ((await server.databases()).includes(settings.databaseName)) {
      const databases = await openDatabases(settings, say)
      await databases.close()
      for (const name of databases.applied) process.stdout.write(`applied ${name}\n`)
    }
    const verified = await verifyFolder(settings)
    for (const one of verified) process.stdout.write(describeVerified(one))
    return verified.every(({ faults }) => faults.length === 0)
  } finally {
    await server.stop()
  }
}

/** The keys to lay into the new folder; null where the settings name them already, or the backup needs none. */
function keysToRestoreWith(
  settings: Settings,
  { file, needed }: { file: string | undefined; needed: readonly string[] },
): readonly WrappingKey[] | null {
  const [first] = needed
  if (first === undefined) return null
  const named = settings.encryptionKeys !== null || settings.encryptionKeysFile !== null
  if (file === undefined && !named) {
    throw new WrongUse(
      `What is encrypted in this backup opens with the key ${first}, which is no part of it: name the file that holds it with --keys FILE`,
    )
  }
  const keys = file === undefined ? wrappingKeysOf(settings)() : readWrappingKeys(readFileSync(file, 'utf8'))
  if (!keys.some(({ id }) => id === first)) {
    throw new WrongUse(
      `What is encrypted in this backup opens with the key ${first}, which is not among the given ones: ${keys.map(({ id }) => id).join(', ')}`,
    )
  }
  return file === undefined ? null : keys
}

// Before there was a key, a folder has none.
function idsOf(keys: WrappingKeys): string[] {
  try {
    return keys().map(({ id }) => id)
  } catch (error) {
    if (error instanceof KeyTrouble && error.kind === 'no_keys') return []
    throw error
  }
}

function whatElseToKeep(settings: Settings, ids: readonly string[]): string {
  const where = settings.encryptionKeys === null ? keyFileOf(settings) : 'EVENKEEL_KEYS'
  return `The encryption keys (${ids.join(', ')}) are no part of it: keep a copy of ${where} apart from it, restoring needs them.\n`
}

function refuseOutsideDatabase({ database }: Settings): void {
  if (database !== null)
    throw new WrongUse('DATABASE_URL names a database of your own: back it up with its pg_dump (docs/operate.md)')
}

async function told(deed: () => Promise<number>): Promise<number> {
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof BackupTrouble)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

function sizeOf({ files }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return `${files.length} files (${Math.ceil(bytes / 1_000_000)} MB)`
}
