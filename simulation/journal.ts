import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a simulator did, in order. An event counts once `append` has returned: it is on the disk. */
export type Journal<Event> = { readonly events: readonly Event[]; append: (event: Event) => void; close: () => void }

/**
 * Opens the journal in a file of one JSON event per line, making it when it is missing. A last line that a kill
 * tore is cut off: its event never counted. A broken line before that throws, for then the file was tampered with.
 */
export function openJournal<Event>(file: string): Journal<Event> {
  mkdirSync(dirname(file), { recursive: true })
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)
  const events = whole
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line, index) => eventOf<Event>(line, `${file}:${index + 1}`))

  const descriptor = openSync(file, bytes.length === 0 ? 'a' : 'r+')
  if (whole.length < bytes.length) ftruncateSync(descriptor, whole.length)
  fsyncSync(descriptor)
  syncFolder(dirname(file))
  let end = whole.length
  return {
    events,
    append: (event) => {
      const line = Buffer.from(`${JSON.stringify(event)}\n`)
      writeAll(descriptor, line, end)
      fsyncSync(descriptor)
      end += line.length
      events.push(event)
    },
    close: () => closeSync(descriptor),
  }
}

/** Writes a file so that after a kill it is there whole or not at all, and never half. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const unfinished = join(dirname(file), `.${basename(file)}.part`)
  const descriptor = openSync(unfinished, 'w', 0o600)
  try {
    writeAll(descriptor, Buffer.from(content), 0)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(unfinished, file)
  syncFolder(dirname(file))
}

export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Buffer, position: number): void {
  let written = 0
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written)
  }
}

function eventOf<Event>(line: string, where: string): Event {
  try {
    return JSON.parse(line) as Event
  } catch {
    throw new Error(`${where} is no event`)
  }
}
