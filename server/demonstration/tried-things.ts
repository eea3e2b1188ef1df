import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Settings } from '../settings.ts'

const Tried = z.array(z.string())

/** It goes when the story starts over. */
export function triedFile({ dataFolder }: Pick<Settings, 'dataFolder'>): string {
  return join(dataFolder, 'things-tried.json')
}

/** Which of the ten things somebody has tried on this machine, kept beside the data until the story starts over. */
export function triedThings(file: string) {
  const read = (): Set<string> => {
    try {
      return new Set(existsSync(file) ? Tried.parse(JSON.parse(readFileSync(file, 'utf8'))) : [])
    } catch {
      // A file that a kill left half written: a tick or two are forgotten.
      return new Set()
    }
  }
  return {
    all: read,
    add(id: string) {
      const tried = read().add(id)
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeFileSync(file, JSON.stringify([...tried]))
    },
  }
}
