import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Manifest } from './backup-manifest.ts'
import { type Copied, copyFile, makeFolder, writeFile } from './copy-files.ts'

/** Where a copy goes, by names with slashes below it. */
export type CopyTo = {
  folder: (name: string) => Promise<void>
  /** Null when the file is gone. */
  copy: (from: string, name: string) => Promise<Copied | null>
  write: (name: string, content: string | Uint8Array) => Promise<void>
}

export type CopyInto = CopyTo & {
  below: (folder: string) => CopyTo
  /** Removes what was copied under a name. */
  forget: (name: string) => Promise<void>
  /** All that was copied, in the order of the names. */
  done: () => Pick<Manifest, 'folders' | 'files'>
}

/** Copies into a folder, and keeps what a manifest says of it. */
export function copyInto(target: string): CopyInto {
  const folders = new Set<string>()
  const files = new Map<string, Copied>()
  const into: CopyInto = {
    async folder(name) {
      await makeFolder(path.join(target, name))
      folders.add(name)
    },
    async copy(from, name) {
      const copied = await copyFile(from, path.join(target, name))
      if (copied !== null) files.set(name, copied)
      return copied
    },
    async write(name, content) {
      files.set(name, await writeFile(path.join(target, name), content))
    },
    below: (folder) => ({
      folder: (name) => into.folder(`${folder}/${name}`),
      copy: (from, name) => into.copy(from, `${folder}/${name}`),
      write: (name, content) => into.write(`${folder}/${name}`, content),
    }),
    async forget(name) {
      await rm(path.join(target, name), { recursive: true, force: true })
      for (const kept of [folders, files])
        for (const inside of kept.keys()) if (`${inside}/`.startsWith(`${name}/`)) kept.delete(inside)
    },
    done: () => ({
      folders: [...folders].sort(),
      files: [...files].map(([name, copied]) => ({ path: name, ...copied })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    }),
  }
  return into
}
