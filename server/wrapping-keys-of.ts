import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  KeyTrouble,
  keyFileName,
  makeWrappingKey,
  printWrappingKeys,
  readWrappingKeys,
  type WrappingKey,
  type WrappingKeys,
} from '../database/wrapping-keys.ts'
import type { Settings } from './settings.ts'

type KeySettings = Pick<Settings, 'mode' | 'dataFolder' | 'encryptionKeys' | 'encryptionKeysFile'>

/** The operator's keys as the settings name them, read anew each time they are asked for: a file may have got a further one. */
export function wrappingKeysOf(settings: KeySettings): WrappingKeys {
  const { encryptionKeys } = settings
  if (encryptionKeys !== null) return () => readWrappingKeys(encryptionKeys)
  const file = keyFileOf(settings)
  return () => {
    if (!existsSync(file)) {
      const words = `The encryption keys are missing: there is no ${file}, and neither EVENKEEL_KEYS nor EVENKEEL_KEYS_FILE is set. What was encrypted opens with no others`
      throw new KeyTrouble('no_keys', words)
    }
    return readWrappingKeys(readFileSync(file, 'utf8'))
  }
}

/** Makes the data folder's own key where nobody named another; a key that is there stays. */
export function makeOwnKeys(settings: KeySettings): void {
  const { mode, dataFolder, encryptionKeys, encryptionKeysFile } = settings
  if (mode === 'production' || encryptionKeys !== null || encryptionKeysFile !== null) return
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const file = keyFileOf(settings)
  if (!existsSync(file)) placeKeys(file, [makeWrappingKey()])
}

/** The file that holds the keys. */
export function keyFileOf({ dataFolder, encryptionKeysFile }: KeySettings): string {
  return encryptionKeysFile ?? join(dataFolder, keyFileName)
}

const head =
  '# The keys that open what is encrypted in the database. Keep a copy apart from every backup: docs/operate.md.\n'

/** Writes keys where none are; of two who do it at once, one does. */
export function placeKeys(file: string, keys: readonly WrappingKey[]): void {
  const draft = `${file}.${process.pid}.part`
  writeFileSync(draft, head + printWrappingKeys(keys), { mode: 0o600, flush: true })
  try {
    // A link never takes another's place, and the file has its whole content from the first moment on.
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}
