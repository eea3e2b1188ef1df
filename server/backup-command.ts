import { join, resolve } from 'node:path'
import { backUp } from '../database/backup.ts'
import { BackupTrouble, type Manifest } from '../database/backup-manifest.ts'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { restore } from '../database/restore.ts'
import { settingsWith } from './command-settings.ts'
import { openDatabases } from './open-databases.ts'
import type { Settings } from './settings.ts'
import { describeVerified, verifyFolder } from './verify-command.ts'
import { WrongUse } from './wrong-use.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** `backup --to DIR [--data DIR]`: the embedded database as it stands, with what lies beside it, into a new folder. */
export async function backUpCommand(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { to: { type: 'string' } })
  const { to } = values
  if (to === undefined) throw new WrongUse('--to DIR is needed: the folder that will hold the backup')
  refuseOutsideDatabase(settings)
  return told(async () => {
    const manifest = await backUp({ data: settings.dataFolder, to, say })
    process.stdout.write(`Backed up ${sizeOf(manifest)} to ${resolve(to)}, as things stood at ${manifest.ended}.\n`)
    return 0
  })
}

/** `restore --from DIR --data DIR`: a backup as a new data folder, migrated to this version; exit 1 if a book fails. */
export async function restoreCommand(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { from: { type: 'string' } })
  const { from, data } = values as { from?: string; data?: string }
  if (from === undefined) throw new WrongUse('--from DIR is needed: the folder that holds the backup')
  if (data === undefined) throw new WrongUse('--data DIR is needed: the new data folder')
  refuseOutsideDatabase(settings)
  return told(async () => {
    const manifest = await restore({ from, data, say })
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
