import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** A backup or a restore that cannot be; the message says what stands in its way and is for the person at the keyboard. */
export class BackupTrouble extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupTrouble'
  }
}

/** Written last: without it a backup is none. */
export const manifestName = 'manifest.json'
/** Stands in the manifest's place while the backup is being made. */
export const unfinishedName = 'manifest.unfinished'

// Paths are the backup's own, with slashes; one that leads out of it is not ours.
const place = z.string().refine((name) => {
  const parts = name.split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..') && !path.isAbsolute(name)
}, 'leads out of the backup')
const logPosition = z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/)

const Manifest = z.strictObject({
  format: z.literal(1),
  postgres: z.string(),
  began: z.iso.datetime(),
  ended: z.iso.datetime(),
  /** Positions in the write-ahead log: what is between them must be replayed before the files agree with each other. */
  log: z.strictObject({ from: logPosition, until: logPosition }),
  /** The ids of the operator's encryption keys, the current one first. The keys themselves are no part of a backup. */
  keys: z.array(z.string()).optional(),
  folders: z.array(place),
  files: z.array(z.strictObject({ path: place, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

export type Manifest = z.output<typeof Manifest>
export type BackedUpFile = Manifest['files'][number]

/** The manifest of a finished backup; throws BackupTrouble when there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await textOf(path.join(folder, manifestName))
  if (text === null) {
    const begun = await textOf(path.join(folder, unfinishedName))
    throw new BackupTrouble(
      begun === null
        ? `${folder} is no backup: it has no ${manifestName}`
        : `${folder} is a backup that was not finished (begun ${begun.trim()}): it cannot be restored`,
    )
  }
  try {
    return Manifest.parse(JSON.parse(text))
  } catch (cause) {
    throw new BackupTrouble(`${path.join(folder, manifestName)} is damaged: it cannot be read as a manifest`, { cause })
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
