import { createHash, randomBytes } from 'node:crypto'
import { type DataKey, decryptValue, encryptValue } from './encrypted-value.ts'

/** A key of the operator's, which encrypts data keys and nothing else. */
export type WrappingKey = { id: string; bytes: Uint8Array }

/** The operator's keys as they are now; the first is the current one. Asked again when a data key names one that was not there. */
export type WrappingKeys = () => readonly WrappingKey[]

/** A data key as house.data_key holds it. */
export type WrappedKey = { number: number; purpose: string; wrapped_by: string; wrapped: Uint8Array }

/** Under this name the keys of a data folder lie in it, readable by its owner only, where no setting names others. */
export const keyFileName = 'encryption-keys'

export type KeyTroubleKind = 'no_keys' | 'unreadable_keys' | 'key_missing' | 'wrong_key' | 'tampered' | 'not_encrypted'

/** A value or a data key that does not open. The words name keys, tables, columns and ids, never what a value holds. */
export class KeyTrouble extends Error {
  readonly kind: KeyTroubleKind
  constructor(kind: KeyTroubleKind, message: string) {
    super(message)
    this.name = 'KeyTrouble'
    this.kind = kind
  }
}

/** Reads `id:base64` entries, by lines or commas; what follows a # is a remark. Each key has 32 bytes. */
export function readWrappingKeys(text: string): WrappingKey[] {
  const entries = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, ''))
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const keys = entries.map((entry, at) => {
    const [, id, base64] = /^([A-Za-z0-9._-]{1,60}):([A-Za-z0-9+/]{43}=)$/.exec(entry) ?? []
    if (id === undefined || base64 === undefined) {
      const words = `Entry ${at + 1} of the encryption keys is not "id:" and 32 bytes in base64 (openssl rand -base64 32)`
      throw new KeyTrouble('unreadable_keys', words)
    }
    return { id, bytes: Buffer.from(base64, 'base64') }
  })
  const twice = keys.find(({ id }, at) => keys.findIndex((other) => other.id === id) !== at)
  if (twice !== undefined) throw new KeyTrouble('unreadable_keys', `Two of the encryption keys are named ${twice.id}`)
  if (keys.length === 0) throw new KeyTrouble('no_keys', 'There is no encryption key')
  return keys
}

/** The keys as readWrappingKeys reads them, one a line. */
export function printWrappingKeys(keys: readonly WrappingKey[]): string {
  return keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('base64')}\n`).join('')
}

/** A new key, named by the beginning of its own hash. */
export function makeWrappingKey(): WrappingKey {
  const bytes = randomBytes(32)
  return { id: `key-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`, bytes }
}

/** A data key encrypted for its place in house.data_key. */
export function wrapKey(by: WrappingKey, purpose: string, key: DataKey): WrappedKey {
  const wrapped = encryptValue({ number: 0, bytes: by.bytes }, placeOf(key.number, purpose), key.bytes)
  return { number: key.number, purpose, wrapped_by: by.id, wrapped }
}

/** The data key in the clear. Where the operator's key is not there, or is another, the trouble says which. */
export function unwrapKey(keys: readonly WrappingKey[], { number, purpose, wrapped_by, wrapped }: WrappedKey): DataKey {
  const by = keys.find(({ id }) => id === wrapped_by)
  if (by === undefined) {
    throw new KeyTrouble(
      'key_missing',
      `The encryption key ${wrapped_by} is missing: data key ${number} (${purpose}) was wrapped with it, and what it encrypted opens with no other. Put it back into EVENKEEL_KEYS or the key file`,
    )
  }
  const bytes = decryptValue({ number: 0, bytes: by.bytes }, placeOf(number, purpose), wrapped)
  if (bytes === null) {
    throw new KeyTrouble(
      'wrong_key',
      `The encryption key ${wrapped_by} is not the one with which data key ${number} (${purpose}) was wrapped, or that row was changed`,
    )
  }
  return { number, bytes }
}

function placeOf(number: number, purpose: string): string {
  return JSON.stringify(['house.data_key', number, purpose])
}
