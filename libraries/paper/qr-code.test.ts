import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBits, qrCode, remainderOf } from './qr-code.ts'

test('the format bits are those of the standard’s table for level L', () => {
  const table = [
    '111011111000100',
    '111001011110011',
    '111110110101010',
    '111100010011101',
    '110011000101111',
    '110001100011000',
    '110110001000001',
    '110100101110110',
  ]
  expect(table.map((_, mask) => formatBits(mask).toString(2).padStart(15, '0'))).toEqual(table)
})

test('the correction of a block is that of the worked example (thonky.com, HELLO WORLD at 1-M)', () => {
  const block = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
  expect(remainderOf(block, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
})

/** Reads a code of one of our versions back, as a camera's program does after it has found the corners. */
function read(grid: boolean[][]): string {
  const size = grid.length
  const number = (size - 17) / 4
  const dark = (row: number, column: number) => grid[row]?.[column] === true
  let format = 0
  for (let at = 0; at < 15; at += 1) {
    const bit = at < 8 ? dark(8, size - 1 - at) : dark(size - 15 + at, 8)
    if (bit) format |= 1 << at
  }
  const mask = ((format ^ 0b101010000010010) >> 10) & 7
  expect(format).toBe(formatBits(mask))
  const alignments =
    [[], [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]][number] ??
    []
  const isFunction = (row: number, column: number) => {
    if (row === 6 || column === 6) return true
    if ((row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)) return true
    if (number >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true
    const near = (at: number) => alignments.find((centre) => Math.abs(centre - at) <= 2)
    const [r, c] = [near(row), near(column)]
    const last = alignments.at(-1)
    if (r === undefined || c === undefined) return false
    return !((r === 6 && c === 6) || (r === 6 && c === last) || (r === last && c === 6))
  }
  const hidden = [
    (r: number, c: number) => (r + c) % 2 === 0,
    (r: number) => r % 2 === 0,
    (_: number, c: number) => c % 3 === 0,
    (r: number, c: number) => (r + c) % 3 === 0,
    (r: number, c: number) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
    (r: number, c: number) => ((r * c) % 2) + ((r * c) % 3) === 0,
    (r: number, c: number) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
    (r: number, c: number) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
  ][mask]
  let bits = ''
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column)) bits += dark(row, column) !== hidden?.(row, column) ? '1' : '0'
      }
    }
    up = !up
  }
  const words = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const blocks = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4][number] ?? 1
  const data = [0, 19, 34, 55, 80, 108, 136, 156, 194, 232, 274][number] ?? 0
  const short = Math.floor(data / blocks)
  const parts: number[][] = Array.from({ length: blocks }, () => [])
  let at = 0
  for (let row = 0; row < short + 1; row += 1) {
    for (let block = 0; block < blocks; block += 1) {
      if (row === short && block < blocks - (data % blocks)) continue
      parts[block]?.push(words[at] ?? 0)
      at += 1
    }
  }
  const stream = parts
    .flat()
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('')
  expect(stream.slice(0, 4)).toBe('0100')
  const width = number < 10 ? 8 : 16
  const length = Number.parseInt(stream.slice(4, 4 + width), 2)
  const bytes = (stream.slice(4 + width).match(/.{8}/g) ?? []).slice(0, length).map((byte) => Number.parseInt(byte, 2))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

test('whatever is written into a code is read out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      fc.pre(new TextEncoder().encode(text).length <= 260)
      expect(read(qrCode(text))).toBe(text)
    }),
    { numRuns: 40 },
  )
})

test('an authenticator’s address fits, and what does not fit is refused by its size', () => {
  const address = `otpauth://totp/Evenkeel:somebody.with.a.long.name@practice.example?secret=${'A'.repeat(52)}&issuer=Evenkeel&digits=6&period=30`
  expect(read(qrCode(address))).toBe(address)
  expect(() => qrCode('x'.repeat(300))).toThrow('300 bytes do not fit')
})
