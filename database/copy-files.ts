import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { BackupTrouble } from './backup-manifest.ts'

export type Copied = { bytes: number; sha256: string }

const chunk = 128 * 1024

/**
 * Copies a file that may change meanwhile; answers what was written, or null where the file is gone. Throws
 * BackupTrouble naming the file when the disk is full. That it is on the disk, `settle` says.
 */
export async function copyFile(from: string, to: string): Promise<Copied | null> {
  const source = await openIfThere(from)
  if (source === null) return null
  try {
    return await write(to, async (append) => {
      const buffer = Buffer.allocUnsafe(chunk)
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, chunk, null)
        if (bytesRead === 0) return
        await append(buffer.subarray(0, bytesRead))
      }
    })
  } finally {
    await source.close()
  }
}

/** Writes a new file. Throws BackupTrouble naming it when the disk is full. */
export function writeFile(to: string, content: string | Uint8Array): Promise<Copied> {
  return write(to, (append) => append(Buffer.from(content)))
}

/** Makes a folder that its owner alone may enter. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => {
    throw named(error, folder)
  })
}

/** What a file holds, read to its end; null where it is gone. */
export async function hashOf(file: string): Promise<Copied | null> {
  const source = await openIfThere(file)
  if (source === null) return null
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(chunk)
    for (let bytes = 0; ; ) {
      const { bytesRead } = await source.read(buffer, 0, chunk, null)
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(buffer.subarray(0, bytesRead))
      bytes += bytesRead
    }
  } finally {
    await source.close()
  }
}

/** Waits until a folder and the files and folders named, all below it, are on the disk. */
export async function settle(folder: string, names: Iterable<string>): Promise<void> {
  try {
    // One call for a whole file system takes a fraction of the time of one for each of a thousand files.
    await promisify(execFile)('sync', ['-f', folder])
  } catch {
    for (const name of names) await sync(name)
  }
  await sync(folder)
}

/** Waits until one file, or the names in one folder, are on the disk. */
export async function sync(place: string): Promise<void> {
  const handle = await open(place, 'r')
  try {
    await handle.sync()
  } catch (error) {
    throw named(error, place)
  } finally {
    await handle.close()
  }
}

/** The names in a folder in order; none where the folder is gone. Throws for what is neither file nor folder. */
export async function namesIn(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  return entries
    .map((entry) => {
      if (entry.isFile() || entry.isDirectory()) return { name: entry.name, isFolder: entry.isDirectory() }
      throw new BackupTrouble(`${path.join(folder, entry.name)} is neither a file nor a folder`)
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function write(to: string, fill: (append: (bytes: Buffer) => Promise<void>) => Promise<void>): Promise<Copied> {
  const hash = createHash('sha256')
  let bytes = 0
  let target: FileHandle | null = null
  try {
    const opened = await open(to, 'wx', 0o600)
    target = opened
    await fill(async (piece) => {
      // Unlike FileHandle.write it goes on, at the present position, until the system has taken the whole piece.
      await opened.writeFile(piece)
      hash.update(piece)
      bytes += piece.length
    })
  } catch (error) {
    throw named(error, to)
  } finally {
    await target?.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function named(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupTrouble(`The disk is full: ${file} could not be written`, { cause: error })
  return error
}
