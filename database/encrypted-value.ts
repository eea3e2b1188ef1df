import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** A key that values are encrypted with: 32 bytes, and the number by which a value names it. */
export type DataKey = { number: number; bytes: Uint8Array }

// No text in UTF-8 begins with this byte, and no picture or file of ours with these three; the fourth is the form's version.
const mark = Buffer.from([0xc1, 0x45, 0x4b, 0x01])
const numberAt = mark.length
const nonceAt = numberAt + 4
const tagAt = nonceAt + 12
const bodyAt = tagAt + 16

/** By how many bytes an encrypted value is longer than what it holds. */
export const encryptionOverhead = bodyAt

// A key given as bytes is made into a key object anew by every call, which takes several times as long as the cipher itself.
const secrets = new WeakMap<Uint8Array, KeyObject>()

function secretOf({ bytes }: DataKey): KeyObject {
  const known = secrets.get(bytes) ?? createSecretKey(bytes)
  secrets.set(bytes, known)
  return known
}

/**
 * AES-256-GCM: mark and version, the key's number, nonce, tag, and what is encrypted. `bound` names the place where the
 * value stands: it is not kept, and at another place the value does not open.
 */
export function encryptValue(key: DataKey, bound: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  const number = Buffer.alloc(4)
  number.writeUInt32BE(key.number)
  return Buffer.concat([mark, number, nonce, cipher.getAuthTag(), body])
}

/** What the value holds; null where it was changed, or stands elsewhere than where it was encrypted for, or the key is another. */
export function decryptValue(key: DataKey, bound: string, value: Uint8Array): Buffer | null {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), bytes.subarray(nonceAt, tagAt), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(bytes.subarray(tagAt, bodyAt))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()])
  } catch {
    return null
  }
}

/** What stands in the clear where the law let a value go (deletions); it says nothing of anybody. */
export const wordsOfDeletion = ['Deleted', 'deleted'] as const

/** Whether a value was deleted: the word stands in its place. */
export function isDeleted(value: Uint8Array): boolean {
  return value.length === 7 && wordsOfDeletion.some((word) => Buffer.from(word).equals(value))
}

/** The number of the key that a value is encrypted with; null where it is not encrypted. */
export function keyNumberOf(value: Uint8Array): number | null {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (bytes.length < bodyAt || !bytes.subarray(0, numberAt).equals(mark)) return null
  return bytes.readUInt32BE(numberAt)
}

/** How every value begins that this key encrypted. */
export function beginningOf(keyNumber: number): Buffer {
  const number = Buffer.alloc(4)
  number.writeUInt32BE(keyNumber)
  return Buffer.concat([mark, number])
}

/**
 * A blind index: the same word gives the same bytes under one key, and without the key the bytes say nothing of the word.
 * It begins with the key's number, and its key is derived from that key, so that it is renewed with the value beside it.
 */
export function blindIndex(key: DataKey, column: string, word: string): Buffer {
  const number = Buffer.alloc(4)
  number.writeUInt32BE(key.number)
  const derived = Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), `evenkeel blind index ${column}`, 32))
  return Buffer.concat([number, createHmac('sha256', derived).update(word).digest().subarray(0, 16)])
}
