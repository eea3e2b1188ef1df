import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  beginningOf,
  blindIndex,
  decryptValue,
  encryptionOverhead,
  encryptValue,
  keyNumberOf,
} from './encrypted-value.ts'
import { KeyTrouble, printWrappingKeys, readWrappingKeys, unwrapKey, wrapKey } from './wrapping-keys.ts'

const key = { number: 7, bytes: Buffer.alloc(32, 'one') }
const other = { number: 7, bytes: Buffer.alloc(32, 'two') }
const bytes = fc.uint8Array({ maxLength: 300 })

test('whatever was encrypted opens at its place, and is longer by what it says of itself', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (plain, place) => {
      const value = encryptValue(key, place, plain)
      expect(value.length).toBe(plain.length + encryptionOverhead)
      expect(keyNumberOf(value)).toBe(7)
      expect(value.subarray(0, 8)).toEqual(beginningOf(7))
      expect(decryptValue(key, place, value)).toEqual(Buffer.from(plain))
    }),
  )
})

test('a value that was moved, and one of another key, does not open', () => {
  fc.assert(
    fc.property(bytes, fc.string(), fc.string(), (plain, place, elsewhere) => {
      fc.pre(place !== elsewhere)
      const value = encryptValue(key, place, plain)
      expect(decryptValue(key, elsewhere, value)).toBeNull()
      expect(decryptValue(other, place, value)).toBeNull()
    }),
  )
})

test('whichever bit of a value is turned, it does not open as what it was', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
      const value = encryptValue(key, 'place', plain)
      const changed = Buffer.from(value)
      const place = at % changed.length
      changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place)
      const opens = keyNumberOf(changed) === 7 && decryptValue(key, 'place', changed) !== null
      expect(opens).toBe(false)
    }),
  )
})

test('the same text encrypted twice are two values, and neither holds the text', () => {
  const text = Buffer.from('Fenwick, 12 Example Street')
  const [one, two] = [encryptValue(key, 'place', text), encryptValue(key, 'place', text)]
  expect(one.equals(two)).toBe(false)
  expect(one.includes('Fenwick')).toBe(false)
})

test('no text and no file that is not encrypted is taken for a value', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => keyNumberOf(Buffer.from(text)) === null))
  expect(keyNumberOf(beginningOf(7))).toBeNull()
  expect(keyNumberOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(100)]))).toBeNull()
})

test('a blind index is the same for one word under one key, and another for any other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, two) => {
      const same = one === two
      expect(
        blindIndex(key, 'claims.claim.member_index', one).equals(blindIndex(key, 'claims.claim.member_index', two)),
      ).toBe(same)
      expect(
        blindIndex(key, 'claims.claim.member_index', one).equals(blindIndex(other, 'claims.claim.member_index', one)),
      ).toBe(false)
    }),
  )
})

test('the operator’s keys are read by lines or commas, with remarks, and the first is the current one', () => {
  const [one, two] = [randomBytes(32), randomBytes(32)]
  const text = `# 2026\nnew:${one.toString('base64')}  # since May\n\nold:${two.toString('base64')}\n`
  expect(readWrappingKeys(text)).toEqual([
    { id: 'new', bytes: one },
    { id: 'old', bytes: two },
  ])
  expect(readWrappingKeys(`new:${one.toString('base64')},old:${two.toString('base64')}`)).toHaveLength(2)
  expect(readWrappingKeys(printWrappingKeys(readWrappingKeys(text)))).toEqual(readWrappingKeys(text))
})

test.each([
  ['nothing', '', 'no_keys'],
  ['a key that is too short', 'new:c2hvcnQ=', 'unreadable_keys'],
  ['a key without a name', `:${Buffer.alloc(32).toString('base64')}`, 'unreadable_keys'],
  [
    'one name twice',
    `a:${Buffer.alloc(32, 1).toString('base64')},a:${Buffer.alloc(32, 2).toString('base64')}`,
    'unreadable_keys',
  ],
] as const)('%s is no keys, and the trouble never says them', (_, text, kind) => {
  const trouble = troubleOf(() => readWrappingKeys(text))
  expect(trouble.kind).toBe(kind)
  expect(trouble.message).not.toContain('c2hvcnQ=')
})

test('a data key opens with the key that wrapped it; a missing one and another one are named', () => {
  const by = { id: 'new', bytes: randomBytes(32) }
  const row = wrapKey(by, 'clinical', key)
  expect(unwrapKey([by], row)).toEqual(key)
  expect(troubleOf(() => unwrapKey([{ id: 'old', bytes: by.bytes }], row))).toMatchObject({
    kind: 'key_missing',
    message: expect.stringContaining('The encryption key new is missing'),
  })
  const wrong = troubleOf(() => unwrapKey([{ id: 'new', bytes: randomBytes(32) }], row))
  expect(wrong).toMatchObject({ kind: 'wrong_key', message: expect.stringContaining('data key 7 (clinical)') })
  expect(troubleOf(() => unwrapKey([by], { ...row, purpose: 'claims' })).kind).toBe('wrong_key')
})

function troubleOf(deed: () => unknown): KeyTrouble {
  try {
    deed()
  } catch (error) {
    if (error instanceof KeyTrouble) return error
    throw error
  }
  throw new Error('nothing was refused')
}
