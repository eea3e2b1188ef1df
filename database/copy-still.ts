import path from 'node:path'
import { BackupTrouble } from './backup-manifest.ts'
import { hashOf, namesIn } from './copy-files.ts'
import type { CopyInto } from './copy-into.ts'

type Entry = { name: string; isFolder: boolean }

const attempts = 20
// What a lock file says is who runs now.
const lock = /\.lock(?:-journal)?$/

/**
 * Copies what other processes write to (the demonstration's partners), as it stood at one moment: as long as a second
 * reading differs from the first, again. It comes after the database, so the partners never know less than our books.
 */
export async function copyStill(from: string, { name, isFolder }: Entry, copy: CopyInto): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await contentsOf(from, name, isFolder)
    const taken = await takeAll(from, name, before, copy)
    if (taken && same(before, await contentsOf(from, name, isFolder))) return
    await copy.forget(name)
  }
  throw new BackupTrouble(`${from} changed each of ${attempts} times while it was copied`)
}

/** Hashes by name; null for a folder. */
type Contents = Map<string, string | null>

async function contentsOf(from: string, name: string, isFolder: boolean): Promise<Contents> {
  const contents: Contents = new Map()
  const visit = async (file: string, inside: string, folder: boolean): Promise<void> => {
    contents.set(inside, folder ? null : ((await hashOf(file))?.sha256 ?? 'gone'))
    if (!folder) return
    for (const entry of await namesIn(file))
      if (!lock.test(entry.name)) await visit(path.join(file, entry.name), `${inside}/${entry.name}`, entry.isFolder)
  }
  await visit(from, name, isFolder)
  return contents
}

async function takeAll(from: string, name: string, contents: Contents, copy: CopyInto): Promise<boolean> {
  for (const [inside, hash] of contents) {
    if (hash === null) await copy.folder(inside)
    else if ((await copy.copy(from + inside.slice(name.length), inside))?.sha256 !== hash) return false
  }
  return true
}

function same(one: Contents, other: Contents): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash)
}
